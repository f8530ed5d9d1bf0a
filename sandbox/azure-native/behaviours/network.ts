import { randomUUID } from "node:crypto";

import type { Cloud, CloudResource } from "../../providers/cloud";
import { hexOf } from "../../providers/guid";
import { type PropertyMap, type PropertyValue, isMap, knownString, valueAt, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { type Network, contains, overlap, parseNetwork } from "./address";
import { childrenOf, embedded, kept, requireReference, usersOf } from "./reference";
import { refuseOtherZones } from "./zones";

const resourceGuid = ({ existing }: ArmRequest): PropertyMap => ({
    resourceGuid: kept(existing, () => randomUUID(), "resourceGuid"),
});

/** Writes the children that a request lists, as if each had been requested by itself, and deletes the others. */
function writeListed(request: ArmRequest, list: PropertyValue | undefined, kind: string, token: string): void {
    if (!Array.isArray(list)) return;
    const listed = list.filter(isMap);
    for (const child of unlisted(request, listed, kind)) request.cloud.remove(child.id);
    for (const item of listed) {
        const name = knownString(item.name);
        if (name === undefined) continue;
        const id = `${request.id}/${kind}/${name}`;
        const outputs = { ...request.cloud.get(id)?.outputs, ...item, name, provisioningState: "Succeeded" };
        request.cloud.put({ id, token, inputs: item, outputs });
    }
}

/** Children that are there but not in the list: a list that is given replaces what is there. */
function unlisted({ id, cloud }: ArmRequest, listed: readonly PropertyMap[], kind: string): CloudResource[] {
    const names = new Set(listed.map(({ name }) => textOf(name).toLowerCase()));
    return childrenOf(cloud, id, kind).filter((child) => !names.has(nameOf(child.id).toLowerCase()));
}

/** Lists its subnets, whoever made them. */
export const virtualNetwork: ResourceBehaviour = {
    children: ["subnets", "virtualNetworkPeerings"],
    refuse: (request) => {
        const { id, name, inputs, cloud } = request;
        const prefixes = valueAt(inputs, "addressSpace", "addressPrefixes");
        if (!Array.isArray(prefixes) || prefixes.length === 0) {
            throw new ArmError(
                400,
                "InvalidRequestFormat",
                `The address space of virtual network ${id} has no address prefix.`,
            );
        }
        const spaces = prefixes.map((prefix) => parseNetwork(textOf(prefix), id));
        for (const [index, network] of spaces.entries()) {
            if (spaces.slice(index + 1).some((other) => overlap(network, other))) {
                throw new ArmError(
                    400,
                    "VnetAddressSpacesOverlap",
                    `Address prefixes of virtual network ${id} overlap.`,
                );
            }
        }
        if (!Array.isArray(inputs.subnets)) return;
        const listed = inputs.subnets.filter(isMap);
        for (const [index, item] of listed.entries()) {
            refuseRange({
                name: textOf(item.name),
                prefixes: prefixesOf(item),
                spaces,
                siblings: listed.slice(0, index),
                network: name,
            });
        }
        for (const child of unlisted(request, listed, "subnets")) refuseSubnetInUse(child, cloud);
    },
    answer: resourceGuid,
    afterwards: (request) => {
        writeListed(request, request.inputs.subnets, "subnets", "azure-native:network:Subnet");
    },
    current: ({ id }, cloud) => ({
        subnets: embedded(childrenOf(cloud, id, "subnets")),
        virtualNetworkPeerings: embedded(childrenOf(cloud, id, "virtualNetworkPeerings")),
    }),
    refuseDeletion: ({ id }, cloud) => {
        for (const child of childrenOf(cloud, id, "subnets")) refuseSubnetInUse(child, cloud);
    },
};

interface SubnetRange {
    readonly name: string;
    readonly prefixes: readonly string[];
    /** Address space of the virtual network. */
    readonly spaces: readonly Network[];
    /** The other subnets. */
    readonly siblings: readonly PropertyMap[];
    /** Name of the virtual network. */
    readonly network: string;
}

function refuseRange({ name, prefixes, spaces, siblings, network }: SubnetRange): void {
    if (prefixes.length === 0) {
        throw new ArmError(
            400,
            "InvalidRequestFormat",
            `Subnet ${name} has neither addressPrefix nor addressPrefixes.`,
        );
    }
    for (const text of prefixes) {
        const range = parseNetwork(text, name);
        if (!spaces.some((space) => contains(space, range))) {
            throw new ArmError(
                400,
                "NetcfgSubnetRangeOutsideVnet",
                `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network '${network}'.`,
            );
        }
        if (
            siblings.some((sibling) => prefixesOf(sibling).some((other) => overlap(parseNetwork(other, name), range)))
        ) {
            throw new ArmError(
                400,
                "NetcfgSubnetRangesOverlap",
                `Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${network}'.`,
            );
        }
    }
}

function prefixesOf(values: PropertyMap): string[] {
    const { addressPrefix, addressPrefixes } = values;
    const listed = Array.isArray(addressPrefixes) ? addressPrefixes : [];
    return [...listed, ...(addressPrefix === undefined ? [] : [addressPrefix])].map(textOf);
}

/** Lies in its virtual network, beside the other subnets. */
export const subnet: ResourceBehaviour = {
    refuse: ({ id, name, inputs, cloud }) => {
        const parent = cloud.get(id.slice(0, id.lastIndexOf("/subnets/")));
        const spaces = valueAt(parent?.outputs, "addressSpace", "addressPrefixes");
        const others = childrenOf(cloud, parent?.id ?? "", "subnets").filter(
            (other) => other.id.toLowerCase() !== id.toLowerCase(),
        );
        refuseRange({
            name,
            prefixes: prefixesOf(inputs),
            spaces: Array.isArray(spaces) ? spaces.map((space) => parseNetwork(textOf(space), id)) : [],
            siblings: others.map(({ outputs }) => outputs),
            network: nameOf(parent?.id ?? ""),
        });
        for (const property of ["networkSecurityGroup", "routeTable", "natGateway"])
            requireReference(cloud, id, inputs[property]);
    },
    answer: ({ inputs }) => ({ purpose: Array.isArray(inputs.delegations) ? "ServiceDelegation" : null }),
    refuseDeletion: refuseSubnetInUse,
};

function refuseSubnetInUse({ id }: CloudResource, cloud: Cloud): void {
    const [user] = usersOf(cloud, id, [
        "azure-native:containerservice:ManagedCluster",
        "azure-native:containerservice:AgentPool",
        "azure-native:network:PrivateEndpoint",
        "azure-native:network:ApplicationGateway",
        "azure-native:network:AzureFirewall",
        "azure-native:network:BastionHost",
        "azure-native:servicenetworking:AssociationsInterface",
    ]);
    if (user === undefined) return;
    throw new ArmError(
        400,
        "InUseSubnetCannotBeDeleted",
        `Subnet ${nameOf(id)} is in use by ${user.id} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`,
    );
}

function inUse(code: string, what: string, tokens: readonly string[]): Pick<ResourceBehaviour, "refuseDeletion"> {
    return {
        refuseDeletion: ({ id }, cloud) => {
            const [user] = usersOf(cloud, id, tokens);
            if (user === undefined) return;
            throw new ArmError(
                400,
                code,
                `${what} ${id} cannot be deleted because it is in use by the following resources: ${user.id}.`,
            );
        },
    };
}

const subnetToken = "azure-native:network:Subnet";

/** Its default rules, which nobody wrote. */
export const networkSecurityGroup: ResourceBehaviour = {
    ...inUse("InUseNetworkSecurityGroupCannotBeDeleted", "Network security group", [subnetToken]),
    children: ["securityRules"],
    refuse: ({ id, inputs }) => {
        if (Array.isArray(inputs.securityRules)) refuseConflictingRules(id, inputs.securityRules.filter(isMap));
    },
    answer: resourceGuid,
    afterwards: (request) => {
        writeListed(request, request.inputs.securityRules, "securityRules", "azure-native:network:SecurityRule");
    },
    current: ({ id }, cloud) => ({ securityRules: embedded(childrenOf(cloud, id, "securityRules")) }),
};

/** Two rules of one direction cannot have the same priority. */
export const securityRule: ResourceBehaviour = {
    refuse: ({ id, name, inputs, cloud }) => {
        const group = id.slice(0, id.lastIndexOf("/securityRules/"));
        const others = childrenOf(cloud, group, "securityRules").filter(
            (other) => other.id.toLowerCase() !== id.toLowerCase(),
        );
        refuseConflictingRules(group, [{ ...inputs, name }, ...others.map(({ outputs }) => outputs)]);
    },
};

function refuseConflictingRules(id: string, rules: readonly PropertyMap[]): void {
    for (const [index, rule] of rules.entries()) {
        const twin = rules
            .slice(index + 1)
            .find((other) => other.priority === rule.priority && other.direction === rule.direction);
        if (twin === undefined) continue;
        throw new ArmError(
            400,
            "SecurityRuleConflict",
            `Security rules ${textOf(rule.name)} and ${textOf(twin.name)} of ${id} have the same Priority ${textOf(rule.priority)} and Direction ${textOf(rule.direction)}.`,
        );
    }
}

/** Lists its routes, whoever made them. */
export const routeTable: ResourceBehaviour = {
    ...inUse("InUseRouteTableCannotBeDeleted", "Route table", [subnetToken]),
    children: ["routes"],
    answer: resourceGuid,
    afterwards: (request) => {
        writeListed(request, request.inputs.routes, "routes", "azure-native:network:Route");
    },
    current: ({ id }, cloud) => ({ routes: embedded(childrenOf(cloud, id, "routes")) }),
};

/** Knows the subnets that use it. */
export const natGateway: ResourceBehaviour = {
    ...inUse("InUseNatGatewayCannotBeDeleted", "NAT gateway", [subnetToken]),
    refuse: ({ id, inputs, cloud }) => {
        for (const property of ["publicIpAddresses", "publicIpPrefixes"]) {
            const list = inputs[property];
            if (Array.isArray(list)) for (const reference of list) requireReference(cloud, id, reference);
        }
    },
    answer: resourceGuid,
    current: ({ id }, cloud) => ({ subnets: usersOf(cloud, id, [subnetToken]).map((user) => ({ id: user.id })) }),
};

/** Has an address once it is there, if it is allocated statically. */
export const publicIpAddress: ResourceBehaviour = {
    ...inUse("PublicIPAddressCannotBeDeleted", "Public IP address", [
        "azure-native:network:NatGateway",
        "azure-native:network:ApplicationGateway",
        "azure-native:network:AzureFirewall",
        "azure-native:network:BastionHost",
    ]),
    refuse: (request) => {
        refuseOtherZones(request);
        const { id, inputs } = request;
        const standard = valueAt(inputs, "sku", "name") === "Standard";
        if (standard && inputs.publicIPAllocationMethod === "Dynamic") {
            throw new ArmError(
                400,
                "PublicIPAddressCannotBeDynamicForStandardSku",
                `Standard public IP address ${id} must be allocated statically.`,
            );
        }
    },
    answer: (request) => {
        const { id, name, inputs, existing } = request;
        const label = valueAt(inputs, "dnsSettings", "domainNameLabel");
        return {
            ...resourceGuid(request),
            idleTimeoutInMinutes: inputs.idleTimeoutInMinutes ?? 4,
            publicIPAllocationMethod: inputs.publicIPAllocationMethod ?? "Dynamic",
            publicIPAddressVersion: inputs.publicIPAddressVersion ?? "IPv4",
            ...(inputs.publicIPAllocationMethod === "Static"
                ? { ipAddress: kept(existing, () => publicAddress(id), "ipAddress") }
                : {}),
            ...(label === undefined
                ? {}
                : {
                      dnsSettings: {
                          ...(isMap(inputs.dnsSettings) ? inputs.dnsSettings : {}),
                          fqdn: `${textOf(label)}.${textOf(inputs.location ?? name)}.cloudapp.azure.com`,
                      },
                  }),
        };
    },
};

function publicAddress(id: string): string {
    const digits = hexOf(6, id);
    const octets = [0, 2, 4].map((index) => parseInt(digits.slice(index, index + 2), 16));
    return ["20", ...octets].join(".");
}

/** Whether a subnet, given by id, is delegated to a service. */
export function isDelegatedTo(resource: CloudResource, service: string): boolean {
    const { delegations } = resource.outputs;
    return (
        Array.isArray(delegations) && delegations.filter(isMap).some((delegation) => delegation.serviceName === service)
    );
}
