/**
 * HTTP application routing opens a public ingress without TLS, for tests only, and is retired.
 *
 * Checked property:  ManagedCluster `addonProfiles.httpApplicationRouting.enabled`, the name in every casing
 * Compliant values:  `false`
 * When unset:        compliant (AKS does not enable it)
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, remedy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterHttpApplicationRoutingDisabled = definePolicy({
    name: "cluster-http-application-routing-disabled",
    description: "AKS clusters must not enable the HTTP application routing add-on.",
    remediationSteps: "Remove the add-on; expose services by an ingress with TLS and a firewall.",
    severity: "medium",
    practice: 5,
    equivalents: ["psrule:AZR-000035", "checkov:CKV_AZURE_246"],
    checks: [
        check(managedCluster, function* ({ addOn }) {
            yield* each(addOn("httpApplicationRouting"), (enabled) => mustBe(enabled, false));
        }),
    ],
    remedies: [remedy(managedCluster, ({ addOn }) => addOn("httpApplicationRouting"), false)],
});
