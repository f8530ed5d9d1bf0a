import { policies } from "../../policy-pack/policies";
import { table, withSection, type Generator } from "./generator";

/** What can be configured, in the README that the package is published with: links lead to the pages in the package. */
export const packReadme: Generator = {
    name: "README of the policy pack",
    files: () => [
        {
            path: "policy-pack/README.md",
            render: (existing) => withSection(existing, configuration(), (section) => section),
        },
    ],
};

/** Where npm keeps the pages of the policies. */
const pages = "https://unpkg.com/aksguard-policy-pack/docs";

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
                    `[${name}](${pages}/${name}.md)`,
                    `\`${property}\``,
                    text.length > longest ? "see its page" : `\`${text}\``,
                    description,
                ];
            }),
    );
    return table(["Policy", "Property", "Default", "Meaning"], rows);
}
