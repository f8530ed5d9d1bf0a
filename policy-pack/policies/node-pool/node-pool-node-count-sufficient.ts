/**
 * With a single node, every failure and every update of it stops what runs there.
 *
 * Checked property:  AgentPool `minCount` of pools that scale, `count` of others
 * Compliant values:  at least as many nodes as configured, by the mode of the pool
 * When unset:        violation (`count` is 1 by default)
 * Ruling:            not applicable to Spot pools and pools of single machines
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

interface Config {
    readonly minimumSystemNodes: number;
    readonly minimumUserNodes: number;
}

export const nodePoolNodeCountSufficient = definePolicy<Config>({
    name: "node-pool-node-count-sufficient",
    description: "Node pools of AKS clusters should have more than one node.",
    remediationSteps: "Raise the lower bound of the pool.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000024", "psrule:AZR-000412"],
    advisory: "nodes cost money, and clusters for development do with one",
    configSchema: {
        properties: {
            minimumSystemNodes: {
                type: "integer",
                minimum: 1,
                maximum: 1000,
                default: 2,
                description: "The fewest nodes of a system pool that pass.",
            },
            minimumUserNodes: {
                type: "integer",
                minimum: 0,
                maximum: 1000,
                default: 2,
                description: "The fewest nodes of any other pool that pass; 0 where pools may be empty.",
            },
        },
    },
    checks: [
        check(agentPool, function* (pool, { minimumSystemNodes, minimumUserNodes }) {
            if (pool.scaleSetPriority.effective === "Spot") return notApplicable("nodes of Spot pools come and go");
            if (pool.poolType.effective === "VirtualMachines") {
                return notApplicable("pools of single machines are counted by their profile");
            }
            const nodes = pool.enableAutoScaling.effective ? pool.minCount : pool.count;
            const minimum = pool.mode.effective === "System" ? minimumSystemNodes : minimumUserNodes;
            if (nodes.effective >= minimum) return undefined;
            const found = nodes.value === undefined ? "unset" : `\`${nodes.value}\``;
            yield `\`${nodes.path}\` is ${found}, and pods then have nowhere to go when a node fails; set it to \`${minimum}\` or more.`;
            return undefined;
        }),
    ],
});
