import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { EncryptionKeys } from "../../../components/encryption-keys/encryption-keys";
import type { EncryptionKeysArgs } from "../../../components/encryption-keys/encryption-keys-args";
import { KeyVaultTier } from "../../../components/key-vault/key-vault-args";
import { record, registered } from "../../recorded-program";

const subscriptionId = "99999999-9999-4999-8999-999999999999";
const keyVaultId = `/subscriptions/${subscriptionId}/resourceGroups/security/providers/Microsoft.KeyVault/vaults/keys`;
const given: EncryptionKeysArgs = { resourceGroupName: "group", keyVaultId };
const keyType = "azure-native:keyvault:Key";
const version = "https://recorded.vault.azure.net/keys/recorded/0123456789abcdef0123456789abcdef";

async function recorded(args: Partial<EncryptionKeysArgs> = {}) {
    let outputs: Promise<string[]> | undefined;
    const registrations = await record(() => {
        const keys = new EncryptionKeys("prod_eu", { ...given, ...args });
        const all = pulumi.all([keys.keyVaultId, keys.kmsKeyId, keys.diskEncryptionSetId]);
        outputs = new Promise((resolve) => all.apply(resolve));
    });
    return { registrations, outputs: (await outputs) ?? [] };
}

describe("EncryptionKeys", () => {
    it("makes a key for secrets that does not rotate by itself", async () => {
        const { registrations } = await recorded();
        assert.deepEqual(registered(registrations, keyType, "prod_eu-etcd").inputs, {
            keyName: "prod-eu-etcd-aa02d2-rsa-3072",
            resourceGroupName: "security",
            vaultName: "keys",
            properties: { kty: "RSA", keySize: 3072, keyOps: ["encrypt", "decrypt"] },
        });
    });

    it("makes a key for disks that rotates, and a set that follows it", async () => {
        const { registrations, outputs } = await recorded({ diskKeyRotationMonths: 6 });
        assert.deepEqual(registered(registrations, keyType, "prod_eu-disks").inputs["properties"], {
            kty: "RSA",
            keySize: 3072,
            keyOps: ["wrapKey", "unwrapKey"],
            rotationPolicy: {
                lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P6M" } }],
            },
        });
        const set = registered(registrations, "azure-native:compute:DiskEncryptionSet", "prod_eu");
        const identity = registered(registrations, "azure-native:managedidentity:UserAssignedIdentity");
        assert.match(
            String((set.inputs["identity"] as { userAssignedIdentities: string[] }).userAssignedIdentities[0]),
            /userAssignedIdentities\/prod_eu-disks$/,
        );
        assert.deepEqual(
            { ...set.inputs, identity: undefined },
            {
                resourceGroupName: "group",
                encryptionType: "EncryptionAtRestWithCustomerKey",
                identity: undefined,
                activeKey: { keyUrl: version },
                rotationToLatestKeyVersionEnabled: true,
            },
        );
        const role = registered(registrations, "azure-native:authorization:RoleAssignment", "prod_eu-disks-key");
        assert.ok(set.dependencies.includes(role.urn), "the right is there before the set");
        assert.ok(role.dependencies.includes(identity.urn));
        assert.match(String(role.inputs["roleDefinitionId"]), /e147488a-f6f5-4113-8e2d-b22465e65bf6$/);
        assert.ok(String(role.inputs["roleDefinitionId"]).startsWith(`/subscriptions/${subscriptionId}/`));
        assert.match(String(role.inputs["scope"]), /Key\/prod_eu-disks$/);
        assert.deepEqual(outputs.slice(0, 2), [keyVaultId, version]);
        assert.match(outputs[2] ?? "", /DiskEncryptionSet\/prod_eu$/);
    });

    it("keeps keys that the program no longer has", async () => {
        const { registrations } = await recorded();
        const keys = registrations.filter(({ type }) => type === keyType);
        assert.deepEqual(
            keys.map(({ retainOnDelete }) => retainOnDelete),
            [true, true],
        );
    });

    it("makes keys of hardware, and of another size", async () => {
        const { registrations } = await recorded({ tier: KeyVaultTier.Premium, size: 4096, disks: false });
        const { inputs } = registered(registrations, keyType);
        assert.deepEqual(inputs["properties"], { kty: "RSA-HSM", keySize: 4096, keyOps: ["encrypt", "decrypt"] });
        assert.match(String(inputs["keyName"]), /^prod-eu-etcd-[0-9a-f]{6}-rsa-hsm-4096$/);
    });

    it("makes one part without the other", async () => {
        const withoutDisks = await recorded({ disks: false });
        assert.deepEqual(
            withoutDisks.registrations.map(({ type }) => type),
            ["aksguard:index:EncryptionKeys", keyType],
        );
        assert.equal(withoutDisks.outputs[2], "");
        const withoutSecrets = await recorded({ secrets: false });
        assert.equal(withoutSecrets.registrations.filter(({ type }) => type === keyType).length, 1);
        assert.equal(withoutSecrets.outputs[1], "");
    });

    it("takes a vault that comes late", async () => {
        const { registrations } = await recorded({ keyVaultId: pulumi.output(keyVaultId), disks: false });
        const { inputs } = registered(registrations, keyType);
        assert.deepEqual([inputs["resourceGroupName"], inputs["vaultName"]], ["security", "keys"]);
    });

    it("rejects all that cannot work at once", async () => {
        const registrations = await record(() => {
            const wrong = { resourceGroupName: "group", keyVaultId: "keys", tier: "hsm", size: 2048 };
            assert.throws(
                () =>
                    new EncryptionKeys("prod", { ...wrong, diskKeyRotationMonths: 0 } as unknown as EncryptionKeysArgs),
                {
                    message: [
                        'EncryptionKeys "prod" was given 4 arguments that cannot work:',
                        '  - keyVaultId is "keys", which is not the ARM id of a key vault. Set the id that `az keyvault show --query id` prints.',
                        '  - tier is "hsm", which is not among its values. Set one of standard, premium.',
                        "  - size is 2048, where keys are RSA of 3072 or 4096 bits. Set one of the two.",
                        "  - diskKeyRotationMonths is 0, where it takes whole months, 1 to 120. Set a number in that range.",
                    ].join("\n"),
                },
            );
            assert.throws(() => new EncryptionKeys("prod", { ...given, secrets: false, disks: false }), {
                message: [
                    'EncryptionKeys "prod" was given an argument that cannot work:',
                    "  - disks is false, and secrets is false as well: nothing would be made. Leave one of the two out.",
                ].join("\n"),
            });
            assert.throws(() => new EncryptionKeys("prod", { ...given, disks: false, diskKeyRotationMonths: 3 }), {
                message: [
                    'EncryptionKeys "prod" was given an argument that cannot work:',
                    "  - diskKeyRotationMonths is 3, and disks is false: there is no key to rotate. Leave it out, or leave disks out.",
                ].join("\n"),
            });
        });
        assert.deepEqual(registrations, []);
    });
});
