/**
 * With keys of your own, the disks of nodes and volumes are worth nothing once you withdraw them.
 *
 * Checked property:  ManagedCluster `diskEncryptionSetID`
 * Compliant values:  the id of a disk encryption set
 * When unset:        violation (Azure encrypts with keys of its own)
 */
import { isFilled } from "../../values/filled";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterDiskEncryptionSetUsed = definePolicy({
    name: "cluster-disk-encryption-set-used",
    description: "AKS clusters should encrypt their disks with keys of your own.",
    remediationSteps: "Make a disk encryption set, and recreate the cluster with it.",
    severity: "low",
    practice: "beyond",
    equivalents: ["azure-policy:7d7be79c-23ba-4033-84dd-45e2a5ccdd67", "checkov:CKV_AZURE_117", "trivy:AZU-0067"],
    advisory:
        "Azure encrypts every disk already, and keys of your own cost work and can only be chosen for a new cluster",
    checks: [
        check(managedCluster, function* ({ diskEncryptionSetID }) {
            if (isFilled(diskEncryptionSetID)) return;
            yield `\`${diskEncryptionSetID.path}\` is unset, and disks are then encrypted with keys of Azure only; set it to the id of a disk encryption set.`;
        }),
    ],
});
