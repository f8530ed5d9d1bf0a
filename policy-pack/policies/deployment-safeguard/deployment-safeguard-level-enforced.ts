/**
 * Safeguards that only warn let in every deployment that breaks them.
 *
 * Checked property:  DeploymentSafeguard `level`
 * Compliant values:  `Enforce`
 * When unset:        violation (AKS demands a level)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { deploymentSafeguard } from "../../resources/deployment-safeguard";

export const deploymentSafeguardLevelEnforced = definePolicy({
    name: "deployment-safeguard-level-enforced",
    description: "Deployment safeguards of AKS clusters should be enforced.",
    remediationSteps: "Enforce the safeguards once nothing that runs breaks them.",
    severity: "medium",
    practice: "beyond",
    equivalents: [],
    advisory: "warnings are the way to introduce safeguards where workloads exist",
    checks: [
        check(deploymentSafeguard, function* ({ level }) {
            yield* mustBe(level, "Enforce", {
                unset: "and safeguards then refuse nothing",
                wrong: "and safeguards then refuse nothing",
            });
        }),
    ],
});
