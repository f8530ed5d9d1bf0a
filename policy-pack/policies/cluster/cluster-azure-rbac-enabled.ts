/**
 * With Azure RBAC, rights inside of the cluster are role assignments: reviewed, time-limited and logged like all others.
 *
 * Checked property:  ManagedCluster `aadProfile.enableAzureRBAC`
 * Compliant values:  `true`
 * When unset:        violation (AKS leaves authorization to Kubernetes RBAC by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterAzureRbacEnabled = definePolicy({
    name: "cluster-azure-rbac-enabled",
    description: "AKS clusters should authorize requests by Azure RBAC.",
    remediationSteps: "Enable Azure RBAC and assign the AKS RBAC roles to Entra ID groups.",
    severity: "medium",
    practice: 3,
    equivalents: ["psrule:AZR-000032", "cis-aks-1.8:5.5.2"],
    advisory: "Kubernetes RBAC bound to Entra ID groups is the other sound model, and the only one across tenants",
    checks: [
        check(managedCluster, function* ({ aadProfile, enableAzureRBAC }) {
            if (!enableAzureRBAC.effective && !aadProfile.isGiven) {
                return notApplicable("the cluster has no Entra ID integration");
            }
            yield* mustBe(enableAzureRBAC, true, { unset: "and rights are then kept inside of the cluster only" });
        }),
    ],
});
