import { wafPolicyBodyInspectionEnabled } from "../../../../policy-pack/policies/waf-policy/waf-policy-body-inspection-enabled";
import { classicWafPolicy, wafPolicy } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message =
    "`policySettings.requestBodyCheck` is `false`, and attacks in bodies then reach the workloads; set it to `true`.";

testPolicy(wafPolicyBodyInspectionEnabled, {
    compliant: {
        unset: wafPolicy(),
        "`true`": wafPolicy({ "policySettings.requestBodyCheck": true }),
        "unset (classic)": classicWafPolicy(),
    },
    violating: {
        "`false`": { ...wafPolicy({ "policySettings.requestBodyCheck": false }), message },
        "`false` (classic)": { ...classicWafPolicy({ "policySettings.requestBodyCheck": false }), message },
        "a text": {
            ...wafPolicy({ "policySettings.requestBodyCheck": "true" }),
            message: "`policySettings.requestBodyCheck` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...wafPolicy({ "policySettings.requestBodyCheck": UNKNOWN }),
            undetermined: ["`policySettings.requestBodyCheck` is not known before the update"],
        },
    },
});
