/**
 * The dashboard add-on is unsupported since Kubernetes 1.19 and its project archived: nothing repairs its flaws.
 *
 * Checked property:  ManagedCluster `addonProfiles.kubeDashboard.enabled`, the name in every casing
 * Compliant values:  `false`
 * When unset:        compliant (AKS does not enable it, and refuses to since Kubernetes 1.19)
 * Ruling:            an absent add-on passes, although Checkov's ARM check fails it
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, remedy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterDashboardAddOnDisabled = definePolicy({
    name: "cluster-dashboard-add-on-disabled",
    description: "AKS clusters must not enable the Kubernetes dashboard add-on.",
    remediationSteps: "Remove the add-on; use the resource view of the Azure portal or Headlamp.",
    severity: "high",
    practice: 5,
    equivalents: ["checkov:CKV_AZURE_8"],
    checks: [
        check(managedCluster, function* ({ addOn }) {
            yield* each(addOn("kubeDashboard"), (enabled) => mustBe(enabled, false));
        }),
    ],
    remedies: [remedy(managedCluster, ({ addOn }) => addOn("kubeDashboard"), false)],
});
