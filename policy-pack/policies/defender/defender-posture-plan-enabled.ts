/**
 * The plan finds the paths by which an attack could come to a cluster before anybody takes them.
 *
 * Checked property:  Pricing `pricingTier` of the plan `CloudPosture`
 * Compliant values:  `Standard`
 * When unset:        violation (a plan is free, and does nothing); a program that does not set the plan is not judged
 */
import { definePolicy } from "../../policy";
import { planEnabled } from "../../azure/plan-enabled";

export const defenderPosturePlanEnabled = definePolicy({
    name: "defender-posture-plan-enabled",
    description: "The plan of Microsoft Defender for Cloud Security Posture should be enabled.",
    remediationSteps: "Set the tier of the plan `CloudPosture` to `Standard`.",
    severity: "low",
    practice: "beyond",
    equivalents: ["azure-policy:1f90fc71-a595-4066-8974-d4d0802e8ef0", "psrule:AZR-000372"],
    advisory: "it is bought for a whole subscription, and finds weaknesses where practice 7 is about attacks",
    checks: [planEnabled("CloudPosture", "and nobody then sees the paths by which an attack could reach the cluster")],
});
