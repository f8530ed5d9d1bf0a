import { clusterDiskEncryptionSetUsed } from "../../../../policy-pack/policies/cluster/cluster-disk-encryption-set-used";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}\` is unset, and disks are then encrypted with keys of Azure only; set it to the id of a disk encryption set.`;

testPolicy(clusterDiskEncryptionSetUsed, {
    compliant: {
        "a set": cluster({ diskEncryptionSetID: "/disks" }),
        "a set that is made in the same program": cluster({ diskEncryptionSetID: UNKNOWN }),
        "a set (classic)": classicCluster({ diskEncryptionSetId: "/disks" }),
    },
    violating: {
        unset: { ...cluster({ diskEncryptionSetID: undefined }), message: message("diskEncryptionSetID") },
        null: { ...cluster({ diskEncryptionSetID: null }), message: message("diskEncryptionSetID") },
        empty: { ...cluster({ diskEncryptionSetID: "" }), message: message("diskEncryptionSetID") },
        "a list": {
            ...cluster({ diskEncryptionSetID: ["/disks"] }),
            message: "`diskEncryptionSetID` is a list; set it to a string.",
        },
        "unset (classic)": {
            ...classicCluster({ diskEncryptionSetId: undefined }),
            message: message("diskEncryptionSetId"),
        },
    },
});
