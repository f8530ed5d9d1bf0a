import type * as pulumi from "@pulumi/pulumi";

/** An inbound allow rule as a network security group takes it. */
interface InboundRule {
    name: string;
    description: string;
    priority: number;
    direction: "Inbound";
    access: "Allow";
    protocol: string;
    sourceAddressPrefix: pulumi.Input<string>;
    sourcePortRange: string;
    destinationAddressPrefix: pulumi.Input<string>;
    destinationPortRanges?: string[];
    destinationPortRange?: string;
}

function allow(
    rule: Pick<InboundRule, "name" | "description" | "priority" | "sourceAddressPrefix" | "destinationAddressPrefix">,
    protocol: "*" | "Tcp",
    ports: readonly string[],
): InboundRule {
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
export function nodeSecurityRules(nodeSubnet: pulumi.Input<string>, podCidr: pulumi.Input<string>): InboundRule[] {
    const rule = (
        name: string,
        description: string,
        priority: number,
        from: pulumi.Input<string>,
        to: pulumi.Input<string>,
    ): InboundRule =>
        allow({ name, description, priority, sourceAddressPrefix: from, destinationAddressPrefix: to }, "*", ["*"]);
    return [
        rule("AllowPodsToPods", "Pods reach pods of other nodes.", 200, podCidr, podCidr),
        rule("AllowNodesToPods", "Nodes reach pods: probes and services.", 210, nodeSubnet, podCidr),
        rule("AllowPodsToNodes", "Pods reach nodes: host-network services.", 220, podCidr, nodeSubnet),
    ];
}

/**
 * What an API server in this network needs: its nodes and the health probe of its load balancer.
 * https://learn.microsoft.com/azure/aks/api-server-vnet-integration#nsg-security-rules
 */
export function apiServerSecurityRules(
    apiServerSubnet: pulumi.Input<string>,
    nodeSubnet: pulumi.Input<string>,
): InboundRule[] {
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
