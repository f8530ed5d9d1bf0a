import { WebApplicationFirewallPolicy } from "@pulumi/azure-native/network/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { networkResourceName } from "../arguments/names";
import { FirewallSelectorOperator, type WebApplicationFirewallArgs } from "./web-application-firewall-args";

/** A set of rules that Microsoft writes and keeps up to date. */
interface RuleSet {
    ruleSetType: string;
    ruleSetVersion: string;
}

/**
 * Newest rules against attacks, by the kind of gateway.
 * https://learn.microsoft.com/azure/web-application-firewall/ag/application-gateway-crs-rulegroups-rules
 */
export const attackRules = {
    applicationGateway: { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.2" },
    gatewayForContainers: { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" },
} as const satisfies Record<string, RuleSet>;

/** Rules against bots that are known to be bad. */
const botRules: RuleSet = { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" };

const defaultRequestBodySizeInKb = 128;
const defaultFileUploadLimitInMb = 100;

/** The part of a policy that says what is refused. Bodies are inspected as far as they are let pass: to their end. */
export function firewallPolicyArgs(firewall: WebApplicationFirewallArgs, attacks: RuleSet) {
    const maxRequestBodySizeInKb = firewall.maxRequestBodySizeInKb ?? defaultRequestBodySizeInKb;
    return {
        policySettings: {
            state: "Enabled",
            mode: firewall.detectionOnly === true ? "Detection" : "Prevention",
            requestBodyCheck: true,
            requestBodyEnforcement: true,
            requestBodyInspectLimitInKB: maxRequestBodySizeInKb,
            maxRequestBodySizeInKb,
            fileUploadEnforcement: true,
            fileUploadLimitInMb: firewall.fileUploadLimitInMb ?? defaultFileUploadLimitInMb,
        },
        managedRules: {
            managedRuleSets: [attacks, botRules],
            exclusions: (firewall.exclusions ?? []).map(
                ({ matchVariable, selector, operator, ruleGroup, ruleIds }) => ({
                    matchVariable,
                    selectorMatchOperator: operator ?? FirewallSelectorOperator.Equals,
                    selector,
                    exclusionManagedRuleSets: [
                        {
                            ...attacks,
                            ruleGroups: [{ ruleGroupName: ruleGroup, rules: ruleIds.map((ruleId) => ({ ruleId })) }],
                        },
                    ],
                }),
            ),
        },
    };
}

/** Where a policy lies. */
export interface FirewallPolicyPlace {
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string> | undefined;
    tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** A policy that gateways of one kind are given. */
export function createFirewallPolicy(
    name: string,
    kind: keyof typeof attackRules,
    firewall: WebApplicationFirewallArgs | undefined,
    place: FirewallPolicyPlace,
    options: pulumi.CustomResourceOptions,
): WebApplicationFirewallPolicy {
    return new WebApplicationFirewallPolicy(
        name,
        {
            ...place,
            policyName: networkResourceName(`${name}-${kind}`),
            ...firewallPolicyArgs(firewall ?? {}, attackRules[kind]),
        },
        options,
    );
}
