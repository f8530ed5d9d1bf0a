import { randomUUID } from "node:crypto";

import type { Cloud, CloudResource } from "../../providers/cloud";
import {
    type PropertyMap,
    type PropertyValue,
    isMap,
    knownString,
    sameValue,
    textOf,
    valueAt,
} from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { assignedIdentities } from "./identity";
import { badRequest, kept, requireReference, usersOf } from "./reference";
import { isAllowedData } from "./role-assignment";
import { refuseOtherZones } from "./zones";

/** Lists of a gateway whose entries get ids of their own, which other entries name. */
const partLists = [
    "backendAddressPools",
    "backendHttpSettingsCollection",
    "frontendIPConfigurations",
    "frontendPorts",
    "gatewayIPConfigurations",
    "httpListeners",
    "probes",
    "redirectConfigurations",
    "requestRoutingRules",
    "rewriteRuleSets",
    "sslCertificates",
    "sslProfiles",
    "urlPathMaps",
] as const;

/** Lies alone in its subnet, and reads its certificates with its identity. What a controller writes is not imitated. */
export const applicationGateway: ResourceBehaviour = {
    refuse: (request) => {
        const { id, inputs, cloud } = request;
        refuseOtherZones(request);
        refuseOtherSubnet(request);
        for (const configuration of maps(inputs.gatewayIPConfigurations)) refuseSubnet(request, configuration);
        for (const { publicIPAddress } of maps(inputs.frontendIPConfigurations))
            refuseAddress(request, publicIPAddress);
        requireReference(cloud, id, inputs.firewallPolicy);
        refuseWithoutFirewall(inputs);
        refuseIncomplete(inputs);
        refuseMissingParts(request);
        refuseUnreadableCertificates(request);
    },
    answer: (request) => {
        const { id, inputs, existing } = request;
        const lists = partLists.map((list) => [list, maps(inputs[list]).map((part) => answerPart(id, list, part))]);
        return {
            ...(Object.fromEntries(lists) as PropertyMap),
            resourceGuid: kept(existing, () => randomUUID(), "resourceGuid"),
            operationalState: "Running",
            defaultPredefinedSslPolicy: "AppGwSslPolicy20220101",
        };
    },
};

/** A gateway changes its subnet only while it is stopped. */
function refuseOtherSubnet({ id, inputs, existing }: ArmRequest): void {
    const subnetOf = (values: PropertyMap | undefined) =>
        maps(values?.gatewayIPConfigurations).map(({ subnet }) => textOf(valueAt(subnet, "id")).toLowerCase());
    if (existing === undefined || sameValue(subnetOf(existing.inputs), subnetOf(inputs))) return;
    badRequest(`The subnet of Application Gateway ${id} cannot be changed while the gateway is running.`);
}

function refuseSubnet({ id, cloud }: ArmRequest, configuration: PropertyMap): void {
    const subnet = requireReference(cloud, id, configuration.subnet);
    if (subnet === undefined) badRequest(`Application Gateway ${id} does not have a subnet.`);
    const delegations = maps(subnet.outputs.delegations).map(({ serviceName }) => textOf(serviceName));
    const foreign = delegations.find((service) => service !== "Microsoft.Network/applicationGateways");
    if (foreign !== undefined) {
        badRequest(`Subnet ${subnet.id} is delegated to ${foreign}, and cannot be used by Application Gateway ${id}.`);
    }
    const [other] = usersOf(cloud, subnet.id, [
        "azure-native:containerservice:ManagedCluster",
        "azure-native:containerservice:AgentPool",
        "azure-native:network:PrivateEndpoint",
        "azure-native:network:AzureFirewall",
    ]);
    if (other !== undefined) {
        badRequest(
            `Subnet ${subnet.id} cannot be used for Application Gateway ${id} since subnet already contains other resources: ${other.id}.`,
        );
    }
}

function refuseAddress({ id, cloud }: ArmRequest, reference: PropertyValue | undefined): void {
    const address = requireReference(cloud, id, reference);
    if (address === undefined || valueAt(address.outputs, "sku", "name") === "Standard") return;
    badRequest(`Application Gateway ${id} of a v2 SKU can only reference a public IP address of the SKU Standard.`);
}

function refuseWithoutFirewall(inputs: PropertyMap): void {
    const tier = textOf(valueAt(inputs, "sku", "tier"));
    const hasFirewall = inputs.firewallPolicy !== undefined || inputs.webApplicationFirewallConfiguration !== undefined;
    if (tier === "WAF_v2" && !hasFirewall) {
        badRequest("A gateway of the tier WAF_v2 needs a firewall policy or a web application firewall configuration.");
    }
    if (tier !== "WAF_v2" && inputs.firewallPolicy !== undefined) {
        badRequest(`A firewall policy cannot be used with the tier '${tier}'.`);
    }
}

