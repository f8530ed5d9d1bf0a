import { some } from "../policy";
import type { Property } from "../property";
import type { Pod } from "../resources/pod";

/**
 * kured restarts nodes (practice 4), and cannot do that within the standards for pods. It is the only exemption that
 * is built in: for a DaemonSet all of whose containers run kured from its project's image, wherever it runs, and only
 * for the fields that each policy names. A namespace excuses nothing, nor does a copy of the image: anybody may call
 * an image kured.
 */
export function isKured({ kind, containers }: Pod): boolean {
    if (kind !== "DaemonSet") return false;
    const known = containers.filter(({ isKnown }) => isKnown).flatMap((list) => list.elements());
    // What is not known yet would hide what is known to be wrong: each container says itself that it is kured.
    if (known.length === 0 || !known.every(saysKured)) return false;
    const all = containers.flatMap((list) => list.elements());
    // The first container of another program decides, whatever is unknown of the others.
    return !some(...all.flatMap((one) => [() => !isKuredImage(one.at("image").string() ?? ""), () => !runsKured(one)]));
}

/** Whether a container has the image of kured, or its name where the image is not known. */
function saysKured(container: Property): boolean {
    const [name, image] = [container.at("name"), container.at("image")];
    return image.isKnown ? isKuredImage(image.string() ?? "") : name.isKnown && name.value === "kured";
}

/** Whether a container runs kured: its image does by itself, and a command may say otherwise. */
function runsKured(container: Property): boolean {
    const [program] = container.at("command").elements();
    return program === undefined || program.string()?.split("/").at(-1) === "kured";
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

/** Whether an image is kured's. */
export function isKuredImage(image: string): boolean {
    return released.test(image);
}
