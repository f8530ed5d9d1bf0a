import { clusterPrivateDnsZoneValid } from "../../../../policy-pack/policies/cluster/cluster-private-dns-zone-valid";
import { classicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const zones = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/";

testPolicy(clusterPrivateDnsZoneValid, {
    compliant: {
        unset: cluster(),
        "an empty string": cluster({ "apiServerAccessProfile.privateDNSZone": "" }),
        "System in any casing": cluster({ "apiServerAccessProfile.privateDNSZone": "System" }),
        "a zone for a region": cluster({
            "apiServerAccessProfile.privateDNSZone": `${zones}privatelink.westeurope.azmk8s.io`,
        }),
        "a zone below it": cluster({
            "apiServerAccessProfile.privateDNSZone": `${zones}team-1.privatelink.westeurope.azmk8s.io`,
        }),
        "a zone for API Server VNet Integration": cluster({
            "apiServerAccessProfile.privateDNSZone": `${zones}private.westeurope.azmk8s.io`,
        }),
        "a zone of another cloud": cluster({
            "apiServerAccessProfile.privateDNSZone": `${zones}privatelink.chinaeast2.cx.prod.service.azk8s.cn`,
        }),
        "a zone of the program, whose id is not known yet": cluster({
            "apiServerAccessProfile.privateDNSZone": UNKNOWN,
        }),
        "a zone (classic)": classicCluster({ privateDnsZoneId: `${zones}privatelink.westeurope.azmk8s.io` }),
    },
    violating: {
        "none without a public FQDN": {
            ...cluster({ "apiServerAccessProfile.privateDNSZone": "none" }),
            message:
                "`apiServerAccessProfile.privateDNSZone` is `none` without a public FQDN, and nothing then resolves the API server; set it to `system`.",
            also: ["cluster-private-dns-zone-used"],
        },
        "a zone with another name": {
            ...cluster({ "apiServerAccessProfile.privateDNSZone": "/zones/example.com" }),
            message:
                "`apiServerAccessProfile.privateDNSZone` is `/zones/example.com`, which AKS refuses as a zone; set it to the id of a zone `privatelink.<region>.azmk8s.io`.",
        },
        "a name instead of an id": {
            ...cluster({ "apiServerAccessProfile.privateDNSZone": "privatelink.westeurope.azmk8s.io" }),
            message:
                "`apiServerAccessProfile.privateDNSZone` is `privatelink.westeurope.azmk8s.io`, which AKS refuses as a zone; set it to the id of a zone `privatelink.<region>.azmk8s.io`.",
        },
        "None without a public FQDN (classic, whose default that is)": {
            ...classicCluster({ privateDnsZoneId: "None" }),
            message:
                "`privateDnsZoneId` is `None` without a public FQDN, and nothing then resolves the API server; set it to `system`.",
            also: ["cluster-private-dns-zone-used"],
        },
    },
    undetermined: {
        "none beside an unknown public FQDN": {
            ...cluster({
                "apiServerAccessProfile.privateDNSZone": "none",
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": UNKNOWN,
            }),
            undetermined: ["`apiServerAccessProfile.enablePrivateClusterPublicFQDN` is not known before the update"],
            also: ["cluster-private-dns-zone-used"],
        },
    },
    notApplicable: {
        "a public cluster": {
            ...publicCluster(["203.0.113.0/24"], { "apiServerAccessProfile.privateDNSZone": "none" }),
            reason: "the API server is public",
        },
    },
});
