/**
 * Nodes of an old version stay behind the cluster, without fixes, until nobody may upgrade them any more.
 *
 * Checked property:  AgentPool `orchestratorVersion`
 * Compliant values:  a version that is not older than the configured one
 * When unset:        compliant (nodes take the version of the cluster)
 */
import {
    isOlder,
    minimumVersionSchema,
    parseKubernetesVersion,
    type MinimumVersion,
} from "../../values/kubernetes-version";
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { agentPool } from "../../resources/agent-pool";

export const nodePoolKubernetesVersionSupported = definePolicy<MinimumVersion>({
    name: "node-pool-kubernetes-version-supported",
    description: "Node pools of AKS clusters should run a Kubernetes version that is supported.",
    remediationSteps: "Leave the version of pools to the cluster, or upgrade the pool.",
    severity: "medium",
    practice: 4,
    equivalents: ["psrule:AZR-000016"],
    advisory: "a pool does not say whether its cluster is upgraded by itself or has long-term support",
    configSchema: minimumVersionSchema,
    checks: [
        check(agentPool, function* ({ orchestratorVersion }, config) {
            const found = orchestratorVersion.effective;
            if (found === "") return;
            const version = parseKubernetesVersion(found);
            if (version !== undefined && !isOlder(version, config.minimumKubernetesVersion)) return;
            const problem = version === undefined ? "is no Kubernetes version" : "gets no more security fixes";
            yield `\`${orchestratorVersion.path}\` is ${quote(found)}, which ${problem}; set it to ${quote(config.minimumKubernetesVersion)} or newer.`;
        }),
    ],
});
