/**
 * An API server without a public address cannot be attacked from the internet at all.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.enablePrivateCluster`
 * Compliant values:  `true`
 * When unset:        violation (AKS makes the API server public by default)
 * Ruling:            a public API server with authorized ranges holds practice 1; so this policy is advisory
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterApiServerPrivate = definePolicy({
    name: "cluster-api-server-private",
    description: "AKS clusters should have a private API server.",
    remediationSteps: "Make the cluster private and reach it by VPN, peering or a jump host.",
    severity: "high",
    practice: 2,
    equivalents: [
        "azure-policy:040732e8-d947-40b8-95d6-854c95024bf8",
        "checkov:CKV_AZURE_115",
        "trivy:AZU-0065",
        "cis-aks-1.8:5.4.2",
    ],
    advisory:
        "a public API server that is limited to authorized IP ranges is a sound choice too, and other policies hold it to that",
    checks: [
        check(managedCluster, function* ({ enablePrivateCluster }) {
            yield* mustBe(enablePrivateCluster, true, { unset: "and the API server then has a public address" });
        }),
    ],
});
