/**
 * A range as wide as 0.0.0.0/0 satisfies every tool that only asks whether ranges are set, and protects nothing.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.authorizedIPRanges[*]`
 * Compliant values:  networks at least as narrow as the configured prefix lengths
 * When unset:        not applicable (cluster-authorized-ip-ranges-set judges that)
 * Ruling:            0.0.0.0/32 passes: AKS reads it as "only the cluster's own outbound address"
 */
import { check, definePolicy, each, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";
import { mustBeNarrow, widest, type Widest } from "../../values/narrow-range";

export const clusterAuthorizedIpRangesNarrow = definePolicy<Widest>({
    name: "cluster-authorized-ip-ranges-narrow",
    description: "Authorized IP ranges of AKS clusters must be narrow.",
    remediationSteps: "List the addresses of your offices, VPN and pipelines instead of whole providers.",
    severity: "critical",
    practice: 1,
    equivalents: [],
    configSchema: widest,
    checks: [
        check(managedCluster, function* ({ authorizedIPRanges, enablePrivateCluster }, config) {
            if (authorizedIPRanges.effective.length === 0) return notApplicable("no authorized IP ranges are set");
            if (enablePrivateCluster.known === true) return notApplicable("the API server is private");
            yield* each(authorizedIPRanges.effective, (entry) => mustBeNarrow(entry, config));
            return undefined;
        }),
    ],
});
