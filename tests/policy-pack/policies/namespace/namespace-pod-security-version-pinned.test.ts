import { namespacePodSecurityVersionPinned } from "../../../../policy-pack/policies/namespace/namespace-pod-security-version-pinned";
import { namespace } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const version = "pod-security.kubernetes.io/enforce-version";

testPolicy(namespacePodSecurityVersionPinned, {
    compliant: {
        "a minor version": namespace(),
        "a newer one than there is": namespace({ [version]: "v1.99" }),
        "one of three digits": namespace({ [version]: "v1.100" }),
    },
    violating: {
        unset: {
            ...namespace({ [version]: undefined }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce-version"]` is unset, and an upgrade of the cluster may refuse pods that run today; set it to a minor version of Kubernetes, such as `v1.36`.',
        },
        latest: {
            ...namespace({ [version]: "latest" }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce-version"]` is `latest`, and an upgrade of the cluster may refuse pods that run today; set it to a minor version of Kubernetes, such as `v1.36`.',
        },
        "a version behind other letters": {
            ...namespace({ [version]: "kubernetes-v1.36" }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce-version"]` is `kubernetes-v1.36`, which is no version of the rules; set it to a minor version of Kubernetes, such as `v1.36`.',
        },
        "a version with its patch": {
            ...namespace({ [version]: "v1.36.1" }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce-version"]` is `v1.36.1`, which is no version of the rules; set it to a minor version of Kubernetes, such as `v1.36`.',
        },
    },
    undetermined: {
        "an unknown version": {
            ...namespace({ [version]: UNKNOWN }),
            undetermined: [
                '`metadata.labels["pod-security.kubernetes.io/enforce-version"]` is not known before the update',
            ],
        },
    },
    notApplicable: {
        "a namespace without a standard": {
            ...namespace({ "pod-security.kubernetes.io/enforce": undefined, [version]: undefined }),
            reason: "no standard is enforced",
            also: ["namespace-pod-security-enforced"],
        },
    },
});
