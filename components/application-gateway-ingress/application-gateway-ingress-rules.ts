import type * as pulumi from "@pulumi/pulumi";
import { isIPv4 } from "node:net";
import {
    flagProblems,
    namesAreKnown,
    objectIdProblems,
    recordProblems,
    requiredResourceIdProblems,
    resourceForms,
    resourceIdProblems,
    zoneProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { parseResourceId } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import {
    webApplicationFirewallProblems,
    wholeNumberProblems,
} from "../web-application-firewall/web-application-firewall-rules";
import { capacityDefaults, defaultMaxCapacity } from "./application-gateway";
import type { ApplicationGatewayIngressArgs } from "./application-gateway-ingress-args";

type Args = pulumi.Unwrap<ApplicationGatewayIngressArgs>;

/** What must hold between the arguments of a gateway, wherever they are. */
export const gatewayRules: Rule<ApplicationGatewayIngressArgs>[] = [
    ({ subnetId }) => requiredResourceIdProblems("subnetId", subnetId, resourceForms.subnet),
    ({ keyVaultId }) => requiredResourceIdProblems("keyVaultId", keyVaultId, resourceForms.vault),
    ({ workspaceId }) => resourceIdProblems("workspaceId", workspaceId, resourceForms.workspace),
    ({ zones }) => zoneProblems("", zones),
    ({ webApplicationFirewall }) => webApplicationFirewallProblems("webApplicationFirewall", webApplicationFirewall),
    ({ lock }) => flagProblems("lock", lock),
    ({ certificates }) => recordProblems("certificates", certificates),
    somethingIsServed,
    certificatesHaveNames,
    certificatesFollowRenewals,
    nameIsPossible,
    capacityIsPossible,
    privateAddressIsOne,
    controllerIsAPrincipal,
];

/** What must hold between the arguments of the component. */
export const applicationGatewayIngressRules: Rule<ApplicationGatewayIngressArgs>[] = [
    namesAreKnown<ApplicationGatewayIngressArgs>({
        resourceGroupName: true,
        subnetId: true,
        certificates: true,
        keyVaultId: true,
        location: true,
        applicationGatewayName: true,
        zones: true,
        minCapacity: true,
        maxCapacity: true,
        privateIpAddress: true,
        webApplicationFirewall: true,
        controllerPrincipalId: true,
        workspaceId: true,
        lock: true,
        tags: true,
    }),
    ...gatewayRules,
];

/** The certificates, also of a program in JavaScript that left them out. */
function certificatesOf({ certificates = {} }: Partial<Args>): Record<string, string> {
    return certificates;
}

function* somethingIsServed(args: Args): Iterable<Problem> {
    if (Object.keys(certificatesOf(args)).length === 0) {
        yield {
            argument: "certificates",
            found: args.certificates,
            why: "and without a certificate the gateway could serve plain HTTP only",
            remedy: 'Set at least one, such as { shop: "https://<vault>.vault.azure.net/secrets/shop" }',
        };
    }
}

function* certificatesHaveNames(args: Args): Iterable<Problem> {
    for (const name of Object.keys(certificatesOf(args))) {
        if (!/^[a-z0-9]([a-z0-9._-]{0,78}[a-z0-9_])?$/i.test(name)) {
            yield {
                argument: "certificates",
                found: name,
                why: "where a name has 1 to 80 letters, digits, hyphens, points and underscores",
                remedy: "Set another name: that of the secret will do",
            };
        }
    }
}

const secretId = /^https:\/\/([a-z0-9-]+)\.vault\.[a-z0-9.-]+\/secrets\/[a-z0-9-]+(\/[a-z0-9]*)?\/?$/i;

function* certificatesFollowRenewals(args: Args): Iterable<Problem> {
    const vaultName = parseResourceId(args.keyVaultId)?.names[0];
    for (const [name, found] of Object.entries(certificatesOf(args))) {
        const argument = `certificates.${name}`;
        const [, host, version] = secretId.exec(found) ?? [];
        if (host === undefined) {
            yield {
                argument,
                found,
                why: "which is no id of a secret",
                remedy: "Set https://<vault>.vault.azure.net/secrets/<certificate>",
            };
        } else if (version !== undefined && version !== "/") {
            yield {
                argument,
                found,
                why: "one version of the certificate: the gateway would serve it beyond its end",
                remedy: `Leave "${version}" out, so that each renewal is served`,
            };
        }
        if (host !== undefined && vaultName !== undefined && host.toLowerCase() !== vaultName.toLowerCase()) {
            yield {
                argument,
                found,
                why: `which lies in another vault than keyVaultId ("${vaultName}"): the gateway may not read it`,
                remedy: "Set certificates of one vault, and the id of that vault",
            };
        }
    }
}

/** What AKS calls the gateway and the subnet that it makes itself. */
const reservedName = "aks-appgateway";

function* nameIsPossible({ applicationGatewayName: found }: Args): Iterable<Problem> {
    if (found === undefined) {
        return;
    }
    if (typeof found !== "string" || !/^[a-z0-9]([a-z0-9._-]{0,78}[a-z0-9_])?$/i.test(found)) {
        yield {
            argument: "applicationGatewayName",
            found,
            why: "where Azure takes 1 to 80 letters, digits, hyphens, points and underscores, the first a letter or digit",
            remedy: 'Set a name such as "agw-prod"',
        };
    } else if (found.toLowerCase() === reservedName) {
        yield {
            argument: "applicationGatewayName",
            found,
            why: "a name that AKS keeps for what it makes itself",
            remedy: "Set another name",
        };
    }
}

function* capacityIsPossible({ minCapacity, maxCapacity }: Args): Iterable<Problem> {
    yield* wholeNumberProblems("minCapacity", minCapacity, 0, 125);
    yield* wholeNumberProblems("maxCapacity", maxCapacity, 2, 125);
    const least = minCapacity ?? capacityDefaults.min;
    const most = maxCapacity ?? defaultMaxCapacity(least);
    if (most < least) {
        yield {
            argument: "maxCapacity",
            found: maxCapacity,
            why: `which is less than minCapacity (${String(least)})`,
            remedy: "Set at least as many",
        };
    }
}

function* privateAddressIsOne({ privateIpAddress: found }: Args): Iterable<Problem> {
    if (found !== undefined && (typeof found !== "string" || !isIPv4(found))) {
        yield {
            argument: "privateIpAddress",
            found,
            why: "which is no IPv4 address",
            remedy: "Set an address of the subnet that nothing else has, such as 10.240.128.10",
        };
    }
}

function* controllerIsAPrincipal({ controllerPrincipalId }: Args): Iterable<Problem> {
    if (controllerPrincipalId !== undefined) {
        yield* objectIdProblems("controllerPrincipalId", controllerPrincipalId);
    }
}
