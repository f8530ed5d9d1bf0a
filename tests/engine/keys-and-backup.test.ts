import assert from "node:assert/strict";
import { Engine } from "./engine";

/** A cluster under own keys, and its backups. */
const body = (backup: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { name: resourceGroupName } = new ResourceGroup("kit");
const network = new aksguard.Network("hub", { resourceGroupName, addressSpace: "10.8.0.0/16" });
const { privateEndpointSubnetId } = network;
const vault = new aksguard.KeyVault("kit", { resourceGroupName, privateEndpointSubnetId });
const keys = new aksguard.EncryptionKeys("kit", { resourceGroupName, keyVaultId: vault.vaultId });
const cluster = new aksguard.Cluster("kit", {
    resourceGroupName,
    existingNetwork: { nodeSubnetId: network.nodeSubnetId, apiServerSubnetId: network.apiServerSubnetId },
    kms: { keyId: keys.kmsKeyId, keyVaultId: keys.keyVaultId },
    diskEncryptionSetId: keys.diskEncryptionSetId,
});
new aksguard.ClusterBackup("kit", {
    clusterId: cluster.clusterId,
    controlPlanePrincipalId: cluster.controlPlanePrincipalId,
    resourceGroupName,
    privateEndpointSubnetId,
    ${backup}
});
exports.kmsKeyId = keys.kmsKeyId;
`;

describe("own keys and backups on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let program: ReturnType<Engine["program"]>;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program("keys", body(""));
    });
    after(() => {
        engine.close();
    });

    it("go up in one program, each right before what needs it", async () => {
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(
            output,
            /kmsKeyId *: "https:\/\/kit[0-9a-f]{8}\.vault\.azure\.net\/keys\/kit-etcd-rsa-3072\/[0-9a-f]{32}"/,
        );
    });

    it("have nothing to change", async () => {
        await run("preview", "--expect-no-changes");
    });

    it("move to another plan of backups before the old one goes", async () => {
        program.write(body("intervalHours: 12, vaultRetentionDays: 90"));
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /BackupInstance kit updated/);
        assert.match(output, /BackupPolicy kit (deleted original|deleted)/);
    });

    it("go away, but for the keys", async () => {
        const output = await run("destroy", "--yes", "--skip-preview");
        assert.match(output, /keyvault:Key kit-etcd (retained|deleted)/);
    });
});
