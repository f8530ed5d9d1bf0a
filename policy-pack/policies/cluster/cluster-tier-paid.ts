/**
 * The free control plane has no promise of being there, and gives way under load.
 *
 * Checked property:  ManagedCluster `sku.tier`
 * Compliant values:  `Standard`, `Premium`, and `Paid` of API versions before 2023
 * When unset:        violation (AKS takes the free tier by default); compliant on AKS Automatic (`Standard`)
 * Ruling:            `Premium` passes, which PSRule and checkov refuse
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterTierPaid = definePolicy({
    name: "cluster-tier-paid",
    description: "AKS clusters should have a control plane with a service level agreement.",
    remediationSteps: "Choose the Standard tier, or Premium for long-term support.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000285", "checkov:CKV_AZURE_170"],
    advisory: "it costs money, and clusters for development and tests do without",
    checks: [
        check(managedCluster, function* ({ tier }) {
            if (tier.effective !== "Free") return;
            const found = tier.value === undefined ? "unset" : quote(tier.value);
            yield `\`${tier.path}\` is ${found}, and nobody then answers for the API server; set it to ${alternatives(["Standard", "Premium"])}.`;
        }),
    ],
});
