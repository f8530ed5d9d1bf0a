/**
 * With the pod identity add-on and kubenet, pods can get each other's tokens; it is no longer supported.
 *
 * Checked property:  ManagedCluster `podIdentityProfile.enabled`
 * Compliant values:  `false`
 * When unset:        compliant (AKS does not enable it)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterPodIdentityDisabled = definePolicy({
    name: "cluster-pod-identity-disabled",
    description: "AKS clusters must not use the pod identity add-on.",
    remediationSteps: "Migrate to workload identity and disable the add-on.",
    severity: "medium",
    practice: 3,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ enablePodIdentity }) {
            yield* mustBe(enablePodIdentity, false, {
                wrong: "and the add-on is no longer supported",
            });
        }),
    ],
});
