/**
 * Open Service Mesh is archived: nobody develops it any more, and AKS retires the add-on.
 *
 * Checked property:  ManagedCluster `addonProfiles.openServiceMesh.enabled`, the name in every casing
 * Compliant values:  `false`
 * When unset:        compliant (AKS does not enable it)
 */
import { mustBe } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterOpenServiceMeshDisabled = definePolicy({
    name: "cluster-open-service-mesh-disabled",
    description: "AKS clusters should not enable the Open Service Mesh add-on.",
    remediationSteps: "Move to the Istio add-on, or to another mesh that is maintained.",
    severity: "low",
    practice: "beyond",
    equivalents: [],
    advisory: "leaving a service mesh is a migration of its own",
    checks: [
        check(managedCluster, function* ({ addOn }) {
            yield* each(addOn("openServiceMesh"), (enabled) =>
                mustBe(enabled, false, {
                    wrong: "and the project behind the add-on is archived",
                }),
            );
        }),
    ],
});
