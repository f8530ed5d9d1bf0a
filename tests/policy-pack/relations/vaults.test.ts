import assert from "node:assert/strict";

import { Undetermined } from "../../../policy-pack/property";
import { mayGetSecrets } from "../../../policy-pack/relations/vault-access";
import { vaultsOf } from "../../../policy-pack/relations/vaults-of-gateway";
import { gatewayReferences } from "../../../policy-pack/resources/gateway-references";
import { vault as vaultKind } from "../../../policy-pack/resources/vault";
import { applicationGateway, vault } from "../fixtures";
import { UNKNOWN } from "../sdk-server";
import type { Member } from "../stack-policy-tester";
import { stackOf } from "./stack-of";

const called = (vaultName: unknown): Member => ({ ...vault(), props: { ...vault().props, vaultName } });
const kit = called("kit");
const other = called("other");
const secret: Member = { type: "azure-native:keyvault:Secret", props: { vaultName: "kit" } };

describe("the vaults of a gateway", () => {
    const vaults = (
        certificates: unknown[],
        madeFrom: readonly string[] = [],
        members: Record<string, Member> = { kit, other },
    ) => {
        const sslCertificates = certificates.map((keyVaultSecretId) => ({ keyVaultSecretId }));
        const gateway = { ...applicationGateway({ sslCertificates }), madeFrom: { sslCertificates: madeFrom } };
        const { stack, named } = stackOf({ ...members, gateway });
        const [found] = stack.of(gatewayReferences);
        assert.ok(found !== undefined);
        return vaultsOf(found.view, named("gateway"), stack).map(({ resource }) => resource.name);
    };

    it("are those that its certificates name, each once", () => {
        const id = "https://KIT.vault.azure.net/secrets/shop";
        assert.deepEqual(vaults([id, `${id}/1`]), ["kit"]);
        assert.deepEqual(vaults(["https://third.vault.azure.net/secrets/shop", "", "kit"]), []);
        assert.deepEqual(vaults([`see ${id}`]), []);
        assert.deepEqual(vaults(["no URL"], [], { late: called(UNKNOWN) }), []);
    });

    it("are those that certificates were made from, or what these are in", () => {
        const network: Member = { type: "azure-native:network:VirtualNetwork", props: { vaultName: "kit" } };
        const members = { kit, other, secret, network };
        assert.deepEqual(vaults([UNKNOWN], ["other"], members), ["other"]);
        assert.deepEqual(vaults([UNKNOWN], ["late"], { late: called(UNKNOWN) }), ["late"]);
        assert.deepEqual(vaults([UNKNOWN], ["secret", "network"], members), ["kit"]);
        assert.throws(
            () => vaults([UNKNOWN], ["network"], members),
            new Undetermined("gateway.sslCertificates[0].keyVaultSecretId"),
        );
        assert.deepEqual(vaults([UNKNOWN], [], {}), []);
    });
});

describe("an access policy", () => {
    const identity: Member = {
        type: "azure-native:managedidentity:UserAssignedIdentity",
        props: { resourceName: "mine" },
        outputs: { resourceName: "mine", principalId: "abc" },
    };
    const somebody: Member = { ...identity, outputs: { principalId: "def" } };
    const unused: Member = { ...identity, outputs: { principalId: "ghi" } };
    const policy = (objectId: string, secrets: unknown[], vaultName = "kit"): Member => ({
        type: "azure-native:keyvault:AccessPolicy",
        props: { vaultName, policy: { objectId, permissions: { secrets } } },
    });
    const mayRead = (access: Member) => {
        const { stack, named } = stackOf({ kit, other, identity, somebody, unused, access });
        const [found] = stack.of(vaultKind);
        assert.ok(found !== undefined);
        return mayGetSecrets([named("unused"), named("identity")], found, stack);
    };

    it("lets those read that it names, by the right operation", () => {
        assert.equal(mayRead(policy("abc", ["list", "Get"])), true);
        assert.equal(mayRead(policy("abc", ["All"])), true);
        for (const operation of ["list", "getAll", "forget", null]) {
            assert.equal(mayRead(policy("abc", [operation])), false, String(operation));
        }
    });

    it("lets nobody else read, and opens no other vault", () => {
        assert.equal(mayRead(policy("def", ["get"])), false);
        assert.equal(mayRead(policy("another program's", ["get"])), false);
        assert.equal(mayRead(policy("abc", ["get"], "other")), false);
        assert.equal(mayRead(policy("abc", ["get"], "another program's")), false);
    });
});
