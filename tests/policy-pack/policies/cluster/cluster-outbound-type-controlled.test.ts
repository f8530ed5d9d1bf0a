import { clusterOutboundTypeControlled } from "../../../../policy-pack/policies/cluster/cluster-outbound-type-controlled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterOutboundTypeControlled, {
    compliant: {
        "a NAT gateway": cluster(),
        "a managed NAT gateway": cluster({ "networkProfile.outboundType": "managedNATGateway" }),
        "a route": cluster({ "networkProfile.outboundType": "userDefinedRouting" }),
        "no egress": cluster({ "networkProfile.outboundType": "none" }),
        "unset on AKS Automatic": cluster({ networkProfile: undefined, "sku.name": "Automatic" }),
        "a route (classic)": classicCluster({ "networkProfile.outboundType": "userDefinedRouting" }),
    },
    violating: {
        "unset on AKS Automatic in a network of its own": {
            ...cluster({
                networkProfile: undefined,
                "sku.name": "Automatic",
                "hostedSystemProfile.systemNodeSubnetID": "/subscriptions/0/subnets/system",
            }),
            message:
                "`networkProfile.outboundType` is unset, and egress then leaves by a load balancer; set it to `userAssignedNATGateway` or `userDefinedRouting`.",
        },
        "a load balancer": {
            ...cluster({ "networkProfile.outboundType": "loadBalancer" }),
            message:
                "`networkProfile.outboundType` is `loadBalancer`, and egress then leaves by a load balancer; set it to `userAssignedNATGateway` or `userDefinedRouting`.",
        },
        unset: {
            ...cluster({ "networkProfile.outboundType": undefined }),
            message:
                "`networkProfile.outboundType` is unset, and egress then leaves by a load balancer; set it to `userAssignedNATGateway` or `userDefinedRouting`.",
        },
        "a malformed profile": {
            ...cluster({ networkProfile: "azure" }),
            message: "`networkProfile` is a string; set it to an object.",
            also: [
                "cluster-load-balancer-standard",
                "cluster-network-plugin-azure",
                "cluster-network-policy-engine-enabled",
            ],
        },
        "unset (classic)": {
            ...classicCluster({ "networkProfile.outboundType": undefined }),
            message:
                "`networkProfile.outboundType` is unset, and egress then leaves by a load balancer; set it to `userAssignedNATGateway` or `userDefinedRouting`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "networkProfile.outboundType": UNKNOWN }),
            undetermined: ["`networkProfile.outboundType` is not known before the update"],
        },
    },
});
