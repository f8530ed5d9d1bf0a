/**
 * An ingress without a host answers for every name that points to the gateway, those of other teams among them.
 *
 * Checked property:  Ingress `spec.rules[*].host`, `spec.defaultBackend`
 * Compliant values:  a name, or a wildcard below a domain such as `*.example.org`; no default backend
 * When unset:        violation, also without rules; not applicable to a patch without rules
 */
import { quote } from "../../message";
import { check, definePolicy, each, guarded, notApplicable } from "../../policy";
import { ingress } from "../../resources/ingress";

export const ingressHostRequired = definePolicy({
    name: "ingress-host-required",
    description: "Ingresses must name the hosts that they serve.",
    remediationSteps: "Give each rule of the ingress a host, and let no rule serve all hosts.",
    severity: "medium",
    practice: 9,
    equivalents: ["azure-policy:d8c942c6-16a3-400b-8f2e-785f44030036"],
    checks: [
        check(ingress, function* (subject) {
            const { rules, isPatch } = subject;
            yield* guarded(function* () {
                const { isGiven, path } = subject.defaultBackend;
                if (!isGiven) return;
                yield `\`${path}\` is set, and serves every host that no rule names, without TLS of its own; leave it unset.`;
            });
            if (isPatch && !rules.isGiven) return notApplicable("the patch leaves the rules alone");
            const list = rules.elements();
            if (list.length === 0) {
                yield `\`${rules.path}\` is ${rules.isGiven ? "empty" : "unset"}, and the ingress then serves every host; set it to rules with hosts.`;
                return undefined;
            }
            yield* each(list, function* (rule) {
                const host = rule.at("host");
                const value = host.string() ?? "";
                if (value !== "" && value !== "*") return;
                yield `\`${host.path}\` is ${value === "" ? "unset" : quote(value)}, and the rule then serves every host; set it to a host.`;
            });
            return undefined;
        }),
    ],
});
