import type * as pulumi from "@pulumi/pulumi";
import type { OptionalSubnets } from "./address-plan";
import { NetworkIngress } from "./network-args";
import {
    applicationGatewaySecurityRules,
    gatewayForContainersSecurityRules,
    type SecurityRule,
} from "./security-rules";

/** The subnet that a kind of gateway needs. Names and places are state. */
interface IngressSubnet {
    suffix: string;
    place: keyof OptionalSubnets;
    securityRules: (subnet: pulumi.Input<string>) => SecurityRule[];
    /** Who else than us may put something into it. */
    delegations?: { name: string; serviceName: string }[];
}

/** One subnet for each kind: a gateway shares it with nothing else. */
export const ingressSubnets: Readonly<Record<NetworkIngress, IngressSubnet>> = {
    [NetworkIngress.ApplicationGateway]: {
        suffix: "application-gateway",
        place: "applicationGateway",
        securityRules: applicationGatewaySecurityRules,
    },
    [NetworkIngress.GatewayForContainers]: {
        suffix: "gateway-for-containers",
        place: "gatewayForContainers",
        securityRules: gatewayForContainersSecurityRules,
        delegations: [{ name: "gateway", serviceName: "Microsoft.ServiceNetworking/trafficControllers" }],
    },
};
