import { policyAssignmentEnforced } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-enforced";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const https = "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";
const native = (enforcementMode: unknown) => policyAssignment(https, {}, { enforcementMode });

testPolicy(policyAssignmentEnforced, {
    compliant: {
        Default: native("Default"),
        "another casing": native("default"),
        unset: native(undefined),
        "enforced (classic)": classicPolicyAssignment(https, {}, { enforce: true }),
        "unset (classic)": classicPolicyAssignment(https),
        "enforced (classic version 4)": {
            ...classicPolicyAssignment(https, {}, { enforcementMode: true }),
            type: "azure:policy/assignment:Assignment",
        },
    },
    violating: {
        DoNotEnforce: {
            ...native("DoNotEnforce"),
            message: "`enforcementMode` is `DoNotEnforce`, and the policy then refuses nothing; set it to `Default`.",
        },
        "Enroll, before anything has enrolled": {
            ...native("Enroll"),
            message: "`enforcementMode` is `Enroll`, and the policy then refuses nothing; set it to `Default`.",
        },
        "a boolean": { ...native(false), message: "`enforcementMode` is a boolean; set it to a string." },
        "not enforced (classic)": {
            ...classicPolicyAssignment(https, {}, { enforce: false }),
            message: "`enforce` is `false`, and the policy then refuses nothing; set it to `true`.",
        },
        "not enforced (classic version 4)": {
            ...classicPolicyAssignment(https, {}, { enforcementMode: false }),
            type: "azure:policy/assignment:Assignment",
            message: "`enforcementMode` is `false`, and the policy then refuses nothing; set it to `true`.",
        },
        "not enforced, for a subscription (classic)": {
            ...classicPolicyAssignment(https, {}, { enforce: false }),
            type: "azure:core/subscriptionPolicyAssignment:SubscriptionPolicyAssignment",
            message: "`enforce` is `false`, and the policy then refuses nothing; set it to `true`.",
        },
        "not enforced, for a resource (classic)": {
            ...classicPolicyAssignment(https, {}, { enforce: false }),
            type: "azure:core/resourcePolicyAssignment:ResourcePolicyAssignment",
            message: "`enforce` is `false`, and the policy then refuses nothing; set it to `true`.",
        },
        "not enforced, for a management group (classic)": {
            ...classicPolicyAssignment(https, {}, { enforce: false }),
            type: "azure:management/groupPolicyAssignment:GroupPolicyAssignment",
            message: "`enforce` is `false`, and the policy then refuses nothing; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...native(UNKNOWN),
            undetermined: ["`enforcementMode` is not known before the update"],
        },
    },
    notApplicable: {
        "a definition of another kind": {
            ...policyAssignment("040732e8-d947-40b8-95d6-854c95024bf8", {}, { enforcementMode: "DoNotEnforce" }),
            reason: "assigns no built-in definition for Kubernetes",
        },
    },
});
