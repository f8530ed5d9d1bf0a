import { randomUUID } from "node:crypto";

import { account } from "../../providers/account";
import type { CloudResource } from "../../providers/cloud";
import { hexOf } from "../../providers/guid";
import { type PropertyMap, isMap, knownString, valueAt, textOf } from "../../providers/property";
import { nameOf, resourceGroupId } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { agentPoolToken, listPools, poolAnswer, profilesOf } from "./agent-pool";
import { makeBesideAutomatic, presetAnswers, refuseAutomatic, withPresets } from "./cluster-automatic";
import { refuseCluster } from "./cluster-refusals";
import { refuseClusterUpdate } from "./cluster-updates";
import { childrenOf, kept } from "./reference";

/** What AKS chooses when no version is asked for. */
const defaultVersion = "1.35.4";

/** Add-ons that come with an identity of their own, in the node resource group. */
const addonsWithIdentity = new Set(
    [
        "azurepolicy",
        "omsagent",
        "azureKeyvaultSecretsProvider",
        "ingressApplicationGateway",
        "aciConnectorLinux",
        "httpApplicationRouting",
    ].map((name) => name.toLowerCase()),
);

const identityToken = "azure-native:managedidentity:UserAssignedIdentity";

/** A cluster, with its node resource group and the identities in it. */
export const managedCluster: ResourceBehaviour = {
    refuse: (given) => {
        refuseAutomatic(given);
        const request = withPresets(given);
        refuseCluster(request);
        refuseClusterUpdate(request);
    },
    answer: (given) => {
        const request = withPresets(given);
        return {
            ...Object.fromEntries(
                Object.entries(defaults(request)).filter(([name]) => request.inputs[name] === undefined),
            ),
            ...presetAnswers(request),
            ...names(request),
            ...late(request),
            ...profiles(request),
        };
    },
    afterwards: (given, outputs) => {
        const request = withPresets(given);
        makeBesideAutomatic(request);
        const group = nodeResourceGroup(request);
        if (request.cloud.get(group) === undefined) {
            const token = "azure-native:resources:ResourceGroup";
            const location = outputs.location ?? null;
            request.cloud.put({
                id: group,
                token,
                inputs: {},
                outputs: {
                    name: nameOf(group),
                    location,
                    managedBy: request.id,
                    type: "Microsoft.Resources/resourceGroups",
                },
            });
        }
        for (const [name, identity] of ownIdentities(request)) {
            const id = identityId(group, name);
            request.cloud.put({
                id,
                token: identityToken,
                inputs: {},
                outputs: {
                    name,
                    type: "Microsoft.ManagedIdentity/userAssignedIdentities",
                    tenantId: account.tenantId,
                    ...identity,
                },
            });
        }
        for (const profile of profilesOf(request.inputs)) {
            const id = `${request.id}/agentPools/${textOf(profile.name)}`;
            const existing = request.cloud.get(id);
            const answered = poolAnswer(profile, existing, textOf(outputs.currentKubernetesVersion));
            request.cloud.put({
                id,
                token: agentPoolToken,
                inputs: profile,
                outputs: { ...answered, type: answered.type ?? null },
            });
        }
    },
    current: ({ id }, cloud) => ({ agentPoolProfiles: listPools(childrenOf(cloud, id, "agentPools")) }),
    afterDeletion: ({ outputs, id }, cloud) => {
        const subscription = /^\/subscriptions\/[^/]+/i.exec(id)?.[0] ?? "";
        cloud.remove(`${subscription}/resourceGroups/${textOf(outputs.nodeResourceGroup)}`);
    },
};

function nodeResourceGroupName({ id, name, inputs, existing }: ArmRequest): string {
    const group = nameOf(resourceGroupId(id) ?? "");
    const location = textOf(inputs.location ?? existing?.outputs.location)
        .toLowerCase()
        .replaceAll(" ", "");
    return knownString(inputs.nodeResourceGroup) ?? `MC_${group}_${name}_${location}`.slice(0, 80);
}

function nodeResourceGroup(request: ArmRequest): string {
    return `/subscriptions/${request.subscriptionId}/resourceGroups/${nodeResourceGroupName(request)}`;
}

