/**
 * The plan notices when certificates and keys are read in unusual ways, or from unusual places.
 *
 * Checked property:  Pricing `pricingTier` of the plan `KeyVaults`
 * Compliant values:  `Standard`
 * When unset:        violation (a plan is free, and does nothing); a program that does not set the plan is not judged
 */
import { definePolicy } from "../../policy";
import { planEnabled } from "../../azure/plan-enabled";

export const defenderKeyVaultPlanEnabled = definePolicy({
    name: "defender-key-vault-plan-enabled",
    description: "The plan of Microsoft Defender for Key Vault must be enabled.",
    remediationSteps: "Set the tier of the plan `KeyVaults` to `Standard`.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["psrule:AZR-000352", "checkov:CKV_AZURE_87"],
    checks: [planEnabled("KeyVaults", "and nobody then notices who reads secrets in unusual ways")],
});
