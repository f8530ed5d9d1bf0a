import { dirname } from "node:path";

import { table } from "../generate/generator";

/** A change of the code, and what became of it, as Stryker says it. */
export interface Mutant {
    readonly fileName: string;
    readonly status: string;
    readonly static?: boolean;
}

const before = `# Mutants of the policies

A test that cannot fail proves nothing. So [Stryker](https://stryker-mutator.io) changes the policies and what they rest on, one
comparison, condition, list, text or expression at a time, and runs the tests that pass through the changed place: one of them must fail.
A mutant of a policy must be caught by the tests of that policy: the others are not asked.

\`npm run mutation\` does this for all, \`npm run mutation -- "policy-pack/policies/pod/*.ts"\` for some files. It prints each mutant
that no test catches and then fails. It takes many minutes, so that \`npm run check\` and CI leave it out: the figures are those of the
last run of \`npm run mutation -- --write\`, which writes this page.

- **Survived**: no test catches it.
- **Equivalent**: it changes nothing that anybody could see; a comment in the code says why.
- **Not run**: it is in what is made once, when a module is loaded, such as the words of a policy. Each would need a process of its own.
`;

const after = `
Left out are \`policies/stack\`, whose tests run in processes of their own, \`serving/\` and \`index.ts\`: they are tested with the served pack.
`;

/** The page that says what became of these mutants, by folder. */
export function page(mutants: readonly Mutant[]): string {
    const folders = [...new Set(mutants.map(folderOf))].sort();
    const rows = folders.map((folder) =>
        row(
            `\`${folder}\``,
            mutants.filter((mutant) => folderOf(mutant) === folder),
        ),
    );
    const header = ["Folder", "Mutants", "Caught", "Survived", "Equivalent", "Not run"];
    return [before, table(header, [...rows, row("all", mutants)]), after].join("\n");
}

function row(name: string, mutants: readonly Mutant[]): string[] {
    const count = (of: (mutant: Mutant) => boolean) => String(mutants.filter(of).length);
    return [
        name,
        String(mutants.length),
        count(({ status }) => status === "Killed" || status === "Timeout"),
        count(survived),
        count(({ status, static: isStatic }) => status === "Ignored" && isStatic !== true),
        count(({ status, static: isStatic }) => status === "Ignored" && isStatic === true),
    ];
}

/** Whether no test catches a mutant. */
export function survived({ status }: Mutant): boolean {
    return status === "Survived" || status === "NoCoverage";
}

function folderOf({ fileName }: Mutant): string {
    return dirname(fileName);
}
