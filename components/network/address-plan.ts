import { network4, subnetAt } from "../arguments/addresses";

/** The subnets of a cluster's network, in CIDR notation. */
export interface AddressPlan {
    /** A quarter of the space: with an overlay, every node takes one address, and an upgrade some more. */
    nodes: string;
    /** /27: an API server reserves at least 9 addresses, several clusters may share the subnet. */
    apiServer: string;
    /** /26 */
    privateEndpoints: string;
}

/** Prefix lengths between which the plan below has room. */
export const addressSpaceLimits = { widest: 8, narrowest: 22 } as const;

/**
 * Divides an address space. The second quarter holds the small subnets, spaced so that one can be added; the second
 * half stays free for gateways and for what the user adds. Changing this plan would replace subnets of users.
 */
export function addressPlan(addressSpace: string): AddressPlan {
    const space = network4(addressSpace);
    const secondQuarter = network4(subnetAt(space, space.prefixLength + 2, 1));
    return {
        nodes: subnetAt(space, space.prefixLength + 2, 0),
        apiServer: subnetAt(secondQuarter, 27, 0),
        privateEndpoints: subnetAt(secondQuarter, 26, 1),
    };
}

/** The subnets that are made on demand, in CIDR notation. */
export interface OptionalSubnets {
    /** /26, as Azure asks of a firewall's subnet. */
    firewall: string;
    /** /26, as AKS Automatic asks of its system nodes. */
    systemNodes: string;
    /** /24, which an Application Gateway that scales needs. */
    applicationGateway: string;
    /** /24: an association takes 256 addresses. */
    gatewayForContainers: string;
}

/**
 * Where subnets lie that not every network has: each has a place of its own, so that one can be taken away while
 * another one is made. The narrowest space leaves exactly this room. Like the plan above, it is state.
 */
export function optionalSubnets(addressSpace: string): OptionalSubnets {
    const space = network4(addressSpace);
    const quarter = (index: number) => network4(subnetAt(space, space.prefixLength + 2, index));
    return {
        firewall: subnetAt(quarter(1), 26, 2),
        systemNodes: subnetAt(quarter(1), 26, 3),
        applicationGateway: subnetAt(quarter(2), 24, 0),
        gatewayForContainers: subnetAt(quarter(3), 24, 0),
    };
}
