/**
 * Images that nothing runs any more stay on the nodes with their vulnerabilities, ready to be started.
 *
 * Checked property:  ManagedCluster `securityProfile.imageCleaner.enabled`
 * Compliant values:  `true`
 * When unset:        violation (AKS does not clean by default); compliant on AKS Automatic
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterImageCleanerEnabled = definePolicy({
    name: "cluster-image-cleaner-enabled",
    description: "AKS clusters must remove unused images from their nodes.",
    remediationSteps: "Enable Image Cleaner, once a week for example.",
    severity: "low",
    practice: "beyond",
    equivalents: ["azure-policy:af3c26b2-6fad-493e-9236-9c68928516ab"],
    checks: [
        check(managedCluster, function* ({ enableImageCleaner }) {
            yield* mustBe(enableImageCleaner, true, { unset: "and vulnerable images then stay on the nodes" });
        }),
    ],
});
