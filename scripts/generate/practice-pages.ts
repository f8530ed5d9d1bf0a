import { policies } from "../../policy-pack/policies";
import { everyPractice, practices, type Practice } from "../../policy-pack/practices";
import { table, withSection, type Generator } from "./generator";
import { levelOf, practiceTitle } from "./policy-metadata";

/** The head of every practice's page, and the list of the pages; what is below it is written by hand. */
export const practicePages: Generator = {
    name: "practice pages",
    files: () => [
        ...everyPractice.map((practice) => ({
            path: `docs/practices/${practicePage(practice)}`,
            render: (existing: string | undefined) =>
                withSection(existing, head(practice), (section) => `${section}\n\n## What it means\n`),
        })),
        {
            path: "docs/practices/README.md",
            render: (existing) => withSection(existing, index(), (section) => `# Practices\n\n${section}\n`),
        },
    ],
};

/** The file of a practice: `03-rbac-with-entra-id.md`. */
export function practicePage(practice: Practice): string {
    if (practice === "beyond") return "beyond.md";
    const slug = practices[practice].toLowerCase().replaceAll(" ", "-");
    return `${String(practice).padStart(2, "0")}-${slug}.md`;
}

function head(practice: Practice): string {
    const rows = policiesOf(practice).map((policy) => [
        `[${policy.name}](../policies/${policy.name}.md)`,
        policy.description,
        policy.severity ?? "",
        levelOf(policy),
    ]);
    return `# ${practiceTitle({ practice })}\n\n${table(["Policy", "What must hold", "Severity", "Level"], rows)}`;
}

function index(): string {
    const rows = everyPractice.map((practice) => {
        const found = policiesOf(practice);
        const mandatory = found.filter(({ advisory }) => advisory === undefined);
        return [
            `[${practiceTitle({ practice })}](${practicePage(practice)})`,
            String(found.length),
            String(mandatory.length),
        ];
    });
    return table(["Practice", "Policies", "of them mandatory"], rows);
}

function policiesOf(practice: Practice) {
    return policies.filter((policy) => policy.practice === practice);
}
