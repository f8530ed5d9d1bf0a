import { alternatives, quote } from "../message";
import type { Property } from "../property";

/** The types of seccomp and AppArmor profiles that confine. */
const confining = ["RuntimeDefault", "Localhost"];

/** What is wrong with a seccomp or AppArmor profile: one that is given must be of a type that confines. */
export function* mustConfine(profile: Property, isPatch: boolean): Generator<string> {
    if (profile.object() === undefined) return;
    const type = profile.at("type");
    const value = type.string();
    if (confining.includes(value ?? "") || (value === undefined && isPatch)) return;
    const found = value === undefined || value === "" ? "unset, which is no profile" : profileFound(value);
    yield `\`${type.path}\` is ${found}; set it to ${alternatives(confining)}.`;
}

function profileFound(value: string): string {
    return value === "Unconfined"
        ? "`Unconfined`, and no profile confines the process"
        : `${quote(value)}, which is no profile`;
}
