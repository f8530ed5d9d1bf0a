/**
 * A node with room for few pods fills up with those of the system, and cannot be changed later.
 *
 * Checked property:  AgentPool `maxPods`
 * Compliant values:  at least as many as configured
 * When unset:        compliant (AKS chooses by the network plugin, 250 in overlay mode)
 * Ruling:            unset passes, which checkov refuses: the number is that of the network plugin, which the pool does not say
 */
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

interface Config {
    readonly minimumMaxPods: number;
}

export const nodePoolMaxPodsSufficient = definePolicy<Config>({
    name: "node-pool-max-pods-sufficient",
    description: "Node pools of AKS clusters should have room for enough pods on each node.",
    remediationSteps: "Recreate the pool with more pods for each node.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000018", "checkov:CKV_AZURE_168"],
    advisory: "with a plugin that takes an address of the network for each pod, fewer can be right",
    configSchema: {
        properties: {
            minimumMaxPods: {
                type: "integer",
                minimum: 10,
                maximum: 250,
                default: 50,
                description: "The smallest number of pods on a node that passes.",
            },
        },
    },
    checks: [
        check(agentPool, function* ({ maxPods }, { minimumMaxPods }) {
            if (maxPods.effective >= minimumMaxPods) return;
            yield `\`${maxPods.path}\` is \`${maxPods.effective}\`, and pods of the system then fill the node; set it to \`${minimumMaxPods}\` or more.`;
        }),
    ],
});
