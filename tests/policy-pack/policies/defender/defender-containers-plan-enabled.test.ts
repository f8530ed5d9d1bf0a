import { defenderContainersPlanEnabled } from "../../../../policy-pack/policies/defender/defender-containers-plan-enabled";
import { classicDefenderPlan, defenderPlan, defenderTemplate } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const other = { reason: "the plan is not that of containers" };

testPolicy(defenderContainersPlanEnabled, {
    compliant: {
        "`Standard`": defenderPlan(),
        "another case of the plan's name": defenderPlan({ pricingName: "containers" }),
        "a plan in a template": defenderTemplate(),
        "the compliant value (classic)": classicDefenderPlan(),
    },
    violating: {
        "`Free`": {
            ...defenderPlan({ pricingTier: "Free" }),
            message: "`pricingTier` is `Free`; set it to `Standard`.",
        },
        unset: {
            ...defenderPlan({ pricingTier: undefined }),
            message: "`pricingTier` is unset, and a plan that is not bought does nothing; set it to `Standard`.",
        },
        "a plan in a template": {
            ...defenderTemplate({ "properties.pricingTier": "Free" }),
            message: "`properties.template.resources[1].properties.pricingTier` is `Free`; set it to `Standard`.",
        },
        "the plan for clusters that it replaced": {
            ...defenderPlan({ pricingName: "KubernetesService" }),
            message:
                "`pricingName` is `KubernetesService`, a plan that one for clusters and registries replaced; set it to `Containers`.",
        },
        "the plan for registries that it replaced (classic)": {
            ...classicDefenderPlan({ resourceType: "ContainerRegistry" }),
            message:
                "`resourceType` is `ContainerRegistry`, a plan that one for clusters and registries replaced; set it to `Containers`.",
        },
        "`Free` (classic)": {
            ...classicDefenderPlan({ tier: "Free" }),
            message: "`tier` is `Free`; set it to `Standard`.",
        },
        "a template that is no JSON": {
            type: "azure-native:resources:DeploymentAtSubscriptionScope",
            props: { properties: { mode: "Incremental", template: "{" } },
            message: "`properties.template` is a string; set it to a template in JSON.",
            also: [
                "defender-containers-extensions-enabled",
                "defender-key-vault-plan-enabled",
                "defender-posture-plan-enabled",
                "defender-registry-scanning-enabled",
                "defender-resource-manager-plan-enabled",
                "security-contact-alerts-enabled",
                "security-contact-email-set",
                "security-contact-owners-notified",
            ],
        },
    },
    undetermined: {
        "an unknown tier": {
            ...defenderPlan({ pricingTier: UNKNOWN }),
            undetermined: ["`pricingTier` is not known before the update"],
        },
        "an unknown plan": {
            ...defenderPlan({ pricingName: UNKNOWN }),
            undetermined: ["`pricingName` is not known before the update"],
        },
    },
    notApplicable: {
        "another plan": { ...defenderPlan({ pricingName: "SqlServers", pricingTier: "Free" }), ...other },
        "no plan at all": { ...defenderPlan({ pricingName: undefined }), ...other },
        "another plan (classic)": { ...classicDefenderPlan({ resourceType: undefined, tier: "Free" }), ...other },
        "a plan that was replaced, and is off": {
            ...defenderPlan({ pricingName: "KubernetesService", pricingTier: "Free" }),
            reason: "a plan that was replaced is off",
        },
        "a template without plans": {
            type: "azure-native:resources:DeploymentAtSubscriptionScope",
            props: { properties: { mode: "Incremental", template: JSON.stringify({ resources: [] }) } },
            reason: "has no Pricing",
        },
    },
});
