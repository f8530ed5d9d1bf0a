/**
 * A range as wide as 0.0.0.0/0 satisfies every tool that only asks whether ranges are set, and protects nothing.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.authorizedIPRanges[*]`
 * Compliant values:  networks at least as narrow as the configured prefix lengths
 * When unset:        not applicable (cluster-authorized-ip-ranges-set judges that)
 * Ruling:            0.0.0.0/32 passes: AKS reads it as "only the cluster's own outbound address"
 */
import { parseIpRange } from "../../values/ip-range";
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

interface Config {
    readonly minimumPrefixLength: number;
    readonly minimumPrefixLengthIPv6: number;
}

export const clusterAuthorizedIpRangesNarrow = definePolicy<Config>({
    name: "cluster-authorized-ip-ranges-narrow",
    description: "Authorized IP ranges of AKS clusters must be narrow.",
    remediationSteps: "List the addresses of your offices, VPN and pipelines instead of whole providers.",
    severity: "critical",
    practice: 1,
    equivalents: [],
    configSchema: {
        properties: {
            minimumPrefixLength: {
                type: "integer",
                minimum: 1,
                maximum: 32,
                default: 16,
                description: "The widest IPv4 network that passes.",
            },
            minimumPrefixLengthIPv6: {
                type: "integer",
                minimum: 1,
                maximum: 128,
                default: 48,
                description: "The widest IPv6 network that passes.",
            },
        },
    },
    checks: [
        check(managedCluster, function* ({ authorizedIPRanges, enablePrivateCluster }, config) {
            if (authorizedIPRanges.effective.length === 0) return notApplicable("no authorized IP ranges are set");
            if (enablePrivateCluster.known === true) return notApplicable("the API server is private");
            yield* each(authorizedIPRanges.effective, function* (entry) {
                const range = parseIpRange(entry.string() ?? "");
                if (range === undefined) return;

                const minimum = range.family === "ipv4" ? config.minimumPrefixLength : config.minimumPrefixLengthIPv6;
                if (range.prefixLength >= minimum) return;
                const width = range.prefixLength === 0 ? "the whole internet" : `wider than /${minimum}`;
                yield `\`${entry.path}\` is ${quote(range.network)}, which is ${width}; set it to networks of /${minimum} or narrower.`;
            });
        }),
    ],
});
