/**
 * A range that no address on the internet can be in, or that AKS cannot read, gives a false sense of safety.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.authorizedIPRanges[*]`
 * Compliant values:  public networks in CIDR notation, single addresses, service tags
 * When unset:        not applicable (cluster-authorized-ip-ranges-set judges that)
 */
import { parseIpRange } from "../../values/ip-range";
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

const serviceTag = /^[A-Z][A-Za-z0-9]+(?:\.[A-Za-z0-9]+)?$/;

export const clusterAuthorizedIpRangesValid = definePolicy({
    name: "cluster-authorized-ip-ranges-valid",
    description: "Authorized IP ranges of AKS clusters must be public networks in CIDR notation.",
    remediationSteps: "List the public addresses from which administrators and pipelines reach Azure.",
    severity: "medium",
    practice: 1,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ authorizedIPRanges, enablePrivateCluster }) {
            if (authorizedIPRanges.effective.length === 0) return notApplicable("no authorized IP ranges are set");
            if (enablePrivateCluster.known === true) return notApplicable("the API server is private");
            yield* each(authorizedIPRanges.effective, function* (entry) {
                const text = entry.string() ?? "";
                const range = parseIpRange(text);
                if (range === undefined) {
                    if (serviceTag.test(text)) return;
                    yield `\`${entry.path}\` is ${quote(text)}, which is no IP range; set it to a network in CIDR notation.`;
                } else if (range.isInternal) {
                    yield `\`${entry.path}\` is ${quote(text)}, which no request over the internet comes from; set it to a public network.`;
                } else if (range.hasHostBits) {
                    yield `\`${entry.path}\` is ${quote(text)}, which has host bits set; set it to ${quote(range.network)}.`;
                }
            });
        }),
    ],
});
