import { clusterAuthorizedIpRangesValid } from "../../../../policy-pack/policies/cluster/cluster-authorized-ip-ranges-valid";
import { classicPublicCluster, cluster, publicCluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterAuthorizedIpRangesValid, {
    compliant: {
        "public networks": publicCluster(["203.0.113.0/24", "2a01:111::/48", "203.0.113.7", "0.0.0.0/32"]),
        "a service tag": publicCluster(["AzureDevOps", "AzureCloud.westeurope"]),
        "public networks (classic)": classicPublicCluster(["203.0.113.0/24"]),
    },
    violating: {
        "private networks": {
            ...publicCluster(["10.0.0.0/16", "172.16.0.0/16", "192.168.1.0/24", "100.64.0.0/16", "fd00:1::/48"]),
            message: [
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `10.0.0.0/16`, which no request over the internet comes from; set it to a public network.",
                "`apiServerAccessProfile.authorizedIPRanges[1]` is `172.16.0.0/16`, which no request over the internet comes from; set it to a public network.",
                "`apiServerAccessProfile.authorizedIPRanges[2]` is `192.168.1.0/24`, which no request over the internet comes from; set it to a public network.",
                "`apiServerAccessProfile.authorizedIPRanges[3]` is `100.64.0.0/16`, which no request over the internet comes from; set it to a public network.",
                "`apiServerAccessProfile.authorizedIPRanges[4]` is `fd00:1::/48`, which no request over the internet comes from; set it to a public network.",
            ],
        },
        "host bits": {
            ...publicCluster(["203.0.113.7/24"]),
            message:
                "`apiServerAccessProfile.authorizedIPRanges[0]` is `203.0.113.7/24`, which has host bits set; set it to `203.0.113.0/24`.",
        },
        "what is no range": {
            ...publicCluster([
                "",
                "office",
                "203.0.113.0/33",
                "203.0.113/24",
                "203.0.113.0/24/1",
                "0x7f.1",
                "2a01:::/48",
            ]),
            message: [
                "`apiServerAccessProfile.authorizedIPRanges[0]` is ``, which is no IP range; set it to a network in CIDR notation.",
                "`apiServerAccessProfile.authorizedIPRanges[1]` is `office`, which is no IP range; set it to a network in CIDR notation.",
                "`apiServerAccessProfile.authorizedIPRanges[2]` is `203.0.113.0/33`, which is no IP range; set it to a network in CIDR notation.",
                "`apiServerAccessProfile.authorizedIPRanges[3]` is `203.0.113/24`, which is no IP range; set it to a network in CIDR notation.",
                "`apiServerAccessProfile.authorizedIPRanges[4]` is `203.0.113.0/24/1`, which is no IP range; set it to a network in CIDR notation.",
                "`apiServerAccessProfile.authorizedIPRanges[5]` is `0x7f.1`, which is no IP range; set it to a network in CIDR notation.",
                "`apiServerAccessProfile.authorizedIPRanges[6]` is `2a01:::/48`, which is no IP range; set it to a network in CIDR notation.",
            ],
        },
        "a number": {
            ...publicCluster([1]),
            message: "`apiServerAccessProfile.authorizedIPRanges[0]` is a number; set it to a string.",
            also: ["cluster-api-server-private", "cluster-authorized-ip-ranges-narrow"],
        },
        "a long text, cut": {
            ...publicCluster(["office-".repeat(100)]),
            message: `\`apiServerAccessProfile.authorizedIPRanges[0]\` is \`${"office-".repeat(18).slice(0, 120)}…\`, which is no IP range; set it to a network in CIDR notation.`,
        },
        "a private network (classic)": {
            ...classicPublicCluster(["10.0.0.0/16"]),
            message:
                "`apiServerAccessProfile.authorizedIpRanges[0]` is `10.0.0.0/16`, which no request over the internet comes from; set it to a public network.",
        },
    },
    undetermined: {
        "an unknown range": {
            ...publicCluster([UNKNOWN]),
            undetermined: ["`apiServerAccessProfile.authorizedIPRanges[0]` is not known before the update"],
        },
    },
    notApplicable: {
        "no ranges": { ...cluster(), reason: "no authorized IP ranges are set" },
        "a private cluster": {
            ...cluster({ "apiServerAccessProfile.authorizedIPRanges": ["10.0.0.0/16"] }),
            reason: "the API server is private",
            also: ["cluster-authorized-ip-ranges-effective"],
        },
    },
});
