/**
 * The rules of a standard grow with Kubernetes: without a version, an upgrade of the cluster refuses what ran before.
 *
 * Checked property:  Namespace `metadata.labels["pod-security.kubernetes.io/enforce-version"]`
 * Compliant values:  a minor version, such as `v1.36`
 * When unset:        violation (Kubernetes takes the rules of its own version); not applicable where nothing is enforced
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { namespace } from "../../resources/namespace";

export const namespacePodSecurityVersionPinned = definePolicy({
    name: "namespace-pod-security-version-pinned",
    description: "Namespaces should enforce a pod security standard of one version of Kubernetes.",
    remediationSteps: "Pin the version, and raise it once the pods are known to meet the newer rules.",
    severity: "low",
    practice: 6,
    equivalents: [],
    advisory: "the newest rules are never weaker, they only come unannounced",
    checks: [
        check(namespace, function* ({ podSecurityLevel, podSecurityVersion }) {
            if (podSecurityLevel("enforce").effective === "privileged") {
                return notApplicable("no standard is enforced");
            }
            const { path, value, effective } = podSecurityVersion("enforce");
            if (/^v1\.(0|[1-9]\d*)$/.test(effective)) return undefined;
            const found = value === undefined ? "unset" : quote(value);
            const consequence =
                effective === "latest"
                    ? "and an upgrade of the cluster may refuse pods that run today"
                    : "which is no version of the rules";
            yield `\`${path}\` is ${found}, ${consequence}; set it to a minor version of Kubernetes, such as \`v1.36\`.`;
            return undefined;
        }),
    ],
});
