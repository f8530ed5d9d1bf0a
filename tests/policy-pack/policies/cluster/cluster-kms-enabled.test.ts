import { clusterKmsEnabled } from "../../../../policy-pack/policies/cluster/cluster-kms-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const path = "securityProfile.azureKeyVaultKms.enabled";
const renewed = "securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption";
const unset = `\`${path}\` is unset, and who reads etcd then reads every secret; set it to \`true\`.`;

testPolicy(clusterKmsEnabled, {
    compliant: {
        "a key of a vault": cluster({ [path]: true }),
        "a key that AKS renews": cluster({ "securityProfile.azureKeyVaultKms": undefined, [renewed]: "Enabled" }),
        "a key of a vault, and something unknown": cluster({ [renewed]: UNKNOWN }),
        "a key that AKS renews, and something unknown": cluster({ [path]: UNKNOWN, [renewed]: "enabled" }),
        "a key of a vault (classic)": classicCluster(),
        "a key that is made in the same program (classic)": classicCluster({
            "keyManagementService.keyVaultKeyId": UNKNOWN,
        }),
    },
    violating: {
        "`false`": { ...cluster({ [path]: false }), message: `\`${path}\` is \`false\`; set it to \`true\`.` },
        unset: { ...cluster({ "securityProfile.azureKeyVaultKms": undefined }), message: unset },
        null: { ...cluster({ [path]: null }), message: unset },
        "disabled both ways": { ...cluster({ [path]: undefined, [renewed]: "Disabled" }), message: unset },
        "a string": {
            ...cluster({ [path]: "true" }),
            message: `\`${path}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
        "unset on AKS Automatic": {
            ...cluster({ "securityProfile.azureKeyVaultKms": undefined, "sku.name": "Automatic" }),
            message: unset,
        },
        "unset (classic)": {
            ...classicCluster({ keyManagementService: undefined }),
            message:
                "`keyManagementService.keyVaultKeyId` is unset, and who reads etcd then reads every secret; set it to a key of a key vault.",
        },
        "empty (classic)": {
            ...classicCluster({ "keyManagementService.keyVaultKeyId": "" }),
            message:
                "`keyManagementService.keyVaultKeyId` is unset, and who reads etcd then reads every secret; set it to a key of a key vault.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ [path]: UNKNOWN }),
            undetermined: [`\`${path}\` is not known before the update`],
        },
        "no key of a vault, and perhaps one that AKS renews": {
            ...cluster({ [path]: false, [renewed]: UNKNOWN }),
            undetermined: [`\`${renewed}\` is not known before the update`],
        },
    },
});
