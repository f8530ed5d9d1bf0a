import type { ResourceKind } from "../policy";
import type { Property } from "../property";

/** A Helm chart that is rendered or installed. */
export interface Chart {
    /** Name, path or URL of the chart: `path` is the spelling for local charts of version 3. */
    readonly names: readonly Property[];
    /** The URL of its repository, in the spellings of Chart v3 and of Chart v4 and Release. */
    readonly repositories: readonly Property[];
    /** The values that it is rendered with. */
    readonly values: Property;
}

/** Helm charts: Chart of version 3 and 4, Release. */
export const chart: ResourceKind<Chart> = {
    name: "Chart",
    matches: (type) => /^kubernetes:helm\.sh\/(?:v[234]:Chart|v3:Release)$/.test(type),
    *views({ properties }) {
        yield {
            names: [properties.at("chart"), properties.at("path")],
            repositories: [
                properties.at("repo"),
                properties.in("fetchOpts", "repo"),
                properties.in("repositoryOpts", "repo"),
            ],
            values: properties.at("values"),
        };
    },
};
