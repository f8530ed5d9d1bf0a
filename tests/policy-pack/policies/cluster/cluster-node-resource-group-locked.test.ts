import { clusterNodeResourceGroupLocked } from "../../../../policy-pack/policies/cluster/cluster-node-resource-group-locked";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const path = "nodeResourceGroupProfile.restrictionLevel";
const unset = `\`${path}\` is unset, and resources of the nodes can then be changed past AKS; set it to \`ReadOnly\`.`;

testPolicy(clusterNodeResourceGroupLocked, {
    compliant: {
        "`ReadOnly`": cluster({ [path]: "ReadOnly" }),
        "another case": cluster({ [path]: "readonly" }),
        "unset on AKS Automatic": cluster({ nodeResourceGroupProfile: undefined, "sku.name": "Automatic" }),
    },
    violating: {
        "`Unrestricted`": {
            ...cluster({ [path]: "Unrestricted" }),
            message: `\`${path}\` is \`Unrestricted\`; set it to \`ReadOnly\`.`,
        },
        unset: { ...cluster({ nodeResourceGroupProfile: undefined }), message: unset },
        null: { ...cluster({ [path]: null }), message: unset },
        "a boolean": { ...cluster({ [path]: true }), message: `\`${path}\` is a boolean; set it to a string.` },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ [path]: UNKNOWN }),
            undetermined: [`\`${path}\` is not known before the update`],
        },
    },
    notApplicable: {
        "a cluster of the classic provider": {
            ...classicCluster(),
            reason: "the classic azure provider cannot lock the group",
        },
    },
});
