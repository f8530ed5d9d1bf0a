import * as pulumi from "@pulumi/pulumi";

/**
 * What a resource is made with for as long as it lives, by the argument that decides it. Another value would make Azure
 * refuse the update, or the provider delete the resource for another one. Values that come late are not in it.
 */
export type MadeWith = Readonly<Record<string, string>>;

/** Stands for what the component makes itself. */
export const created = "created";

/** Stands for what is there and has no value that is known at once. */
export const given = "given";

/** Stands for what is not there. */
export const none = "none";

/** The value where it is known at once, else `late`. */
export function plain(value: pulumi.Input<string> | undefined, late?: string): string | undefined {
    return typeof value === "string" ? value : late;
}

/** Without the arguments that have no value yet. */
export function withoutUnknown(entries: Readonly<Record<string, string | undefined>>): MadeWith {
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as MadeWith;
}

/** The arguments that changed, in words; `undefined` where none did. */
export function changedArguments(before: MadeWith, after: MadeWith): string | undefined {
    const changed = Object.keys(after).filter((argument) => {
        const [old, now] = [before[argument], after[argument]].map((value) => value?.toLowerCase());
        // One that was written and comes late now may be the same.
        const isLate = (value: string | undefined, other: string | undefined) =>
            value === given && other !== created && other !== none;
        return old !== undefined && old !== now && !isLate(old, now) && !isLate(now, old);
    });
    const [first] = changed;
    return first === undefined
        ? undefined
        : `${changed.join(", ")} changed (${first} from ${before[first] ?? ""} to ${after[first] ?? ""}).`;
}

const usedNames = new Map<string, number>();

/** Hooks of one program need names of their own, while components of two parents may share theirs. */
function unusedName(name: string): string {
    const uses = (usedNames.get(name) ?? 0) + 1;
    usedNames.set(name, uses);
    return uses === 1 ? name : `${name}:${String(uses)}`;
}

/**
 * The option `hooks` of a component with the input `madeWith` that refuses such a change at preview, before anything else
 * is touched.
 *
 * @param kind the component, as its users write it.
 * @param refusal why what was made with one set of values cannot go on with another, or `undefined`.
 */
export function replacementHooks(
    kind: string,
    name: string,
    refusal: (before: MadeWith, after: MadeWith) => string | undefined,
    hooks: pulumi.ResourceHookBinding = {},
): pulumi.ResourceHookBinding {
    if (!pulumi.runtime.hasEngine()) {
        return hooks;
    }
    const hook = new pulumi.ResourceHook(
        unusedName(`aksguard:${kind}:${name}:replacement`),
        ({ name: resource, oldInputs, newInputs }) => {
            const values = (inputs: unknown) => (inputs as { madeWith?: MadeWith } | undefined)?.madeWith ?? {};
            const reason = refusal(values(oldInputs), values(newInputs));
            if (reason !== undefined) {
                throw new Error(`${kind} "${resource}": ${reason}`);
            }
        },
        { onDryRun: true },
    );
    return { ...hooks, beforeUpdate: [...(hooks.beforeUpdate ?? []), hook] };
}
