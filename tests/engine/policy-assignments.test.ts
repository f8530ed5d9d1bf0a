import assert from "node:assert/strict";
import { Engine, exported } from "./engine";

describe("policy assignments on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    const type = "azure-native:authorization:PolicyAssignment";
    const stack = ["--stack", "test"];

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    const body = (policies: string) => `
        const resources = require("@pulumi/azure-native/resources/index.js");
        const group = new resources.ResourceGroup("shop");
        new aksguard.PolicyAssignments("policy", { scope: group.id, ${policies} });`;

    it("go up, change, and go away", async () => {
        const regex = "^(mcr\\\\.microsoft\\\\.com|prod\\\\.azurecr\\\\.io)/.+$";
        const images = `containerImages: { allowedRegex: "${regex}", neededImages: [pulumi.output("prod.azurecr.io")] }`;
        const program = engine.program("policies", body(images));
        await engine.pulumi(program.folder, ["up", ...stack, "--yes", "--skip-preview"]);
        await engine.pulumi(program.folder, ["preview", ...stack, "--expect-no-changes"]);
        await engine.pulumi(program.folder, ["refresh", ...stack, "--yes"]);
        await engine.pulumi(program.folder, ["preview", ...stack, "--expect-no-changes"]);

        program.write(body(`${images}, podSecurity: { level: "Restricted" }, dryRun: true`));
        await engine.pulumi(program.folder, ["up", ...stack, "--yes", "--skip-preview"]);
        const resources = await exported(engine, program.folder, "test");
        const assignments = resources.filter((resource) => resource.type === type);
        assert.equal(assignments.length, 8);
        for (const { inputs } of assignments) {
            assert.equal(inputs?.["enforcementMode"], "DoNotEnforce");
        }
        await engine.pulumi(program.folder, ["destroy", ...stack, "--yes", "--skip-preview"]);
    });

    it("are replaced where they assign another definition, because they keep theirs for life", async () => {
        const hosts = (guid: string) => {
            const id = `/providers/Microsoft.Authorization/policyDefinitions/${guid}`;
            return body(`uniqueIngressHosts: { policyDefinitionId: "${id}" }`);
        };
        const program = engine.program("replaced", hosts("12345678-1234-4234-8234-123456789abc"));
        await engine.pulumi(program.folder, ["up", ...stack, "--yes", "--skip-preview"]);
        program.write(hosts("87654321-1234-4234-8234-123456789abc"));
        const output = await engine.pulumi(program.folder, ["up", ...stack, "--yes", "--skip-preview"]);
        assert.match(output, /policy-unique-ingress-hosts deleted original/);
        assert.match(output, /1 replaced/);
    });

    it("are judged when a late value is there, before any of them is created", async () => {
        const program = engine.program(
            "late",
            body('containerImages: { allowedRegex: group.name.apply((name) => "^" + name + "/") }'),
        );
        const output = await engine.pulumi(program.folder, ["up", ...stack, "--yes", "--skip-preview"], {
            fails: true,
        });
        assert.match(
            output,
            /containerImages\.allowedRegex is "\^shop\w+\/", which does not allow mcr\.microsoft\.com/,
        );
        const resources = await exported(engine, program.folder, "test");
        assert.deepEqual(
            resources.filter((resource) => resource.type === type),
            [],
        );
    });
});
