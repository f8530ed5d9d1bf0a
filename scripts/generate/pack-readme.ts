import { policies } from "../../policy-pack/policies";
import { table, withSection, type Generator } from "./generator";

/** What can be configured, in the README that the package is published with: docs/ is not part of it. */
export const packReadme: Generator = {
    name: "README of the policy pack",
    files: () => [
        {
            path: "policy-pack/README.md",
            render: (existing) => withSection(existing, configuration(), (section) => section),
        },
    ],
};

/** What many policies on pods take: one sentence says it for all of them. */
const ofManyPolicies = ["excludedContainers", "excludedImages"];
/** A longer default makes a table that nobody can read; the page of the policy has it. */
const longest = 60;

function configuration(): string {
    const rows = policies.flatMap(({ name, configSchema }) =>
        Object.entries(configSchema?.properties ?? {})
            .filter(([property]) => !ofManyPolicies.includes(property))
            .map(([property, { default: value, description = "" }]) => {
                const text = JSON.stringify(value);
                return [
                    `\`${name}\``,
                    `\`${property}\``,
                    text.length > longest ? "see its page" : `\`${text}\``,
                    description,
                ];
            }),
    );
    return table(["Policy", "Property", "Default", "Meaning"], rows);
}
