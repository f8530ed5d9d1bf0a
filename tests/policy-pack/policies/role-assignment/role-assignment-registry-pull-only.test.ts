import { roleAssignmentRegistryPullOnly } from "../../../../policy-pack/policies/role-assignment/role-assignment-registry-pull-only";
import { classicCluster, classicRegistry, cluster, nativeTokens, registry } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const guids = {
    AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    AcrPush: "8311e382-0749-4cb8-b61a-304f252e45ec",
    Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    Owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    RepositoryReader: "b93aa761-3e63-49ed-ac28-beffa264f7ac",
    "Container Registry Repository Writer": "2a1e307c-b015-4ebd-883e-5b7698a07328",
};
const roleId = (guid: string) => `/subscriptions/one/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

/** An assignment on the registry `images` to the kubelet of the cluster `prod`. */
function assigned(guid: string, changes: object = {}, madeFrom: Member["madeFrom"] = {}): Member {
    const made = { principalId: ["prod"], scope: ["images"], ...madeFrom };
    return {
        type: "azure-native:authorization:RoleAssignment",
        props: { scope: UNKNOWN, principalId: UNKNOWN, roleDefinitionId: roleId(guid), ...changes },
        madeFrom: made,
    };
}

const identity: Member = {
    type: "azure-native:managedidentity:UserAssignedIdentity",
    props: { resourceName: "kubelet", resourceGroupName: "shop" },
};
const group: Member = { type: "azure-native:resources:ResourceGroup", props: {} };
const prod = cluster();
const images = registry();
const message = (role: string, path = "subject.roleDefinitionId") =>
    `\`${path}\` is \`${role}\`, by which cluster \`prod\` may change images that it runs; set it to the id of \`AcrPull\`, \`${guids.AcrPull}\`.`;

const classic = (changes: object): Member => ({
    type: "azure:authorization/assignment:Assignment",
    props: { scope: UNKNOWN, principalId: UNKNOWN, ...changes },
    madeFrom: { principalId: ["prod"], scope: ["images"] },
});

function pushByIdentity(madeFrom: Member["madeFrom"], props: object = {}): Stack {
    return {
        identity,
        prod: { ...cluster(props as Record<string, unknown>), madeFrom },
        images,
        subject: assigned(guids.AcrPush, {}, { principalId: ["identity"] }),
    };
}

