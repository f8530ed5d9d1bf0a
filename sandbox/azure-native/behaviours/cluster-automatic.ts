import type { CloudResource } from "../../providers/cloud";
import { type PropertyMap, type PropertyValue, isMap, knownString, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest } from "../behaviour";
import { parseNetwork } from "./address";
import { profilesOf } from "./agent-pool";
import { hostedSubnetIds } from "./cluster-inputs";
import { assignedIdentities } from "./identity";
import { badRequest, refuseChange, requireReference } from "./reference";
import { isAllowed } from "./role-assignment";

/*
 * AKS Automatic: https://learn.microsoft.com/azure/aks/intro-aks-automatic. AKS runs the system nodes in a pool that no
 * list shows; in a network of the customer's own it must be told their subnet.
 */

const aks = "Microsoft.ContainerService/managedClusters";

/** What is preset: each value may be stated, and no other one. */
const presets: PropertyMap = {
    sku: { name: "Automatic", tier: "Standard" },
    enableRBAC: true,
    aadProfile: { managed: true, enableAzureRBAC: true },
    disableLocalAccounts: true,
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true }, imageCleaner: { enabled: true, intervalHours: 168 } },
    autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
    nodeProvisioningProfile: { mode: "Auto" },
    nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
    workloadAutoScalerProfile: { keda: { enabled: true }, verticalPodAutoscaler: { enabled: true } },
    addonProfiles: { azurepolicy: { enabled: true } },
    apiServerAccessProfile: { enableVnetIntegration: true },
    networkProfile: {
        networkPlugin: "azure",
        networkPluginMode: "overlay",
        networkDataplane: "cilium",
        networkPolicy: "cilium",
    },
    hostedSystemProfile: { enabled: true },
};

function isAutomatic(inputs: PropertyMap): boolean {
    return textOf(valueAt(inputs, "sku", "name")).toLowerCase() === "automatic";
}

const completed = new WeakMap<ArmRequest, ArmRequest>();

/** The request with what AKS presets; the same one for the same request. */
export function withPresets(request: ArmRequest): ArmRequest {
    if (!isAutomatic(request.inputs)) return request;
    const known = completed.get(request) ?? { ...request, inputs: merged(defaultsOf(request.inputs), request.inputs) };
    completed.set(request, known);
    return known;
}

/** What AKS answers where it presets something. */
export function presetAnswers({ inputs }: ArmRequest): PropertyMap {
    return isAutomatic(inputs)
        ? Object.fromEntries(Object.keys(presets).map((name) => [name, inputs[name] ?? null]))
        : {};
}

/** The presets, and the way out that depends on the network. */
function defaultsOf(inputs: PropertyMap): PropertyMap {
    const outboundType = subnetsOf(inputs).length === 0 ? "managedNATGateway" : "loadBalancer";
    return merged({ networkProfile: { outboundType } }, presets);
}

function merged(base: PropertyMap, changes: PropertyMap): PropertyMap {
    const result: PropertyMap = { ...base };
    for (const [name, value] of Object.entries(changes)) {
        const below = result[name];
        result[name] = isMap(below) && isMap(value) ? merged(below, value) : value;
    }
    return result;
}

/** Subnets of the customer's own that the request names. */
function subnetsOf(inputs: PropertyMap): string[] {
    return [
        ...hostedSubnetIds(inputs),
        ...profilesOf(inputs).flatMap((pool) => knownString(pool.vnetSubnetID) ?? []),
        ...[knownString(valueAt(inputs, "apiServerAccessProfile", "subnetId")) ?? []].flat(),
    ];
}

/** Throws what AKS refuses of an Automatic cluster, and of what only such a one has. */
export function refuseAutomatic(request: ArmRequest): void {
    const { inputs, existing } = request;
    if (!isAutomatic(inputs)) {
        if (valueAt(inputs, "hostedSystemProfile", "enabled") === true) {
            badRequest("Managed system node pools are supported with the Automatic SKU only.");
        }
        return;
    }
    if (existing !== undefined && !isAutomatic(existing.outputs)) {
        badRequest("A cluster of the Base SKU cannot be changed into one of the Automatic SKU.");
    }
    if (inputs.linuxProfile !== undefined) {
        badRequest(
            "Managed cluster 'Automatic' SKU with managed system node pools enabled should not include SSH key configuration. Remove SSH key configuration and retry the request.",
        );
    }
    refuseOtherThan(presets, inputs, []);
    refuseNetwork(request);
    for (const name of ["nodeSubnetID", "systemNodeSubnetID"]) {
        const was = knownString(valueAt(existing?.outputs, "hostedSystemProfile", name));
        const wanted = knownString(valueAt(inputs, "hostedSystemProfile", name));
        if (existing !== undefined && was?.toLowerCase() !== wanted?.toLowerCase()) {
            refuseChange(`hostedSystemProfile.${name}`);
        }
    }
}

