/**
 * The sensor on the nodes only collects: what finds threats in it is the plan of the subscription.
 *
 * Checked property:  Pricing of the plan `Containers` in a stack whose ManagedCluster has the sensor of Defender
 * Compliant values:  `pricingTier: Standard`
 * When unset:        violation (a plan is free, and does nothing)
 * Ruling:            any such plan of the stack counts: a stack rarely spans subscriptions
 */
import { notApplicable, some } from "../../policy";
import { defenderPlan } from "../../resources/defender-plan";
import { managedCluster } from "../../resources/managed-cluster";
import { defineStackPolicy, doubts } from "../../stack-policy";

export const clusterDefenderPlanEnabled = defineStackPolicy({
    name: "cluster-defender-plan-enabled",
    description: "AKS clusters with the sensor of Microsoft Defender should have the plan for containers.",
    remediationSteps: "Set the plan `Containers` of the subscription to `Standard`.",
    severity: "medium",
    practice: 7,
    equivalents: [],
    advisory: "the plan is one of the subscription, and often set by the platform team",
    subject: managedCluster,
    related: [defenderPlan],
    *judge({ defenderSensor, defenderWorkspaceId }, cluster, stack) {
        const hasSensor = defenderSensor === undefined ? defenderWorkspaceId.isGiven : defenderSensor.effective;
        if (!hasSensor)
            return notApplicable("the cluster has no sensor, which cluster-defender-sensor-enabled demands");
        const isOn = some(
            ...stack.of(defenderPlan).map(
                ({ view: { pricingName, pricingTier } }) =>
                    () =>
                        pricingName.effective.toLowerCase() === "containers" && pricingTier.effective === "Standard",
            ),
            ...doubts(stack.hidden(defenderPlan)),
        );
        if (isOn) return undefined;
        yield `\`${cluster.properties.path}\` is without the plan \`Containers\` in the stack, and its sensor then reports to nobody; set it to \`Standard\`.`;
        return undefined;
    },
});