testStackPolicy(roleAssignmentRegistryPullOnly, {
    compliant: {
        "the right to pull": { prod, images, subject: assigned(guids.AcrPull) },
        "the right to pull from repositories": { prod, images, subject: assigned(guids.RepositoryReader) },
        "the right to read": { prod, images, subject: assigned(guids.Reader.toUpperCase()) },
        "the right to pull by name (classic)": {
            prod: classicCluster(),
            images: classicRegistry(),
            subject: classic({ roleDefinitionName: "acrpull" }),
        },
    },
    violating: {
        ...Object.fromEntries(
            nativeTokens("azure-native:authorization:RoleAssignment").map((type) => [
                `the right to push (${type})`,
                { stack: { prod, images, subject: { ...assigned(guids.AcrPush), type } }, message: message("AcrPush") },
            ]),
        ),
        ...Object.fromEntries(
            (["Contributor", "Owner", "Container Registry Repository Writer"] as const).map((role) => [
                `the role ${role}`,
                { stack: { prod, images, subject: assigned(guids[role]) }, message: message(role) },
            ]),
        ),
        "a role that nobody here knows": {
            stack: { prod, images, subject: assigned("99999999-9999-4999-8999-999999999999") },
            message: message(roleId("99999999-9999-4999-8999-999999999999")),
        },
        "the right to push by name (classic)": {
            stack: { prod, images, subject: classic({ roleDefinitionName: "AcrPush" }) },
            message: message("AcrPush", "subject.roleDefinitionName"),
        },
        "the right to push to every registry of a group": {
            stack: { prod, subject: assigned(guids.AcrPush, { scope: "/subscriptions/one" }, { scope: [] }) },
            message: message("AcrPush"),
        },
        "a scope by its known id": {
            stack: {
                prod,
                images: { ...images, outputs: { ...images.props, id: "/registry" } },
                subject: assigned(guids.Owner, { scope: "/Registry" }, { scope: [] }),
            },
            message: message("Owner"),
        },
        "the identity of the kubelet": {
            stack: pushByIdentity(
                { identityProfile: ["identity"] },
                { identityProfile: { kubeletidentity: { resourceId: UNKNOWN } } },
            ),
            message: message("AcrPush"),
        },
        "the identity of the control plane": {
            stack: pushByIdentity({ identity: ["identity"] }),
            message: message("AcrPush"),
        },
        "the identity of the control plane by its id": {
            stack: pushByIdentity(
                {},
                {
                    "identity.userAssignedIdentities": [
                        "/subscriptions/one/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Kubelet",
                    ],
                },
            ),
            message: message("AcrPush"),
        },
        "the identity of the control plane as a key": {
            stack: pushByIdentity(
                {},
                {
                    identity: {
                        type: "UserAssigned",
                        userAssignedIdentities: { "/a/userAssignedIdentities/Kubelet": {} },
                    },
                },
            ),
            message: message("AcrPush"),
        },
        "the identity of one cluster, beside another whose kubelet is not known": {
            stack: {
                ...pushByIdentity({ identity: ["identity"] }),
                other: cluster({ identityProfile: { kubeletidentity: { resourceId: UNKNOWN } } }),
            },
            message: message("AcrPush"),
        },
        "a scope made from a registry and its group": {
            stack: {
                prod,
                images,
                group,
                subject: assigned(guids.Contributor, {}, { scope: ["group", "images"] }),
            },
            message: message("Contributor"),
        },
        "the identity by its known object id": {
            stack: {
                ...pushByIdentity({ identity: ["identity"] }),
                identity: { ...identity, outputs: { ...identity.props, principalId: "ABC" } },
                subject: assigned(guids.AcrPush, { principalId: "abc" }, { principalId: [] }),
            },
            message: message("AcrPush"),
        },
    },
    undetermined: {
        "a role that is not known": {
            stack: { prod, images, subject: assigned("", { roleDefinitionId: UNKNOWN }) },
            undetermined: ["`subject.roleDefinitionId` is not known before the update"],
        },
        "a scope that is not known": {
            stack: { prod, images, subject: assigned(guids.Contributor, {}, { scope: [] }) },
            undetermined: ["`subject.scope` is not known before the update"],
        },
        "a scope made from another stack": {
            stack: {
                prod,
                images,
                other: { type: "pulumi:pulumi:StackReference", props: {} },
                subject: assigned(guids.Contributor, {}, { scope: ["other"] }),
            },
            undetermined: ["`subject.scope` is not known before the update"],
        },
        "an identity that is not known": {
            stack: {
                ...pushByIdentity({ identity: ["identity"] }),
                subject: assigned(guids.AcrPush, {}, { principalId: [] }),
            },
            undetermined: ["`subject.principalId` is not known before the update"],
        },
        "a kubelet whose identity is not known": {
            stack: pushByIdentity({}, { identityProfile: { kubeletidentity: { resourceId: UNKNOWN } } }),
            undetermined: ["`prod.identityProfile.kubeletidentity.resourceId` is not known before the update"],
        },
    },
    notApplicable: {
        "another scope": {
            stack: { prod, images, subject: assigned(guids.Contributor, { scope: "/subnet" }, { scope: [] }) },
            reason: "the scope is no registry of the stack",
        },
        "a scope made from something else": {
            stack: {
                prod,
                images,
                network: { type: "azure-native:network:VirtualNetwork", props: {} },
                subject: assigned(guids.Contributor, {}, { scope: ["network"] }),
            },
            reason: "the scope is no registry of the stack",
        },
        "a scope made from a group": {
            stack: {
                prod,
                images,
                group,
                subject: assigned(guids.Contributor, {}, { scope: ["group"] }),
            },
            reason: "the scope is no registry of the stack",
        },
        "a scope made from a component and its group": {
            stack: {
                prod,
                images,
                group,
                landing: { type: "contoso:index:Landing", props: {}, isComponent: true },
                subject: assigned(guids.Contributor, {}, { scope: ["landing", "group"] }),
            },
            reason: "the scope is no registry of the stack",
        },
        "somebody else": {
            stack: { prod, images, identity, subject: assigned(guids.AcrPush, {}, { principalId: ["identity"] }) },
            reason: "the identity is none of a cluster of the stack",
        },
        "a group of people": {
            stack: {
                prod,
                images,
                identity,
                group: { type: "azuread:index/group:Group", props: {} },
                subject: assigned(guids.AcrPush, {}, { principalId: ["group"] }),
            },
            reason: "the identity is none of a cluster of the stack",
        },
        "an identity of another stack": {
            stack: { prod, images, subject: assigned(guids.AcrPush, { principalId: "abc" }, { principalId: [] }) },
            reason: "the identity is none of a cluster of the stack",
        },
        "a stack without assignments": { stack: { prod, images }, reason: "has no RoleAssignment" },
    },
});
