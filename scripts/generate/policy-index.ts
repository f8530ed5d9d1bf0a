import { policies } from "../../policy-pack/policies";
import { everyPractice } from "../../policy-pack/practices";
import { table, withSection, type Generator } from "./generator";
import { practiceTitle } from "./policy-metadata";

/** The list of all policies by practice. */
export const policyIndex: Generator = {
    name: "policy index",
    files: () => [
        {
            path: "docs/policies/README.md",
            render: (existing) => withSection(existing, byPractice(), (section) => `# Policies\n\n${section}\n`),
        },
    ],
};

function byPractice(): string {
    return [...everyPractice, undefined]
        .map((practice) => {
            const rows = policies
                .filter((policy) => policy.practice === practice)
                .map(({ name, description, severity = "", enforcementLevel = "" }) => [
                    `[${name}](${name}.md)`,
                    description,
                    severity,
                    enforcementLevel,
                ]);
            return `## ${practiceTitle({ practice })}\n\n${table(["Policy", "What must hold", "Severity", "Level"], rows)}`;
        })
        .join("\n\n");
}
