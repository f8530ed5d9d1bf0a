/**
 * Pod security policies were removed from Kubernetes 1.25: who relies on them has no protection at all.
 *
 * Checked property:  ManagedCluster `enablePodSecurityPolicy`, of API versions before 2023-06
 * Compliant values:  `false`
 * When unset:        compliant (the feature is off by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterPodSecurityPolicyDisabled = definePolicy({
    name: "cluster-pod-security-policy-disabled",
    description: "AKS clusters must not rely on pod security policies.",
    remediationSteps:
        "Remove the setting; label namespaces for Pod Security Admission and assign the pod security initiatives of Azure Policy.",
    severity: "medium",
    practice: 6,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ enablePodSecurityPolicy }) {
            yield* mustBe(enablePodSecurityPolicy, false, {
                unset: "and the feature is off",
                wrong: "which Kubernetes removed in 1.25",
            });
        }),
    ],
});
