import { applicationGatewayVaultAccessGranted } from "../../../../policy-pack/policies/application-gateway/application-gateway-vault-access-granted";
import { applicationGateway, classicApplicationGateway, classicVault, vault } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const secretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
const reader = "21090545-7ca7-4776-b22c-e363652d74d2";
const group = "/subscriptions/one/resourceGroups/shop";
const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kit`;

const identity: Member = {
    type: "azure-native:managedidentity:UserAssignedIdentity",
    props: { resourceName: "gateway", resourceGroupName: "shop" },
};
/** Its certificate is in the vault `kit`. */
const subject: Member = {
    ...applicationGateway({ "identity.userAssignedIdentities": [UNKNOWN] }),
    madeFrom: { identity: ["identity"] },
};
const kit: Member = { ...vault(), props: { ...vault().props, vaultName: "Kit", resourceGroupName: "shop" } };

/** A role on the vault for the identity. */
function assigned(guid: string = secretsUser, changes: object = {}, madeFrom: Member["madeFrom"] = {}): Member {
    return {
        type: "azure-native:authorization:RoleAssignment",
        props: {
            scope: UNKNOWN,
            principalId: UNKNOWN,
            roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
            ...changes,
        },
        madeFrom: { scope: ["kit"], principalId: ["identity"], ...madeFrom },
    };
}

const onScope = (scope: string): Stack => ({
    identity,
    kit,
    subject,
    role: assigned(secretsUser, { scope }, { scope: [] }),
});

const policies = [{ objectId: UNKNOWN, permissions: { secrets: ["Get"] } }];
const withPolicies = (accessPolicies: unknown, madeFrom = ["identity"]): Member => ({
    ...kit,
    props: { vaultName: "kit", properties: { enableRbacAuthorization: false, accessPolicies } },
    madeFrom: { properties: madeFrom },
});

const withoutRole =
    "`subject.identity` is without the role `Key Vault Secrets User` on vault `kit`, and the gateway cannot read its certificates; set it to an identity that has it.";
const withoutPolicy =
    "`subject.identity` is without an access policy for the secrets of vault `kit`, and the gateway cannot read its certificates; set it to an identity that may `get` them.";

testStackPolicy(applicationGatewayVaultAccessGranted, {
    compliant: {
        "the role on the vault": { identity, kit, subject, role: assigned() },
        "the role of an officer": { identity, kit, subject, role: assigned("b86a8fe4-44ce-4948-aee5-eccb2c155cd7") },
        "the role by the id of the vault": onScope(vaultId),
        "the role on the secret": onScope(`${vaultId}/secrets/shop`),
        "the role on the group": onScope(group.toUpperCase()),
        "the role on the subscription": onScope("/subscriptions/one"),
        "the role on a group that is not there yet": {
            group: { type: "azure-native:resources:ResourceGroup", props: { resourceGroupName: "shop" } },
            identity,
            kit: {
                ...kit,
                props: { ...kit.props, resourceGroupName: UNKNOWN },
                madeFrom: { resourceGroupName: ["group"] },
            },
            subject,
            role: assigned(secretsUser, {}, { scope: ["group"] }),
        },
        "the role for the known object id": {
            identity: { ...identity, outputs: { ...identity.props, principalId: "ABC" } },
            kit,
            subject,
            role: assigned(secretsUser, { principalId: "abc" }, { principalId: [] }),
        },
        "one role of several": {
            identity,
            kit,
            subject,
            weak: assigned(reader),
            unknown: assigned("", { roleDefinitionId: UNKNOWN }),
            role: assigned(),
        },
        "a certificate that is made in the stack": {
            identity,
            kit,
            certificate: {
                type: "azure-native:keyvault:Secret",
                props: { vaultName: UNKNOWN },
                madeFrom: { vaultName: ["kit"] },
            },
            subject: {
                ...applicationGateway({
                    sslCertificates: [{ name: "shop", keyVaultSecretId: UNKNOWN }],
                    "identity.userAssignedIdentities": [UNKNOWN],
                }),
                madeFrom: { identity: ["identity"], sslCertificates: ["certificate"] },
            },
            role: assigned(),
        },
        "the classic provider": {
            identity: {
                type: "azure:authorization/userAssignedIdentity:UserAssignedIdentity",
                props: { name: "gateway" },
            },
            kit: { ...classicVault(), props: { ...classicVault().props, name: "kit" } },
            subject: {
                ...classicApplicationGateway({ "identity.identityIds": ["/identities/gateway"] }),
            },
            role: {
                type: "azure:authorization/assignment:Assignment",
                props: { scope: UNKNOWN, principalId: UNKNOWN, roleDefinitionName: "Key Vault Secrets User" },
                madeFrom: { scope: ["kit"], principalId: ["identity"] },
            },
        },
        "an access policy": { identity, kit: withPolicies(policies), subject },
        "an access policy of its own": {
            identity,
            kit: withPolicies([]),
            subject,
            policy: {
                type: "azure-native:keyvault:AccessPolicy",
                props: { vaultName: "kit", policy: { objectId: UNKNOWN, permissions: { secrets: ["all"] } } },
                madeFrom: { policy: ["identity"] },
            },
        },
        "an access policy (classic)": {
            identity,
            kit: {
                ...classicVault(),
                props: {
                    name: "kit",
                    rbacAuthorizationEnabled: false,
                    accessPolicies: [{ objectId: UNKNOWN, secretPermissions: ["Get"] }],
                },
                madeFrom: { accessPolicies: ["identity"] },
            },
            subject,
        },
        "an access policy of its own (classic)": {
            identity,
            kit: { ...classicVault(), props: { name: "kit", rbacAuthorizationEnabled: false } },
            subject,
            policy: {
                type: "azure:keyvault/accessPolicy:AccessPolicy",
                props: { keyVaultId: UNKNOWN, objectId: UNKNOWN, secretPermissions: ["List", "Get"] },
                madeFrom: { keyVaultId: ["kit"], objectId: ["identity"] },
            },
        },
    },
    violating: {
        "no role": { stack: { identity, kit, subject }, message: withoutRole },
        "a role that reads no secrets": {
            stack: { identity, kit, subject, role: assigned(reader) },
            message: withoutRole,
        },
        "the role on another vault": {
            stack: {
                ...onScope(vaultId.replace("kit", "other")),
                other: { ...vault(), props: { ...vault().props, vaultName: "other" } },
            },
            message: withoutRole,
        },
        "the role on another group": { stack: onScope(`${group}s`), message: withoutRole },
        "the role for somebody else": {
            stack: {
                identity,
                other: identity,
                kit,
                subject,
                role: assigned(secretsUser, {}, { principalId: ["other"] }),
            },
            message: withoutRole,
        },
        "no access policy": {
            stack: { identity, kit: withPolicies([]), subject, role: assigned() },
            message: withoutPolicy,
        },
        "an access policy for keys": {
            stack: {
                identity,
                kit: withPolicies([{ objectId: UNKNOWN, permissions: { keys: ["get"], secrets: ["list"] } }]),
                subject,
            },
            message: withoutPolicy,
        },
    },
    undetermined: {
        "a role for nobody knows whom": {
            stack: { identity, kit, subject, role: assigned(secretsUser, {}, { principalId: [] }) },
            undetermined: ["`role.principalId` is not known before the update"],
        },
        "a role on nobody knows what": {
            stack: { identity, kit, subject, role: assigned(secretsUser, {}, { scope: [] }) },
            undetermined: ["`role.scope` is not known before the update"],
        },
        "a role that is not known": {
            stack: { identity, kit, subject, role: assigned("", { roleDefinitionId: UNKNOWN }) },
            undetermined: ["`role.roleDefinitionId` is not known before the update"],
        },
        "a secret that is not known": {
            stack: {
                identity,
                kit,
                subject: { ...applicationGateway({ sslCertificates: [{ name: "shop", keyVaultSecretId: UNKNOWN }] }) },
            },
            undetermined: ["`subject.sslCertificates[0].keyVaultSecretId` is not known before the update"],
        },
        "an access policy for nobody knows whom": {
            stack: { identity, kit: withPolicies(policies, []), subject },
            undetermined: ["`kit.properties.accessPolicies[0].objectId` is not known before the update"],
        },
    },
    notApplicable: {
        "a vault of another stack": {
            stack: { identity, subject, kit: { ...kit, props: { ...kit.props, vaultName: "other" } } },
            reason: "no certificate is in a vault of the stack",
        },
        "no vault": { stack: { identity, subject }, reason: "no certificate is in a vault of the stack" },
        "no certificate": {
            stack: { identity, kit, subject: applicationGateway({ sslCertificates: undefined }) },
            reason: "no certificate is in a vault of the stack",
        },
        "an identity of another stack": {
            stack: { identity, kit, subject: applicationGateway({ "identity.userAssignedIdentities": ["/other"] }) },
            reason: "the identity of the gateway is none of the stack",
        },
        "a stack without gateways": { stack: { kit }, reason: "has no ApplicationGateway" },
    },
});