function refuseOtherThan(preset: PropertyValue, given: PropertyValue | undefined, path: string[]): void {
    if (given === undefined) return;
    if (isMap(preset)) {
        for (const [name, value] of Object.entries(preset)) {
            refuseOtherThan(value, isMap(given) ? given[name] : undefined, [...path, name]);
        }
    } else if (textOf(given).toLowerCase() !== textOf(preset).toLowerCase()) {
        badRequest(`Managed cluster 'Automatic' SKU requires ${path.join(".")} to be ${textOf(preset)}.`);
    }
}

/** In a network of the customer's own, AKS takes three subnets of it, or none. */
function refuseNetwork({ id, inputs, cloud }: ArmRequest): void {
    if (subnetsOf(inputs).length === 0) return;
    const profile = valueAt(inputs, "hostedSystemProfile");
    const [nodes, systemNodes, apiServer] = [
        valueAt(profile, "nodeSubnetID"),
        valueAt(profile, "systemNodeSubnetID"),
        valueAt(inputs, "apiServerAccessProfile", "subnetId"),
    ].map((subnet) => requireReference(cloud, id, subnet));
    if (nodes === undefined || systemNodes === undefined || apiServer === undefined) {
        throw new ArmError(400, "EmptySubnetError", "The input subnet is an empty string.");
    }
    const ids = [nodes, systemNodes, apiServer].map((subnet) => subnet.id.toLowerCase());
    if (new Set(ids).size < ids.length) badRequest("Nodes, system nodes and API server must be in different subnets.");
    if (new Set(ids.map((subnet) => subnet.split("/subnets/")[0])).size > 1) {
        badRequest("Nodes, system nodes and API server must be in subnets of one virtual network.");
    }
    if (parseNetwork(textOf(systemNodes.outputs.addressPrefix), systemNodes.id).length > 26) {
        badRequest(`System node subnet ${systemNodes.id} must be at least a /26.`);
    }
    const other = delegationsOf(systemNodes).find(({ serviceName }) => serviceName !== aks);
    if (other !== undefined) {
        badRequest(`System node subnet ${systemNodes.id} is delegated to ${textOf(other.serviceName)}.`);
    }
    refuseMissingNetworkRights(nodes, { inputs, cloud });
}

/** AKS itself would try until it gives up: the nodes never come. */
function refuseMissingNetworkRights(subnet: CloudResource, { inputs, cloud }: Pick<ArmRequest, "inputs" | "cloud">) {
    const [user] = assignedIdentities(cloud, inputs.identity);
    const principal = knownString(user?.outputs.principalId);
    if (principal === undefined) {
        badRequest("An Automatic cluster in a custom virtual network requires a user-assigned control plane identity.");
    }
    const network = subnet.id.split("/subnets/")[0] ?? "";
    const action = "Microsoft.Network/virtualNetworks/subnets/join/action";
    if (!isAllowed(cloud, principal, action, network)) {
        throw new ArmError(
            400,
            "ResourceMissingPermissionError",
            `The identity ${principal} does not have permission for ${action} on resource ${network}.`,
        );
    }
}

function delegationsOf({ outputs }: CloudResource): PropertyMap[] {
    return Array.isArray(outputs.delegations) ? outputs.delegations.filter(isMap) : [];
}

/** What AKS makes beside an Automatic cluster: safeguards that are on, and a delegation of the subnets of its nodes. */
export function makeBesideAutomatic({ id, inputs, cloud }: ArmRequest): void {
    if (!isAutomatic(inputs)) return;
    const safeguards = `${id}/providers/Microsoft.ContainerService/deploymentSafeguards/default`;
    if (cloud.get(safeguards) === undefined) {
        cloud.put({
            id: safeguards,
            token: "azure-native:containerservice:DeploymentSafeguard",
            inputs: { level: "Enforce" },
            outputs: {
                name: "default",
                type: "Microsoft.ContainerService/deploymentSafeguards",
                level: "Enforce",
                provisioningState: "Succeeded",
            },
        });
    }
    for (const subnetId of hostedSubnetIds(inputs)) {
        const subnet = cloud.get(subnetId);
        if (subnet === undefined || delegationsOf(subnet).length > 0) continue;
        const delegations = [{ name: "aks-delegation", serviceName: aks }];
        cloud.put({ ...subnet, outputs: { ...subnet.outputs, delegations } });
    }
}
