/**
 * Local accounts bypass Entra ID: whoever holds the certificate is administrator, and audit logs cannot say who it was.
 *
 * Checked property:  ManagedCluster `disableLocalAccounts`
 * Compliant values:  `true`
 * When unset:        violation (AKS enables local accounts by default; AKS Automatic disables them)
 */
import { mustBe } from "../../message";
import { check, definePolicy, remedy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterLocalAccountsDisabled = definePolicy({
    name: "cluster-local-accounts-disabled",
    description: "AKS clusters must disable local accounts.",
    remediationSteps: "Disable local accounts and grant access through Entra ID groups.",
    severity: "high",
    practice: 3,
    equivalents: ["azure-policy:993c2fcd-2b29-49d2-9eb0-df2c3a730c32", "psrule:AZR-000031", "checkov:CKV_AZURE_141"],
    checks: [
        check(managedCluster, function* ({ disableLocalAccounts }) {
            yield* mustBe(disableLocalAccounts, true, { unset: "and local accounts are then enabled" });
        }),
    ],
    remedies: [remedy(managedCluster, ({ disableLocalAccounts }) => [disableLocalAccounts], true)],
});
