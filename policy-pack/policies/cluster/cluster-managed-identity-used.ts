/**
 * A service principal has a secret that leaks, lies in Pulumi's state and expires; a managed identity has none.
 *
 * Checked property:  ManagedCluster `identity.type` and `servicePrincipalProfile.clientId`
 * Compliant values:  a system-assigned or user-assigned identity; no service principal, or `msi` for its client id
 * When unset:        violation (AKS needs a service principal then)
 */
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterManagedIdentityUsed = definePolicy({
    name: "cluster-managed-identity-used",
    description: "AKS clusters must use a managed identity.",
    remediationSteps: "Give the cluster a managed identity and remove the service principal.",
    severity: "high",
    practice: 3,
    equivalents: ["azure-policy:da6e2401-19da-4532-9141-fb8fbde08431", "psrule:AZR-000025", "cis-aks-1.8:5.2.1"],
    checks: [
        check(managedCluster, function* ({ identityType, servicePrincipalClientId }) {
            yield* each([servicePrincipalClientId], function* ({ path, effective }) {
                if (effective.toLowerCase() === "msi") return;
                yield `\`${path}\` is the id of a service principal, whose secret expires and can leak; leave it unset and set \`${identityType.path}\`.`;
            });
            yield* each([identityType], function* ({ path, value, effective, spell }) {
                if (/assigned/i.test(effective)) return;
                const found = value === undefined ? "unset" : quote(value);
                yield `\`${path}\` is ${found}, and AKS then needs a service principal; set it to ${spell("UserAssigned")} or ${spell("SystemAssigned")}.`;
            });
        }),
    ],
});
