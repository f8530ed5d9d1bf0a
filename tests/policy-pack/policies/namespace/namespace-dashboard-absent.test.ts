import { namespaceDashboardAbsent } from "../../../../policy-pack/policies/namespace/namespace-dashboard-absent";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(namespaceDashboardAbsent, {
    compliant: {
        "another name": object("v1", "Namespace", { metadata: { name: "shop" } }),
        "no name": object("v1", "Namespace", {}),
    },
    violating: {
        "the namespace of the dashboard": {
            ...object("v1", "Namespace", { metadata: { name: "kubernetes-dashboard" } }),
            message:
                "`metadata.name` is `kubernetes-dashboard`, the namespace of the Kubernetes dashboard; set it to another name.",
        },
        "malformed metadata": {
            ...object("v1", "Namespace", { metadata: "kubernetes-dashboard" }),
            message: "`metadata` is a string; set it to an object.",
        },
    },
    undetermined: {
        "an unknown name": {
            ...object("v1", "Namespace", { metadata: { name: UNKNOWN } }),
            undetermined: ["`metadata.name` is not known before the update"],
        },
    },
});
