/**
 * A disk on the host is faster, and is new after every update: nothing that an intruder left survives.
 *
 * Checked property:  AgentPool `osDiskType`
 * Compliant values:  `Ephemeral`
 * When unset:        compliant (AKS takes an ephemeral disk where the machine has room); a violation for the classic azure provider (`Managed`)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolEphemeralOsDiskUsed = definePolicy({
    name: "node-pool-ephemeral-os-disk-used",
    description: "Node pools of AKS clusters should have ephemeral disks for their operating system.",
    remediationSteps: "Recreate the pool with an ephemeral disk, on a size of machine with room for it.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000287", "checkov:CKV_AZURE_226"],
    advisory: "not every size of machine has room for the disk, and it can only be chosen for a new pool",
    checks: [
        check(agentPool, function* ({ osDiskType }) {
            yield* mustBe(osDiskType, "Ephemeral", {
                unset: "and nodes then start from a disk over the network",
                wrong: "a disk over the network",
            });
        }),
    ],
});
