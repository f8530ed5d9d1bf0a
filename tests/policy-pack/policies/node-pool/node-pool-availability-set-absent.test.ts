import { nodePoolAvailabilitySetAbsent } from "../../../../policy-pack/policies/node-pool/node-pool-availability-set-absent";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}\` is \`AvailabilitySet\`, which AKS has retired; set it to \`VirtualMachineScaleSets\`.`;
/** It also asks what the pool is made of. */
const also = ["node-pool-node-count-sufficient"];

testPolicy(nodePoolAvailabilitySetAbsent, {
    compliant: {
        "a scale set": agentPool({ type: "VirtualMachineScaleSets" }),
        unset: agentPool(),
        "single machines": agentPool({ type: "VirtualMachines" }),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
        "a pool (classic)": classicAgentPool(),
        "a pool inside of a cluster (classic)": classicCluster({ "defaultNodePool.type": "VirtualMachineScaleSets" }),
    },
    violating: {
        "an availability set": { ...agentPool({ type: "AvailabilitySet" }), message: message("type") },
        "another case": { ...agentPool({ type: "availabilityset" }), message: message("type") },
        "a list": { ...agentPool({ type: [] }), message: "`type` is a list; set it to a string.", also },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ type: "AvailabilitySet" })] }),
            message: message("agentPoolProfiles[1].type"),
        },
        "inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.type": "AvailabilitySet" }),
            message: message("defaultNodePool.type"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ type: UNKNOWN }),
            undetermined: ["`type` is not known before the update"],
        },
    },
});
