/**
 * The plan finds threats in clusters and registries; without it, the sensors of the clusters report to nobody.
 *
 * Checked property:  Pricing `pricingTier` of the plan `Containers`; Pricing `pricingName`
 * Compliant values:  `Standard`; the plans that it replaced are not used
 * When unset:        violation (a plan is free, and does nothing)
 */
import { mustBe, quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { defenderPlan } from "../../resources/defender-plan";

/** Plans for Kubernetes and for registries until 2021, which one plan replaced. */
const replaced = ["kubernetesservice", "containerregistry"];

export const defenderContainersPlanEnabled = definePolicy({
    name: "defender-containers-plan-enabled",
    description: "The plan of Microsoft Defender for Containers must be enabled.",
    remediationSteps: "Set the tier of the plan `Containers` to `Standard`.",
    severity: "high",
    practice: 7,
    equivalents: ["azure-policy:1c988dd6-ade4-430f-a608-2a3e5b0a6d38", "psrule:AZR-000290"],
    checks: [
        check(defenderPlan, function* ({ pricingName, pricingTier }) {
            const name = pricingName.effective.toLowerCase();
            if (replaced.includes(name)) {
                if (pricingTier.effective === "Free") return notApplicable("a plan that was replaced is off");
                yield `\`${pricingName.path}\` is ${quote(pricingName.effective)}, a plan that one for clusters and registries replaced; set it to \`Containers\`.`;
                return undefined;
            }
            if (name !== "containers") return notApplicable("the plan is not that of containers");
            yield* mustBe(pricingTier, "Standard", { unset: "and a plan that is not bought does nothing" });
            return undefined;
        }),
    ],
});
