import { clusterAuthorizedIpRangesEffective } from "../../../../policy-pack/policies/cluster/cluster-authorized-ip-ranges-effective";
import { classicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterAuthorizedIpRangesEffective, {
    compliant: {
        "a private cluster without ranges": cluster(),
        "a cluster without ranges that may be private": cluster({
            "apiServerAccessProfile.enablePrivateCluster": UNKNOWN,
        }),
        "a private cluster with an empty list": cluster({ "apiServerAccessProfile.authorizedIPRanges": [] }),
        "a private cluster without ranges (classic)": classicCluster(),
    },
    violating: {
        "ranges on a private cluster": {
            ...cluster({ "apiServerAccessProfile.authorizedIPRanges": ["203.0.113.0/24"] }),
            message:
                "`apiServerAccessProfile.authorizedIPRanges` is set beside `apiServerAccessProfile.enablePrivateCluster`, and never applies to a private endpoint; leave it unset.",
        },
        "ranges on a private cluster (classic)": {
            ...classicCluster({ "apiServerAccessProfile.authorizedIpRanges": ["203.0.113.0/24"] }),
            message:
                "`apiServerAccessProfile.authorizedIpRanges` is set beside `privateClusterEnabled`, and never applies to a private endpoint; leave it unset.",
        },
    },
    undetermined: {
        "ranges on a cluster that may be private": {
            ...publicCluster(["203.0.113.0/24"], { "apiServerAccessProfile.enablePrivateCluster": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.enablePrivateCluster` is not known before the update"],
            also: [],
        },
        "unknown ranges on a private cluster": {
            ...cluster({ "apiServerAccessProfile.authorizedIPRanges": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.authorizedIPRanges` is not known before the update"],
        },
    },
    notApplicable: {
        "a public cluster": { ...publicCluster(["203.0.113.0/24"]), reason: "the API server is public" },
        "unknown ranges on a public cluster": { ...publicCluster(UNKNOWN), reason: "the API server is public" },
    },
});
