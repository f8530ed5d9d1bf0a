import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** What an Application Gateway for Containers offers its routes for protection. */
export interface GatewaySecurityPolicy {
    /** ARM id of the firewall policy. */
    readonly firewallPolicyId: Property;
    /** Rules on addresses, in place of a firewall. */
    readonly addressRules: Property;
}

const isNative = azureNative("servicenetworking", "SecurityPoliciesInterface");
/** The classic provider calls it so: it cuts the first letters off "Application". */
const isClassic = azureClassic("appconfiguration", "LicationLoadBalancerSecurityPolicy");

/** Security policies of Application Gateways for Containers, of azure-native and of the classic provider. */
export const gatewaySecurityPolicy: ResourceKind<GatewaySecurityPolicy> = {
    name: "SecurityPoliciesInterface",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield {
            firewallPolicyId: isNative(type)
                ? properties.in("wafPolicy", "id")
                : properties.at("webApplicationFirewallPolicyId"),
            addressRules: properties.at("ipAccessRulesPolicy"),
        };
    },
};
