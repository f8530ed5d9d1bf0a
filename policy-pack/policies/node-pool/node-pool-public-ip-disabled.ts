/**
 * A node with a public address can be attacked from the internet, whatever guards the API server.
 *
 * Checked property:  AgentPool `enableNodePublicIP`, of the resource and of the pools inside of a cluster
 * Compliant values:  `false`
 * When unset:        compliant (AKS gives nodes no public address)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolPublicIpDisabled = definePolicy({
    name: "node-pool-public-ip-disabled",
    description: "Nodes of AKS clusters must not have public IP addresses.",
    remediationSteps: "Recreate the pool without node public IPs; expose services by a load balancer or gateway.",
    severity: "high",
    practice: 2,
    equivalents: ["checkov:CKV_AZURE_143", "cis-aks-1.8:5.4.3"],
    checks: [
        check(agentPool, function* ({ enableNodePublicIP }) {
            yield* mustBe(enableNodePublicIP, false);
        }),
    ],
});
