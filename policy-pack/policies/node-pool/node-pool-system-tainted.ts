/**
 * Workloads on nodes of the system starve DNS and the agents that guard the cluster, or break out next to them.
 *
 * Checked property:  AgentPool `nodeTaints` of system pools
 * Compliant values:  a list with `CriticalAddonsOnly=true:NoSchedule`
 * When unset:        violation (workloads may run on the nodes of the system)
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable, some } from "../../policy";
import type { Property } from "../../property";
import { agentPool } from "../../resources/agent-pool";

function keepsWorkloadsAway(taint: Property): boolean {
    return /^CriticalAddonsOnly(?:=[^:]*)?:(?:NoSchedule|NoExecute)$/.test(taint.string() ?? "");
}

export const nodePoolSystemTainted = definePolicy({
    name: "node-pool-system-tainted",
    description: "System node pools of AKS clusters should be kept for the system.",
    remediationSteps: "Taint the system pool, and give workloads a pool of their own.",
    severity: "low",
    practice: "beyond",
    equivalents: ["checkov:CKV_AZURE_232"],
    advisory: "small clusters have one pool for everything",
    checks: [
        check(agentPool, function* ({ mode, nodeTaints, onlyCriticalAddons }) {
            if (mode.effective !== "System") return notApplicable("the pool is for workloads");
            const consequence = "and workloads then run beside the pods of the system";
            const isSwitchedOn = () => onlyCriticalAddons?.effective ?? false;
            const isTainted = () => some(...nodeTaints.effective.map((taint) => () => keepsWorkloadsAway(taint)));
            if (some(isSwitchedOn, isTainted)) return undefined;
            if (onlyCriticalAddons !== undefined) yield* mustBe(onlyCriticalAddons, true, { unset: consequence });
            else {
                const found = nodeTaints.effective.length === 0 ? "unset" : "without a taint for critical add-ons";
                yield `\`${nodeTaints.path}\` is ${found}, ${consequence}; set it to a list with \`CriticalAddonsOnly=true:NoSchedule\`.`;
            }
            return undefined;
        }),
    ],
});
