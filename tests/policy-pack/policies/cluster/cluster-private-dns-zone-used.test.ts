import { clusterPrivateDnsZoneUsed } from "../../../../policy-pack/policies/cluster/cluster-private-dns-zone-used";
import { classicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterPrivateDnsZoneUsed, {
    compliant: {
        unset: cluster(),
        system: cluster({ "apiServerAccessProfile.privateDNSZone": "system" }),
        "a zone of the program, whose id is not known yet": cluster({
            "apiServerAccessProfile.privateDNSZone": UNKNOWN,
        }),
        "System (classic)": classicCluster({ privateDnsZoneId: "System" }),
    },
    violating: {
        none: {
            ...cluster({
                "apiServerAccessProfile.privateDNSZone": "none",
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": true,
            }),
            message:
                "`apiServerAccessProfile.privateDNSZone` is `none`, and public DNS then tells the private address; set it to `system` or the id of a private DNS zone.",
        },
        "None (classic)": {
            ...classicCluster({ privateDnsZoneId: "None", privateClusterPublicFqdnEnabled: true }),
            message:
                "`privateDnsZoneId` is `None`, and public DNS then tells the private address; set it to `system` or the id of a private DNS zone.",
        },
    },
    undetermined: {
        "none on a cluster that may be private": {
            ...cluster({
                "apiServerAccessProfile.privateDNSZone": "none",
                "apiServerAccessProfile.enablePrivateCluster": UNKNOWN,
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": true,
            }),
            undetermined: ["`apiServerAccessProfile.enablePrivateCluster` is not known before the update"],
        },
    },
    notApplicable: {
        "a public cluster": {
            ...publicCluster(["203.0.113.0/24"], { "apiServerAccessProfile.privateDNSZone": "none" }),
            reason: "the API server is public",
        },
    },
});
