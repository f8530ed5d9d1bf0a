/**
 * Much of what the plan can do is done by its extensions, each of which is off until it is turned on.
 *
 * Checked property:  Pricing `extensions` of the plan `Containers`
 * Compliant values:  those of parameter `extensions`, enabled
 * When unset:        violation (the extensions are then not enabled by the program)
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { defenderPlan } from "../../resources/defender-plan";

interface Config {
    readonly extensions: readonly string[];
}

export const defenderContainersExtensionsEnabled = definePolicy<Config>({
    name: "defender-containers-extensions-enabled",
    description: "The plan of Microsoft Defender for Containers should have its extensions.",
    remediationSteps: "Enable the extensions of the plan `Containers`.",
    severity: "low",
    practice: 7,
    equivalents: [],
    advisory: "each gives Defender for Cloud further rights in the subscription, which its owner has to weigh",
    configSchema: {
        properties: {
            extensions: {
                type: "array",
                items: { type: "string" },
                default: ["AgentlessDiscoveryForKubernetes", "AgentlessVmScanning", "ContainerSensor"],
                description: "Extensions that the plan must have.",
            },
        },
    },
    checks: [
        check(defenderPlan, function* ({ pricingName, pricingTier, extensions, extension }, config) {
            if (pricingName.effective.toLowerCase() !== "containers") {
                return notApplicable("the plan is not that of containers");
            }
            if (pricingTier.effective === "Free") return notApplicable("the plan is off");
            yield* each(config.extensions, function* (wanted) {
                const entries = [...extension(wanted)];
                for (const entry of entries) yield* mustBe(entry, true, { unset: "and the extension is then off" });
                if (entries.length > 0) return;
                const found = extensions.isGiven ? `without \`${wanted}\`` : "unset";
                yield `\`${extensions.path}\` is ${found}, and the plan then does less than it can; set it to a list in which \`${wanted}\` is enabled.`;
            });
            return undefined;
        }),
    ],
});
