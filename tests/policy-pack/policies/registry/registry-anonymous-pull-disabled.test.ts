import { registryAnonymousPullDisabled } from "../../../../policy-pack/policies/registry/registry-anonymous-pull-disabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(registryAnonymousPullDisabled, {
    compliant: {
        "`false`": registry({ anonymousPullEnabled: false }),
        "`false` (classic)": classicRegistry({ anonymousPullEnabled: false }),
        unset: registry({ anonymousPullEnabled: undefined }),
        null: registry({ anonymousPullEnabled: null }),
        "unset (classic)": classicRegistry({ anonymousPullEnabled: undefined }),
    },
    violating: {
        "`true`": {
            ...registry({ anonymousPullEnabled: true }),
            message: "`anonymousPullEnabled` is `true`; set it to `false`.",
        },
        "`true` (classic)": {
            ...classicRegistry({ anonymousPullEnabled: true }),
            message: "`anonymousPullEnabled` is `true`; set it to `false`.",
        },
        "a string": {
            ...registry({ anonymousPullEnabled: "false" }),
            message: "`anonymousPullEnabled` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ anonymousPullEnabled: UNKNOWN }),
            undetermined: ["`anonymousPullEnabled` is not known before the update"],
        },
    },
});
