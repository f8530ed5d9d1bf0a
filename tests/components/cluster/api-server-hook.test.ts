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
});
