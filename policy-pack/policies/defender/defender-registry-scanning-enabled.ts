/**
 * Images with known vulnerabilities are found only by scanning registries, when images are pushed and while they are used.
 *
 * Checked property:  Pricing `extensions` of the plan `Containers`
 * Compliant values:  `ContainerRegistriesVulnerabilityAssessments`, enabled
 * When unset:        violation (the extension is then not enabled by the program)
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { defenderPlan } from "../../resources/defender-plan";

const scanning = "ContainerRegistriesVulnerabilityAssessments";

export const defenderRegistryScanningEnabled = definePolicy({
    name: "defender-registry-scanning-enabled",
    description: "The plan of Microsoft Defender for Containers must scan the images of registries.",
    remediationSteps: "Enable the extension `ContainerRegistriesVulnerabilityAssessments` of the plan `Containers`.",
    severity: "high",
    practice: 8,
    equivalents: ["cis-aks-1.8:5.1.1"],
    checks: [
        check(defenderPlan, function* ({ pricingName, pricingTier, extensions, extension }) {
            if (pricingName.effective.toLowerCase() !== "containers") {
                return notApplicable("the plan is not that of containers");
            }
            if (pricingTier.effective === "Free") return notApplicable("the plan is off");
            const entries = [...extension(scanning)];
            for (const entry of entries) {
                yield* mustBe(entry, true, { unset: "and registries are then not scanned" });
            }
            if (entries.length === 0) {
                const found = extensions.isGiven ? `without \`${scanning}\`` : "unset";
                yield `\`${extensions.path}\` is ${found}, and nothing here has registries scanned; set it to a list in which \`${scanning}\` is enabled.`;
            }
            return undefined;
        }),
    ],
});
