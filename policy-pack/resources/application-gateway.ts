import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { choice, text, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** An application gateway in ARM's names and meanings, whatever provider it is written for. */
export interface ApplicationGateway {
    /** `WAF_v2`, or a tier without a firewall. */
    readonly tier: Setting<string>;
    /** The id of the firewall policy. */
    readonly firewallPolicyId: Property;
    /** The TLS policy of the gateway as a whole. */
    readonly tlsPolicy: TlsPolicy;
    /** TLS policies of single listeners. */
    readonly profileTlsPolicies: () => readonly TlsPolicy[];
    readonly certificates: () => readonly GatewayCertificate[];
    /** Whether it has the tag of an ingress controller, which writes listeners and rules. */
    readonly hasTagOfController: boolean;
    /** Listeners without TLS, each with the rules that say what happens to its requests. */
    readonly plainListeners: () => Iterable<PlainListener>;
    /** Which kinds of identity the gateway has. */
    readonly identityType: Setting<string>;
    /** The identities that are assigned to it: a list, or a map by id. */
    readonly identities: Property;
    /** The firewall configuration inside of the gateway. */
    readonly firewallConfiguration: Property;
    /** Whether the number of instances follows the requests, and how. */
    readonly autoscaleConfiguration: Property;
    /** The number of instances where it does not. */
    readonly capacity: Property;
}

/** Which versions of TLS are taken. */
export interface TlsPolicy {
    /** The policy as a whole: given or not. */
    readonly policy: Property;
    readonly type: Setting<string>;
    /** The name of a predefined policy. */
    readonly name: Property;
    readonly minProtocolVersion: Property;
}

/** A certificate with its key. */
export interface GatewayCertificate {
    /** The certificate itself, with its key. */
    readonly data: Property;
    readonly keyVaultSecretId: Property;
}

/** A listener that takes requests by HTTP. */
export interface PlainListener {
    readonly name: string;
    /** Where its requests go: the redirect that a rule names, or none. */
    readonly destinations: () => Iterable<Destination>;
}

/** What a rule does with requests. */
export interface Destination {
    /** The name or id of the redirect: unset where requests are answered. */
    readonly redirect: Property;
    /** Where that redirect leads; `undefined` where it is not among the gateway's. */
    readonly target: () => RedirectTarget | undefined;
}

/** Where a redirect leads. */
export interface RedirectTarget {
    /** The property that says so. */
    readonly property: Property;
    readonly isHttps: boolean;
}

const isNative = azureNative("network", "ApplicationGateway");
const isClassic = azureClassic("network", "ApplicationGateway");

/** Application gateways: ApplicationGateway of azure-native and of the classic provider. */
export const applicationGateway: ResourceKind<ApplicationGateway> = {
    name: "ApplicationGateway",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? view(properties, native) : view(properties, classic);
    },
};

/** What the providers spell differently. */
interface Spelling {
    readonly firewallPolicyId: (gateway: Property) => Property;
    readonly tlsPolicy: (owner: Property) => Property;
    /** A reference of one part to another one: by id, or by name. */
    readonly reference: (part: Property, to: "httpListener" | "redirectConfiguration" | "urlPathMap") => Property;
    readonly defaultRedirect: (pathMap: Property) => Property;
    readonly targetListener: (redirect: Property) => Property;
    readonly identities: (gateway: Property) => Property;
    readonly firewallConfiguration: (gateway: Property) => Property;
}

const native: Spelling = {
    firewallPolicyId: (gateway) => gateway.in("firewallPolicy", "id"),
    tlsPolicy: (owner) => owner.at("sslPolicy"),
    reference: (part, to) => part.in(to, "id"),
    defaultRedirect: (pathMap) => pathMap.in("defaultRedirectConfiguration", "id"),
    targetListener: (redirect) => redirect.in("targetListener", "id"),
    identities: (gateway) => gateway.in("identity", "userAssignedIdentities"),
    firewallConfiguration: (gateway) => gateway.at("webApplicationFirewallConfiguration"),
};

/** Names of versions 6, 5 and 4 of the classic provider; the last has lists of one TLS policy. */
const classic: Spelling = {
    firewallPolicyId: (gateway) => gateway.at("firewallPolicyId"),
    tlsPolicy: (owner) => spelt(owner.at("sslPolicy"), ...firstOf(owner.at("sslPolicies"))),
    reference: (part, to) => part.at(`${to}Name`),
    defaultRedirect: (pathMap) => pathMap.at("defaultRedirectConfigurationName"),
    targetListener: (redirect) => redirect.at("targetListenerName"),
    identities: (gateway) => gateway.in("identity", "identityIds"),
    firewallConfiguration: (gateway) => gateway.at("wafConfiguration"),
};

