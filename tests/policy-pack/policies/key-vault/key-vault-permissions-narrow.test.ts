import { keyVaultPermissionsNarrow } from "../../../../policy-pack/policies/key-vault/key-vault-permissions-narrow";
import { classicVault, vault } from "../../fixtures";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

const also = ["key-vault-rbac-enabled"];

function withPolicies(accessPolicies: unknown, enableRbacAuthorization: unknown = false): Registered {
    return vault({ enableRbacAuthorization, accessPolicies });
}

function accessPolicy(permissions: unknown): Registered {
    return { type: "azure-native:keyvault:AccessPolicy", props: { vaultName: "kit", policy: { permissions } } };
}

function classicAccessPolicy(permissions: object): Registered {
    return { type: "azure:keyvault/accessPolicy:AccessPolicy", props: { keyVaultId: "/vault", ...permissions } };
}

testPolicy(keyVaultPermissionsNarrow, {
    compliant: {
        "operations one by one": {
            ...withPolicies([{ permissions: { secrets: ["get", "list"], keys: ["get"] } }]),
            also,
        },
        "no access policies": { ...withPolicies([]), also },
        unset: { ...withPolicies(undefined), also },
        "operations one by one (classic)": {
            ...classicVault({ rbacAuthorizationEnabled: false, accessPolicies: [{ secretPermissions: ["Get"] }] }),
            also,
        },
        "operations of an access policy": accessPolicy({ certificates: ["get"] }),
        "operations of an access policy (classic)": classicAccessPolicy({ certificatePermissions: ["Get"] }),
        "nothing granted": accessPolicy(null),
        "an operation that is none": accessPolicy({ keys: [null] }),
        "operations, and roles that are not known": withPolicies([{ permissions: { keys: ["get"] } }], UNKNOWN),
    },
    violating: {
        "everything, and purging": {
            ...withPolicies([
                { permissions: { secrets: ["get"] } },
                { permissions: { keys: ["get", "Purge"], storage: ["all"] } },
            ]),
            message: [
                "`properties.accessPolicies[1].permissions.keys[1]` is `purge`, which destroys what was deleted; set it to an operation that the identity needs.",
                "`properties.accessPolicies[1].permissions.storage[0]` is `all`, which is everything; set it to an operation that the identity needs.",
            ],
            also,
        },
        "purging (classic)": {
            ...classicVault({
                rbacAuthorizationEnabled: undefined,
                accessPolicies: [{ keyPermissions: ["Purge"] }],
            }),
            message:
                "`accessPolicies[0].keyPermissions[0]` is `purge`, which destroys what was deleted; set it to an operation that the identity needs.",
            also,
        },
        "everything of an access policy": {
            ...accessPolicy({ secrets: ["All"], certificates: ["purge"] }),
            message: [
                "`policy.permissions.secrets[0]` is `all`, which is everything; set it to an operation that the identity needs.",
                "`policy.permissions.certificates[0]` is `purge`, which destroys what was deleted; set it to an operation that the identity needs.",
            ],
        },
        "purging of an access policy (classic)": {
            ...classicAccessPolicy({ secretPermissions: ["Purge"], storagePermissions: ["Get"] }),
            message:
                "`secretPermissions[0]` is `purge`, which destroys what was deleted; set it to an operation that the identity needs.",
        },
        "a text for operations": {
            ...accessPolicy({ secrets: "all" }),
            message: "`policy.permissions.secrets` is a string; set it to a list.",
        },
    },
    undetermined: {
        "everything, where it is not known whether roles decide": {
            ...withPolicies([{ permissions: { keys: ["all"] } }], UNKNOWN),
            undetermined: ["`properties.enableRbacAuthorization` is not known before the update"],
        },
        "an unknown operation": {
            ...accessPolicy({ keys: [UNKNOWN, "all"] }),
            undetermined: ["`policy.permissions.keys[0]` is not known before the update"],
            violations: [
                "`policy.permissions.keys[1]` is `all`, which is everything; set it to an operation that the identity needs.",
            ],
        },
    },
    notApplicable: {
        "a vault with roles": {
            ...withPolicies([{ permissions: { keys: ["all"] } }], true),
            reason: "roles of Azure decide who reads",
        },
        "a vault with roles (classic)": {
            ...classicVault({ accessPolicies: [{ keyPermissions: ["Purge"] }] }),
            reason: "roles of Azure decide who reads",
        },
    },
});
