import { defenderRegistryScanningEnabled } from "../../../../policy-pack/policies/defender/defender-registry-scanning-enabled";
import { classicDefenderPlan, defenderPlan, defenderTemplate, furtherExtensions } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const name = "ContainerRegistriesVulnerabilityAssessments";
const advice = `and nothing here has registries scanned; set it to a list in which \`${name}\` is enabled.`;

testPolicy(defenderRegistryScanningEnabled, {
    compliant: {
        "the extension": defenderPlan(),
        "another case of its name and value": defenderPlan({
            extensions: [...furtherExtensions, { name: name.toLowerCase(), isEnabled: "true" }],
        }),
        "a plan in a template": defenderTemplate(),
        "the extension (classic)": classicDefenderPlan(),
    },
    violating: {
        "an extension that is off": {
            ...defenderPlan({ extensions: [{ name, isEnabled: "False" }, ...furtherExtensions] }),
            message: '`extensions[0].isEnabled` is `"False"`; set it to `"True"`.',
        },
        "an extension that says nothing": {
            ...defenderPlan({ extensions: [{ name }, ...furtherExtensions] }),
            message: '`extensions[0].isEnabled` is unset, and registries are then not scanned; set it to `"True"`.',
        },
        "an extension with a boolean": {
            ...defenderPlan({ extensions: [{ name, isEnabled: true }, ...furtherExtensions] }),
            message: "`extensions[0].isEnabled` is a boolean; set it to a string.",
        },
        "other extensions": {
            ...defenderPlan({ extensions: furtherExtensions }),
            message: `\`extensions\` is without \`${name}\`, ${advice}`,
        },
        unset: {
            ...defenderPlan({ extensions: undefined }),
            message: `\`extensions\` is unset, ${advice}`,
            also: ["defender-containers-extensions-enabled"],
        },
        "a plan in a template": {
            ...defenderTemplate({ "properties.extensions": undefined }),
            message: `\`properties.template.resources[1].properties.extensions\` is unset, ${advice}`,
            also: ["defender-containers-extensions-enabled"],
        },
        "other extensions (classic)": {
            ...classicDefenderPlan({ extensions: furtherExtensions }),
            message: `\`extensions\` is without \`${name}\`, ${advice}`,
        },
        "unset (classic)": {
            ...classicDefenderPlan({ extensions: undefined }),
            message: `\`extensions\` is unset, ${advice}`,
            also: ["defender-containers-extensions-enabled"],
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
            ...defenderPlan({ pricingName: "CloudPosture", extensions: undefined }),
            reason: "the plan is not that of containers",
        },
        "a plan that is off": {
            ...defenderPlan({ pricingTier: "Free", extensions: undefined }),
            also: ["defender-containers-plan-enabled"],
            reason: "the plan is off",
        },
    },
});
