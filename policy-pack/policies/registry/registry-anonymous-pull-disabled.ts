/**
 * Anonymous pull shows every image, and what is built into it, to whoever reaches the registry.
 *
 * Checked property:  Registry `anonymousPullEnabled`
 * Compliant values:  `false`
 * When unset:        compliant (pulling needs a sign-in by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy, remedy } from "../../policy";
import { registry } from "../../resources/registry";

export const registryAnonymousPullDisabled = definePolicy({
    name: "registry-anonymous-pull-disabled",
    description: "Container registries must not let everybody pull.",
    remediationSteps: "Disable anonymous pull and give those who pull the role AcrPull.",
    severity: "high",
    practice: 8,
    equivalents: ["azure-policy:9f2dea28-e834-476c-99c5-3507b4728395", "psrule:AZR-000401", "checkov:CKV_AZURE_138"],
    checks: [
        check(registry, function* ({ anonymousPullEnabled }) {
            yield* mustBe(anonymousPullEnabled, false);
        }),
    ],
    remedies: [remedy(registry, ({ anonymousPullEnabled }) => [anonymousPullEnabled], false)],
});
