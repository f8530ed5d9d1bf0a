import { clusterPrivatePublicFqdnDisabled } from "../../../../policy-pack/policies/cluster/cluster-private-public-fqdn-disabled";
import { classicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterPrivatePublicFqdnDisabled, {
    compliant: {
        "no public FQDN": cluster(),
        "no public FQDN, on a cluster that may be private": cluster({
            "apiServerAccessProfile.enablePrivateCluster": UNKNOWN,
        }),
        "unset (classic: the provider's default is off)": classicCluster(),
    },
    violating: {
        "a public FQDN": {
            ...cluster({ "apiServerAccessProfile.enablePrivateClusterPublicFQDN": true }),
            message: "`apiServerAccessProfile.enablePrivateClusterPublicFQDN` is `true`; set it to `false`.",
        },
        unset: {
            ...cluster({ "apiServerAccessProfile.enablePrivateClusterPublicFQDN": undefined }),
            message:
                "`apiServerAccessProfile.enablePrivateClusterPublicFQDN` is unset, and AKS then publishes a name for the private API server; set it to `false`.",
        },
        "a public FQDN beside a zone that is made with the cluster": {
            ...cluster({
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": true,
                "apiServerAccessProfile.privateDNSZone": UNKNOWN,
            }),
            message: "`apiServerAccessProfile.enablePrivateClusterPublicFQDN` is `true`; set it to `false`.",
        },
        "a public FQDN (classic)": {
            ...classicCluster({ privateClusterPublicFqdnEnabled: true }),
            message: "`privateClusterPublicFqdnEnabled` is `true`; set it to `false`.",
        },
    },
    undetermined: {
        "a public FQDN on a cluster that may be private": {
            ...cluster({
                "apiServerAccessProfile.enablePrivateCluster": UNKNOWN,
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": true,
            }),
            undetermined: ["`apiServerAccessProfile.enablePrivateCluster` is not known before the update"],
        },
        "an unknown value": {
            ...cluster({ "apiServerAccessProfile.enablePrivateClusterPublicFQDN": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.enablePrivateClusterPublicFQDN` is not known before the update"],
        },
    },
    notApplicable: {
        "a public cluster": {
            ...publicCluster(["203.0.113.0/24"], {
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": undefined,
            }),
            reason: "the API server is public",
        },
        "private DNS zone none": {
            ...cluster({
                "apiServerAccessProfile.enablePrivateClusterPublicFQDN": true,
                "apiServerAccessProfile.privateDNSZone": "none",
            }),
            reason: "the cluster has no private DNS zone and needs the public FQDN",
            also: ["cluster-private-dns-zone-used"],
        },
    },
});
