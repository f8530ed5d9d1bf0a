import { admissionPolicyBindingDenies } from "../../../../policy-pack/policies/admission-policy-binding/admission-policy-binding-denies";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const binding = (validationActions: unknown, version = "v1") =>
    object(`admissionregistration.k8s.io/${version}`, "ValidatingAdmissionPolicyBinding", {
        spec: { policyName: "policy", validationActions },
    });
const withoutDeny =
    '`spec.validationActions` is without `Deny`, and what breaks the policy is let in; set it to `["Deny"]`.';

testPolicy(admissionPolicyBindingDenies, {
    compliant: {
        "`Deny`": binding(["Deny"]),
        "`Deny` beside `Audit`": binding(["Audit", "Deny"]),
        "`Deny` beside something unknown": binding([UNKNOWN, "Deny"]),
    },
    violating: {
        "`Warn` and `Audit`": { ...binding(["Warn", "Audit"]), message: withoutDeny },
        "an older version": { ...binding(["Audit"], "v1beta1"), message: withoutDeny },
        "a patch that takes the denial away": {
            type: "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBindingPatch",
            props: { metadata: { name: "policy" }, spec: { validationActions: ["Audit"] } },
            message: withoutDeny,
        },
        "no actions": { ...binding([]), message: withoutDeny },
        unset: {
            ...binding(null),
            message: '`spec.validationActions` is unset, and what breaks the policy is let in; set it to `["Deny"]`.',
        },
        "a word": { ...binding("Deny"), message: "`spec.validationActions` is a string; set it to a list." },
    },
    undetermined: {
        "an unknown action": {
            ...binding(["Warn", UNKNOWN]),
            undetermined: ["`spec.validationActions[1]` is not known before the update"],
        },
    },
    notApplicable: {
        "a patch of something else": {
            type: "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBindingPatch",
            props: { metadata: { name: "policy" } },
            reason: "the patch leaves the actions alone",
        },
    },
});
