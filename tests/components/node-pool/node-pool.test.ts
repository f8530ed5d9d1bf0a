import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";

describe("NodePool", () => {
    it("joins a cluster that exists", async () => {
        const registrations = await record(
            () => new aksguard.NodePool("kit", { clusterId, subnetId: "subnet-id", name: "gpu", minCount: 0 }),
        );
        assert.deepEqual(registered(registrations, "azure-native:containerservice:AgentPool").inputs, {
            resourceGroupName: "given",
            resourceName: "prod",
            agentPoolName: "gpu",
            mode: "User",
            type: "VirtualMachineScaleSets",
            vmSize: "Standard_D4ds_v5",
            osType: "Linux",
            osSKU: "AzureLinux",
            enableAutoScaling: true,
            minCount: 0,
            maxCount: 5,
            enableNodePublicIP: false,
            vnetSubnetID: "subnet-id",
        });
    });

    it("raises the most nodes with the fewest", async () => {
        const registrations = await record(
            () => new aksguard.NodePool("kit", { clusterId, subnetId: "subnet-id", name: "big", minCount: 8 }),
        );
        assert.equal(registered(registrations, "azure-native:containerservice:AgentPool").inputs["maxCount"], 8);
    });

    it("rejects the name of a cluster in place of its id", () => {
        assert.throws(() => new aksguard.NodePool("kit", { clusterId: "prod", subnetId: "subnet-id", name: "gpu" }), {
            message:
                'NodePool "kit" was given an argument that cannot work:\n' +
                '  - clusterId is "prod", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.',
        });
    });
});
