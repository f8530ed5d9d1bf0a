import { clusterImageCleanerEnabled } from "../../../../policy-pack/policies/cluster/cluster-image-cleaner-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const path = "securityProfile.imageCleaner.enabled";
const unset = (at: string) => `\`${at}\` is unset, and vulnerable images then stay on the nodes; set it to \`true\`.`;

testPolicy(clusterImageCleanerEnabled, {
    compliant: {
        "`true`": cluster({ [path]: true }),
        "unset on AKS Automatic": cluster({ [path]: undefined, "sku.name": "Automatic" }),
        "the compliant value (classic)": classicCluster({ imageCleanerEnabled: true }),
    },
    violating: {
        "`false`": { ...cluster({ [path]: false }), message: `\`${path}\` is \`false\`; set it to \`true\`.` },
        "`false` on AKS Automatic": {
            ...cluster({ [path]: false, "sku.name": "Automatic" }),
            message: `\`${path}\` is \`false\`; set it to \`true\`.`,
        },
        unset: { ...cluster({ "securityProfile.imageCleaner": undefined }), message: unset(path) },
        null: { ...cluster({ [path]: null }), message: unset(path) },
        "a string": {
            ...cluster({ [path]: "true" }),
            message: `\`${path}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
        "the wrong value (classic)": {
            ...classicCluster({ imageCleanerEnabled: false }),
            message: "`imageCleanerEnabled` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({ imageCleanerEnabled: undefined }),
            message: unset("imageCleanerEnabled"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ [path]: UNKNOWN }),
            undetermined: [`\`${path}\` is not known before the update`],
        },
    },
});
