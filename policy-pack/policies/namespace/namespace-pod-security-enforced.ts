/**
 * AKS gives no namespace a pod security standard: without the label, whoever may create a pod becomes root on its node.
 *
 * Checked property:  Namespace `metadata.labels["pod-security.kubernetes.io/enforce"]`, and `…/audit` beside `privileged`
 * Compliant values:  `restricted`, `baseline`; `privileged` where `restricted` or `baseline` is audited
 * When unset:        violation (Kubernetes allows everything); not applicable to a patch without the label
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { namespace } from "../../resources/namespace";

const standards = ["restricted", "baseline"];

export const namespacePodSecurityEnforced = definePolicy({
    name: "namespace-pod-security-enforced",
    description: "Namespaces must enforce a pod security standard, or be deliberately privileged and audited.",
    remediationSteps: "Enforce the standard restricted, or baseline where pods cannot do without root.",
    severity: "high",
    practice: 6,
    equivalents: [],
    checks: [
        check(namespace, function* ({ podSecurityLevel, isPatch }) {
            const enforced = podSecurityLevel("enforce");
            if (enforced.value === undefined) {
                if (isPatch) return notApplicable("the patch leaves pod security alone");
                yield `\`${enforced.path}\` is unset, and pods may then do everything; set it to ${alternatives(standards)}.`;
            } else if (enforced.value === "privileged") {
                const audited = podSecurityLevel("audit");
                if (standards.includes(audited.effective)) return undefined;
                yield `\`${enforced.path}\` is \`privileged\`, and nobody sees what pods do with it; set it to ${alternatives(standards)}, or \`${audited.path}\` to \`restricted\` beside it.`;
            } else if (!standards.includes(enforced.value)) {
                yield `\`${enforced.path}\` is ${quote(enforced.value)}, which is no level; set it to ${alternatives(standards)}.`;
            }
            return undefined;
        }),
    ],
});
