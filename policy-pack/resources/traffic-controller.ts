import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { gatewaySecurityPolicy } from "./gateway-security-policy";
import { azureClassic, azureNative } from "./type-token";

const isNative = azureNative("servicenetworking", "TrafficControllerInterface");
/** The classic provider calls it so: it cuts the first letters off "Application". */
const isClassic = azureClassic("appconfiguration", "LicationLoadBalancer");

/** Application Gateways for Containers, of azure-native and of the classic provider. */
export const trafficController: ResourceKind<object> = {
    name: "TrafficController",
    matches: (type) => isNative(type) || isClassic(type),
    *views() {
        yield {};
    },
};

/** A firewall that a gateway offers its routes. */
export interface GatewayFirewall {
    /** The name of the gateway, or its id. */
    readonly gateway: Property;
    /** The ARM id of the firewall policy. */
    readonly firewallPolicyId: Property;
}

/** Security policies of Application Gateways for Containers, by their gateway. */
export const gatewayFirewall: ResourceKind<GatewayFirewall> = {
    name: gatewaySecurityPolicy.name,
    matches: (type) => gatewaySecurityPolicy.matches(type),
    *views(resource) {
        const { properties, type } = resource;
        const gateway = properties.at(
            type.startsWith("azure:") ? "applicationLoadBalancerId" : "trafficControllerName",
        );
        for (const { firewallPolicyId } of gatewaySecurityPolicy.views(resource)) yield { gateway, firewallPolicyId };
    },
};