/** What ARM demands of every gateway of today's SKUs. */
function refuseIncomplete(inputs: PropertyMap): void {
    for (const list of [
        "gatewayIPConfigurations",
        "frontendIPConfigurations",
        "frontendPorts",
        "httpListeners",
        "requestRoutingRules",
    ]) {
        if (maps(inputs[list]).length === 0) badRequest(`An application gateway must have at least one of ${list}.`);
    }
    for (const listener of maps(inputs.httpListeners)) {
        if (listener.protocol === "Https" && listener.sslCertificate === undefined) {
            badRequest(`HTTPS listener '${textOf(listener.name)}' must have an SSL certificate.`);
        }
    }
    for (const rule of maps(inputs.requestRoutingRules)) {
        if (rule.priority === undefined) {
            throw new ArmError(
                400,
                "ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty",
                `The priority of request routing rule '${textOf(rule.name)}' cannot be empty.`,
            );
        }
        if (rule.redirectConfiguration === undefined && rule.urlPathMap === undefined && !sendsToPool(rule)) {
            badRequest(
                `Request routing rule '${textOf(rule.name)}' needs a backend pool with settings, or a redirect.`,
            );
        }
    }
}

function sendsToPool({ backendAddressPool, backendHttpSettings }: PropertyMap): boolean {
    return backendAddressPool !== undefined && backendHttpSettings !== undefined;
}

/** Entries name each other by the ids that they will have. */
function refuseMissingParts({ id, inputs }: ArmRequest): void {
    const own = `${id}/`.toLowerCase();
    const parts = new Set(
        partLists.flatMap((list) =>
            maps(inputs[list]).map(({ name }) => `${own}${list}/${textOf(name)}`.toLowerCase()),
        ),
    );
    for (const reference of idsIn(partLists.map((list) => inputs[list] ?? null))) {
        if (!/\/applicationGateways\//i.test(reference)) continue;
        if (parts.has(reference.toLowerCase())) continue;
        throw new ArmError(
            400,
            "InvalidResourceReference",
            `Resource ${reference} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
        );
    }
}

function idsIn(value: PropertyValue): string[] {
    if (Array.isArray(value)) return value.flatMap(idsIn);
    if (!isMap(value)) return [];
    return Object.entries(value).flatMap(([name, entry]) =>
        name === "id" && typeof entry === "string" ? [entry] : idsIn(entry),
    );
}

/** A secret that the vault is not known to hold may have been made in the vault itself, beside ARM. */
function refuseUnreadableCertificates(request: ArmRequest): void {
    const { id, inputs, cloud } = request;
    for (const certificate of maps(inputs.sslCertificates)) {
        const secretId = knownString(certificate.keyVaultSecretId);
        if (secretId === undefined) continue;
        const why = whyUnreadable(cloud, inputs, secretId);
        if (why === undefined) continue;
        throw new ArmError(
            400,
            "ApplicationGatewayKeyVaultSecretException",
            `Problem occured while accessing and validating KeyVault Secrets associated with Application Gateway '${id}'. See details below: ${secretId}: ${why}`,
        );
    }
}

function whyUnreadable(cloud: Cloud, inputs: PropertyMap, secretId: string): string | undefined {
    const [, vaultName = "", secretName = ""] = /^https:\/\/([^./]+)\.[^/]+\/secrets\/([^/]+)/i.exec(secretId) ?? [];
    const [identity] = assignedIdentities(cloud, inputs.identity);
    if (identity === undefined) return "the gateway has no user-assigned identity.";
    const vault = cloud
        .ofType("azure-native:keyvault:Vault")
        .find((candidate) => nameOf(candidate.id).toLowerCase() === vaultName.toLowerCase());
    if (vault === undefined) return "the key vault was not found.";
    if (isClosedToAzure(vault)) return "the firewall of the key vault does not let trusted services pass.";
    const principal = textOf(identity.outputs.principalId);
    return mayRead(cloud, vault, principal, secretName)
        ? undefined
        : `the managed identity ${principal} does not have secrets get permission on the key vault.`;
}

function isClosedToAzure({ outputs }: CloudResource): boolean {
    const isLimited =
        valueAt(outputs, "properties", "publicNetworkAccess") === "Disabled" ||
        valueAt(outputs, "properties", "networkAcls", "defaultAction") === "Deny";
    return isLimited && valueAt(outputs, "properties", "networkAcls", "bypass") === "None";
}

function mayRead(cloud: Cloud, vault: CloudResource, principal: string, secretName: string): boolean {
    if (valueAt(vault.outputs, "properties", "enableRbacAuthorization") === true) {
        const action = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
        return isAllowedData(cloud, principal, action, `${vault.id}/secrets/${secretName}`);
    }
    return maps(valueAt(vault.outputs, "properties", "accessPolicies")).some(({ objectId, permissions }) => {
        const secrets = valueAt(permissions, "secrets");
        return (
            objectId === principal &&
            Array.isArray(secrets) &&
            secrets.map(textOf).some((right) => /^(get|all)$/i.test(right))
        );
    });
}

/** What ARM fills in of each kind of entry. */
const filledIn: Readonly<Partial<Record<(typeof partLists)[number], PropertyMap>>> = {
    backendAddressPools: { backendAddresses: [] },
    backendHttpSettingsCollection: { cookieBasedAffinity: "Disabled", pickHostNameFromBackendAddress: false },
    frontendIPConfigurations: { privateIPAllocationMethod: "Dynamic" },
    httpListeners: { hostNames: [], requireServerNameIndication: false },
};

function answerPart(id: string, list: (typeof partLists)[number], part: PropertyMap): PropertyMap {
    return { ...filledIn[list], ...part, id: `${id}/${list}/${textOf(part.name)}`, provisioningState: "Succeeded" };
}

function maps(value: PropertyValue | undefined): PropertyMap[] {
    return Array.isArray(value) ? value.filter(isMap) : [];
}
