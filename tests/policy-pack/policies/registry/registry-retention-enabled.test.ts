import { registryRetentionEnabled } from "../../../../policy-pack/policies/registry/registry-retention-enabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const kept = "and images without a tag are then kept for ever";

testPolicy(registryRetentionEnabled, {
    compliant: {
        "`enabled`": registry(),
        "days (classic)": classicRegistry({ retentionPolicyInDays: 1 }),
        "`true` of version 5 (classic)": classicRegistry({
            retentionPolicyInDays: undefined,
            retentionPolicy: { enabled: true, days: 7 },
        }),
        "`enabled`, of a tier that is not known": registry({ "sku.name": UNKNOWN }),
    },
    violating: {
        "`disabled`": {
            ...registry({ "policies.retentionPolicy.status": "disabled" }),
            message: `\`policies.retentionPolicy.status\` is \`disabled\`, ${kept}; set it to \`enabled\`.`,
        },
        unset: {
            ...registry({ "policies.retentionPolicy": undefined }),
            message: `\`policies.retentionPolicy.status\` is unset, ${kept}; set it to \`enabled\`.`,
        },
        "no days (classic)": {
            ...classicRegistry({ retentionPolicyInDays: 0 }),
            message: `\`retentionPolicyInDays\` is \`0\`, ${kept}; set it to \`30\`.`,
        },
        "unset (classic)": {
            ...classicRegistry({ retentionPolicyInDays: undefined }),
            message: `\`retentionPolicyInDays\` is unset, ${kept}; set it to \`30\`.`,
        },
        "unset of version 5 (classic)": {
            ...classicRegistry({ retentionPolicyInDays: undefined, retentionPolicy: { days: 7 } }),
            message: `\`retentionPolicy.enabled\` is unset, ${kept}; set it to \`true\`.`,
        },
        "a text for days (classic)": {
            ...classicRegistry({ retentionPolicyInDays: "30" }),
            message: "`retentionPolicyInDays` is a string; set it to a number, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ "policies.retentionPolicy.status": UNKNOWN }),
            undetermined: ["`policies.retentionPolicy.status` is not known before the update"],
        },
        "an unknown number (classic)": {
            ...classicRegistry({ retentionPolicyInDays: UNKNOWN }),
            undetermined: ["`retentionPolicyInDays` is not known before the update"],
        },
    },
    notApplicable: {
        "a lower tier": {
            ...registry({ "sku.name": "Standard", "policies.retentionPolicy": undefined }),
            reason: "only the tier Premium purges images",
        },
        "deleted images that are kept": {
            ...registry({
                "policies.retentionPolicy.status": "disabled",
                "policies.softDeletePolicy.status": "enabled",
            }),
            reason: "deleted images are kept to be restored, and Azure takes only one of the two",
        },
    },
});
