/**
 * The legacy Entra ID integration keeps an application's secret in the cluster and in Pulumi's state, and is retired.
 *
 * Checked property:  ManagedCluster `aadProfile.clientAppID`, `.serverAppID`, `.serverAppSecret`
 * Compliant values:  unset
 * When unset:        compliant
 */
import { check, definePolicy, each } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterLegacyEntraAbsent = definePolicy({
    name: "cluster-legacy-entra-absent",
    description: "AKS clusters must not use the legacy Entra ID integration.",
    remediationSteps: "Remove the applications and enable the managed integration.",
    severity: "high",
    practice: 3,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ legacyEntra }) {
            yield* each(legacyEntra, function* (property) {
                // Whether it is given counts, so that an unknown or secret value is never read.
                if (property.isGiven) {
                    yield `\`${property.path}\` is set, and belongs to an integration that is retired; leave it unset.`;
                }
            });
        }),
    ],
});
