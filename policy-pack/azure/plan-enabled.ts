import { mustBe } from "../message";
import { check, notApplicable, type Check } from "../policy";
import { defenderPlan } from "../resources/defender-plan";

/** Demands that a plan of Defender for Cloud is on, where a program sets it; `lost` is what happens without it. */
export function planEnabled(plan: string, lost: string): Check<unknown> {
    return check(defenderPlan, function* ({ pricingName, pricingTier }) {
        if (pricingName.effective.toLowerCase() !== plan.toLowerCase()) {
            return notApplicable(`the plan is not \`${plan}\``);
        }
        yield* mustBe(pricingTier, "Standard", { unset: lost, wrong: lost });
        return undefined;
    });
}
