/**
 * The public FQDN of a private cluster tells everyone its private address and that it exists.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.enablePrivateClusterPublicFQDN`
 * Compliant values:  `false`
 * When unset:        violation (AKS adds the name by default; the classic azure provider does not)
 * Ruling:            not applicable with private DNS zone `none`, which works only with the public FQDN;
 *                    cluster-private-dns-zone-used judges that choice
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterPrivatePublicFqdnDisabled = definePolicy({
    name: "cluster-private-public-fqdn-disabled",
    description: "Private AKS clusters must not have a public FQDN.",
    remediationSteps: "Disable the public FQDN and resolve the API server by the private DNS zone.",
    severity: "medium",
    practice: 2,
    equivalents: ["cis-aks-1.8:5.4.2"],
    checks: [
        check(managedCluster, function* (cluster) {
            const { enablePrivateCluster, enablePrivateClusterPublicFQDN, privateDNSZone } = cluster;
            if (enablePrivateCluster.known === false) return notApplicable("the API server is public");
            if (enablePrivateClusterPublicFQDN.known === false) return;
            if (!enablePrivateCluster.effective) return;
            if (privateDNSZone.known?.toLowerCase() === "none") {
                return notApplicable("the cluster has no private DNS zone and needs the public FQDN");
            }
            yield* mustBe(enablePrivateClusterPublicFQDN, false, {
                unset: "and AKS then publishes a name for the private API server",
            });
        }),
    ],
});
