/**
 * Without a private DNS zone the name of a private API server is published in public DNS.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.privateDNSZone`
 * Compliant values:  `system`, the id of a private DNS zone
 * When unset:        compliant (AKS makes a zone)
 * Ruling:            a value that is not known before the update is the id of a zone, because `none` is a literal;
 *                    the update judges the value itself
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterPrivateDnsZoneUsed = definePolicy({
    name: "cluster-private-dns-zone-used",
    description: "Private AKS clusters should publish the API server in a private DNS zone.",
    remediationSteps: "Use the zone that AKS makes, or your own zone where a hub resolves names.",
    severity: "low",
    practice: 2,
    equivalents: [],
    advisory: "zone `none` with the public FQDN is supported for hub networks whose own resolvers a policy cannot see",
    checks: [
        check(managedCluster, function* ({ enablePrivateCluster, privateDNSZone }) {
            if (enablePrivateCluster.known === false) return notApplicable("the API server is public");
            if (privateDNSZone.known?.toLowerCase() !== "none" || !enablePrivateCluster.effective) return;
            yield `\`${privateDNSZone.path}\` is ${quote(privateDNSZone.effective)}, and public DNS then tells the private address; set it to ${privateDNSZone.spell("system")} or the id of a private DNS zone.`;
        }),
    ],
});
