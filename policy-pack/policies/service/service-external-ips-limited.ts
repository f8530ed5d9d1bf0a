/**
 * A service gets all traffic that the nodes see for its external addresses, also where these are of somebody else: whoever
 * may make a service can stand between two others (CVE-2020-8554).
 *
 * Checked property:  Service `spec.externalIPs[*]`
 * Compliant values:  addresses of `allowedExternalIPs`
 * When unset:        compliant
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { service } from "../../resources/service";

interface Config {
    readonly allowedExternalIPs: readonly string[];
}

/** Longer lists are not printed. */
const longest = 10;

export const serviceExternalIpsLimited = definePolicy<Config>({
    name: "service-external-ips-limited",
    description: "Services must use allowed external addresses only.",
    remediationSteps: "Remove the external addresses; expose the service by a load balancer, an ingress or a gateway.",
    severity: "high",
    practice: 9,
    equivalents: ["azure-policy:d46c275d-1680-448d-b2ec-e495a3b6cc89", "trivy:KSV-0108"],
    configSchema: {
        properties: {
            allowedExternalIPs: {
                type: "array",
                items: { type: "string" },
                default: [],
                description: "External addresses that services may use.",
            },
        },
    },
    checks: [
        check(service, function* ({ spec }, { allowedExternalIPs: allowed }) {
            yield* each(spec.at("externalIPs").elements(), function* (address) {
                const value = address.string();
                if (value === undefined || allowed.includes(value)) return;
                yield `\`${address.path}\` is ${quote(value)}, whose traffic the service then gets; ${advice(allowed)}.`;
            });
        }),
    ],
});

function advice(allowed: readonly string[]): string {
    if (allowed.length === 0) return "leave it unset";
    return `set it to ${allowed.length > longest ? "an address of `allowedExternalIPs`" : alternatives(allowed)}`;
}
