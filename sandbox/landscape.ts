import { AzureNativeProvider } from "./azure-native/provider";
import type { CertificateAuthority } from "./kube-apiserver/authority";
import { account } from "./providers/account";
import type { Cloud } from "./providers/cloud";
import { FaultPlan } from "./providers/fault";
import type { PropertyMap } from "./providers/property";

/*
 * What somebody else made before: a program that adds parts to a cluster that exists finds one. It uses Entra ID and
 * Cilium, and has nothing else that a program could want to add.
 */

const resourceGroupName = "platform";
const resourceName = "shared";
const group = `/subscriptions/${account.subscriptionId}/resourceGroups/${resourceGroupName}`;

/** The resource group that AKS made with the cluster. */
const nodeGroup = `/subscriptions/${account.subscriptionId}/resourceGroups/MC_${resourceGroupName}_${resourceName}_westeurope`;

/** Whether a resource is one of those that are there from the start. */
export function isOfLandscape({ id }: { readonly id: string }): boolean {
    return [group, nodeGroup].some((place) => id === place || id.startsWith(`${place}/`));
}

/** ARM id of the cluster that is there from the start. */
export const existingClusterId = `${group}/providers/Microsoft.ContainerService/managedClusters/${resourceName}`;

const aksRbacClusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

const resources: readonly (readonly [type: string, inputs: PropertyMap])[] = [
    ["azure-native:resources:ResourceGroup", { resourceGroupName, location: "westeurope" }],
    [
        "azure-native:containerservice:ManagedCluster",
        {
            resourceGroupName,
            resourceName,
            location: "westeurope",
            dnsPrefix: resourceName,
            identity: { type: "SystemAssigned" },
            enableRBAC: true,
            aadProfile: { managed: true, enableAzureRBAC: true },
            disableLocalAccounts: true,
            oidcIssuerProfile: { enabled: true },
            securityProfile: { workloadIdentity: { enabled: true } },
            addonProfiles: { azurepolicy: { enabled: true } },
            networkProfile: {
                networkPlugin: "azure",
                networkPluginMode: "overlay",
                networkDataplane: "cilium",
                networkPolicy: "cilium",
            },
            agentPoolProfiles: [{ name: "system", mode: "System", vmSize: "Standard_D4ds_v5", count: 3 }],
        },
    ],
    [
        "azure-native:authorization:RoleAssignment",
        {
            scope: existingClusterId,
            principalId: account.objectId,
            principalType: "User",
            roleAssignmentName: "0b9b6a0e-6f0c-4c8e-9a39-3f1f3b3d7c11",
            roleDefinitionId: `/subscriptions/${account.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${aksRbacClusterAdmin}`,
        },
    ],
];

/** Puts it into a subscription in which there is nothing yet. */
export async function settle(cloud: Cloud, authority: CertificateAuthority): Promise<void> {
    if (cloud.filter(() => true).length > 0) return;
    // What is to go wrong goes wrong for the program, not before it.
    const azure = new AzureNativeProvider(cloud, new FaultPlan([]), authority);
    for (const [type, inputs] of resources) {
        await azure.create({ peer: "", urn: "", type, name: resourceName, inputs: { ...inputs }, preview: false });
    }
}
