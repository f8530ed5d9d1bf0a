import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import { between } from "../generate/generator";
import { pageTemplate, policyTemplate, testTemplate, type Subject } from "./templates";

const root = resolve(__dirname, "..", "..");

const usage = `npm run scaffold -- policy <kind>/<name>

Writes a policy, its test and its page from templates, for example cluster/cluster-local-accounts-disabled.`;

/** What keeps a path from being one of a policy; empty when nothing does. */
function problems(folder: string, name: string): string[] {
    const folders = readdirSync(join(root, "policy-pack", "policies"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name);
    return [
        folders.includes(folder)
            ? ""
            : `'${folder}' is no kind; use one of ${folders.join(", ")}, or make its folder first.`,
        name.startsWith(`${folder}-`) ? "" : `'${name}' must begin with '${folder}-'.`,
        /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name) ? "" : `'${name}' must be lower case words with hyphens.`,
        name.length <= 50 ? "" : `'${name}' has ${name.length} characters; use at most 50.`,
        existsSync(policyFile({ folder, name })) ? `'${name}' exists.` : "",
    ].filter((problem) => problem !== "");
}

function policyFile({ folder, name }: Pick<Subject, "folder" | "name">): string {
    return join(root, "policy-pack", "policies", folder, `${name}.ts`);
}

function main([what, path = ""]: string[]): void {
    const [folder = "", name = ""] = path.split("/");
    if (what !== "policy" || name === "") {
        console.error(usage);
        process.exitCode = 2;
        return;
    }
    const found = problems(folder, name);
    if (found.length > 0) {
        console.error(found.join("\n"));
        process.exitCode = 2;
        return;
    }

    const constant = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const subject = { folder, name, constant };
    const files = {
        [policyFile(subject)]: policyTemplate(subject),
        [join(root, "docs", "policies", `${name}.md`)]: pageTemplate(subject, between("")),
        [join(root, "tests", "policy-pack", "policies", folder, `${name}.test.ts`)]: testTemplate(subject),
    };
    for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
    console.log(`Wrote ${Object.keys(files)
        .map((file) => relative(root, file))
        .join(", ")}. What is left:

1. In the test: the cases, with the whole message. See them red.
2. In the policy: specification, words, severity, practice, equivalents, checks.
3. In policy-pack/policies/index.ts: import ${constant} and list it under its practice.
4. In the page: why, when unset, rulings, a compliant and a violating resource, links.
5. npm run generate: writes the header of the page, and the index.
6. npm run check.`);
}

main(process.argv.slice(2));
