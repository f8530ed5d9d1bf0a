import type * as pulumi from "@pulumi/pulumi";

/** A rule as a network security group takes it. */
export interface SecurityRule {
    name: string;
    description: string;
    priority: number;
    direction: "Inbound" | "Outbound";
    access: "Allow" | "Deny";
    protocol: string;
    sourceAddressPrefix: pulumi.Input<string>;
    sourcePortRange: string;
    destinationAddressPrefix: pulumi.Input<string>;
    destinationPortRanges?: string[];
    destinationPortRange?: string;
}

function allow(
    rule: Pick<SecurityRule, "name" | "description" | "priority" | "sourceAddressPrefix" | "destinationAddressPrefix">,
    protocol: "*" | "Tcp",
    ports: readonly string[],
): SecurityRule {
    return {
        ...rule,
        direction: "Inbound",
        access: "Allow",
        protocol,
        sourcePortRange: "*",
        // ARM takes a single "*" in the singular property only.
        ...(ports.length === 1 ? { destinationPortRange: ports[0] ?? "*" } : { destinationPortRanges: [...ports] }),
    };
}

/**
 * What reaches nodes and pods: each other, beyond the default rules (virtual network and load balancer in, everything
 * else refused), because addresses of an overlay are no part of the `VirtualNetwork` tag.
 * https://learn.microsoft.com/azure/aks/azure-cni-overlay
 */
export function nodeSecurityRules(nodeSubnet: pulumi.Input<string>, podCidr: pulumi.Input<string>): SecurityRule[] {
    const rule = (
        name: string,
        description: string,
        priority: number,
        from: pulumi.Input<string>,
        to: pulumi.Input<string>,
    ): SecurityRule =>
        allow({ name, description, priority, sourceAddressPrefix: from, destinationAddressPrefix: to }, "*", ["*"]);
    return [
        rule("AllowPodsToPods", "Pods reach pods of other nodes.", 200, podCidr, podCidr),
        rule("AllowNodesToPods", "Nodes reach pods: probes and services.", 210, nodeSubnet, podCidr),
        rule("AllowPodsToNodes", "Pods reach nodes: host-network services.", 220, podCidr, nodeSubnet),
    ];
}

/**
 * What reaches pods beyond the nodes of their own subnet, where system nodes have another one: pods run on both, and
 * share one overlay.
 */
export function otherNodesToPodsRule(otherNodes: pulumi.Input<string>, podCidr: pulumi.Input<string>): SecurityRule {
    return allow(
        {
            name: "AllowOtherNodesToPods",
            description: "Nodes of the other subnet reach pods: probes and services.",
            priority: 240,
            sourceAddressPrefix: otherNodes,
            destinationAddressPrefix: podCidr,
        },
        "*",
        ["*"],
    );
}

/** What system nodes with a subnet of their own need of the API server. */
export function systemNodesToApiServerRule(
    systemNodes: pulumi.Input<string>,
    apiServerSubnet: pulumi.Input<string>,
): SecurityRule {
    return allow(
        {
            name: "AllowSystemNodes",
            description: "System nodes reach the API server.",
            priority: 220,
            sourceAddressPrefix: systemNodes,
            destinationAddressPrefix: apiServerSubnet,
        },
        "Tcp",
        ["443", "4443"],
    );
}

/**
 * What an API server in this network needs: its nodes and the health probe of its load balancer.
 * https://learn.microsoft.com/azure/aks/api-server-vnet-integration#nsg-security-rules
 */
export function apiServerSecurityRules(
    apiServerSubnet: pulumi.Input<string>,
    nodeSubnet: pulumi.Input<string>,
): SecurityRule[] {
    return [
        allow(
            {
                name: "AllowNodes",
                description: "Nodes reach the API server.",
                priority: 200,
                sourceAddressPrefix: nodeSubnet,
                destinationAddressPrefix: apiServerSubnet,
            },
            "Tcp",
            ["443", "4443"],
        ),
        allow(
            {
                name: "AllowLoadBalancerProbe",
                description: "The load balancer of the API server checks its health.",
                priority: 210,
                sourceAddressPrefix: "AzureLoadBalancer",
                destinationAddressPrefix: apiServerSubnet,
            },
            "Tcp",
            ["9988"],
        ),
    ];
}

/**
 * What a gateway needs of the security group of the nodes: it sends requests to pods, whose addresses are no part of the
 * `VirtualNetwork` tag.
 */
export function ingressToPodsRule(gatewaySubnet: pulumi.Input<string>, podCidr: pulumi.Input<string>): SecurityRule {
    return allow(
        {
            name: "AllowGatewayToPods",
            description: "The gateway sends requests and probes to pods.",
            priority: 230,
            sourceAddressPrefix: gatewaySubnet,
            destinationAddressPrefix: podCidr,
        },
        "*",
        ["*"],
    );
}

/**
 * Refuses what leaves nodes and pods for anything outside of the virtual network. Azure's DNS and instance metadata stay
 * reachable: no rule touches them unless it names them. The `Internet` tag holds what is no part of the virtual network,
 * so the overlay must be let pass before it.
 * https://learn.microsoft.com/azure/aks/network-isolated
 */
export function isolationSecurityRules(
    nodeSubnet: pulumi.Input<string>,
    podCidr: pulumi.Input<string>,
): SecurityRule[] {
    const overlay = nodeSecurityRules(nodeSubnet, podCidr).map((rule): SecurityRule => ({
        ...rule,
        name: `${rule.name}Outbound`,
        direction: "Outbound",
    }));
    return [
        ...overlay,
        {
            name: "DenyInternet",
            description: "The cluster is isolated: nothing leaves the virtual network.",
            priority: 4000,
            direction: "Outbound",
            access: "Deny",
            protocol: "*",
            sourceAddressPrefix: "*",
            sourcePortRange: "*",
            destinationAddressPrefix: "Internet",
            destinationPortRange: "*",
        },
    ];
}

/** What clients of a gateway need: its listeners. Nothing else comes from the internet. */
export function gatewayForContainersSecurityRules(gatewaySubnet: pulumi.Input<string>): SecurityRule[] {
    return [
        allow(
            {
                name: "AllowClients",
                description: "Clients reach the listeners.",
                priority: 200,
                sourceAddressPrefix: "Internet",
                destinationAddressPrefix: gatewaySubnet,
            },
            "Tcp",
            ["80", "443"],
        ),
    ];
}

/**
 * What an Application Gateway needs beside its clients: the control plane of the service, and the probe of Azure's load
 * balancer, without which it reports itself as unhealthy.
 * https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups
 */
export function applicationGatewaySecurityRules(gatewaySubnet: pulumi.Input<string>): SecurityRule[] {
    return [
        ...gatewayForContainersSecurityRules(gatewaySubnet),
        allow(
            {
                name: "AllowGatewayManager",
                description: "The service manages its instances. Certificates keep everyone else out.",
                priority: 210,
                sourceAddressPrefix: "GatewayManager",
                destinationAddressPrefix: "*",
            },
            "Tcp",
            ["65200-65535"],
        ),
        allow(
            {
                name: "AllowLoadBalancerProbe",
                description: "The load balancer of Azure checks the health of the instances.",
                priority: 220,
                sourceAddressPrefix: "AzureLoadBalancer",
                destinationAddressPrefix: "*",
            },
            "*",
            ["*"],
        ),
    ];
}
