import { nodePoolKubernetesVersionSupported } from "../../../../policy-pack/policies/node-pool/node-pool-kubernetes-version-supported";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const old = (path: string, version: string) =>
    `\`${path}\` is \`${version}\`, which gets no more security fixes; set it to \`1.34\` or newer.`;

testPolicy(nodePoolKubernetesVersionSupported, {
    compliant: {
        unset: agentPool(),
        "the oldest version that passes": agentPool({ orchestratorVersion: "1.34" }),
        "a newer version": agentPool({ orchestratorVersion: "1.36.3" }),
        "an old version that is configured": {
            ...agentPool({ orchestratorVersion: "1.33.1" }),
            config: { minimumKubernetesVersion: "1.33" },
        },
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool({ orchestratorVersion: "1.35" })] }),
        "a new version (classic)": classicAgentPool({ orchestratorVersion: "1.35.7" }),
        "unset (classic)": classicCluster(),
    },
    violating: {
        "an old version": {
            ...agentPool({ orchestratorVersion: "1.33.12" }),
            message: old("orchestratorVersion", "1.33.12"),
        },
        "what is no version": {
            ...agentPool({ orchestratorVersion: "newest" }),
            message: "`orchestratorVersion` is `newest`, which is no Kubernetes version; set it to `1.34` or newer.",
        },
        "a number": {
            ...agentPool({ orchestratorVersion: 1.35 }),
            message: "`orchestratorVersion` is a number; set it to a string.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ orchestratorVersion: "1.30" })] }),
            message: old("agentPoolProfiles[1].orchestratorVersion", "1.30"),
        },
        "an old version (classic)": {
            ...classicAgentPool({ orchestratorVersion: "1.29.2" }),
            message: old("orchestratorVersion", "1.29.2"),
        },
        "an old version inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.orchestratorVersion": "1.29.2" }),
            message: old("defaultNodePool.orchestratorVersion", "1.29.2"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ orchestratorVersion: UNKNOWN }),
            undetermined: ["`orchestratorVersion` is not known before the update"],
        },
    },
});
