/**
 * Basic load balancers are retired: they are open to everyone by default, and have no zones.
 *
 * Checked property:  ManagedCluster `networkProfile.loadBalancerSku`
 * Compliant values:  `standard`
 * When unset:        compliant (AKS takes a standard one)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterLoadBalancerStandard = definePolicy({
    name: "cluster-load-balancer-standard",
    description: "AKS clusters must use a standard load balancer.",
    remediationSteps: "Migrate the cluster to a standard load balancer.",
    severity: "medium",
    practice: "beyond",
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ loadBalancerSku }) {
            yield* mustBe(loadBalancerSku, "standard", {
                wrong: "which Azure retired on 30 September 2025",
            });
        }),
    ],
});
