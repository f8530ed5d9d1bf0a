import assert from "node:assert/strict";

import { Program } from "./program";

const retrying = `
const pulumi = require("@pulumi/pulumi");
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { RoleAssignment } = require("@pulumi/azure-native/authorization");
const { UserAssignedIdentity } = require("@pulumi/azure-native/managedidentity");
const retry = new pulumi.ErrorHook("retry", (args) => args.errors.length < 4 && /Code="PrincipalNotFound"/.test(args.errors[0]));
const note = new pulumi.ResourceHook("note", (args) => { console.log("about to make " + args.name); });
const group = new ResourceGroup("rg");
const identity = new UserAssignedIdentity("id", { resourceGroupName: group.name });
new RoleAssignment("role", {
    scope: group.id,
    principalId: identity.principalId,
    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
    principalType: "ServicePrincipal",
}, { hooks: { onError: [retry], beforeCreate: [note] } });
`;

describe("a program that fails in the sandbox", function () {
    this.timeout(120_000);
    this.slow(10_000);
    const opened: Program[] = [];
    after(async () => {
        await Promise.all(opened.map((program) => program.close()));
    });
    const create = async (options: Parameters<typeof Program.create>[0]) => {
        const program = await Program.create(options);
        opened.push(program);
        return program;
    };

    it("tries again by an error hook, with ARM's own words to go by", async () => {
        const type = "Microsoft.Authorization/roleAssignments";
        const program = await create({
            source: retrying,
            faults: [{ operation: "create", type, error: "PrincipalNotFound", times: 2 }],
        });
        const { exitCode, output } = await program.pulumi("up", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, output);
        assert.match(output, /4 created/);
        assert.match(output, /about to make role/);
    });

    it("keeps a resource that was accepted and then failed, and repairs it", async () => {
        const source = `const { ResourceGroup } = require("@pulumi/azure-native/resources"); new ResourceGroup("rg", { tags: process.env.TAGS ? { a: "b" } : {} });`;
        const type = "azure-native:resources:ResourceGroup";
        const program = await create({ source, faults: [{ operation: "create", type, name: "rg", error: "Failed" }] });
        const failed = await program.pulumi("up", "--yes", "--skip-preview");
        assert.notEqual(failed.exitCode, 0);
        assert.match(failed.output, /Code="OperationFailed"/);
        assert.match((await program.pulumi("stack", "export")).stdout, /azure-native:resources:ResourceGroup/);
        const repaired = await program.pulumi("up", "--yes", "--skip-preview");
        assert.equal(repaired.exitCode, 0, repaired.output);
    });

    it("is told all that is wrong with its inputs at once", async () => {
        const source = `
            const { ResourceGroup } = require("@pulumi/azure-native/resources");
            const { ManagedCluster } = require("@pulumi/azure-native/containerservice");
            new ResourceGroup("rg", { tagz: {} });
            new ManagedCluster("aks", { resourceGroupName: "rg", aadProfile: { adminGroups: [] }, disableLocalAccounts: "yes", apiServerAccessProfile: "private" });
        `;
        const { exitCode, output } = await (await create({ source })).pulumi("preview");
        assert.notEqual(exitCode, 0);
        assert.match(output, /unknown property 'aadProfile\.adminGroups'/);
        assert.match(output, /'disableLocalAccounts' should be a boolean but got a string/);
        assert.match(output, /'apiServerAccessProfile' should be an object but got a string/);
    });

    it("is told that a provider does not stand in", async () => {
        const source = `const { CustomResource } = require("@pulumi/pulumi"); new CustomResource("elsewhere:index:Thing", "thing", {});`;
        const { exitCode, output } = await (await create({ source })).pulumi("preview");
        assert.notEqual(exitCode, 0);
        assert.match(output, /elsewhere/);
        assert.doesNotMatch(output, /undefined|panic/);
    });

    it("is told of settings that only another backend can decrypt", async () => {
        const settings =
            "secretsprovider: azurekeyvault://x\nencryptedkey: abc\nconfig:\n  tiny:password:\n    secure: abc\n";
        const program = await create({ source: "", settings });
        await assert.rejects(program.pulumi("preview"), /Pulumi\.dev\.yaml holds encrypted values \(tiny:password\)/);
    });
});
