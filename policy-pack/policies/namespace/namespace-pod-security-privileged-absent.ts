/**
 * A privileged namespace opens every node to whoever may create a pod in it: somebody should know each of them.
 *
 * Checked property:  Namespace `metadata.labels["pod-security.kubernetes.io/enforce"]`
 * Compliant values:  any but `privileged`
 * When unset:        not applicable (another policy demands the label)
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { namespace } from "../../resources/namespace";

export const namespacePodSecurityPrivilegedAbsent = definePolicy({
    name: "namespace-pod-security-privileged-absent",
    description: "Namespaces should not be privileged.",
    remediationSteps: "Keep privileged namespaces few, and let nobody else create pods in them.",
    severity: "medium",
    practice: 6,
    equivalents: [],
    advisory: "agents of nodes, such as kured, cannot live in another namespace",
    checks: [
        check(namespace, function* ({ podSecurityLevel }) {
            const enforced = podSecurityLevel("enforce");
            if (enforced.value === undefined) return notApplicable("no level is set");
            if (enforced.value === "privileged") {
                yield `\`${enforced.path}\` is \`privileged\`, and whoever may create a pod here is root on its node; set it to \`restricted\` or \`baseline\`.`;
            }
            return undefined;
        }),
    ],
});