function firstOf(list: Property): Property[] {
    return list.elements().slice(0, 1);
}

const tiers = ["Standard", "WAF", "Standard_v2", "WAF_v2"];
const policyTypes = ["Predefined", "Custom", "CustomV2"];

/** Each property is a getter or a function: making a view reads nothing. */
function view(gateway: Property, spelling: Spelling): ApplicationGateway {
    const tlsPolicyOf = (owner: Property) => tlsPolicy(spelling.tlsPolicy(owner));
    return {
        get tier() {
            return choice(gateway.in("sku", "tier"), tiers, "Standard");
        },
        get firewallPolicyId() {
            return spelling.firewallPolicyId(gateway);
        },
        get tlsPolicy() {
            return tlsPolicyOf(gateway);
        },
        profileTlsPolicies: () =>
            gateway
                .at("sslProfiles")
                .elements()
                .map(tlsPolicyOf)
                .filter(({ policy }) => policy.isGiven),
        certificates: () =>
            gateway
                .at("sslCertificates")
                .elements()
                .map((certificate) => ({
                    data: certificate.at("data"),
                    keyVaultSecretId: certificate.at("keyVaultSecretId"),
                })),
        get hasTagOfController() {
            return gateway.in("tags", "managed-by-k8s-ingress").isGiven;
        },
        plainListeners: () => plainListeners(gateway, spelling),
        get identityType() {
            return text(gateway.in("identity", "type"), "");
        },
        identities: spelling.identities(gateway),
        firewallConfiguration: spelling.firewallConfiguration(gateway),
        autoscaleConfiguration: gateway.at("autoscaleConfiguration"),
        capacity: gateway.in("sku", "capacity"),
    };
}

function tlsPolicy(policy: Property): TlsPolicy {
    return {
        policy,
        get type() {
            const unset = policy.at("policyName").isGiven ? "Predefined" : "Custom";
            return choice(policy.at("policyType"), policyTypes, unset);
        },
        name: policy.at("policyName"),
        minProtocolVersion: policy.at("minProtocolVersion"),
    };
}

function* plainListeners(gateway: Property, spelling: Spelling): Iterable<PlainListener> {
    for (const listener of gateway.at("httpListeners").elements()) {
        if (listener.at("protocol").string()?.toLowerCase() !== "http") continue;
        const name = listener.at("name").string() ?? "";
        yield { name, destinations: () => destinations(gateway, name, spelling) };
    }
}

function* destinations(gateway: Property, listener: string, spelling: Spelling): Iterable<Destination> {
    for (const rule of gateway.at("requestRoutingRules").elements()) {
        if (!names(spelling.reference(rule, "httpListener"), listener)) continue;
        const pathMap = spelling.reference(rule, "urlPathMap");
        const redirects = pathMap.isGiven
            ? redirectsOfPaths(gateway, pathMap, spelling)
            : [spelling.reference(rule, "redirectConfiguration")];
        for (const redirect of redirects) yield { redirect, target: () => target(gateway, redirect, spelling) };
    }
}

function redirectsOfPaths(gateway: Property, pathMap: Property, spelling: Spelling): Property[] {
    return gateway
        .at("urlPathMaps")
        .elements()
        .filter((candidate) => names(pathMap, candidate.at("name").string() ?? ""))
        .flatMap((candidate) => [
            spelling.defaultRedirect(candidate),
            ...candidate
                .at("pathRules")
                .elements()
                .map((rule) => spelling.reference(rule, "redirectConfiguration")),
        ]);
}

function target(gateway: Property, redirect: Property, spelling: Spelling): RedirectTarget | undefined {
    const found = gateway
        .at("redirectConfigurations")
        .elements()
        .find((candidate) => names(redirect, candidate.at("name").string() ?? ""));
    if (found === undefined) return undefined;
    const url = found.at("targetUrl");
    if (url.isGiven) return { property: url, isHttps: /^https:/i.test(url.string() ?? "") };
    const property = spelling.targetListener(found);
    const listener = gateway
        .at("httpListeners")
        .elements()
        .find((candidate) => names(property, candidate.at("name").string() ?? ""));
    return { property, isHttps: listener?.at("protocol").string()?.toLowerCase() === "https" };
}

/** Whether a reference, by id or by name, is one to the part of this name. */
function names(reference: Property, name: string): boolean {
    return reference.string()?.toLowerCase().split("/").at(-1) === name.toLowerCase();
}
