import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policies } from "../../policy-pack/policies";
import { Sandbox } from "../../sandbox/sandbox";
import { root } from "../engine/engine";

/** Both packages as npm would publish them, installed into an empty folder. */
describe("the packages, installed", function () {
    this.timeout(300_000);
    let folder: string;

    const run = (file: string, ...args: string[]) =>
        execFileSync(file, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    const node = (...args: string[]) => run(process.execPath, ...args);

    before(() => {
        folder = mkdtempSync(join(tmpdir(), "aksguard-install-"));
        const pack = (...args: string[]) =>
            execFileSync("npm", ["pack", "--pack-destination", folder, ...args], { cwd: root, stdio: "pipe" });
        // The root would be built again.
        pack("--ignore-scripts", ".");
        pack("./policy-pack");
        const tarballs = readdirSync(folder).map((file) => `./${file}`);
        writeFileSync(
            join(folder, "package.json"),
            JSON.stringify({ name: "consumer", private: true, main: "index.js" }),
        );
        run(
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
            ...tarballs,
            "typescript@~6.0",
            "@types/node@20",
        );
    });
    after(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    it("carry what they need, and nothing of their making", () => {
        const files = (name: string) => readdirSync(join(folder, "node_modules", name)).sort();
        assert.deepEqual(files("aksguard"), ["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json"]);
        assert.deepEqual(files("aksguard-policy-pack"), [
            "LICENSE",
            "PulumiPolicy.yaml",
            "README.md",
            "bin",
            "dist",
            "docs",
            "package.json",
            "profiles",
        ]);
        const documented = policies.map(({ url = "" }) => url.replace("https://unpkg.com/aksguard-policy-pack/", ""));
        const missing = documented.filter(
            (page) => !existsSync(join(folder, "node_modules/aksguard-policy-pack", page)),
        );
        assert.deepEqual(missing, []);
    });

    it("share one copy of each SDK", () => {
        for (const sdk of ["@pulumi/pulumi", "@pulumi/azure-native"]) {
            const copies = run("npm", "ls", sdk, "--all", "--parseable").trim().split("\n");
            assert.equal(new Set(copies.filter((path) => path.endsWith(sdk))).size, 1, copies.join("\n"));
        }
    });

    const exported = ["Cluster", "ClusterAccess", "Network", "NodePool", "WorkloadIdentity"];

    it("are there for CommonJS", () => {
        const names = node("-e", "console.log(Object.keys(require('aksguard')).join())").trim().split(",");
        for (const name of exported) {
            assert.ok(names.includes(name), name);
        }
    });

    it("are there for ES modules, by name", () => {
        writeFileSync(
            join(folder, "program.mjs"),
            `import { ${exported.join(", ")} } from "aksguard";\nconsole.log([${exported.join(", ")}].map((c) => c.name).join());\n`,
        );
        assert.equal(node("program.mjs").trim(), exported.join());
    });

    it("are typed, without the types of azure-native", () => {
        writeFileSync(
            join(folder, "program.ts"),
            [
                'import * as aksguard from "aksguard";',
                'const cluster = new aksguard.Cluster("prod", { tier: aksguard.ClusterTier.Free });',
                "cluster.kubeconfig.apply((text: string) => text.length);",
                "// @ts-expect-error: no such argument",
                'new aksguard.Cluster("other", { privateCluster: false });',
                "",
            ].join("\n"),
        );
        writeFileSync(
            join(folder, "tsconfig.json"),
            JSON.stringify({
                compilerOptions: {
                    module: "nodenext",
                    target: "es2022",
                    strict: true,
                    noEmit: true,
                    skipLibCheck: true,
                },
                files: ["program.ts"],
            }),
        );
        const files = node("node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--listFiles").split("\n");
        assert.ok(
            !files.some((file) => file.includes("@pulumi/azure-native")),
            "a public declaration names azure-native",
        );
    });

    it("gate a program from node_modules", async () => {
        writeFileSync(join(folder, "Pulumi.yaml"), "name: consumer\nruntime: nodejs\n");
        rmSync(join(folder, "tsconfig.json"));
        writeFileSync(join(folder, "Pulumi.test.yaml"), "config:\n  azure-native:location: westeurope\n");
        writeFileSync(join(folder, "index.js"), 'new (require("aksguard").Cluster)("prod");\n');
        const sandbox = await Sandbox.open({ directory: join(folder, ".sandbox"), log: () => undefined });
        try {
            const { exitCode, stdout, stderr } = await sandbox.run(
                [
                    ...["pulumi", "preview", "--stack", "test", "--non-interactive", "--color", "never"],
                    ...["--policy-pack", "node_modules/aksguard-policy-pack"],
                ],
                { cwd: folder, capture: true },
            );
            assert.equal(exitCode, 0, `${stdout}${stderr}`);
            assert.match(stdout, /(?:✅|⚠️) +aksguard@v0\.1\.0/);
        } finally {
            await sandbox.close();
        }
    });
});
