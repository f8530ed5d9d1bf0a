/**
 * A cluster that nobody from Entra ID may administer is administered by its local account.
 *
 * Checked property:  ManagedCluster `aadProfile.adminGroupObjectIDs` and `aadProfile.enableAzureRBAC`
 * Compliant values:  at least one group, or Azure RBAC enabled
 * When unset:        violation, unless the cluster has no Entra ID integration (cluster-entra-integration-managed judges that)
 */
import { missing } from "../../message";
import { check, definePolicy, notApplicable, some } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterAdministratorsFromEntra = definePolicy({
    name: "cluster-administrators-from-entra",
    description: "AKS clusters must have administrators from Entra ID.",
    remediationSteps: "Enable Azure RBAC, or name the Entra ID groups that administer the cluster.",
    severity: "medium",
    practice: 3,
    equivalents: ["azure-policy:36a27de4-199b-40fb-b336-945a8475d6c5"],
    checks: [
        check(managedCluster, function* ({ aadProfile, adminGroupObjectIDs, enableAzureRBAC }) {
            const hasAdministrators = some(
                () => enableAzureRBAC.effective,
                () => adminGroupObjectIDs.effective.length > 0,
            );
            if (hasAdministrators) return;
            if (!aadProfile.isGiven) return notApplicable("the cluster has no Entra ID integration");
            yield missing(adminGroupObjectIDs, {
                consequence: `and without \`${enableAzureRBAC.path}\` nobody from Entra ID is then administrator`,
                advice: "the object ids of Entra ID groups",
            });
        }),
    ],
});
