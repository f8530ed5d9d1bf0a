import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { isOfLandscape } from "../../../sandbox/landscape";
import { Program } from "./program";

const network = (extra = "", opts = "{}") => `
const pulumi = require("@pulumi/pulumi");
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { VirtualNetwork, Subnet } = require("@pulumi/azure-native/network");
const { Group } = require("@pulumi/azuread");
const group = new ResourceGroup("rg");
const net = new VirtualNetwork("net", { resourceGroupName: group.name, addressSpace: { addressPrefixes: ["10.0.0.0/16"] }, ${extra} }, ${opts});
const subnet = new Subnet("nodes", { resourceGroupName: group.name, virtualNetworkName: net.name, addressPrefix: "10.0.0.0/24" });
new Group("admins", { displayName: "admins", securityEnabled: true });
exports.id = subnet.id;
exports.word = pulumi.secret("unutterable").apply((word) => word + net.name);
`;

describe("a program in the sandbox, from preview to destroy", function () {
    this.timeout(120_000);
    this.slow(10_000);
    let program: Program;
    let tracked: string;
    before(async () => {
        program = await Program.create({ source: network() });
        tracked = readFileSync(join(program.folder, "Pulumi.dev.yaml"), "utf8");
    });
    after(async () => {
        await program.close();
    });

    it("previews a stack that does not exist yet, with unknown outputs", async () => {
        const { exitCode, output } = await program.pulumi("preview");
        assert.equal(exitCode, 0, output);
        assert.match(output, /\+ 5 to create/);
        assert.match(output, /id\s*: \[unknown\]/);
    });

    it("goes up, and everything gets ARM's ids", async () => {
        const { exitCode, output } = await program.pulumi("up", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, output);
        assert.match(
            output,
            /id\s*: "\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/rg[0-9a-f]{8}\/providers\/Microsoft\.Network\/virtualNetworks\/net[0-9a-f]{8}\/subnets\/nodes"/,
        );
    });

    it("has nothing to change afterwards", async () => {
        const { exitCode, output } = await program.pulumi("preview", "--expect-no-changes");
        assert.equal(exitCode, 0, output);
    });

    it("updates in place what ARM can change, and replaces what it cannot", async () => {
        program.write(network(`tags: { a: "b" }`));
        assert.match((await program.pulumi("preview")).output, /~ 1 to update/);
        program.write(network(`location: "northeurope"`));
        assert.match((await program.pulumi("preview")).output, /\+-2 to replace|\+-1 to replace/);
    });

    it("gives each provider of the program its own location", async () => {
        program.write(`
            const { Provider } = require("@pulumi/azure-native/provider");
            const { ResourceGroup } = require("@pulumi/azure-native/resources");
            exports.here = new ResourceGroup("here").location;
            exports.there = new ResourceGroup("there", {}, { provider: new Provider("north", { location: "northeurope" }) }).location;
        `);
        const { output } = await program.pulumi("preview");
        assert.match(output, /here *: "westeurope"/);
        assert.match(output, /there *: "northeurope"/);
        program.write(network());
    });

    it("leaves alone what the program ignores", async () => {
        program.write(network(`tags: { a: "b" }`, `{ ignoreChanges: ["tags"] }`));
        const { exitCode, output } = await program.pulumi("preview", "--expect-no-changes");
        assert.equal(exitCode, 0, output);
        program.write(network());
    });

    it("keeps secrets out of the exported stack", async () => {
        const { exitCode, output, stdout } = await program.pulumi("stack", "export");
        assert.equal(exitCode, 0, output);
        assert.doesNotMatch(stdout, /unutterable/);
        assert.match(stdout, /azure-native:network:Subnet/);
    });

    it("notices on refresh what somebody else has deleted", async () => {
        const file = join(program.sandbox.directory, "cloud.json");
        const { resources } = JSON.parse(readFileSync(file, "utf8")) as { resources: { id: string; token: string }[] };
        const subnet = resources.find(({ token }) => token.endsWith("Subnet"));
        writeFileSync(file, JSON.stringify({ resources: resources.filter((resource) => resource !== subnet) }));
        const { exitCode, output } = await program.pulumi("refresh", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, output);
        assert.match(output, /- 1 deleted/);
    });

    it("destroys what is left", async () => {
        const { exitCode, output } = await program.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, output);
        const file = join(program.sandbox.directory, "cloud.json");
        const { resources } = JSON.parse(readFileSync(file, "utf8")) as { resources: { id: string }[] };
        assert.deepEqual(
            resources.filter((resource) => !isOfLandscape(resource)),
            [],
        );
    });

    it("has changed no file of the program", () => {
        assert.equal(readFileSync(join(program.folder, "Pulumi.dev.yaml"), "utf8"), tracked);
        const files = ["Pulumi.dev.yaml", "Pulumi.yaml", "index.js", "node_modules", "package.json"];
        assert.deepEqual(readdirSync(program.folder).sort(), files);
    });
});
