/**
 * Pod security policies were removed from Kubernetes 1.25: who relies on them has no protection at all.
 *
 * Checked property:  ManagedCluster `enablePodSecurityPolicy`, of API versions before 2023-06
 * Compliant values:  `false`
 * When unset:        not applicable (the cluster does not ask for the feature, which secures no pod either)
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
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
            if (enablePodSecurityPolicy.value === undefined)
                return notApplicable("the cluster does not ask for the feature");
            yield* mustBe(enablePodSecurityPolicy, false, {
                wrong: "which Kubernetes removed in 1.25",
            });
            return undefined;
        }),
    ],
});
