import { randomUUID } from "node:crypto";

import type { Cloud, CloudResource } from "../../providers/cloud";
import { type PropertyMap, isMap, knownString, textOf, valueAt } from "../../providers/property";
import { armType, nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { badRequest, childrenOf, kept, requireReference } from "./reference";

/** What a service offers to private endpoints. */
interface PrivateLinkService {
    readonly groupIds: readonly string[];
    /** Names that lead to it, without the suffix of its zone. */
    readonly names: (target: CloudResource) => readonly string[];
    readonly suffix: string;
}

/** Services whose names are known, by ARM type in lower case; others are connected to without names. */
const services: Readonly<Record<string, PrivateLinkService>> = {
    "microsoft.containerregistry/registries": {
        groupIds: ["registry"],
        names: ({ id, outputs }) => {
            const name = nameOf(id).toLowerCase();
            return [name, `${name}.${textOf(outputs.location).toLowerCase()}.data`];
        },
        suffix: "azurecr.io",
    },
    "microsoft.storage/storageaccounts": {
        groupIds: ["blob", "dfs", "file", "queue", "table", "web"],
        names: ({ id }) => [nameOf(id).toLowerCase()],
        suffix: "blob.core.windows.net",
    },
    "microsoft.keyvault/vaults": {
        groupIds: ["vault"],
        names: ({ id }) => [nameOf(id).toLowerCase()],
        suffix: "vault.azure.net",
    },
};

/** The connections that a request asks for, approved at once or by hand. */
function connectionsOf(inputs: PropertyMap): PropertyMap[] {
    return ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"].flatMap((name) => {
        const list = inputs[name];
        return Array.isArray(list) ? list.filter(isMap) : [];
    });
}

/** Comes with a network interface in its subnet, and with an address for each name of the service. */
export const privateEndpoint: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        requireReference(cloud, id, inputs.subnet);
        for (const connection of connectionsOf(inputs)) refuseConnection(id, connection, cloud);
    },
    answer: ({ id, name, inputs, existing, subscriptionId }) => {
        const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "";
        const suffix = knownString(inputs.customNetworkInterfaceName) ?? `${name}.nic.${randomUUID()}`;
        const nic = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/${suffix}`;
        return {
            networkInterfaces: kept(existing, () => [{ id: nic }], "networkInterfaces"),
            ...(inputs.privateLinkServiceConnections === undefined
                ? {}
                : { privateLinkServiceConnections: connectionsOf(inputs).map(approved) }),
        };
    },
    // Records belong to the endpoint only as long as no zone group takes care of them.
    current: (endpoint, cloud) => ({
        customDnsConfigs:
            childrenOf(cloud, endpoint.id, "privateDnsZoneGroups").length > 0
                ? []
                : recordsOf(endpoint, cloud).map(({ name, suffix, address }) => ({
                      fqdn: `${name}.${suffix}`,
                      ipAddresses: [address],
                  })),
    }),
};

function refuseConnection(id: string, connection: PropertyMap, cloud: Cloud): void {
    const target = requireReference(cloud, id, connection.privateLinkServiceId);
    if (target === undefined) return;
    const service = services[armType(target.id).toLowerCase()];
    const asked = Array.isArray(connection.groupIds) ? connection.groupIds.map(textOf) : [];
    if (service !== undefined && !service.groupIds.some((groupId) => asked.join() === groupId)) {
        badRequest(
            `Private endpoint ${id}: group ids [${asked.join(", ")}] are invalid for ${target.id}. Allowed are ${service.groupIds.join(", ")}.`,
        );
    }
    if (service?.suffix === "azurecr.io" && valueAt(target.outputs, "sku", "name") !== "Premium") {
        badRequest(`Private endpoint ${id}: private endpoints are not supported for the SKU of ${target.id}.`);
    }
}

function approved(connection: PropertyMap): PropertyMap {
    return {
        ...connection,
        provisioningState: "Succeeded",
        privateLinkServiceConnectionState: { status: "Approved", description: "", actionsRequired: "None" },
    };
}

interface EndpointRecord {
    readonly name: string;
    readonly suffix: string;
    readonly address: string;
}

/** Names of the service, each with an address of the subnet: the first ones after those that Azure keeps. */
function recordsOf({ id, inputs }: CloudResource, cloud: Cloud): EndpointRecord[] {
    const subnet = cloud.get(textOf(valueAt(inputs, "subnet", "id")));
    const inSubnet = cloud
        .ofType("azure-native:network:PrivateEndpoint")
        .filter((other) => textOf(valueAt(other.inputs, "subnet", "id")) === subnet?.id)
        .map((other) => other.id)
        .sort();
    const before = inSubnet.indexOf(id) * 2;
    const network = textOf(subnet?.outputs.addressPrefix).split("/")[0]?.split(".") ?? [];
    const names = connectionsOf(inputs).flatMap((connection) => {
        const target = cloud.get(textOf(connection.privateLinkServiceId));
        const service = target === undefined ? undefined : services[armType(target.id).toLowerCase()];
        if (target === undefined || service === undefined) return [];
        return service.names(target).map((name) => ({ name, suffix: service.suffix }));
    });
    return names.map(({ name, suffix }, index) => {
        const last = Number(network[3] ?? 0) + 4 + before + index;
        return { name, suffix, address: [...network.slice(0, 3), last].join(".") };
    });
}

/** Writes the names of the endpoint's service into zones. */
export const privateDnsZoneGroup: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        for (const config of configsOf(inputs)) requireReference(cloud, id, config.privateDnsZoneId);
    },
    answer: ({ id, inputs, cloud }: ArmRequest) => {
        const endpoint = cloud.get(id.slice(0, id.toLowerCase().lastIndexOf("/privatednszonegroups/")));
        const records = endpoint === undefined ? [] : recordsOf(endpoint, cloud);
        return {
            privateDnsZoneConfigs: configsOf(inputs).map((config) => ({
                ...config,
                recordSets: records.map(({ name, address }) => ({
                    recordSetName: name,
                    recordType: "A",
                    fqdn: `${name}.${nameOf(textOf(config.privateDnsZoneId))}`,
                    ipAddresses: [address],
                    ttl: 10,
                    provisioningState: "Succeeded",
                })),
            })),
        };
    },
};

function configsOf(inputs: PropertyMap): PropertyMap[] {
    const { privateDnsZoneConfigs } = inputs;
    return Array.isArray(privateDnsZoneConfigs) ? privateDnsZoneConfigs.filter(isMap) : [];
}
