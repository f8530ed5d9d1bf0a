import { some } from "../policy";
import type { Property } from "../property";
import type { Pod } from "../resources/pod";

/**
 * kured restarts nodes (practice 4), and cannot do that within the standards for pods. It is the only exemption that
 * is built in: for a DaemonSet all of whose containers are images of kured, wherever it runs, and only for the fields
 * that each policy names. A namespace excuses nothing.
 */
export function isKured({ kind, containers }: Pod): boolean {
    if (kind !== "DaemonSet") return false;
    const all = containers.flatMap((list) => list.elements());
    // The first image that is another one decides, whatever is unknown of the others.
    return (
        all.length > 0 && !some(...all.map((container) => () => !isKuredImage(container.at("image").string() ?? "")))
    );
}

/** Whether it is kured that restarts its node by a signal, for which it need not be privileged. */
export function isKuredBySignal(subject: Pod): boolean {
    return (
        isKured(subject) &&
        some(...subject.containers.flatMap((list) => list.elements()).map((one) => () => asksForSignal(one)))
    );
}

/** Whether it is kured that restarts its node by a command, which is the method that kured has by default. */
export function isKuredByCommand(subject: Pod): boolean {
    return isKured(subject) && !isKuredBySignal(subject);
}

function asksForSignal(container: Property): boolean {
    const words = ["command", "args"].flatMap((list) => container.at(list).elements());
    return some(
        ...words.map((word, index) => () => {
            const value = word.string();
            return value === `${method}=signal` || (value === method && words[index + 1]?.string() === "signal");
        }),
    );
}

const method = "--reboot-method";

/** The project's own image, by any tag or digest. */
const released = /^ghcr\.io\/kubereboot\/kured(?::[\w.-]{1,128})?(?:@sha256:[0-9a-f]{64})?$/;

/** A copy in a registry of the user's, pinned by a tag other than latest or by a digest. */
const mirrored =
    /^[a-z0-9.-]+\.[a-z0-9-]+(?::\d+)?(?:\/[a-z0-9._-]+)*\/kured(?::(?!latest(?:@|$))[\w.-]{1,128}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$/;

/** Registries in which anybody may call an image kured. */
const open = /^(?:docker\.io|index\.docker\.io|ghcr\.io|quay\.io|public\.ecr\.aws)[:/]/;

/** Whether an image is kured's, or a copy of it under its name. */
export function isKuredImage(image: string): boolean {
    return released.test(image) || (mirrored.test(image) && !open.test(image));
}
