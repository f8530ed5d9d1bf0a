/**
 * A registry does not scan its images by itself: an extension of the plan of the subscription does.
 *
 * Checked property:  Pricing of the plan `Containers` in a stack with a Registry
 * Compliant values:  `Standard`, with the extension `ContainerRegistriesVulnerabilityAssessments` enabled
 * When unset:        violation (nothing scans the images)
 * Ruling:            any such plan of the stack counts: a stack rarely spans subscriptions
 */
import { some } from "../../policy";
import { defenderPlan, type DefenderPlan } from "../../resources/defender-plan";
import { registry } from "../../resources/registry";
import { defineStackPolicy, doubts } from "../../stack-policy";

export const registryImageScanningEnabled = defineStackPolicy({
    name: "registry-image-scanning-enabled",
    description: "The images of container registries should be scanned.",
    remediationSteps:
        "Set the plan `Containers` of the subscription to `Standard`, with `ContainerRegistriesVulnerabilityAssessments`.",
    severity: "medium",
    practice: 8,
    equivalents: ["cis-aks-1.8:5.1.1"],
    advisory: "the plan is one of the subscription, and often set by the platform team",
    subject: registry,
    related: [defenderPlan],
    *judge(_, resource, stack) {
        const isScanned = some(
            ...stack.of(defenderPlan).map(
                ({ view }) =>
                    () =>
                        scans(view),
            ),
            ...doubts(stack.hidden(defenderPlan)),
        );
        if (isScanned) return;
        yield `\`${resource.properties.path}\` is without a plan \`Containers\` in the stack that scans registries, and nobody then learns of vulnerable images; set it to \`Standard\`, with \`ContainerRegistriesVulnerabilityAssessments\`.`;
    },
});

function scans({ pricingName, pricingTier, extension }: DefenderPlan): boolean {
    if (pricingName.effective.toLowerCase() !== "containers" || pricingTier.effective !== "Standard") return false;
    return [...extension("ContainerRegistriesVulnerabilityAssessments")].some(({ effective }) => effective);
}
