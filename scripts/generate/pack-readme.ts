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

function configuration(): string {
    const rows = policies.flatMap(({ name, configSchema }) =>
        Object.entries(configSchema?.properties ?? {}).map(([property, { default: value, description = "" }]) => [
            `\`${name}\``,
            `\`${property}\``,
            `\`${JSON.stringify(value)}\``,
            description,
        ]),
    );
    return table(["Policy", "Property", "Default", "Meaning"], rows);
}
