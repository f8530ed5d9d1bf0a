import { policies } from "../../policy-pack/policies";
import { everyPractice } from "../../policy-pack/practices";
import { table, withSection, type Generator } from "./generator";
import { practiceTitle, splitEquivalent, tools } from "./policy-metadata";

/** The list of all policies by practice, and the way from checks of other tools to them. */
export const policyIndex: Generator = {
    name: "policy index",
    files: () => [
        {
            path: "docs/policies/README.md",
            render: (existing) =>
                withSection(existing, [byPractice(), byTool()].join("\n\n"), (section) => `# Policies\n\n${section}\n`),
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

function byTool(): string {
    const equivalents = policies.flatMap(({ name, equivalents }) =>
        equivalents.map((equivalent) => ({ name, ...splitEquivalent(equivalent) })),
    );
    const sections = Object.values(tools)
        .map((tool) => ({ tool, found: equivalents.filter((equivalent) => equivalent.tool === tool) }))
        .filter(({ found }) => found.length > 0)
        .map(({ tool, found }) => {
            const ids = [...new Set(found.map(({ id }) => id))].sort((a, b) =>
                a.localeCompare(b, "en", { numeric: true }),
            );
            const rows = ids.map((id) => {
                const names = found
                    .filter((equivalent) => equivalent.id === id)
                    .map(({ name }) => `[${name}](${name}.md)`);
                return [`\`${id}\``, names.join(", ")];
            });
            return `### ${tool}\n\n${table(["Check", "Policy"], rows)}`;
        });
    return ["## Which check of my old tool became what", ...sections].join("\n\n");
}
