/**
 * Authorized ranges guard the public endpoint: on a private cluster they do nothing, and AKS refuses most such clusters.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.authorizedIPRanges` beside `enablePrivateCluster`
 * Compliant values:  ranges on a public cluster, none on a private one
 * When unset:        compliant on a private cluster
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterAuthorizedIpRangesEffective = definePolicy({
    name: "cluster-authorized-ip-ranges-effective",
    description: "Private AKS clusters must not rely on authorized IP ranges.",
    remediationSteps: "Decide for one: a private API server, or a public one that is limited to IP ranges.",
    severity: "medium",
    practice: 1,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ authorizedIPRanges, enablePrivateCluster }) {
            if (enablePrivateCluster.known === false) return notApplicable("the API server is public");
            if (authorizedIPRanges.effective.length === 0 || !enablePrivateCluster.effective) return;
            yield `\`${authorizedIPRanges.path}\` is set beside \`${enablePrivateCluster.path}\`, and never applies to a private endpoint; leave it unset.`;
        }),
    ],
});
