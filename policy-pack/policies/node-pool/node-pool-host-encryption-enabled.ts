/**
 * Caches and temporary disks lie on the host, where encryption of the disks themselves does not reach.
 *
 * Checked property:  AgentPool `enableEncryptionAtHost`
 * Compliant values:  `true`
 * When unset:        violation (AKS does not encrypt at the host by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolHostEncryptionEnabled = definePolicy({
    name: "node-pool-host-encryption-enabled",
    description: "Node pools of AKS clusters should encrypt at the host.",
    remediationSteps: "Register the feature EncryptionAtHost, and recreate the pool with it.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:41425d9f-d1a5-499a-9932-f8ed8453932c", "checkov:CKV_AZURE_227"],
    advisory:
        "the subscription must have the feature registered, not every size of machine offers it, and it can only be chosen for a new pool",
    checks: [
        check(agentPool, function* ({ enableEncryptionAtHost }) {
            yield* mustBe(enableEncryptionAtHost, true, {
                unset: "and caches and temporary disks are then in the clear",
            });
        }),
    ],
});
