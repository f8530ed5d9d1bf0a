/**
 * TLS before version 1.2 can be broken, and so can what it was used for.
 *
 * Checked property:  ApplicationGateway `sslPolicy`, `sslProfiles[*].sslPolicy`
 * Compliant values:  a predefined policy of `predefinedPolicies`, or a custom one from `TLSv1_2` on
 * When unset:        violation for the gateway (the version of the API that makes it decides); profiles use that of the gateway
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy, each, type Judgement } from "../../policy";
import { applicationGateway, type TlsPolicy } from "../../resources/application-gateway";

/** Predefined policies that begin with TLS 1.2. The last is the strictest. */
const predefinedPolicies = ["AppGwSslPolicy20170401S", "AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"];
const versions = ["TLSv1_2", "TLSv1_3"];

interface Config {
    readonly predefinedPolicies: readonly string[];
}

export const applicationGatewayTlsVersionCurrent = definePolicy<Config>({
    name: "application-gateway-tls-version-current",
    description: "Application gateways must take TLS 1.2 or newer only.",
    remediationSteps: "Set the predefined TLS policy `AppGwSslPolicy20220101S`, or a custom one from TLS 1.2 on.",
    severity: "high",
    practice: 10,
    equivalents: ["psrule:AZR-000064", "checkov:CKV_AZURE_218"],
    configSchema: {
        properties: {
            predefinedPolicies: {
                type: "array",
                items: { type: "string", enum: predefinedPolicies },
                minItems: 1,
                default: predefinedPolicies,
                description: "The predefined policies that pass.",
            },
        },
    },
    checks: [
        check(applicationGateway, function* (gateway, { predefinedPolicies: allowed }) {
            const { policy } = gateway.tlsPolicy;
            if (policy.isGiven) return yield* judge(gateway.tlsPolicy, allowed);
            yield `\`${policy.path}\` is unset, and the version of the API that makes the gateway then decides; set it to the predefined policy ${quote(advised(allowed))}.`;
            return undefined;
        }),
        check(applicationGateway, function* (gateway, { predefinedPolicies: allowed }) {
            yield* each(gateway.profileTlsPolicies(), (policy) => judge(policy, allowed));
        }),
    ],
});

function advised(allowed: readonly string[]): string {
    return allowed.at(-1) ?? "";
}

function* judge({ type, name, minProtocolVersion }: TlsPolicy, allowed: readonly string[]): Judgement {
    const [property, values] = type.effective === "Predefined" ? [name, allowed] : [minProtocolVersion, versions];
    const found = property.string();
    if (found !== undefined && values.some((value) => value.toLowerCase() === found.toLowerCase())) return;
    const words = found === undefined ? "unset, and older versions of TLS may then be taken" : quote(found);
    yield `\`${property.path}\` is ${words}; set it to ${alternatives(values)}.`;
}
