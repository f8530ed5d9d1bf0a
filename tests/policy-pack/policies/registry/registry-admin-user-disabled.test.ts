import { registryAdminUserDisabled } from "../../../../policy-pack/policies/registry/registry-admin-user-disabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(registryAdminUserDisabled, {
    compliant: {
        "`false`": registry({ adminUserEnabled: false }),
        "`false` (classic)": classicRegistry({ adminEnabled: false }),
        unset: registry({ adminUserEnabled: undefined }),
        null: registry({ adminUserEnabled: null }),
        "unset (classic)": classicRegistry({ adminEnabled: undefined }),
    },
    violating: {
        "`true`": {
            ...registry({ adminUserEnabled: true }),
            message: "`adminUserEnabled` is `true`; set it to `false`.",
        },
        "`true` (classic)": {
            ...classicRegistry({ adminEnabled: true }),
            message: "`adminEnabled` is `true`; set it to `false`.",
        },
        "a string": {
            ...registry({ adminUserEnabled: "false" }),
            message: "`adminUserEnabled` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ adminUserEnabled: UNKNOWN }),
            undetermined: ["`adminUserEnabled` is not known before the update"],
        },
    },
});
