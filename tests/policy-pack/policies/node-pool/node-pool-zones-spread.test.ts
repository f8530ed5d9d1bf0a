import { nodePoolZonesSpread } from "../../../../policy-pack/policies/node-pool/node-pool-zones-spread";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const consequence = "and the failure of a data center then takes all nodes with it";
const unset = (path: string) => `\`${path}\` is unset, ${consequence}; set it to 2 zones or more.`;

testPolicy(nodePoolZonesSpread, {
    compliant: {
        "three zones": agentPool(),
        "two zones": agentPool({ availabilityZones: ["1", "2"] }),
        numbers: agentPool({ availabilityZones: [1, 2] }),
        "two zones and an unknown one": agentPool({ availabilityZones: ["1", UNKNOWN, "2"] }),
        "as many as configured": { ...agentPool({ availabilityZones: ["3"] }), config: { minimumZones: 1 } },
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
        "two zones (classic)": classicAgentPool({ zones: ["1", "2"] }),
        "two zones (classic version 4)": classicAgentPool({ zones: undefined, availabilityZones: ["1", "2"] }),
        "a pool inside of a cluster (classic)": classicCluster(),
    },
    violating: {
        "one zone": {
            ...agentPool({ availabilityZones: ["1"] }),
            message: `\`availabilityZones\` is a list with 1 zone, ${consequence}; set it to 2 zones or more.`,
        },
        "the same zone twice": {
            ...agentPool({ availabilityZones: ["1", 1, null] }),
            message: `\`availabilityZones\` is a list with 1 zone, ${consequence}; set it to 2 zones or more.`,
        },
        "fewer than configured": {
            ...agentPool({ availabilityZones: ["1", "2"] }),
            config: { minimumZones: 3 },
            message: `\`availabilityZones\` is a list with 2 zones, ${consequence}; set it to 3 zones or more.`,
        },
        "none, where one is enough": {
            ...agentPool({ availabilityZones: [] }),
            config: { minimumZones: 1 },
            message: `\`availabilityZones\` is empty, ${consequence}; set it to a zone.`,
        },
        unset: { ...agentPool({ availabilityZones: undefined }), message: unset("availabilityZones") },
        null: { ...agentPool({ availabilityZones: null }), message: unset("availabilityZones") },
        empty: {
            ...agentPool({ availabilityZones: [] }),
            message: `\`availabilityZones\` is empty, ${consequence}; set it to 2 zones or more.`,
        },
        "a string": {
            ...agentPool({ availabilityZones: "1" }),
            message: "`availabilityZones` is a string; set it to a list.",
        },
        "an object among the zones": {
            ...agentPool({ availabilityZones: ["1", {}] }),
            message: "`availabilityZones[1]` is an object; set it to a string.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ availabilityZones: undefined })] }),
            message: unset("agentPoolProfiles[1].availabilityZones"),
        },
        "unset (classic)": { ...classicAgentPool({ zones: undefined }), message: unset("zones") },
        "unset inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.zones": undefined }),
            message: unset("defaultNodePool.zones"),
        },
    },
    undetermined: {
        "unknown zones": {
            ...agentPool({ availabilityZones: UNKNOWN }),
            undetermined: ["`availabilityZones` is not known before the update"],
        },
        "too few zones that are known": {
            ...agentPool({ availabilityZones: ["1", UNKNOWN] }),
            undetermined: ["`availabilityZones[1]` is not known before the update"],
        },
    },
});
