import { clusterDefenderPlanEnabled } from "../../../../policy-pack/policies/cluster/cluster-defender-plan-enabled";
import { classicCluster, classicDefenderPlan, cluster, defenderPlan, defenderTemplate } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy } from "../../stack-policy-tester";

const subject = cluster();
const message =
    "`subject` is without the plan `Containers` in the stack, and its sensor then reports to nobody; set it to `Standard`.";

testStackPolicy(clusterDefenderPlanEnabled, {
    compliant: {
        "the plan": { subject, plan: defenderPlan() },
        "the plan, by the classic provider": { subject: classicCluster(), plan: classicDefenderPlan() },
        "the plan in a template": { subject, plan: defenderTemplate() },
        "one plan of several": {
            subject,
            other: defenderPlan({ pricingName: UNKNOWN }),
            plan: defenderPlan({ pricingName: "containers" }),
        },
    },
    violating: {
        "no plan": { stack: { subject }, message },
        "no plan (classic)": { stack: { subject: classicCluster() }, message },
        "a plan that is free": { stack: { subject, plan: defenderPlan({ pricingTier: "Free" }) }, message },
        "a plan without a tier": { stack: { subject, plan: defenderPlan({ pricingTier: undefined }) }, message },
        "another plan": { stack: { subject, plan: defenderPlan({ pricingName: "KeyVaults" }) }, message },
    },
    undetermined: {
        "a tier that is not known": {
            stack: { subject, plan: defenderPlan({ pricingTier: UNKNOWN }) },
            undetermined: ["`plan.pricingTier` is not known before the update"],
        },
        "a template that is not known": {
            stack: {
                subject,
                plan: { ...defenderTemplate(), props: { properties: { template: UNKNOWN } } },
            },
            undetermined: ["`plan.properties.template` is not known before the update"],
        },
    },
    notApplicable: {
        "a cluster without the sensor": {
            stack: { subject: cluster({ "securityProfile.defender": undefined }) },
            reason: "the cluster has no sensor, which cluster-defender-sensor-enabled demands",
        },
        "a cluster whose sensor is off": {
            stack: { subject: cluster({ "securityProfile.defender.securityMonitoring.enabled": false }) },
            reason: "the cluster has no sensor, which cluster-defender-sensor-enabled demands",
        },
        "a cluster without the sensor (classic)": {
            stack: { subject: classicCluster({ microsoftDefender: undefined }) },
            reason: "the cluster has no sensor, which cluster-defender-sensor-enabled demands",
        },
        "a stack without clusters": { stack: { plan: defenderPlan() }, reason: "has no ManagedCluster" },
    },
});
