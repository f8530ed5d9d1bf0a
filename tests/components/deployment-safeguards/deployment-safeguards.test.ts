import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";
const type = "azure-native:containerservice:DeploymentSafeguard";

describe("DeploymentSafeguards", () => {
    it("enforces on a cluster that exists", async () => {
        const registrations = await record(() => new aksguard.DeploymentSafeguards("kit", { clusterId }));
        assert.deepEqual(registered(registrations, type, "kit").inputs, { resourceUri: clusterId, level: "Enforce" });
    });

    it("warns, and leaves namespaces out, where that is said", async () => {
        const registrations = await record(
            () => new aksguard.DeploymentSafeguards("kit", { clusterId, level: "Warn", excludedNamespaces: ["kured"] }),
        );
        assert.deepEqual(registered(registrations, type).inputs, {
            resourceUri: clusterId,
            level: "Warn",
            excludedNamespaces: ["kured"],
        });
    });

    it("rejects what AKS would not take", () => {
        const args = { clusterId: "prod", level: "Off" as "Warn", excludedNamespaces: ["*"] };
        assert.throws(() => new aksguard.DeploymentSafeguards("kit", args), {
            message:
                'DeploymentSafeguards "kit" was given 3 arguments that cannot work:\n' +
                '  - clusterId is "prod", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.\n' +
                '  - level is "Off", which is not among its values. Set one of Enforce, Warn.\n' +
                '  - excludedNamespaces[0] is "*", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
        });
    });
});
