/**
 * Nodes answer to SSH, with one key for all of them, though nobody needs it: `kubectl debug` reaches a node as well.
 *
 * Checked property:  AgentPool `securityProfile.sshAccess`
 * Compliant values:  `Disabled`, `EntraId`
 * When unset:        violation (nodes take the key of the cluster by default)
 * Ruling:            `EntraId` passes as in Azure Policy; not applicable to the classic azure provider, which cannot say
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolSshDisabled = definePolicy({
    name: "node-pool-ssh-disabled",
    description: "Node pools of AKS clusters should not be reachable over SSH with a key.",
    remediationSteps: "Disable SSH on the pool, and use kubectl debug where a node must be looked into.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:28257686-e9db-403e-b9e2-a5eecbe03da9"],
    advisory: "it is a preview, which a subscription must have registered",
    checks: [
        check(agentPool, function* ({ sshAccess }) {
            if (sshAccess === undefined) return notApplicable("the classic azure provider cannot disable SSH");
            if (["Disabled", "EntraId"].includes(sshAccess.effective)) return undefined;
            const found = sshAccess.value === undefined ? "unset" : quote(sshAccess.value);
            yield `\`${sshAccess.path}\` is ${found}, and one key then opens every node; set it to \`Disabled\`.`;
            return undefined;
        }),
    ],
});
