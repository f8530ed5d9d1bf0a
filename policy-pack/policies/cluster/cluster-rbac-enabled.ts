/**
 * Without Kubernetes RBAC everyone who reaches the API server may do everything.
 *
 * Checked property:  ManagedCluster `enableRBAC`
 * Compliant values:  `true`
 * When unset:        compliant (AKS enables RBAC by default)
 * Ruling:            unset passes, although PSRule and Checkov's ARM check fail it
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterRbacEnabled = definePolicy({
    name: "cluster-rbac-enabled",
    description: "AKS clusters must enable Kubernetes RBAC.",
    remediationSteps: "Create the cluster with RBAC: it cannot be enabled later.",
    severity: "critical",
    practice: 3,
    unwaivable: "without RBAC every account is an administrator",
    equivalents: [
        "azure-policy:ac4a19c2-fa67-49b4-8ae5-0b2e78c49457",
        "psrule:AZR-000038",
        "checkov:CKV_AZURE_5",
        "trivy:AZU-0042",
    ],
    checks: [
        check(managedCluster, function* ({ enableRBAC }) {
            yield* mustBe(enableRBAC, true);
        }),
    ],
});
