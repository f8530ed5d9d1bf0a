import { defenderPosturePlanEnabled } from "../../../../policy-pack/policies/defender/defender-posture-plan-enabled";
import { classicDefenderPlan, defenderPlan, defenderTemplate } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const pricingName = "CloudPosture";
const lost = "and nobody then sees the paths by which an attack could reach the cluster";

testPolicy(defenderPosturePlanEnabled, {
    compliant: {
        "`Standard`": defenderPlan({ pricingName }),
        "another case of the plan's name": defenderPlan({ pricingName: pricingName.toUpperCase() }),
        "`Standard` (classic)": classicDefenderPlan({ resourceType: pricingName }),
        "a plan in a template": defenderTemplate({ name: pricingName }),
    },
    violating: {
        "`Free`": {
            ...defenderPlan({ pricingName, pricingTier: "Free" }),
            message: `\`pricingTier\` is \`Free\`, ${lost}; set it to \`Standard\`.`,
        },
        unset: {
            ...defenderPlan({ pricingName, pricingTier: undefined }),
            message: `\`pricingTier\` is unset, ${lost}; set it to \`Standard\`.`,
        },
        "`Free` (classic)": {
            ...classicDefenderPlan({ resourceType: pricingName, tier: "Free" }),
            message: `\`tier\` is \`Free\`, ${lost}; set it to \`Standard\`.`,
        },
        "a plan in a template": {
            ...defenderTemplate({ name: pricingName, "properties.pricingTier": "Free" }),
            message: `\`properties.template.resources[1].properties.pricingTier\` is \`Free\`, ${lost}; set it to \`Standard\`.`,
        },
        "a boolean": {
            ...defenderPlan({ pricingName, pricingTier: true }),
            message: "`pricingTier` is a boolean; set it to a string.",
        },
    },
    undetermined: {
        "an unknown tier": {
            ...defenderPlan({ pricingName, pricingTier: UNKNOWN }),
            undetermined: ["`pricingTier` is not known before the update"],
        },
    },
    notApplicable: {
        "another plan": {
            ...defenderPlan({ pricingName: "SqlServers", pricingTier: "Free" }),
            reason: "the plan is not `CloudPosture`",
        },
    },
});
