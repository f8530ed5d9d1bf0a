import type { PolicyConfigSchema } from "@pulumi/policy";

/** A version such as `1.34.2`, or `1.34` for the newest patch of a minor version; `undefined` for anything else. */
export function parseKubernetesVersion(text: string): readonly number[] | undefined {
    const parts = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(text)?.slice(1);
    return parts?.map((part: string | undefined) => Number(part ?? Infinity));
}

/** Whether a version is older than `minimum`, which without a patch is the first of its minor version. */
export function isOlder(version: readonly number[], minimum: string): boolean {
    const floor = parseKubernetesVersion(minimum)?.map((part) => (part === Infinity ? 0 : part));
    const differences = version.map((part, index) => part - (floor?.[index] ?? 0));
    return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}

/**
 * The oldest version that AKS supports without a plan for long-term support: 1.33 and older have that plan only. It ages:
 * `minimumKubernetesVersion` is there to raise it. https://learn.microsoft.com/azure/aks/supported-kubernetes-versions
 */
const oldestSupportedVersion = "1.34";

/** What policies on versions take. */
export interface MinimumVersion {
    readonly minimumKubernetesVersion: string;
}

/** The same, as it is configured. */
export const minimumVersionSchema: PolicyConfigSchema = {
    properties: {
        minimumKubernetesVersion: {
            type: "string",
            pattern: "^[0-9]+\\.[0-9]+(\\.[0-9]+)?$",
            default: oldestSupportedVersion,
            description: "The oldest version that passes; without a patch, every patch of the minor version passes.",
        },
    },
};
