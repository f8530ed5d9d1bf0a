import { clusterAuthorizedIpRangesNarrow } from "../../../../policy-pack/policies/cluster/cluster-authorized-ip-ranges-narrow";
import { classicPublicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterAuthorizedIpRangesNarrow, {
    compliant: {
        "a narrow network": publicCluster(["203.0.113.0/24"]),
        "a network of the default length": publicCluster(["198.18.0.0/16"]),
        "0.0.0.0/32, which AKS reads as its own outbound address": publicCluster(["0.0.0.0/32"]),
        "a single address": publicCluster(["203.0.113.7"]),
        "a site of IPv6": publicCluster(["2a01:111::/48"]),
        "a service tag": publicCluster(["AzureDevOps"]),
        "a configured length": { ...publicCluster(["203.0.0.0/12"]), config: { minimumPrefixLength: 12 } },
        "a narrow network (classic)": classicPublicCluster(["203.0.113.0/24"]),
    },
    violating: {
        "the whole internet": {
            ...publicCluster(["203.0.113.0/24", "0.0.0.0/0"]),
            message:
                "`apiServerAccessProfile.authorizedIPRanges[1]` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
        },
        "the whole internet in IPv6": {
            ...publicCluster(["::/0"]),
            message:
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `::/0`, which is the whole internet; set it to networks of /48 or narrower.",
        },
        "both halves of the internet": {
            ...publicCluster(["0.0.0.0/1", "128.0.0.0/1"]),
            message: [
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `0.0.0.0/1`, which is wider than /16; set it to networks of /16 or narrower.",
                "`apiServerAccessProfile.authorizedIPRanges[1]` is `128.0.0.0/1`, which is wider than /16; set it to networks of /16 or narrower.",
            ],
        },
        "one bit too wide": {
            ...publicCluster(["198.18.0.0/15"]),
            message:
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `198.18.0.0/15`, which is wider than /16; set it to networks of /16 or narrower.",
        },
        "one bit too wide in IPv6": {
            ...publicCluster(["2a01:110::/47"]),
            message:
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `2a01:110::/47`, which is wider than /48; set it to networks of /48 or narrower.",
        },
        "wider than configured": {
            ...publicCluster(["203.0.113.0/24"]),
            config: { minimumPrefixLength: 28 },
            message:
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `203.0.113.0/24`, which is wider than /28; set it to networks of /28 or narrower.",
        },
        "the whole internet (classic)": {
            ...classicPublicCluster(["0.0.0.0/0"]),
            message:
                "`apiServerAccessProfile.authorizedIpRanges[0]` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
        },
        "the whole internet on a cluster that may be private": {
            ...publicCluster(["0.0.0.0/0"], { "apiServerAccessProfile.enablePrivateCluster": UNKNOWN }),
            message:
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            also: [],
        },
    },
    undetermined: {
        "unknown ranges, but says what is wrong with the others": {
            ...publicCluster([UNKNOWN, "0.0.0.0/0", UNKNOWN]),
            violations: [
                "`apiServerAccessProfile.authorizedIPRanges[1]` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            ],
            undetermined: [
                "`apiServerAccessProfile.authorizedIPRanges[0]` is not known before the update",
                "`apiServerAccessProfile.authorizedIPRanges[2]` is not known before the update",
            ],
        },
    },
    notApplicable: {
        "no ranges": { ...cluster(), reason: "no authorized IP ranges are set" },
        "a private cluster": {
            ...cluster({ "apiServerAccessProfile.authorizedIPRanges": ["0.0.0.0/0"] }),
            reason: "the API server is private",
            also: ["cluster-authorized-ip-ranges-effective"],
        },
    },
});
