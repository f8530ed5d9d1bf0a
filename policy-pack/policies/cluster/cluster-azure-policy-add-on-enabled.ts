/**
 * Policies of Azure reach what runs inside of a cluster only through this add-on.
 *
 * Checked property:  ManagedCluster `addonProfiles.azurepolicy.enabled`, the name in every casing
 * Compliant values:  `true`
 * When unset:        violation (AKS does not install it; AKS Automatic does)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterAzurePolicyAddOnEnabled = definePolicy({
    name: "cluster-azure-policy-add-on-enabled",
    description: "AKS clusters must have the Azure Policy add-on.",
    remediationSteps: "Enable the add-on azurepolicy, and assign policies to the resource group of the cluster.",
    severity: "high",
    practice: 9,
    equivalents: [
        "azure-policy:0a15ec92-a229-4763-bb14-0ea34a568f8d",
        "psrule:AZR-000028",
        "checkov:CKV_AZURE_116",
        "trivy:AZU-0066",
    ],
    checks: [
        check(managedCluster, function* ({ azurePolicy }) {
            yield* mustBe(azurePolicy, true, {
                unset: "and policies that are assigned then do nothing in the cluster",
            });
        }),
    ],
});
