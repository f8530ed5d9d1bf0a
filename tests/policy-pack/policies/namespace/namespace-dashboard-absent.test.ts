import { namespaceDashboardAbsent } from "../../../../policy-pack/policies/namespace/namespace-dashboard-absent";
import { namespace, object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(namespaceDashboardAbsent, {
    compliant: {
        "another name": namespace(),
        "no name": namespace({}, null),
    },
    violating: {
        "the namespace of the dashboard": {
            ...namespace({}, "kubernetes-dashboard"),
            message:
                "`metadata.name` is `kubernetes-dashboard`, the namespace of the Kubernetes dashboard; set it to another name.",
        },
        "malformed metadata": {
            ...object("v1", "Namespace", { metadata: "kubernetes-dashboard" }),
            message: "`metadata` is a string; set it to an object.",
            also: [
                "namespace-pod-security-enforced",
                "namespace-pod-security-privileged-absent",
                "namespace-pod-security-version-pinned",
            ],
        },
    },
    undetermined: {
        "an unknown name": {
            ...namespace({}, UNKNOWN),
            undetermined: ["`metadata.name` is not known before the update"],
        },
    },
});
