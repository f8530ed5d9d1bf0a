import type { PolicyConfigSchema } from "@pulumi/policy";

import { guarded, some, type Judgement } from "../policy";
import type { Property } from "../property";

/** Containers that are left out, as in the definitions of Azure Policy. */
export interface Exclusions {
    /** Names of containers. */
    readonly excludedContainers?: readonly string[];
    /** Images, each the whole name, or its beginning followed by `*`. */
    readonly excludedImages?: readonly string[];
}

const texts = { type: "array", items: { type: "string" }, default: [] } as const;

/** How names of containers are configured. */
export const excludedContainers: PolicyConfigSchema["properties"][string] = {
    ...texts,
    description: "Names of containers that are left out.",
};

/** How images are configured. */
export const excludedImages: PolicyConfigSchema["properties"][string] = {
    ...texts,
    description: "Images that are left out: whole names, or beginnings that end in `*`.",
};

/** Runs `body` for a container that is not left out. Whether it is left out is asked only once something is wrong with it. */
export function* unlessExcluded(container: Property, exclusions: Exclusions, body: () => Judgement): Judgement {
    const findings = [...guarded(body)];
    if (findings.length > 0 && !isExcluded(container, exclusions)) yield* findings;
    return undefined;
}

function isExcluded(container: Property, { excludedContainers: names = [], excludedImages: images = [] }: Exclusions) {
    return some(
        () => names.length > 0 && names.includes(container.at("name").string() ?? ""),
        () => images.some((pattern) => matches(container.at("image").string() ?? "", pattern)),
    );
}

function matches(image: string, pattern: string): boolean {
    return pattern.endsWith("*") ? image.startsWith(pattern.slice(0, -1)) : image === pattern;
}
