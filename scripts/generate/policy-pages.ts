import { isResourcePolicy, type Policy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { pageTemplate } from "../scaffold/templates";
import { table, withSection, type Generator } from "./generator";
import { levelOf, practiceTitle, splitEquivalent } from "./policy-metadata";

/** The header of every policy's page; what is below it is written by hand. */
export const policyPages: Generator = {
    name: "policy pages",
    files: () =>
        policies.map((policy) => ({
            path: `docs/policies/${policy.name}.md`,
            render: (existing) => withSection(existing, header(policy), (section) => pageTemplate(policy, section)),
        })),
};

function header(policy: Policy): string {
    const { description, severity = "", kinds, equivalents, remediationSteps = "", unwaivable } = policy;
    const elsewhere = equivalents.map(splitEquivalent).map(({ tool, id }) => `${tool} \`${id}\``);
    const rows = [
        ["Practice", practiceTitle(policy)],
        ["Severity", severity],
        ["Level", levelOf(policy)],
        ["Judges", kinds.join(", ")],
        ["Same check elsewhere", elsewhere.join(", ") || "none known"],
        ["What to do", remediationSteps],
        ...(isResourcePolicy(policy) && policy.remediateResource !== undefined
            ? [["Does it itself", "at level `remediate`"]]
            : []),
        ...(unwaivable === undefined ? [] : [["Cannot be waived", unwaivable]]),
    ];
    return [`**${description}**`, table(["", ""], rows), configuration(policy)].join("\n\n");
}

function configuration({ name, configSchema }: Policy): string {
    if (configSchema === undefined) return "";
    const rows = Object.entries(configSchema.properties).map(
        ([property, { type, default: value, description = "" }]) => [
            `\`${property}\``,
            String(type),
            JSON.stringify(value),
            description,
        ],
    );
    const example = {
        [name]: Object.fromEntries(
            Object.entries(configSchema.properties).map(([key, { default: value }]) => [key, value as unknown]),
        ),
    };
    return [
        table(["Configuration", "Type", "Default", "Meaning"], rows),
        "```json\n" + JSON.stringify(example, undefined, 2) + "\n```",
    ].join("\n\n");
}
