/**
 * The OIDC issuer is what lets Entra ID trust the tokens of pods, so that no pod needs a secret.
 *
 * Checked property:  ManagedCluster `oidcIssuerProfile.enabled`
 * Compliant values:  `true`
 * When unset:        violation (AKS enables it by itself only for new clusters of recent Kubernetes versions)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterOidcIssuerEnabled = definePolicy({
    name: "cluster-oidc-issuer-enabled",
    description: "AKS clusters must enable the OIDC issuer.",
    remediationSteps: "Enable the OIDC issuer; it cannot be disabled again.",
    severity: "medium",
    practice: 3,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ enableOidcIssuer }) {
            yield* mustBe(enableOidcIssuer, true, {
                unset: "and Entra ID may then have no issuer whose tokens it trusts",
            });
        }),
    ],
});
