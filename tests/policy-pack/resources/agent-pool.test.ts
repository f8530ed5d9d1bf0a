import assert from "node:assert/strict";

import { Property } from "../../../policy-pack/property";
import { agentPool } from "../../../policy-pack/resources/agent-pool";
import { nativeTokens } from "../fixtures";

const native = "azure-native:containerservice:ManagedCluster";
const classic = "azure:containerservice/kubernetesCluster:KubernetesCluster";
const classicPool = "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool";

function poolsOf(type: string, props: object) {
    return [...agentPool.views({ type, name: "subject", properties: Property.root(props) })];
}

describe("the node pools of a cluster", () => {
    it("are those that are given", () => {
        for (const type of nativeTokens(native)) {
            assert.equal(poolsOf(type, { agentPoolProfiles: [null, {}] }).length, 1);
        }
        assert.equal(poolsOf(classic, { defaultNodePool: {} }).length, 1);
        assert.equal(poolsOf(classic, {}).length, 0);
    });

    it("have the image that the classic provider says", () => {
        const fips = (props: object) => poolsOf(classicPool, props).map(({ enableFIPS }) => enableFIPS.effective);
        assert.deepEqual(fips({ fipsEnabled: true }), [true]);
        assert.deepEqual(fips({}), [false]);
    });

    it("are provisioned as their cluster says, in any case", () => {
        const props = { agentPoolProfiles: [{}], nodeProvisioningProfile: { mode: "auto" } };
        assert.deepEqual(
            poolsOf(native, props).map(({ nodeProvisioningMode }) => nodeProvisioningMode.effective),
            ["Auto"],
        );
    });
});
