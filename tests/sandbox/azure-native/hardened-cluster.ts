import type { PropertyMap, PropertyValue } from "../../../sandbox/providers/property";
import { isMap } from "../../../sandbox/providers/property";
import { Arm, type Created, withGroup } from "./arm";

const roles = {
    networkContributor: "4d97b98b-1d4f-4787-a291-c67834d212e7",
    zoneContributor: "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
    identityOperator: "f1a07417-d97a-45cb-824c-7a7467783830",
};

/** A subscription with everything that a private cluster in its own network stands on. */
export interface Foundation {
    readonly arm: Arm;
    readonly nodes: Created;
    readonly apiServer: Created;
    readonly zone: Created;
    readonly controlPlane: Created;
    readonly kubelet: Created;
    /** Inputs that AKS accepts. */
    readonly cluster: PropertyMap;
}

/** Which of the role assignments are there. */
export interface Grants {
    readonly network?: boolean;
    readonly zone?: boolean;
    readonly kubelet?: boolean;
}

/** Builds the foundation; a test leaves out what it is about. */
export async function foundation(grants: Grants = {}, arm = new Arm()): Promise<Foundation> {
    const resourceGroupName = await withGroup(arm);
    const network = "azure-native:network:";
    const vnet = await arm.create(`${network}VirtualNetwork`, {
        resourceGroupName,
        virtualNetworkName: "vnet",
        addressSpace: { addressPrefixes: ["10.10.0.0/16"] },
    });
    const inVnet = { resourceGroupName, virtualNetworkName: "vnet" };
    const ip = await arm.create(`${network}PublicIPAddress`, {
        resourceGroupName,
        publicIpAddressName: "ip",
        publicIPAllocationMethod: "Static",
    });
    const nat = await arm.create(`${network}NatGateway`, {
        resourceGroupName,
        natGatewayName: "nat",
        publicIpAddresses: [{ id: ip.id }],
    });
    const nodes = await arm.create(`${network}Subnet`, {
        ...inVnet,
        subnetName: "nodes",
        addressPrefix: "10.10.0.0/22",
        natGateway: { id: nat.id },
    });
    const apiServer = await arm.create(`${network}Subnet`, {
        ...inVnet,
        subnetName: "api-server",
        addressPrefix: "10.10.4.0/28",
        delegations: [{ name: "aks", serviceName: "Microsoft.ContainerService/managedClusters" }],
    });
    const zone = await arm.create("azure-native:privatedns:PrivateZone", {
        resourceGroupName,
        privateZoneName: "private.westeurope.azmk8s.io",
        location: "global",
    });
    const identity = "azure-native:managedidentity:UserAssignedIdentity";
    const controlPlane = await arm.create(identity, { resourceGroupName, resourceName: "control-plane" });
    const kubelet = await arm.create(identity, { resourceGroupName, resourceName: "kubelet" });
    const grant = async (scope: string, role: string) => {
        const principalId = controlPlane.outputs.principalId ?? "";
        const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${role}`;
        const args = { scope, principalId, roleDefinitionId, principalType: "ServicePrincipal" };
        await arm.create("azure-native:authorization:RoleAssignment", { ...args, roleAssignmentName: guidFor(scope) });
    };
    if (grants.network !== false) await grant(vnet.id, roles.networkContributor);
    if (grants.zone !== false) await grant(zone.id, roles.zoneContributor);
    if (grants.kubelet !== false) await grant(kubelet.id, roles.identityOperator);
    const built = { arm, nodes, apiServer, zone, controlPlane, kubelet };
    return { ...built, cluster: clusterInputs(built) };
}

function clusterInputs(parts: Omit<Foundation, "cluster">): PropertyMap {
    return {
        resourceGroupName: "rg",
        resourceName: "cluster",
        dnsPrefix: "cluster",
        identity: { type: "UserAssigned", userAssignedIdentities: [parts.controlPlane.id] },
        identityProfile: { kubeletidentity: { resourceId: parts.kubelet.id } },
        aadProfile: { managed: true, enableAzureRBAC: true },
        disableLocalAccounts: true,
        apiServerAccessProfile: {
            enablePrivateCluster: true,
            enablePrivateClusterPublicFQDN: false,
            enableVnetIntegration: true,
            subnetId: parts.apiServer.id,
            privateDNSZone: parts.zone.id,
        },
        agentPoolProfiles: [
            { name: "system", mode: "System", vmSize: "Standard_D4ds_v5", count: 3, vnetSubnetID: parts.nodes.id },
        ],
        networkProfile: {
            networkPlugin: "azure",
            networkPluginMode: "overlay",
            outboundType: "userAssignedNATGateway",
            serviceCidr: "10.0.0.0/16",
            dnsServiceIP: "10.0.0.10",
        },
        oidcIssuerProfile: { enabled: true },
        securityProfile: { workloadIdentity: { enabled: true } },
        addonProfiles: { azurepolicy: { enabled: true } },
    };
}

/** The inputs with one value changed; a path of names and list positions, and undefined to remove. */
export function tweak(
    inputs: PropertyMap,
    path: readonly (string | number)[],
    value: PropertyValue | undefined,
): PropertyMap {
    const copy = structuredClone(inputs);
    let at: PropertyValue = copy;
    for (const step of path.slice(0, -1)) {
        const next: PropertyValue | undefined = Array.isArray(at) ? at[Number(step)] : isMap(at) ? at[step] : undefined;
        if (next === undefined || next === null) {
            if (!isMap(at)) throw new Error(`there is no ${path.join(".")}`);
            at = at[String(step)] = {};
        } else at = next;
    }
    const last = path.at(-1) ?? "";
    if (Array.isArray(at) && value !== undefined) at[Number(last)] = value;
    else if (isMap(at) && value !== undefined) at[String(last)] = value;
    else if (isMap(at)) Reflect.deleteProperty(at, last);
    return copy;
}

function guidFor(text: string): string {
    const hex = Buffer.from(text).toString("hex").slice(-32).padStart(32, "0");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
