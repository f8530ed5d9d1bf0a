import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const pages = [
    ...readdirSync(root).filter((file) => file.endsWith(".md")),
    ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".md"))
        .map((file) => join("docs", file)),
];

describe("the docs", () => {
    it("link to files that exist", () => {
        const broken = pages.flatMap((page) => {
            const links = [...readFileSync(join(root, page), "utf8").matchAll(/\]\((?!\w+:)([^)#\s]+)/g)];
            const paths = links.map(([, path = ""]) => path);
            return paths
                .filter((path) => !existsSync(join(root, dirname(page), path)))
                .map((path) => `${page}: ${path}`);
        });
        assert.deepEqual(broken, []);
    });

    it("of the policy pack link to pages that the package has", () => {
        const readme = readFileSync(join(root, "policy-pack", "README.md"), "utf8");
        const links = [...readme.matchAll(/\]\(https:\/\/unpkg\.com\/aksguard-policy-pack\/docs\/([^)]+)\)/g)];
        const packed = [...readdirSync(join(root, "docs", "policies")), "checks-of-other-tools.md"];
        assert.notDeepEqual(links, []);
        assert.deepEqual(
            links.map(([, page = ""]) => page).filter((page) => !packed.includes(page)),
            [],
        );
    });
});
