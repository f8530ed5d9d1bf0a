import { podSecurityPolicyAbsent } from "../../../../policy-pack/policies/pod-security-policy/pod-security-policy-absent";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (resources: unknown) =>
    object("rbac.authorization.k8s.io/v1", "ClusterRole", {
        rules: [{ apiGroups: ["policy"], resources, resourceNames: ["restricted"], verbs: ["use"] }],
    });
const message = (path: string) =>
    `\`${path}\` is \`PodSecurityPolicy\`, which Kubernetes has no more since version 1.25; set it to \`Namespace\` with the label \`pod-security.kubernetes.io/enforce\`.`;
const grant = (path: string) =>
    `\`${path}\` is \`podsecuritypolicies\`, which Kubernetes has no more since version 1.25; set it to other resources.`;

testPolicy(podSecurityPolicyAbsent, {
    compliant: {
        "a role with other resources": role(["poddisruptionbudgets"]),
        "a role without resources": role(null),
    },
    violating: {
        "a policy": { ...object("policy/v1beta1", "PodSecurityPolicy", { spec: {} }), message: message("kind") },
        "a policy of the old group": {
            ...object("extensions/v1beta1", "PodSecurityPolicy", { spec: {} }),
            message: message("kind"),
        },
        "policies in a list": {
            ...object("policy/v1beta1", "PodSecurityPolicyList", { items: [{ spec: {} }, { spec: {} }] }),
            message: [message("items[0].kind"), message("items[1].kind")],
        },
        "a patch": { ...object("policy/v1beta1", "PodSecurityPolicyPatch", {}), message: message("kind") },
        "a role that grants their use": {
            ...role(["poddisruptionbudgets", "podsecuritypolicies"]),
            message: grant("rules[0].resources[1]"),
        },
    },
    undetermined: {
        "an unknown resource, and one that is known": {
            ...role([UNKNOWN, "podsecuritypolicies"]),
            violations: [grant("rules[0].resources[1]")],
            undetermined: ["`rules[0].resources[0]` is not known before the update"],
        },
    },
});
