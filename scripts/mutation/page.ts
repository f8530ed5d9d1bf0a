import { dirname, relative } from "node:path";

import { table } from "../generate/generator";

/** A change of the code, and what became of it, as Stryker says it. */
export interface Mutant {
    readonly fileName: string;
    readonly status: string;
    /** Why it did not run. */
    readonly statusReason?: string;
    readonly static?: boolean;
}

const before = `# Mutants of the policies

A test that cannot fail proves nothing. So [Stryker](https://stryker-mutator.io) changes the policies and what they rest on, one
comparison, condition, list or expression at a time, and runs the tests that pass through the changed place: one of them must fail.
A mutant of a policy must be caught by the tests of that policy: the others are not asked.

\`npm run mutation\` does this for all, \`npm run mutation -- "policy-pack/policies/pod/*.ts"\` for some files. It prints each mutant
that no test catches and then fails. It takes many minutes, so that \`npm run check\` and CI leave it out: the figures are those of the
last run of \`npm run mutation -- --write\`, which writes this page; with files behind it, the folders of these files only.

- **Survived**: no test catches it.
- **Equivalent**: it changes nothing that anybody could see; a comment in the code says why.
- **Not run**: it is in what is made once, when a module is loaded, such as the words of a policy. Each would need a process of its own.
`;

const after = `
Left out are \`policies/stack\`, whose tests run in processes of their own, \`serving/\` and \`index.ts\`: they are tested with the served pack.
`;

const header = ["Folder", "Mutants", "Caught", "Survived", "Equivalent", "Not run"];

/** The page that says what became of these mutants, by folder; those of a folder that did not run keep what it said. */
export function page(mutants: readonly Mutant[], existing: string): string {
    const rows = new Map<string, readonly number[]>();
    for (const [, folder = "", figures = ""] of existing.matchAll(/^\| (`.+?`) +\|([ \d|]+)\|$/gm)) {
        rows.set(folder, figures.split("|").map(Number));
    }
    const changes = mutants.filter(({ statusReason = "" }) => !statusReason.includes("excluded mutation"));
    for (const folder of new Set(changes.map(folderOf))) {
        rows.set(`\`${folder}\``, figuresOf(changes.filter((mutant) => folderOf(mutant) === folder)));
    }
    const sorted = [...rows].sort(([one], [other]) => one.localeCompare(other, "en"));
    const all = header
        .slice(1)
        .map((_, column) => sorted.reduce((sum, [, figures]) => sum + (figures[column] ?? 0), 0));
    const cells = [...sorted, ["all", all] as const].map(([name, figures]) => [name, ...figures.map(String)]);
    return [before, table(header, cells), after].join("\n");
}

function figuresOf(mutants: readonly Mutant[]): number[] {
    const count = (of: (mutant: Mutant) => boolean) => mutants.filter(of).length;
    return [
        mutants.length,
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
    return relative(process.cwd(), dirname(fileName));
}
