import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { dnsLabel } from "../arguments/names";
import type { ApplicationGatewayIngressArgs } from "./application-gateway-ingress-args";

/** Instances where nobody said how many. */
export const capacityDefaults = { min: 2, max: 10 } as const;

/** Most instances where only the fewest were set. */
export function defaultMaxCapacity(minCapacity: number): number {
    return Math.max(capacityDefaults.max, minCapacity);
}

const longestName = 80;
const namePrefix = "agw-";

/** The name in Azure: parts of a gateway name each other by its id, so it must be known before. */
export function gatewayName(name: string, { applicationGatewayName }: ApplicationGatewayIngressArgs) {
    return applicationGatewayName ?? `${namePrefix}${dnsLabel(name, longestName - namePrefix.length)}`;
}

/**
 * What the ingress controller writes by itself, for every Ingress of the cluster: an update that sent what was there at
 * the beginning would take all of them off the gateway. Certificates are not among them: it keeps those that it finds.
 */
export const ownedByController = [
    "backendAddressPools",
    "backendHttpSettingsCollection",
    "frontendPorts",
    "httpListeners",
    "probes",
    "redirectConfigurations",
    "requestRoutingRules",
    "rewriteRuleSets",
    "urlPathMaps",
    'tags["ingress-for-aks-cluster-id"]',
    'tags["last-updated-by-k8s-ingress"]',
    'tags["managed-by-k8s-ingress"]',
];

/** What the gateway is made of. */
export interface ApplicationGatewayParts {
    /** ARM id of the gateway itself. */
    gatewayId: pulumi.Input<string>;
    publicIpAddressId: pulumi.Input<string>;
    identityId: pulumi.Input<string>;
    firewallPolicyId: pulumi.Input<string>;
}

/** The gateway but for its name and place: a firewall in front of everything, TLS 1.2 or newer, and nothing by HTTP. */
export function applicationGatewayArgs(args: ApplicationGatewayIngressArgs, parts: ApplicationGatewayParts) {
    const minCapacity = args.minCapacity ?? capacityDefaults.min;
    return {
        sku: { name: "WAF_v2", tier: "WAF_v2" },
        autoscaleConfiguration: {
            minCapacity,
            maxCapacity: args.maxCapacity ?? lift(minCapacity, defaultMaxCapacity),
        },
        zones: args.zones,
        identity: { type: "UserAssigned" as const, userAssignedIdentities: [parts.identityId] },
        firewallPolicy: { id: parts.firewallPolicyId },
        sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" },
        enableHttp2: true,
        gatewayIPConfigurations: [{ name: "subnet", subnet: { id: args.subnetId } }],
        frontendIPConfigurations: frontendIpConfigurations(args, parts),
        sslCertificates: Object.entries(args.certificates).map(([name, keyVaultSecretId]) => ({
            name,
            keyVaultSecretId,
        })),
        ...untilControllerWrites(args, parts),
    };
}

function frontendIpConfigurations(
    { privateIpAddress, subnetId }: ApplicationGatewayIngressArgs,
    { publicIpAddressId }: ApplicationGatewayParts,
) {
    const publicAddress = { name: "public", publicIPAddress: { id: publicIpAddressId } };
    if (privateIpAddress === undefined) {
        return [publicAddress];
    }
    return [
        publicAddress,
        {
            name: "private",
            privateIPAddress: privateIpAddress,
            privateIPAllocationMethod: "Static",
            subnet: { id: subnetId },
        },
    ];
}

/**
 * ARM takes no gateway without a listener and a rule. Until the controller writes those of the ingresses, requests by
 * HTTPS meet nobody, and those by HTTP not even a listener.
 */
function untilControllerWrites(args: ApplicationGatewayIngressArgs, { gatewayId }: ApplicationGatewayParts) {
    const part = (kind: string, name: string) => ({ id: lift(gatewayId, (id) => `${id}/${kind}/${name}`) });
    const [certificate = ""] = Object.keys(args.certificates);
    return {
        frontendPorts: [{ name: "https", port: 443 }],
        httpListeners: [
            {
                name: "https",
                protocol: "Https",
                frontendIPConfiguration: part("frontendIPConfigurations", "public"),
                frontendPort: part("frontendPorts", "https"),
                sslCertificate: part("sslCertificates", certificate),
            },
        ],
        backendAddressPools: [{ name: "nobody" }],
        backendHttpSettingsCollection: [{ name: "nobody", port: 443, protocol: "Https", requestTimeout: 30 }],
        requestRoutingRules: [
            {
                name: "https",
                priority: 10,
                ruleType: "Basic",
                httpListener: part("httpListeners", "https"),
                backendAddressPool: part("backendAddressPools", "nobody"),
                backendHttpSettings: part("backendHttpSettingsCollection", "nobody"),
            },
        ],
    };
}
