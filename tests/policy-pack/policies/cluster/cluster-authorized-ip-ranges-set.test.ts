import { clusterAuthorizedIpRangesSet } from "../../../../policy-pack/policies/cluster/cluster-authorized-ip-ranges-set";
import { classicCluster, classicPublicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterAuthorizedIpRangesSet, {
    compliant: {
        "a range": publicCluster(["203.0.113.0/24"]),
        "a range on a cluster that may be private": {
            ...publicCluster(["203.0.113.0/24"], { "apiServerAccessProfile.enablePrivateCluster": UNKNOWN }),
            also: [],
        },
        "a range that is not known yet": publicCluster([UNKNOWN]),
        "the list of old API versions": publicCluster(undefined, { apiServerAuthorizedIPRanges: ["203.0.113.0/24"] }),
        "a range (classic)": classicPublicCluster(["203.0.113.0/24"]),
        "a range (classic, version 5)": classicPublicCluster(undefined, {
            apiServerAuthorizedIpRanges: ["203.0.113.0/24"],
        }),
    },
    violating: {
        unset: {
            ...publicCluster(undefined),
            message:
                "`apiServerAccessProfile.authorizedIPRanges` is unset, and the whole internet then reaches the API server; set it to the networks that may reach it.",
        },
        null: {
            ...publicCluster(null),
            message:
                "`apiServerAccessProfile.authorizedIPRanges` is unset, and the whole internet then reaches the API server; set it to the networks that may reach it.",
        },
        "an empty list": {
            ...publicCluster([]),
            message:
                "`apiServerAccessProfile.authorizedIPRanges` is empty, and the whole internet then reaches the API server; set it to the networks that may reach it.",
        },
        "a string": {
            ...publicCluster("203.0.113.0/24"),
            message: "`apiServerAccessProfile.authorizedIPRanges` is a string; set it to a list.",
            also: [
                "cluster-api-server-private",
                "cluster-authorized-ip-ranges-narrow",
                "cluster-authorized-ip-ranges-valid",
            ],
        },
        "unset (classic)": {
            ...classicPublicCluster(undefined),
            message:
                "`apiServerAccessProfile.authorizedIpRanges` is unset, and the whole internet then reaches the API server; set it to the networks that may reach it.",
        },
        "an empty list (classic, version 5)": {
            ...classicPublicCluster(undefined, { apiServerAuthorizedIpRanges: [] }),
            message:
                "`apiServerAuthorizedIpRanges` is empty, and the whole internet then reaches the API server; set it to the networks that may reach it.",
        },
    },
    undetermined: {
        "an unknown list": {
            ...publicCluster(UNKNOWN),
            undetermined: ["`apiServerAccessProfile.authorizedIPRanges` is not known before the update"],
        },
        "no ranges on a cluster that may be private": {
            ...cluster({ "apiServerAccessProfile.enablePrivateCluster": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.enablePrivateCluster` is not known before the update"],
        },
        "an unknown profile": {
            ...cluster({ apiServerAccessProfile: UNKNOWN }),
            undetermined: ["`apiServerAccessProfile` is not known before the update"],
        },
    },
    notApplicable: {
        "a private cluster": { ...cluster(), reason: "the API server is private" },
        "a private cluster, and ranges that are not known": {
            ...cluster({ "apiServerAccessProfile.authorizedIPRanges": UNKNOWN }),
            reason: "the API server is private",
        },
        "a private cluster (classic)": { ...classicCluster(), reason: "the API server is private" },
    },
});
