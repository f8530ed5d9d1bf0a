/**
 * Who may write to the group of the nodes changes machines and load balancers behind the back of AKS.
 *
 * Checked property:  ManagedCluster `nodeResourceGroupProfile.restrictionLevel`
 * Compliant values:  `ReadOnly`
 * When unset:        violation (AKS leaves the group open); compliant on AKS Automatic
 * Ruling:            not applicable to the classic azure provider, which cannot lock the group
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterNodeResourceGroupLocked = definePolicy({
    name: "cluster-node-resource-group-locked",
    description: "AKS clusters should lock the resource group of their nodes.",
    remediationSteps: "Set the restriction level of the node resource group to ReadOnly.",
    severity: "low",
    practice: "beyond",
    equivalents: [],
    advisory:
        "it stops tools that change resources of the nodes, such as extensions of machines and roles on the group",
    checks: [
        check(managedCluster, function* ({ nodeResourceGroupRestriction: restriction }) {
            if (restriction === undefined) return notApplicable("the classic azure provider cannot lock the group");
            yield* mustBe(restriction, "ReadOnly", {
                unset: "and resources of the nodes can then be changed past AKS",
            });
            return undefined;
        }),
    ],
});
