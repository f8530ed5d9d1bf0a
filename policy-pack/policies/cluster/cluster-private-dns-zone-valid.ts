/**
 * A private cluster whose name nothing resolves, or whose zone AKS refuses, is found out only after the network exists.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.privateDNSZone`
 * Compliant values:  `system`; `none` with the public FQDN; the id of a zone `[<sub>.]privatelink.<region>.azmk8s.io`,
 *                    or `private` for `privatelink` with API Server VNet Integration
 * When unset:        compliant (AKS makes a zone)
 * Ruling:            a value that is not known before the update is judged at the update
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

/** The end of the name differs between Azure's clouds. */
const zoneId =
    /\/providers\/Microsoft\.Network\/privateDnsZones\/(?:[a-z0-9-]{1,32}\.)?private(?:link)?\.[a-z0-9]+(?:\.[a-z0-9]+){2,8}$/i;

export const clusterPrivateDnsZoneValid = definePolicy({
    name: "cluster-private-dns-zone-valid",
    description: "Private AKS clusters must use a private DNS zone that can resolve the API server.",
    remediationSteps: "Use the zone that AKS makes, or a zone named as AKS demands for the region.",
    severity: "low",
    practice: 2,
    equivalents: [],
    checks: [
        check(managedCluster, function* (cluster) {
            const { enablePrivateCluster, enablePrivateClusterPublicFQDN, privateDNSZone } = cluster;
            if (enablePrivateCluster.known === false) return notApplicable("the API server is public");
            const zone = privateDNSZone.known?.toLowerCase() ?? "system";
            if (zone === "system" || zoneId.test(zone) || !enablePrivateCluster.effective) return;

            if (zone !== "none") {
                yield `\`${privateDNSZone.path}\` is ${quote(privateDNSZone.effective)}, which AKS refuses as a zone; set it to the id of a zone \`privatelink.<region>.azmk8s.io\`.`;
            } else if (!enablePrivateClusterPublicFQDN.effective) {
                yield `\`${privateDNSZone.path}\` is ${quote(privateDNSZone.effective)} without a public FQDN, and nothing then resolves the API server; set it to ${privateDNSZone.spell("system")}.`;
            }
        }),
    ],
});
