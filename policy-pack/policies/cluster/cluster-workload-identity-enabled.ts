/**
 * With workload identity a pod signs in to Azure as itself; without it, secrets or the identity of the node are used.
 *
 * Checked property:  ManagedCluster `securityProfile.workloadIdentity.enabled`
 * Compliant values:  `true`
 * When unset:        violation (AKS does not enable it by default; AKS Automatic does)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterWorkloadIdentityEnabled = definePolicy({
    name: "cluster-workload-identity-enabled",
    description: "AKS clusters must enable workload identity.",
    remediationSteps: "Enable workload identity and federate it with the service accounts that need Azure.",
    severity: "medium",
    practice: 3,
    equivalents: ["azure-policy:2cc2e023-0dac-4046-875b-178f683929d5"],
    checks: [
        check(managedCluster, function* ({ enableWorkloadIdentity }) {
            yield* mustBe(enableWorkloadIdentity, true, {
                unset: "and pods then need secrets to sign in to Azure",
            });
        }),
    ],
});
