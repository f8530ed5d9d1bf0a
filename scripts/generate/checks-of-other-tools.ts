import { policies } from "../../policy-pack/policies";
import { table, withSection, type Generator } from "./generator";
import { splitEquivalent, tools } from "./policy-metadata";

/** The way from checks of other tools to policies. What has no policy is written below it by hand. */
export const checksOfOtherTools: Generator = {
    name: "checks of other tools",
    files: () => [
        {
            path: "docs/checks-of-other-tools.md",
            render: (existing) =>
                withSection(existing, byTool(), (section) => `# Checks of other tools\n\n${section}\n`),
        },
    ],
};

function byTool(): string {
    const equivalents = policies.flatMap(({ name, equivalents }) =>
        equivalents.map((equivalent) => ({ name, ...splitEquivalent(equivalent) })),
    );
    const sections = Object.values(tools)
        .map((tool) => ({ tool, found: equivalents.filter((equivalent) => equivalent.tool === tool) }))
        .filter(({ found }) => found.length > 0)
        .map(({ tool, found }) => {
            const ids = [...new Set(found.map(({ id }) => id))].sort(
                tool === tools["azure-policy"] ? undefined : byNumber,
            );
            const rows = ids.map((id) => {
                const names = found
                    .filter((equivalent) => equivalent.id === id)
                    .map(({ name }) => `[${name}](policies/${name}.md)`);
                return [`\`${id}\``, names.join(", ")];
            });
            return `### ${tool}\n\n${table(["Check", "Policy"], rows)}`;
        });
    return ["## Which check of my old tool became what", ...sections].join("\n\n");
}

function byNumber(one: string, other: string): number {
    return one.localeCompare(other, "en", { numeric: true });
}
