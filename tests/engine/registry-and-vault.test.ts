import assert from "node:assert/strict";
import { Engine, exported, type Program } from "./engine";

const pfx = Buffer.from([0x30, 0x82, 0x01, 0x02]).toString("base64");

/** A registry and two vaults in one network and one resource group. */
const body = ({ certificate = "shop", key = "etcd", recover = false } = {}) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { UserAssignedIdentity } = require("@pulumi/azure-native/managedidentity");
const { Workspace } = require("@pulumi/azure-native/operationalinsights");
const { name: resourceGroupName } = new ResourceGroup("kit");
const { privateEndpointSubnetId } = new aksguard.Network("kit", { resourceGroupName });
const { id: workspaceId } = new Workspace("kit", { resourceGroupName });
const kubelet = new UserAssignedIdentity("kubelet", { resourceGroupName });
const shared = { resourceGroupName, privateEndpointSubnetId, workspaceId, lock: true };
const registry = new aksguard.ContainerRegistry("images", {
    ...shared,
    artifactCache: true,
    pullPrincipalIds: { prod: kubelet.principalId },
});
const vault = new aksguard.KeyVault("first", {
    ...shared,
    certificates: { ${certificate}: pulumi.secret("${pfx}") },
    keys: [{ name: "${key}" }],
    recover: ${String(recover)},
});
const second = new aksguard.KeyVault("second", {
    resourceGroupName,
    privateEndpointSubnetId,
    privateDnsZoneId: vault.privateDnsZoneId,
    recover: ${String(recover)},
});
exports.loginServer = registry.loginServer;
exports.certificate = vault.certificateSecretIds.apply(({ ${certificate}: id }) => id);
exports.key = vault.keyIds.apply(({ ${key}: id }) => id);
exports.second = second.vaultUri;
`;

describe("a registry and vaults on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let program: Program;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program("private", body());
    });
    after(() => {
        engine.close();
    });

    it("go up in one network, behind two zones", async () => {
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /loginServer *: "images[0-9a-f]{8}\.azurecr\.io"/);
        assert.match(output, /certificate *: "https:\/\/first[0-9a-f]{8}\.vault\.azure\.net\/secrets\/shop"/);
        assert.match(output, /key *: "https:\/\/first[0-9a-f]{8}\.vault\.azure\.net\/keys\/etcd\/[0-9a-f]{32}"/);
    });

    it("have nothing to change, also after a refresh", async () => {
        await run("preview", "--expect-no-changes");
        await run("refresh", "--yes", "--skip-preview");
        await run("preview", "--expect-no-changes");
    });

    it("keep the certificate secret", async () => {
        const resources = await exported(engine, program.folder, "test");
        assert.doesNotMatch(JSON.stringify(resources), new RegExp(pfx.slice(0, 6)));
    });

    it("go away, the locks first and the secrets with their vault", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });

    it("leave the names of vaults behind, and come back where that is said", async () => {
        const up = ["up", "--stack", "test", "--yes", "--skip-preview"];
        const refused = await engine.pulumi(program.folder, up, { fails: true });
        assert.match(refused, /ConflictError.*already exists in deleted state/);
        program.write(body({ certificate: "shop2", key: "etcd2", recover: true }));
        assert.match(await engine.pulumi(program.folder, up), /secrets\/shop2"/);
    });
});
