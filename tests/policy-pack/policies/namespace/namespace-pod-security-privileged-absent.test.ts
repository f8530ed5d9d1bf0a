import { namespacePodSecurityPrivilegedAbsent } from "../../../../policy-pack/policies/namespace/namespace-pod-security-privileged-absent";
import { namespace } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const enforce = "pod-security.kubernetes.io/enforce";

testPolicy(namespacePodSecurityPrivilegedAbsent, {
    compliant: {
        restricted: namespace(),
        baseline: namespace({ [enforce]: "baseline" }),
    },
    violating: {
        privileged: {
            ...namespace({ [enforce]: "privileged" }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce"]` is `privileged`, and whoever may create a pod here is root on its node; set it to `restricted` or `baseline`.',
        },
    },
    undetermined: {
        "an unknown level": {
            ...namespace({ [enforce]: UNKNOWN }),
            undetermined: ['`metadata.labels["pod-security.kubernetes.io/enforce"]` is not known before the update'],
        },
    },
    notApplicable: {
        unset: {
            ...namespace({ [enforce]: undefined }),
            reason: "no level is set",
            also: ["namespace-pod-security-enforced"],
        },
    },
});