function identityId(group: string, name: string): string {
    return `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
}

function defaults({ inputs, existing }: ArmRequest): PropertyMap {
    const version = fullVersion(knownString(inputs.kubernetesVersion), existing);
    return {
        autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" },
        currentKubernetesVersion: version,
        disableLocalAccounts: false,
        enableRBAC: true,
        kubernetesVersion: version.split(".").slice(0, 2).join("."),
        maxAgentPools: 100,
        metricsProfile: { costAnalysis: { enabled: false } },
        powerState: { code: "Running" },
        resourceUID: kept(existing, () => randomUUID().replaceAll("-", "").slice(0, 24), "resourceUID"),
        securityProfile: {},
        sku: { name: "Base", tier: "Free" },
        storageProfile: {
            diskCSIDriver: { enabled: true },
            fileCSIDriver: { enabled: true },
            snapshotController: { enabled: true },
        },
        supportPlan: "KubernetesOfficial",
        workloadAutoScalerProfile: {},
    };
}

/** "1.34" means its newest patch; without a version the cluster keeps what it has. */
function fullVersion(wanted: string | undefined, existing: CloudResource | undefined): string {
    const current = knownString(existing?.outputs.currentKubernetesVersion);
    if (wanted === undefined) return current ?? defaultVersion;
    if (wanted.split(".").length > 2) return wanted;
    return current?.startsWith(`${wanted}.`) === true ? current : `${wanted}.4`;
}

function names(request: ArmRequest): PropertyMap {
    const { id, inputs, existing } = request;
    const region = textOf(inputs.location ?? existing?.outputs.location)
        .toLowerCase()
        .replaceAll(" ", "");
    const access = valueAt(inputs, "apiServerAccessProfile");
    const isPrivate = valueAt(access, "enablePrivateCluster") === true;
    const subdomain = knownString(inputs.fqdnSubdomain);
    const prefix = subdomain ?? `${textOf(inputs.dnsPrefix)}-${hexOf(8, id)}`;
    const zone = knownString(valueAt(access, "privateDNSZone")) ?? "system";
    const withPublicName = !isPrivate || (valueAt(access, "enablePrivateClusterPublicFQDN") ?? true) === true;
    const word = valueAt(access, "enableVnetIntegration") === true ? "private" : "privatelink";
    const zoneName = zone.startsWith("/")
        ? nameOf(zone)
        : `${kept(existing, () => randomUUID(), "resourceUID") as string}.${word}.${region}.azmk8s.io`;
    return {
        azurePortalFQDN: `${prefix}.portal.hcp.${region}.azmk8s.io`,
        ...(withPublicName ? { fqdn: `${prefix}.hcp.${region}.azmk8s.io` } : {}),
        ...(isPrivate && zone !== "none"
            ? { privateFQDN: kept(existing, () => `${prefix}.${zoneName}`, "privateFQDN") }
            : {}),
        nodeResourceGroup: nodeResourceGroupName(request),
        nodeResourceGroupProfile: inputs.nodeResourceGroupProfile ?? { restrictionLevel: "Unrestricted" },
    };
}

/** Identities that AKS itself makes: of the kubelet, unless it was given one, and of the add-ons that are on. */
function ownIdentities(request: ArmRequest): Map<string, PropertyMap> {
    const { inputs, name, cloud } = request;
    const wanted =
        knownString(valueAt(inputs, "identityProfile", "kubeletidentity", "resourceId")) === undefined
            ? [`${name}-agentpool`]
            : [];
    for (const [addon, profile] of Object.entries(isMap(inputs.addonProfiles) ? inputs.addonProfiles : {})) {
        if (valueAt(profile, "enabled") === true && addonsWithIdentity.has(addon.toLowerCase()))
            wanted.push(`${addon.toLowerCase()}-${name}`);
    }
    return new Map(
        wanted.map((identity) => {
            const existing = cloud.get(identityId(nodeResourceGroup(request), identity));
            const clientId = stableGuid(request, existing, "clientId", identity);
            return [identity, { clientId, principalId: stableGuid(request, existing, "principalId", identity) }];
        }),
    );
}

/** The same within one request, new for every new cluster. */
function stableGuid(
    request: ArmRequest,
    existing: CloudResource | undefined,
    property: string,
    identity: string,
): string {
    const made = generated.get(request) ?? new Map<string, string>();
    generated.set(request, made);
    const key = `${identity}/${property}`;
    const guid = knownString(existing?.outputs[property]) ?? made.get(key) ?? randomUUID();
    made.set(key, guid);
    return guid;
}

const generated = new WeakMap<ArmRequest, Map<string, string>>();

function identityAnswer(request: ArmRequest, name: string): PropertyMap {
    const own = ownIdentities(request).get(name);
    return {
        resourceId: identityId(nodeResourceGroup(request), name),
        clientId: own?.clientId ?? null,
        objectId: own?.principalId ?? null,
    };
}

/** What is known only once the cluster is there. */
function late(request: ArmRequest): PropertyMap {
    const { inputs, name, existing, cloud } = request;
    const region = textOf(inputs.location ?? existing?.outputs.location)
        .toLowerCase()
        .replaceAll(" ", "");
    const given = valueAt(inputs, "identityProfile", "kubeletidentity");
    const kubelet = isMap(given) ? cloud.get(textOf(given.resourceId)) : undefined;
    const result: PropertyMap = {
        identityProfile: {
            kubeletidentity:
                kubelet === undefined
                    ? identityAnswer(request, `${name}-agentpool`)
                    : {
                          resourceId: kubelet.id,
                          clientId: kubelet.outputs.clientId ?? null,
                          objectId: kubelet.outputs.principalId ?? null,
                      },
        },
    };
    const hadIssuer = valueAt(existing?.outputs, "oidcIssuerProfile", "enabled") === true;
    if (valueAt(inputs, "oidcIssuerProfile", "enabled") === true || hadIssuer) {
        const issuerURL = kept(
            existing,
            () => `https://${region}.oic.prod-aks.azure.com/${account.tenantId}/${randomUUID()}/`,
            "oidcIssuerProfile",
            "issuerURL",
        );
        result.oidcIssuerProfile = { enabled: true, issuerURL };
    } else result.oidcIssuerProfile = { enabled: false };
    if (isMap(inputs.addonProfiles)) {
        result.addonProfiles = Object.fromEntries(
            Object.entries(inputs.addonProfiles).map(([addon, profile]) => {
                const hasIdentity = valueAt(profile, "enabled") === true && addonsWithIdentity.has(addon.toLowerCase());
                const identity: PropertyMap = hasIdentity
                    ? { identity: identityAnswer(request, `${addon.toLowerCase()}-${name}`) }
                    : {};
                return [addon, { ...(isMap(profile) ? profile : {}), ...identity }];
            }),
        );
    }
    return result;
}

