/**
 * How many nodes are replaced at a time decides how long an upgrade takes, and what it takes away.
 *
 * Checked property:  AgentPool `upgradeSettings.maxSurge` and `upgradeSettings.maxUnavailable`
 * Compliant values:  any value for one of them
 * When unset:        violation (AKS adds 10 % of the nodes, at least one)
 * Ruling:            not applicable to Spot pools, whose nodes Azure may take away at any time
 */
import { isFilled } from "../../values/filled";
import { check, definePolicy, notApplicable } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolMaxSurgeSet = definePolicy({
    name: "node-pool-max-surge-set",
    description: "Node pools of AKS clusters should say how many nodes are upgraded at a time.",
    remediationSteps: "Set a surge, 33 % for production.",
    severity: "low",
    practice: 4,
    equivalents: [],
    advisory: "the default of 10 % works, and is slow in large pools only",
    checks: [
        check(agentPool, function* ({ maxSurge, maxUnavailable, scaleSetPriority }) {
            if (scaleSetPriority.known === "Spot") return notApplicable("nodes of Spot pools come and go");
            if (isFilled(maxSurge) || isFilled(maxUnavailable)) return undefined;
            yield `\`${maxSurge.path}\` is unset, and nodes are then upgraded in small steps; set it to \`33%\`.`;
            return undefined;
        }),
    ],
});
