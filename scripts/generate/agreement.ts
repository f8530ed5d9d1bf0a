import { admissionControls } from "../../tests/cluster/admission-controls";
import { controls } from "../../tests/cluster/pod-security-controls";
import { table, withSection, type Generator } from "./generator";

/** Who judges which control: the page holds what the tests of agreement compare. */
export const agreement: Generator = {
    name: "agreement",
    files: () => [
        {
            path: "docs/agreement.md",
            render: (existing) =>
                withSection(
                    existing,
                    [ofStandards(), ofAdmission()].join("\n\n"),
                    (section) => `# Agreement\n\n${section}\n`,
                ),
        },
    ],
};

function ofStandards(): string {
    const rows = controls.map(({ name, standard, policies }) => {
        const held = admissionControls.filter((one) => one.policies.some((policy) => policies.includes(policy)));
        return [name, standard, links(policies), held.map(({ argument }) => `\`${argument}\``).join(", ")];
    });
    const header = ["Control", "Standard", "Policies of the pack", "`AdmissionPolicies`"];
    return `## The Pod Security Standards\n\n${table(header, rows)}`;
}

function ofAdmission(): string {
    const rows = admissionControls.map(({ argument, policies, onlyByPack }) => [
        `\`${argument}\``,
        links(policies),
        onlyByPack?.why ?? "",
    ]);
    const header = ["`AdmissionPolicies`", "Policies of the pack", "What only the pack objects to, and why"];
    return `## The admission policies\n\n${table(header, rows)}`;
}

function links(policies: readonly string[]): string {
    return policies.map((policy) => `[${policy}](policies/${policy}.md)`).join("<br>");
}
