import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { EncryptionKeysArgs } from "../../../components";
import { madeWith, refusedPlace } from "../../../components/encryption-keys/made-with";

const end =
    "The disk encryption set would be another one, and with it every cluster whose disks it encrypts. Take the change back, or make keys under another name for a new cluster.";

function change(before: Partial<EncryptionKeysArgs>, after: Partial<EncryptionKeysArgs>): string | undefined {
    const args = { resourceGroupName: "keys", keyVaultId: "vault" };
    return refusedPlace(madeWith({ ...args, ...before }), madeWith({ ...args, ...after }));
}

describe("a change that would replace a disk encryption set", () => {
    it("is another resource group, or another region", () => {
        assert.equal(
            change({}, { resourceGroupName: "other" }),
            `resourceGroupName changed (resourceGroupName from keys to other). ${end}`,
        );
        assert.equal(
            change({ location: "westeurope" }, { location: "northeurope" }),
            `location changed (location from westeurope to northeurope). ${end}`,
        );
    });

    it("is not what makes further keys, another spelling, nor a value that comes late", () => {
        assert.equal(change({}, { size: 4096, keyVaultId: "other" }), undefined);
        assert.equal(change({ location: "westeurope" }, { location: "West Europe" }), undefined);
        assert.equal(change({}, { resourceGroupName: pulumi.output("late") }), undefined);
    });
});
