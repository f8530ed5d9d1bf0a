import { registryContentTrustDisabled } from "../../../../policy-pack/policies/registry/registry-content-trust-disabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const removed = "and Azure removes content trust on 31 March 2028";

testPolicy(registryContentTrustDisabled, {
    compliant: {
        unset: registry(),
        "`disabled`": registry({ "policies.trustPolicy.status": "disabled" }),
        "`false` (classic)": classicRegistry({ trustPolicyEnabled: false }),
        "unset (classic)": classicRegistry(),
    },
    violating: {
        "`enabled`": {
            ...registry({ "policies.trustPolicy.status": "enabled" }),
            message: `\`policies.trustPolicy.status\` is \`enabled\`, ${removed}; set it to \`disabled\`.`,
        },
        "`true` (classic)": {
            ...classicRegistry({ trustPolicyEnabled: true }),
            message: `\`trustPolicyEnabled\` is \`true\`, ${removed}; set it to \`false\`.`,
        },
        "`true` of version 5 (classic)": {
            ...classicRegistry({ trustPolicy: { enabled: true } }),
            message: `\`trustPolicy.enabled\` is \`true\`, ${removed}; set it to \`false\`.`,
        },
        "a boolean": {
            ...registry({ "policies.trustPolicy.status": true }),
            message: "`policies.trustPolicy.status` is a boolean; set it to a string.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ "policies.trustPolicy.status": UNKNOWN }),
            undetermined: ["`policies.trustPolicy.status` is not known before the update"],
        },
    },
});
