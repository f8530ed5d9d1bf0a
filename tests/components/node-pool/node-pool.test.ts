import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const subnetId =
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/hub/subnets/nodes";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";

describe("NodePool", () => {
    it("joins a cluster that exists", async () => {
        const registrations = await record(
            () => new aksguard.NodePool("kit", { clusterId, subnetId, name: "gpu", minCount: 0 }),
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
            enableEncryptionAtHost: false,
            enableFIPS: false,
            securityProfile: { enableSecureBoot: true, enableVTPM: true },
            vnetSubnetID: subnetId,
            upgradeSettings: {
                maxSurge: "33%",
                drainTimeoutInMinutes: 30,
                nodeSoakDurationInMinutes: 0,
                undrainableNodeBehavior: "Cordon",
            },
        });
    });

    it("is upgraded as the arguments say", async () => {
        const registrations = await record(
            () =>
                new aksguard.NodePool("kit", {
                    clusterId,
                    subnetId,
                    name: "batch",
                    upgradeMaxSurge: "1",
                    upgradeDrainTimeoutInMinutes: 1440,
                    upgradeNodeSoakDurationInMinutes: 5,
                    upgradeUndrainableNodeBehavior: "Schedule",
                }),
        );
        assert.deepEqual(
            registered(registrations, "azure-native:containerservice:AgentPool").inputs["upgradeSettings"],
            {
                maxSurge: "1",
                drainTimeoutInMinutes: 1440,
                nodeSoakDurationInMinutes: 5,
                undrainableNodeBehavior: "Schedule",
            },
        );
    });

    it("rejects upgrades that AKS would not do", () => {
        const upgrade = {
            upgradeMaxSurge: "0",
            upgradeDrainTimeoutInMinutes: 4,
            upgradeNodeSoakDurationInMinutes: 31,
            upgradeUndrainableNodeBehavior: "Ignore" as "Cordon",
        };
        assert.throws(() => new aksguard.NodePool("kit", { clusterId, subnetId, name: "gpu", ...upgrade }), {
            message:
                'NodePool "kit" was given 4 arguments that cannot work:\n' +
                '  - upgradeMaxSurge is "0", which is neither a number of nodes nor a share of the pool. Set it as text, from "1" or from "1%" to "100%".\n' +
                "  - upgradeDrainTimeoutInMinutes is 4, where AKS waits between 5 and 1440 minutes. Set a whole number of minutes in that range.\n" +
                "  - upgradeNodeSoakDurationInMinutes is 31, where AKS waits between 0 and 30 minutes. Set a whole number of minutes in that range.\n" +
                '  - upgradeUndrainableNodeBehavior is "Ignore", which is not among its values. Set one of Cordon, Schedule.',
        });
    });

    it("raises the most nodes with the fewest", async () => {
        const registrations = await record(
            () => new aksguard.NodePool("kit", { clusterId, subnetId, name: "big", minCount: 8 }),
        );
        assert.equal(registered(registrations, "azure-native:containerservice:AgentPool").inputs["maxCount"], 8);
    });

    it("rejects the name of a cluster in place of its id", () => {
        assert.throws(() => new aksguard.NodePool("kit", { clusterId: "prod", subnetId, name: "gpu" }), {
            message:
                'NodePool "kit" was given an argument that cannot work:\n' +
                '  - clusterId is "prod", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.',
        });
    });

    it("rejects disks that no image fits on", () => {
        const args = { clusterId, subnetId, name: "gpu", osDiskSizeGb: 5 };
        assert.throws(() => new aksguard.NodePool("kit", args), {
            message:
                'NodePool "kit" was given an argument that cannot work:\n' +
                "  - osDiskSizeGb is 5, where AKS makes disks of 30 to 2048 GiB. Set a whole number in that range, or leave it out for what the size of the machine suggests.",
        });
    });

    it("rejects nodes without a subnet", () => {
        const args = { clusterId, name: "gpu" } as aksguard.NodePoolArgs;
        assert.throws(() => new aksguard.NodePool("kit", args), {
            message:
                'NodePool "kit" was given an argument that cannot work:\n' +
                "  - subnetId is unset, which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.",
        });
    });
});
