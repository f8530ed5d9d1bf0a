/**
 * Who got hold of an identity of Azure needs no way into the cluster; the plan notices what is done through Azure itself.
 *
 * Checked property:  Pricing `pricingTier` of the plan `Arm`
 * Compliant values:  `Standard`
 * When unset:        violation (a plan is free, and does nothing); a program that does not set the plan is not judged
 */
import { definePolicy } from "../../policy";
import { planEnabled } from "../../azure/plan-enabled";

export const defenderResourceManagerPlanEnabled = definePolicy({
    name: "defender-resource-manager-plan-enabled",
    description: "The plan of Microsoft Defender for Resource Manager must be enabled.",
    remediationSteps: "Set the tier of the plan `Arm` to `Standard`.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["psrule:AZR-000354", "checkov:CKV_AZURE_234"],
    checks: [planEnabled("Arm", "and nobody then notices what an intruder does in Azure itself")],
});
