import { namespacePodSecurityEnforced } from "../../../../policy-pack/policies/namespace/namespace-pod-security-enforced";
import { namespace, object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const enforce = "pod-security.kubernetes.io/enforce";
const audit = "pod-security.kubernetes.io/audit";
const privileged = ["namespace-pod-security-privileged-absent"];
const unset =
    '`metadata.labels["pod-security.kubernetes.io/enforce"]` is unset, and pods may then do everything; set it to `restricted` or `baseline`.';

testPolicy(namespacePodSecurityEnforced, {
    compliant: {
        restricted: namespace(),
        baseline: namespace({ [enforce]: "baseline" }),
        "privileged, with an eye on it": {
            ...namespace({ [enforce]: "privileged", [audit]: "restricted" }),
            also: privileged,
        },
        "privileged, with half an eye": {
            ...namespace({ [enforce]: "privileged", [audit]: "baseline" }),
            also: privileged,
        },
        "a patch that enforces": { ...namespace(), type: "kubernetes:core/v1:NamespacePatch" },
    },
    violating: {
        unset: { ...namespace({ [enforce]: undefined }), message: unset },
        null: { ...namespace({ [enforce]: null }), message: unset },
        empty: { ...namespace({ [enforce]: "" }), message: unset },
        "no labels": { ...object("v1", "Namespace", { metadata: { name: "shop" } }), message: unset },
        "one of a list": {
            ...object("v1", "NamespaceList", { items: [namespace().props, { metadata: { name: "open" } }] }),
            message:
                '`items[1].metadata.labels["pod-security.kubernetes.io/enforce"]` is unset, and pods may then do everything; set it to `restricted` or `baseline`.',
        },
        "privileged, and nobody looks": {
            ...namespace({ [enforce]: "privileged", [audit]: undefined }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce"]` is `privileged`, and nobody sees what pods do with it; set it to `restricted` or `baseline`, or `metadata.labels["pod-security.kubernetes.io/audit"]` to `restricted` beside it.',
            also: privileged,
        },
        "a level that is none": {
            ...namespace({ [enforce]: "Restricted" }),
            message:
                '`metadata.labels["pod-security.kubernetes.io/enforce"]` is `Restricted`, which is no level; set it to `restricted` or `baseline`.',
        },
        "labels that are none": {
            ...object("v1", "Namespace", { metadata: { name: "shop", labels: "restricted" } }),
            message: "`metadata.labels` is a string; set it to an object.",
            also: [...privileged, "namespace-pod-security-version-pinned"],
        },
    },
    undetermined: {
        "an unknown level": {
            ...namespace({ [enforce]: UNKNOWN }),
            undetermined: ['`metadata.labels["pod-security.kubernetes.io/enforce"]` is not known before the update'],
        },
        "an unknown audit of a privileged one": {
            ...namespace({ [enforce]: "privileged", [audit]: UNKNOWN }),
            undetermined: ['`metadata.labels["pod-security.kubernetes.io/audit"]` is not known before the update'],
            also: privileged,
        },
    },
    notApplicable: {
        "a patch of something else": {
            ...object("v1", "NamespacePatch", { metadata: { name: "shop", labels: { team: "a" } } }),
            reason: "the patch leaves pod security alone",
        },
    },
});
