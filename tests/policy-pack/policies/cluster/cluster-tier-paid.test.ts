import { clusterTierPaid } from "../../../../policy-pack/policies/cluster/cluster-tier-paid";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const consequence = "and nobody then answers for the API server; set it to `Standard` or `Premium`.";

testPolicy(clusterTierPaid, {
    compliant: {
        "the Standard tier": cluster({ "sku.tier": "Standard" }),
        "the Premium tier": cluster({ "sku.tier": "Premium" }),
        "the tier of API versions before 2023, in another case": cluster({ "sku.tier": "paid" }),
        "unset on AKS Automatic": cluster({ sku: { name: "Automatic" } }),
        "the Standard tier (classic)": classicCluster({ skuTier: "Standard" }),
        "the Paid tier (classic version 4)": classicCluster({ skuTier: "Paid" }),
    },
    violating: {
        "the Free tier": { ...cluster({ "sku.tier": "Free" }), message: `\`sku.tier\` is \`Free\`, ${consequence}` },
        "the Free tier in another case": {
            ...cluster({ "sku.tier": "free" }),
            message: `\`sku.tier\` is \`Free\`, ${consequence}`,
        },
        unset: { ...cluster({ sku: undefined }), message: `\`sku.tier\` is unset, ${consequence}` },
        null: { ...cluster({ "sku.tier": null }), message: `\`sku.tier\` is unset, ${consequence}` },
        "a number": { ...cluster({ "sku.tier": 1 }), message: "`sku.tier` is a number; set it to a string." },
        "the Free tier (classic)": {
            ...classicCluster({ skuTier: "Free" }),
            message: `\`skuTier\` is \`Free\`, ${consequence}`,
        },
        "unset (classic)": {
            ...classicCluster({ skuTier: undefined }),
            message: `\`skuTier\` is unset, ${consequence}`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "sku.tier": UNKNOWN }),
            undetermined: ["`sku.tier` is not known before the update"],
        },
    },
});
