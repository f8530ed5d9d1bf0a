/**
 * A pool of fixed size is too small on the day that matters, and too large on all others.
 *
 * Checked property:  AgentPool `enableAutoScaling`
 * Compliant values:  `true`
 * When unset:        violation (AKS does not scale by default)
 * Ruling:            not applicable to gateway pools and pools of single machines, nor where the cluster provisions nodes by itself
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolAutoscalingEnabled = definePolicy({
    name: "node-pool-autoscaling-enabled",
    description: "Node pools of AKS clusters should scale with their load.",
    remediationSteps: "Enable the cluster autoscaler for the pool, with a lower and an upper bound.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000019"],
    advisory: "a fixed size can be a deliberate choice, for example to bound the costs",
    checks: [
        check(agentPool, function* ({ enableAutoScaling, mode, poolType, nodeProvisioningMode }) {
            if (enableAutoScaling.known === true) return undefined;
            if (mode.effective === "Gateway") return notApplicable("gateway pools have a fixed size");
            if (poolType.effective === "VirtualMachines") {
                return notApplicable("pools of single machines are scaled by their profile");
            }
            if (nodeProvisioningMode.effective === "Auto")
                return notApplicable("the cluster provisions nodes by itself");
            yield* mustBe(enableAutoScaling, true, { unset: "and the pool then keeps its size whatever the load" });
            return undefined;
        }),
    ],
});
