/**
 * Docker Content Trust is deprecated, and Azure removes it on 31 March 2028: signatures that are made with it today are
 * signatures to be made again.
 *
 * Checked property:  Registry `policies.trustPolicy.status`
 * Compliant values:  `disabled`
 * When unset:        compliant (there is no content trust by default)
 * Ruling:            PSRule and Checkov ask for content trust; PSRule has deprecated that rule
 */
import { check, definePolicy } from "../../policy";
import { registry } from "../../resources/registry";

export const registryContentTrustDisabled = definePolicy({
    name: "registry-content-trust-disabled",
    description: "Container registries should not sign images by Docker Content Trust.",
    remediationSteps: "Disable content trust, sign images with Notation, and let the cluster verify them.",
    severity: "low",
    practice: 8,
    equivalents: [],
    advisory: "signatures that exist are good until Azure removes content trust on 31 March 2028",
    checks: [
        check(registry, function* ({ trustPolicy }) {
            if (trustPolicy.effective === "disabled") return;
            yield `\`${trustPolicy.path}\` is ${trustPolicy.spell(trustPolicy.effective)}, and Azure removes content trust on 31 March 2028; set it to ${trustPolicy.spell("disabled")}.`;
        }),
    ],
});
