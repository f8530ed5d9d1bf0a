import assert from "node:assert/strict";
import { refusedChange } from "../../../components/cluster/api-server-hook";

const profile = (enablePrivateCluster: boolean | undefined, enableVnetIntegration?: boolean) => ({
    apiServerAccessProfile: {
        ...(enablePrivateCluster !== undefined && { enablePrivateCluster }),
        ...(enableVnetIntegration !== undefined && { enableVnetIntegration }),
    },
});

describe("refusedChange", () => {
    it("lets the knob be turned with VNet integration", () => {
        assert.equal(refusedChange(profile(true, true), profile(false, true)), undefined);
        assert.equal(refusedChange(profile(false, true), profile(true, true)), undefined);
    });

    it("lets VNet integration be turned on", () => {
        assert.equal(refusedChange(profile(true), profile(true, true)), undefined);
    });

    it("lets other changes pass", () => {
        assert.equal(refusedChange(profile(true), profile(true)), undefined);
        assert.equal(refusedChange({}, profile(false)), undefined);
    });

    it("refuses to make a private cluster public without VNet integration", () => {
        assert.equal(
            refusedChange(profile(true), profile(false)),
            "authorizedIpRanges was added, which would make the API server public. This cluster was made with connection PrivateLink, where it stays private for as long as it lives. Take the change back, or make a new cluster under another name, with the default connection.",
        );
    });

    it("refuses to make a public cluster private without VNet integration", () => {
        assert.equal(
            refusedChange(profile(undefined), profile(true)),
            "authorizedIpRanges was taken away, which would make the API server private. This cluster was made with connection PrivateLink, where it stays public for as long as it lives. Take the change back, or make a new cluster under another name, with the default connection.",
        );
    });

    it("refuses to take VNet integration back", () => {
        assert.equal(
            refusedChange(profile(true, true), profile(true)),
            "apiServerConnection is PrivateLink, and this cluster was made with VnetIntegration, which AKS cannot take back. Leave apiServerConnection out, or make a new cluster under another name.",
        );
    });

    const kms = (keyId?: string, enabled = true) => ({
        securityProfile: keyId === undefined ? {} : { azureKeyVaultKms: { enabled, keyId } },
    });

    it("lets the key of etcd be set, and be followed by one of its vault", () => {
        const key = "https://keys.vault.azure.net/keys/etcd/1";
        assert.equal(refusedChange(kms(), kms(key)), undefined);
        assert.equal(refusedChange(kms(key), kms("https://Keys.vault.azure.net/keys/other/2")), undefined);
        assert.equal(refusedChange(kms(key, false), kms()), undefined, "turned off beside the program");
        assert.equal(refusedChange(kms(key), kms("unknown at preview")), undefined);
    });

    it("refuses to take the right to the key of etcd away", () => {
        const key = "https://keys.vault.azure.net/keys/etcd/1";
        const why =
            "and the right to use the earlier key would go with this update, while secrets are still encrypted by it.";
        const then = "write all secrets again, run `pulumi refresh`, and then change the program.";
        assert.equal(
            refusedChange(kms(key), kms()),
            `kms was taken away, ${why} Make the change with \`az aks update --disable-azure-keyvault-kms\`, ${then}`,
        );
        assert.equal(
            refusedChange(kms(key), kms("https://others.vault.azure.net/keys/etcd/1")),
            `kms.keyId lies in another vault, ${why} Make the change with \`az aks update --azure-keyvault-kms-key-id\`, ${then}`,
        );
    });
});
