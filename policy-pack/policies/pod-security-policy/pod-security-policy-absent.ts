/**
 * Kubernetes 1.25 removed PodSecurityPolicy: a cluster refuses it, and who relies on it has no protection of pods.
 *
 * Checked property:  the kind PodSecurityPolicy, and Role and ClusterRole `rules[*].resources`
 * Compliant values:  neither such an object nor a grant of `podsecuritypolicies`
 * When unset:        compliant
 */
import { check, definePolicy, each } from "../../policy";
import { podSecurityPolicy } from "../../resources/pod-security-policy";
import { roleRule } from "../../resources/role";

export const podSecurityPolicyAbsent = definePolicy({
    name: "pod-security-policy-absent",
    description: "Stacks must not rely on PodSecurityPolicies, which Kubernetes has no more.",
    remediationSteps: "Set the labels of Pod Security Admission on the namespaces.",
    severity: "medium",
    practice: 6,
    equivalents: [],
    checks: [
        check(podSecurityPolicy, function* (kind) {
            yield `\`${kind.path}\` is \`PodSecurityPolicy\`, which Kubernetes has no more since version 1.25; set it to \`Namespace\` with the label \`pod-security.kubernetes.io/enforce\`.`;
        }),
        check(roleRule, function* ({ property }) {
            yield* each(property.at("resources").elements(), function* (resource) {
                if (resource.string() !== "podsecuritypolicies") return;
                yield `\`${resource.path}\` is \`podsecuritypolicies\`, which Kubernetes has no more since version 1.25; set it to other resources.`;
            });
        }),
    ],
});
