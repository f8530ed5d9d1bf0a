/**
 * Egress by a load balancer cannot be filtered: whatever runs in the cluster talks to whomever it wants.
 *
 * Checked property:  ManagedCluster `networkProfile.outboundType`
 * Compliant values:  `userDefinedRouting`, `managedNATGateway`, `userAssignedNATGateway`, `none`, `block`
 * When unset:        violation (AKS uses a load balancer by default)
 */
import { check, definePolicy } from "../../policy";
import { quote } from "../../message";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterOutboundTypeControlled = definePolicy({
    name: "cluster-outbound-type-controlled",
    description: "AKS clusters should send their egress through a NAT gateway, a firewall or nowhere.",
    remediationSteps: "Use a NAT gateway, or route egress through a firewall.",
    severity: "low",
    practice: 2,
    equivalents: [],
    advisory: "egress by a load balancer opens no way into the cluster, and small teams may accept it",
    checks: [
        check(managedCluster, function* ({ outboundType }) {
            if (outboundType.effective.toLowerCase() !== "loadbalancer") return;
            const found = outboundType.value === undefined ? "unset" : quote(outboundType.value);
            yield `\`${outboundType.path}\` is ${found}, and egress then leaves by a load balancer; set it to \`userAssignedNATGateway\` or \`userDefinedRouting\`.`;
        }),
    ],
});
