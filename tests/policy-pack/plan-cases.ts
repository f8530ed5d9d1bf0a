import { classicDefenderPlan, defenderPlan, defenderTemplate } from "./fixtures";
import { UNKNOWN, type Cases } from "./policy-tester";

/** What is said of a plan of Defender that must be on; `lost` is what nobody notices without it. */
export function planCases(pricingName: string, lost: string): Cases {
    return {
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
                reason: `the plan is not \`${pricingName}\``,
            },
        },
    };
}
