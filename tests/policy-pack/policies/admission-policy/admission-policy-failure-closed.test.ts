import { admissionPolicyFailureClosed } from "../../../../policy-pack/policies/admission-policy/admission-policy-failure-closed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const policy = (failurePolicy: unknown, version = "v1") =>
    object(`admissionregistration.k8s.io/${version}`, "ValidatingAdmissionPolicy", { spec: { failurePolicy } });

testPolicy(admissionPolicyFailureClosed, {
    compliant: {
        "`Fail`": policy("Fail"),
        unset: policy(null),
        "a patch of something else": {
            type: "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyPatch",
            props: { metadata: { name: "policy" } },
        },
    },
    violating: {
        "`Ignore`": {
            ...policy("Ignore"),
            message:
                "`spec.failurePolicy` is `Ignore`, and an object that its expressions cannot read is let in; set it to `Fail`.",
        },
        "`Ignore` in an older version": {
            ...policy("Ignore", "v1beta1"),
            message:
                "`spec.failurePolicy` is `Ignore`, and an object that its expressions cannot read is let in; set it to `Fail`.",
        },
        "a number": { ...policy(1), message: "`spec.failurePolicy` is a number; set it to a string." },
    },
    undetermined: {
        "an unknown value": {
            ...policy(UNKNOWN),
            undetermined: ["`spec.failurePolicy` is not known before the update"],
        },
    },
});
