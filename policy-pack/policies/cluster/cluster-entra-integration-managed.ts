/**
 * With Entra ID, people and pipelines sign in with identities that can be revoked, reviewed and held to MFA.
 *
 * Checked property:  ManagedCluster `aadProfile.managed`
 * Compliant values:  `true`; for the classic azure provider the profile itself, without `managed: false`
 * When unset:        violation (AKS identifies users by certificates then; AKS Automatic uses Entra ID)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterEntraIntegrationManaged = definePolicy({
    name: "cluster-entra-integration-managed",
    description: "AKS clusters must use the Entra ID integration that Azure manages.",
    remediationSteps: "Enable the managed Entra ID integration.",
    severity: "high",
    practice: 3,
    equivalents: ["azure-policy:450d2877-ebea-41e8-b00c-e286317d21bf", "psrule:AZR-000029", "cis-aks-1.8:5.5.1"],
    checks: [
        check(managedCluster, function* ({ aadProfile, managedEntra }) {
            if (managedEntra.effective) return;
            if (aadProfile.isGiven) {
                yield* mustBe(managedEntra, true, { unset: "and the integration then needs applications of its own" });
            } else {
                yield `\`${aadProfile.path}\` is unset, and Entra ID then identifies nobody; set it to a managed integration.`;
            }
        }),
    ],
});
