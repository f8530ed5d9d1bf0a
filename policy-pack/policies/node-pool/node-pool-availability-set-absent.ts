/**
 * Availability sets are retired: AKS gives such pools neither zones nor a scale of their own, and migrates them itself.
 *
 * Checked property:  AgentPool `type`
 * Compliant values:  `VirtualMachineScaleSets`, `VirtualMachines`
 * When unset:        compliant (AKS takes a scale set)
 * Ruling:            `VirtualMachines` passes: it is what AKS migrates availability sets to
 */
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolAvailabilitySetAbsent = definePolicy({
    name: "node-pool-availability-set-absent",
    description: "Node pools of AKS clusters must not use availability sets.",
    remediationSteps: "Migrate the cluster to pools of virtual machines, or make pools with scale sets.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["psrule:AZR-000017", "checkov:CKV_AZURE_169"],
    checks: [
        check(agentPool, function* ({ poolType }) {
            if (poolType.effective !== "AvailabilitySet") return;
            yield `\`${poolType.path}\` is ${quote(poolType.effective)}, which AKS has retired; set it to \`VirtualMachineScaleSets\`.`;
        }),
    ],
});
