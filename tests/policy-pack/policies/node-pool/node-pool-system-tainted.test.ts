import { nodePoolSystemTainted } from "../../../../policy-pack/policies/node-pool/node-pool-system-tainted";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const other = "without a taint for critical add-ons";
const message = (path: string, found: string) =>
    `\`${path}\` is ${found}, and workloads then run beside the pods of the system; set it to a list with \`CriticalAddonsOnly=true:NoSchedule\`.`;

testPolicy(nodePoolSystemTainted, {
    compliant: {
        "the taint": cluster({ agentPoolProfiles: [systemPool()] }),
        "another effect": cluster({
            agentPoolProfiles: [systemPool({ nodeTaints: ["CriticalAddonsOnly=true:NoExecute"] })],
        }),
        "no value": cluster({ agentPoolProfiles: [systemPool({ nodeTaints: ["CriticalAddonsOnly:NoSchedule"] })] }),
        "the taint, and an unknown one": cluster({
            agentPoolProfiles: [systemPool({ nodeTaints: [UNKNOWN, "CriticalAddonsOnly=true:NoSchedule"] })],
        }),
        "a pool by itself": agentPool({ mode: "system", nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] }),
        "a pool by itself (classic)": classicAgentPool({
            mode: "System",
            nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
        }),
        "the switch (classic)": classicCluster(),
        "the switch, and unknown taints (classic)": classicCluster({ "defaultNodePool.nodeTaints": UNKNOWN }),
        "the taint (classic version 5)": classicCluster({
            "defaultNodePool.onlyCriticalAddonsEnabled": undefined,
            "defaultNodePool.nodeTaints": ["CriticalAddonsOnly=true:NoSchedule"],
        }),
    },
    violating: {
        unset: {
            ...cluster({ agentPoolProfiles: [systemPool({ nodeTaints: undefined })] }),
            message: message("agentPoolProfiles[0].nodeTaints", "unset"),
        },
        empty: {
            ...cluster({ agentPoolProfiles: [systemPool({ nodeTaints: [] })] }),
            message: message("agentPoolProfiles[0].nodeTaints", "unset"),
        },
        "another taint": {
            ...cluster({ agentPoolProfiles: [systemPool({ nodeTaints: ["gpu=true:NoSchedule"] })] }),
            message: message("agentPoolProfiles[0].nodeTaints", other),
        },
        "a taint that workloads prefer to avoid": {
            ...agentPool({ mode: "System", nodeTaints: ["CriticalAddonsOnly=true:PreferNoSchedule"] }),
            message: message("nodeTaints", other),
        },
        "a taint that begins alike": {
            ...agentPool({ mode: "System", nodeTaints: ["CriticalAddonsOnlyOnMondays=true:NoSchedule"] }),
            message: message("nodeTaints", other),
        },
        "a taint that ends alike": {
            ...agentPool({ mode: "System", nodeTaints: ["NotCriticalAddonsOnly=true:NoSchedule"] }),
            message: message("nodeTaints", other),
        },
        "an effect that begins alike": {
            ...agentPool({ mode: "System", nodeTaints: ["CriticalAddonsOnly=true:NoScheduleOnMondays"] }),
            message: message("nodeTaints", other),
        },
        "a string": {
            ...agentPool({ mode: "System", nodeTaints: "CriticalAddonsOnly=true:NoSchedule" }),
            message: "`nodeTaints` is a string; set it to a list.",
        },
        "a pool by itself (classic)": {
            ...classicAgentPool({ mode: "System" }),
            message: message("nodeTaints", "unset"),
        },
        "the switch off (classic)": {
            ...classicCluster({ "defaultNodePool.onlyCriticalAddonsEnabled": false }),
            message: "`defaultNodePool.onlyCriticalAddonsEnabled` is `false`; set it to `true`.",
        },
        "the switch unset (classic)": {
            ...classicCluster({ "defaultNodePool.onlyCriticalAddonsEnabled": undefined }),
            message:
                "`defaultNodePool.onlyCriticalAddonsEnabled` is unset, and workloads then run beside the pods of the system; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown taint": {
            ...agentPool({ mode: "System", nodeTaints: ["gpu=true:NoSchedule", UNKNOWN] }),
            undetermined: ["`nodeTaints[1]` is not known before the update"],
        },
        "an unknown mode": {
            ...agentPool({ mode: UNKNOWN }),
            undetermined: ["`mode` is not known before the update"],
        },
    },
    notApplicable: {
        "a pool for workloads": { ...agentPool({ mode: "User" }), reason: "the pool is for workloads" },
        "a gateway pool": { ...agentPool({ mode: "Gateway" }), reason: "the pool is for workloads" },
        "a pool for workloads (classic)": { ...classicAgentPool(), reason: "the pool is for workloads" },
    },
});
