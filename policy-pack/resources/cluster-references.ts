import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { managedCluster } from "./managed-cluster";
import { azureClassic } from "./type-token";

/** The plans by which AKS updates a cluster, as ARM names them. */
export type Schedule = "aksManagedAutoUpgradeSchedule" | "aksManagedNodeOSUpgradeSchedule";

/** What a cluster refers to, and what it has inside of itself in one provider and beside it in the other. */
export interface ClusterReferences {
    /** The window of a plan inside of the cluster; `undefined` where windows are resources of their own. */
    readonly ownWindow: (schedule: Schedule) => Property | undefined;
    /** The Application Gateway that the ingress controller of the add-on configures: unset where there is none. */
    readonly ingressGatewayId: () => Property;
    /** The identity that pulls images: unset where AKS makes one. */
    readonly kubeletIdentityId: Property;
    /** The identities of the control plane: a list, or a map by id. */
    readonly identities: Property;
}

const isClassic = azureClassic("containerservice", "KubernetesCluster");

/** AKS clusters of both providers. */
export const clusterReferences: ResourceKind<ClusterReferences> = {
    name: managedCluster.name,
    matches: (type) => managedCluster.matches(type),
    *views({ type, properties }) {
        yield isClassic(type) ? classic(properties) : native(properties);
    },
};

function native(cluster: Property): ClusterReferences {
    return {
        ownWindow: () => undefined,
        ingressGatewayId: () => {
            const name = "ingressApplicationGateway";
            const addOns = cluster.at("addonProfiles").members();
            const found = addOns.find((addOn) => addOn.name.toLowerCase() === name.toLowerCase());
            const addOn = found?.property ?? cluster.in("addonProfiles", name);
            const isOff = addOn.at("enabled").isKnown && addOn.at("enabled").value !== true;
            return addOn.in("config", isOff ? "none" : "applicationGatewayId");
        },
        kubeletIdentityId: cluster.in("identityProfile", "kubeletidentity", "resourceId"),
        identities: cluster.in("identity", "userAssignedIdentities"),
    };
}

/** Names of versions 6, 5 and 4. */
function classic(cluster: Property): ClusterReferences {
    return {
        ownWindow: (schedule) =>
            cluster.at(
                schedule === "aksManagedAutoUpgradeSchedule"
                    ? "maintenanceWindowAutoUpgrade"
                    : "maintenanceWindowNodeOs",
            ),
        ingressGatewayId: () =>
            spelt(
                cluster.in("ingressApplicationGateway", "gatewayId"),
                cluster.in("addonProfile", "ingressApplicationGateway", "gatewayId"),
            ),
        kubeletIdentityId: cluster.in("kubeletIdentity", "userAssignedIdentityId"),
        identities: cluster.in("identity", "identityIds"),
    };
}