function profiles({ inputs }: ArmRequest): PropertyMap {
    const network = isMap(inputs.networkProfile) ? inputs.networkProfile : {};
    const plugin = network.networkPlugin ?? "azure";
    const overlay = network.networkPluginMode === "overlay" || plugin === "kubenet";
    const aad = inputs.aadProfile;
    const windows = profilesOf(inputs).some((pool) => pool.osType === "Windows");
    const { podCidr, ...rest } = network;
    return {
        networkProfile: {
            dnsServiceIP: "10.0.0.10",
            ipFamilies: ["IPv4"],
            loadBalancerSku: "standard",
            networkDataplane: "azure",
            networkPolicy: "none",
            outboundType: "loadBalancer",
            serviceCidr: "10.0.0.0/16",
            ...rest,
            networkPlugin: plugin,
            // Pods have addresses of their own in an overlay only; else the subnet's are used, whatever was sent.
            ...(overlay ? { podCidr: podCidr ?? "10.244.0.0/16" } : {}),
            serviceCidrs: network.serviceCidrs ?? [network.serviceCidr ?? "10.0.0.0/16"],
        },
        servicePrincipalProfile: inputs.servicePrincipalProfile ?? { clientId: "msi" },
        ...(isMap(aad) ? { aadProfile: { ...aad, tenantID: aad.tenantID ?? account.tenantId } } : {}),
        ...(windows && inputs.windowsProfile === undefined
            ? { windowsProfile: { adminUsername: "azureuser", enableCSIProxy: true } }
            : {}),
    };
}
