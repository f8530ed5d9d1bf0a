import { clusterApiServerPrivate } from "../../../../policy-pack/policies/cluster/cluster-api-server-private";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterApiServerPrivate, {
    compliant: {
        "a private cluster": cluster(),
        "a private cluster (classic)": classicCluster(),
        "a private cluster (classic, old name)": classicCluster({
            privateClusterEnabled: undefined,
            privateLinkEnabled: true,
        }),
    },
    violating: {
        "a public cluster": {
            ...cluster({ "apiServerAccessProfile.enablePrivateCluster": false }),
            message: "`apiServerAccessProfile.enablePrivateCluster` is `false`; set it to `true`.",
            also: ["cluster-authorized-ip-ranges-set"],
        },
        unset: {
            ...cluster({ "apiServerAccessProfile.enablePrivateCluster": undefined }),
            message:
                "`apiServerAccessProfile.enablePrivateCluster` is unset, and the API server then has a public address; set it to `true`.",
            also: ["cluster-authorized-ip-ranges-set"],
        },
        "no profile on AKS Automatic": {
            ...cluster({
                apiServerAccessProfile: { disableRunCommand: true },
                "sku.name": "Automatic",
            }),
            message:
                "`apiServerAccessProfile.enablePrivateCluster` is unset, and the API server then has a public address; set it to `true`.",
            also: ["cluster-authorized-ip-ranges-set"],
        },
        "a public cluster (classic)": {
            ...classicCluster({ privateClusterEnabled: false }),
            message: "`privateClusterEnabled` is `false`; set it to `true`.",
            also: ["cluster-authorized-ip-ranges-set"],
        },
        "unset (classic)": {
            ...classicCluster({ privateClusterEnabled: undefined }),
            message:
                "`privateClusterEnabled` is unset, and the API server then has a public address; set it to `true`.",
            also: ["cluster-authorized-ip-ranges-set"],
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "apiServerAccessProfile.enablePrivateCluster": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.enablePrivateCluster` is not known before the update"],
        },
    },
});
