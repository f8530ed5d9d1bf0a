import { account } from "../../sandbox/providers/account";
import { existingClusterId, settle } from "../../sandbox/landscape";
import { isMap, textOf, valueAt, type PropertyMap } from "../../sandbox/providers/property";
import type { Arm, Created } from "../sandbox/azure-native/arm";

const inHub = { resourceGroupName: "hub" };
const managedClusters = "Microsoft.ContainerService/managedClusters";
const trafficControllers = "Microsoft.ServiceNetworking/trafficControllers";

/** Subnets with what they are delegated to. */
const subnets: Record<string, string | undefined> = {
    nodes: undefined,
    "other-nodes": undefined,
    "api-server": managedClusters,
    "other-api-server": managedClusters,
    endpoints: undefined,
    "other-endpoints": undefined,
    gateway: undefined,
    "other-gateway": undefined,
    containers: trafficControllers,
    "other-containers": trafficControllers,
};

const zones = {
    registries: "privatelink.azurecr.io",
    vaults: "privatelink.vaultcore.azure.net",
    blobs: "privatelink.blob.core.windows.net",
    clusters: "private.westeurope.azmk8s.io",
};

/**
 * What others made before, in resource groups `hub` and `other`: networks, zones, vaults, workspaces. Each has a word that
 * arguments name it by, such as `hub:workspace`, because ids are known only then.
 */
export async function makeHub(arm: Arm): Promise<Record<string, string>> {
    await settle(arm.cloud, arm.authority);
    const cluster = arm.cloud.get(existingClusterId)?.outputs;
    const ids: Record<string, string> = {
        cluster: existingClusterId,
        "cluster-identity": textOf(valueAt(cluster, "identity", "principalId")),
    };
    const make = async (word: string, type: string, inputs: PropertyMap): Promise<Created> => {
        const created = await arm.create(`azure-native:${type}`, inputs, word);
        ids[word] = created.id;
        return created;
    };
    await make("group", "resources:ResourceGroup", inHub);
    await make("other-group", "resources:ResourceGroup", { resourceGroupName: "other" });
    await makeNetwork(make);
    for (const [word, privateZoneName] of Object.entries(zones)) {
        await make(word, "privatedns:PrivateZone", {
            resourceGroupName: "other",
            privateZoneName,
            location: "global",
        });
    }
    for (const word of ["registry", "other-registry"]) {
        const registryName = `hub${word.replace("-", "")}`;
        await make(word, "containerregistry:Registry", { ...inHub, registryName, sku: { name: "Premium" } });
        const cache = { sourceRepository: "mcr.microsoft.com/*", targetRepository: "aks-managed-repository/*" };
        const cacheRuleName = "aks-managed-mcr";
        await arm.create("azure-native:containerregistry:CacheRule", {
            ...inHub,
            registryName,
            cacheRuleName,
            ...cache,
        });
    }
    for (const word of ["workspace", "other-workspace"]) {
        await make(word, "operationalinsights:Workspace", { ...inHub, workspaceName: word });
    }
    for (const word of ["vault", "other-vault"]) {
        await make(word, "keyvault:Vault", vault(`hub-${word}`, "standard"));
    }
    await make("premium-vault", "keyvault:Vault", vault("hub-premium-vault", "premium"));
    for (const word of ["key", "next-key"]) {
        const { outputs } = await make(word, "keyvault:Key", {
            ...inHub,
            vaultName: "hub-vault",
            keyName: word,
            properties: { kty: "RSA", keySize: 3072 },
        });
        ids[word] = textOf(outputs.keyUriWithVersion);
    }
    for (const word of ["identity", "other-identity"]) {
        const { outputs } = await make(word, "managedidentity:UserAssignedIdentity", { ...inHub, resourceName: word });
        ids[word] = textOf(outputs.principalId);
    }
    return ids;
}

async function makeNetwork(make: (word: string, type: string, inputs: PropertyMap) => Promise<Created>) {
    await make("address", "network:PublicIPAddress", {
        ...inHub,
        publicIpAddressName: "way-out",
        sku: { name: "Standard" },
        publicIPAllocationMethod: "Static",
    });
    const { id: publicIp } = await make("way-out-address", "network:PublicIPAddress", {
        ...inHub,
        publicIpAddressName: "hub",
        sku: { name: "Standard" },
        publicIPAllocationMethod: "Static",
    });
    const { id: natGateway } = await make("way-out", "network:NatGateway", {
        ...inHub,
        natGatewayName: "hub",
        sku: { name: "Standard" },
        publicIpAddresses: [{ id: publicIp }],
    });
    await make("network", "network:VirtualNetwork", {
        ...inHub,
        virtualNetworkName: "hub",
        addressSpace: { addressPrefixes: ["10.8.0.0/16"] },
    });
    for (const [index, [subnetName, serviceName]] of Object.entries(subnets).entries()) {
        await make(subnetName, "network:Subnet", {
            ...inHub,
            virtualNetworkName: "hub",
            subnetName,
            addressPrefix: `10.8.${String(index)}.0/24`,
            ...(subnetName.endsWith("nodes") && { natGateway: { id: natGateway } }),
            ...(serviceName !== undefined && { delegations: [{ name: "service", serviceName }] }),
        });
    }
}

function vault(vaultName: string, tier: string): PropertyMap {
    const properties = {
        tenantId: account.tenantId,
        sku: { family: "A", name: tier },
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
    };
    return { ...inHub, vaultName, properties };
}

/** Arguments with the ids of what they name. */
export function resolved<Args>(args: Args, ids: Readonly<Record<string, string>>): Args {
    const visit = (value: unknown): unknown => {
        if (typeof value === "string" && value.startsWith("hub:")) {
            const id = ids[value.slice("hub:".length)];
            if (id === undefined) throw new Error(`the hub has no ${value}`);
            return id;
        }
        if (Array.isArray(value)) return value.map(visit);
        return isMap(value as PropertyMap)
            ? Object.fromEntries(Object.entries(value as PropertyMap).map(([key, inner]) => [key, visit(inner)]))
            : value;
    };
    return visit(args) as Args;
}
