/**
 * A snippet is configuration of nginx: whoever may write one reads every secret that the controller can read
 * (CVE-2021-25742).
 *
 * Checked property:  Ingress `metadata.annotations`
 * Compliant values:  no annotation of nginx that is a snippet
 * When unset:        compliant
 */
import { check, definePolicy } from "../../policy";
import { ingress } from "../../resources/ingress";

/** Of the controller of the community, of the company, and of old versions. */
const snippet = /^(?:nginx\.ingress\.kubernetes\.io|nginx\.org|ingress\.kubernetes\.io)\/[\w-]*-snippets?$/;

export const ingressSnippetsAbsent = definePolicy({
    name: "ingress-snippets-absent",
    description: "Ingresses must not bring configuration of nginx of their own.",
    remediationSteps: "Remove the snippet; use the annotation that is made for the purpose.",
    severity: "high",
    practice: 10,
    equivalents: ["checkov:CKV_K8S_152", "checkov:CKV_K8S_153", "checkov:CKV_K8S_154"],
    checks: [
        check(ingress, function* ({ annotations }) {
            for (const { name, property } of annotations.members()) {
                if (!snippet.test(name) || !property.isGiven) continue;
                yield `\`${property.path}\` is given, and its text becomes configuration of the controller; leave it unset.`;
            }
        }),
    ],
});
