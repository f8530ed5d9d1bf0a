import { wafPolicyPreventionEnabled } from "../../../../policy-pack/policies/waf-policy/waf-policy-prevention-enabled";
import { classicWafPolicy, wafPolicy } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(wafPolicyPreventionEnabled, {
    compliant: {
        "enabled prevention": wafPolicy(),
        "enabled prevention (classic)": classicWafPolicy({ policySettings: { enabled: true, mode: "Prevention" } }),
        "unset (classic)": classicWafPolicy(),
    },
    violating: {
        detection: {
            ...wafPolicy({ "policySettings.mode": "Detection" }),
            message:
                "`policySettings.mode` is `Detection`, and attacks then reach the workloads; set it to `Prevention`.",
        },
        disabled: {
            ...wafPolicy({ "policySettings.state": "disabled" }),
            message: "`policySettings.state` is `Disabled`; set it to `Enabled`.",
        },
        unset: {
            ...wafPolicy({ policySettings: undefined }),
            message: [
                "`policySettings.state` is unset, and the firewall then lets everything pass; set it to `Enabled`.",
                "`policySettings.mode` is unset, and attacks then reach the workloads; set it to `Prevention`.",
            ],
        },
        "detection (classic)": {
            ...classicWafPolicy({ policySettings: { mode: "Detection" } }),
            message:
                "`policySettings.mode` is `Detection`, and attacks then reach the workloads; set it to `Prevention`.",
        },
        "disabled (classic)": {
            ...classicWafPolicy({ policySettings: { enabled: false } }),
            message: "`policySettings.enabled` is `false`; set it to `true`.",
        },
        "a number for a mode": {
            ...wafPolicy({ "policySettings.mode": 1 }),
            message: "`policySettings.mode` is a number; set it to a string.",
        },
    },
    undetermined: {
        "an unknown mode, and what is wrong beside it": {
            ...wafPolicy({ "policySettings.mode": UNKNOWN, "policySettings.state": "Disabled" }),
            undetermined: ["`policySettings.mode` is not known before the update"],
            violations: ["`policySettings.state` is `Disabled`; set it to `Enabled`."],
        },
    },
});
