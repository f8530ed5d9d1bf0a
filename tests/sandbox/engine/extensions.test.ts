import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Program } from "./program";

const pack = `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("tiny-pack", { policies: [{
    name: "location-given",
    description: "Groups must be in westeurope.",
    enforcementLevel: "mandatory",
    validateResource: (args, report) => {
        if (args.type === "azure-native:resources:ResourceGroup" && args.props.location !== "westeurope") report("it is in " + args.props.location);
    },
}] });
`;

const executable = `#!/bin/sh
cd "$(dirname "$0")" && exec node ../node_modules/@pulumi/pulumi/cmd/run-policy-pack "$1" "$PWD"
`;

const typescriptProgram = `
import { ResourceGroup } from "@pulumi/azure-native/resources";
const group = new ResourceGroup("rg", { location: "northeurope" });
export const name = group.name;
`;

describe("what a Pulumi program may bring along", function () {
    this.timeout(120_000);
    this.slow(15_000);
    let program: Program;
    before(async () => {
        program = await Program.create({
            source: "",
            project: {
                main: "stacks/index.ts",
                stackConfigDir: "stacks",
                runtime: { name: "nodejs", options: { typescript: true } },
            },
            files: {
                "stacks/index.ts": typescriptProgram,
                "stacks/Pulumi.dev.yaml": "config: {}\n",
                "stacks/package.json": JSON.stringify({ name: "stacks", private: true }),
                "stacks/tsconfig.json": JSON.stringify({
                    compilerOptions: {
                        strict: true,
                        target: "es2022",
                        module: "nodenext",
                        moduleResolution: "nodenext",
                        skipLibCheck: true,
                    },
                    files: ["index.ts"],
                }),
                "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
                "pack/package.json": JSON.stringify({ name: "tiny-pack", version: "1.0.0", main: "index.js" }),
                "pack/index.js": pack,
                "pack/run": executable,
                "component/PulumiPlugin.yaml": "runtime: nodejs\n",
                "component/package.json": JSON.stringify({
                    name: "tiny-component",
                    version: "1.0.0",
                    main: "index.ts",
                }),
                "component/tsconfig.json": JSON.stringify({
                    compilerOptions: { target: "es2020", module: "commonjs", skipLibCheck: true },
                }),
                "component/index.ts": `
                    import * as pulumi from "@pulumi/pulumi";
                    export interface TinyArgs { /** How many. */ count?: pulumi.Input<number> }
                    export class Tiny extends pulumi.ComponentResource {
                        public readonly total: pulumi.Output<number>;
                        constructor(name: string, args: TinyArgs, opts?: pulumi.ComponentResourceOptions) {
                            super("tiny-component:index:Tiny", name, args, opts);
                            this.total = pulumi.output(args.count ?? 1);
                            this.registerOutputs({ total: this.total });
                        }
                    }
                `,
            },
        });
        chmodSync(join(program.folder, "pack/run"), 0o755);
    });
    after(async () => {
        await program.close();
    });

    it("a program in TypeScript, and a policy pack by folder that refuses it", async () => {
        const { exitCode, output } = await program.pulumi("preview", "--policy-pack", "pack");
        assert.notEqual(exitCode, 0);
        assert.match(output, /\[mandatory\].*location-given/);
        assert.match(output, /it is in northeurope/);
    });

    it("a policy pack that is an executable", async () => {
        const { exitCode, output } = await program.pulumi("preview", "--policy-pack", join(program.folder, "pack/run"));
        assert.notEqual(exitCode, 0);
        assert.match(output, /it is in northeurope/);
    });

    it("a policy pack for what is there already", async () => {
        const up = await program.pulumi("up", "--yes", "--skip-preview");
        assert.equal(up.exitCode, 0, up.output);
        const { exitCode, output } = await program.pulumi(
            "policy",
            "analyze",
            "--policy-pack",
            join(program.folder, "pack"),
        );
        assert.notEqual(exitCode, 0);
        assert.match(output, /location-given/);
    });

    it("a component whose schema the engine infers", async () => {
        const { exitCode, output, stdout } = await program.sandbox
            .run(["pulumi", "package", "get-schema", join(program.folder, "component")], {
                cwd: program.sandbox.directory,
                capture: true,
            })
            .then((result) => ({ ...result, output: result.stdout + result.stderr }));
        assert.equal(exitCode, 0, output);
        assert.match(stdout, /"tiny-component:index:Tiny"/);
    });

    it("a shell in which pulumi is the same", async () => {
        const file = join(program.folder, "stacks/Pulumi.other.yaml");
        writeFileSync(file, "config:\n  tiny:size: 3\n");
        const script = [
            "pulumi stack select dev && pulumi stack output name",
            "pulumi stack init organization/tiny/other && pulumi config get size && pulumi stack rm other --yes",
        ];
        const { exitCode, output } = await program.run("bash", "-c", script.join(" && "));
        assert.equal(exitCode, 0, output);
        assert.match(output, /^rg[0-9a-f]{8}$/m);
        assert.match(output, /^3$/m);
        assert.equal(readFileSync(file, "utf8"), "config:\n  tiny:size: 3\n");
    });
});
