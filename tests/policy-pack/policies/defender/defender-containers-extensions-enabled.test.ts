import { defenderContainersExtensionsEnabled } from "../../../../policy-pack/policies/defender/defender-containers-extensions-enabled";
import { classicDefenderPlan, defenderPlan, defenderTemplate, furtherExtensions } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const scanning = { name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: "True" };
const [discovery, machines, sensor] = furtherExtensions;
const less = "and the plan then does less than it can; set it to a list in which";

testPolicy(defenderContainersExtensionsEnabled, {
    compliant: {
        "the extensions": defenderPlan(),
        "a plan in a template": defenderTemplate(),
        "the extensions (classic)": classicDefenderPlan(),
        "one extension, by configuration": {
            ...defenderPlan({ extensions: [scanning, sensor] }),
            config: { extensions: ["ContainerSensor"] },
        },
    },
    violating: {
        "one that is missing": {
            ...defenderPlan({ extensions: [scanning, discovery, sensor] }),
            message: `\`extensions\` is without \`AgentlessVmScanning\`, ${less} \`AgentlessVmScanning\` is enabled.`,
        },
        "one that is off, and one that says nothing": {
            ...defenderPlan({
                extensions: [scanning, discovery, { ...machines, isEnabled: "False" }, { name: "ContainerSensor" }],
            }),
            message: [
                '`extensions[2].isEnabled` is `"False"`; set it to `"True"`.',
                '`extensions[3].isEnabled` is unset, and the extension is then off; set it to `"True"`.',
            ],
        },
        unset: {
            ...defenderPlan({ extensions: undefined }),
            config: { extensions: ["ContainerSensor"] },
            message: `\`extensions\` is unset, ${less} \`ContainerSensor\` is enabled.`,
            also: ["defender-registry-scanning-enabled"],
        },
        "one that is missing (classic)": {
            ...classicDefenderPlan({ extensions: [scanning, discovery, machines] }),
            message: `\`extensions\` is without \`ContainerSensor\`, ${less} \`ContainerSensor\` is enabled.`,
        },
    },
    undetermined: {
        "unknown extensions": {
            ...defenderPlan({ extensions: UNKNOWN }),
            undetermined: ["`extensions` is not known before the update"],
        },
    },
    notApplicable: {
        "another plan": {
            ...defenderPlan({ pricingName: "SqlServers", extensions: undefined }),
            reason: "the plan is not that of containers",
        },
        "a plan that is off": {
            ...defenderPlan({ pricingTier: "Free", extensions: undefined }),
            also: ["defender-containers-plan-enabled"],
            reason: "the plan is off",
        },
    },
});
