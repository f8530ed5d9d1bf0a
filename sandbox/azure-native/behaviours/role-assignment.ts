import { account } from "../../providers/account";
import type { Cloud } from "../../providers/cloud";
import { type PropertyMap, isMap, valueAt, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { encloses, nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One assignment for each principal, role and scope, and nothing of that can be changed. */
export const roleAssignment: ResourceBehaviour = {
    refuse: (request) => {
        refuseMalformed(request);
        refuseUnmatchedType(request);
        const { id, inputs, cloud } = request;
        const twin = cloud
            .ofType("azure-native:authorization:RoleAssignment")
            .find(
                ({ id: other, outputs }) => other.toLowerCase() !== id.toLowerCase() && sameAssignment(outputs, inputs),
            );
        if (twin !== undefined) {
            throw new ArmError(
                409,
                "RoleAssignmentExists",
                `The role assignment already exists. The ID of the existing role assignment is ${nameOf(twin.id).replaceAll("-", "")}.`,
            );
        }
    },
    answer: ({ inputs }) => ({
        scope: withSlash(textOf(inputs.scope)),
        createdBy: account.objectId,
        updatedBy: account.objectId,
    }),
};

function refuseMalformed({ name, inputs }: ArmRequest): void {
    if (!guid.test(name)) {
        throw new ArmError(
            400,
            "InvalidRoleAssignmentId",
            `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
        );
    }
    if (!guid.test(textOf(inputs.principalId))) {
        throw new ArmError(
            400,
            "InvalidPrincipalId",
            `A valid principal ID must be provided for role assignment; '${textOf(inputs.principalId)}' is not a GUID.`,
        );
    }
    const role = textOf(inputs.roleDefinitionId);
    if (!/\/providers\/Microsoft\.Authorization\/roleDefinitions\/[0-9a-f-]{36}$/i.test(role)) {
        throw new ArmError(
            400,
            "InvalidRoleDefinitionId",
            `The role definition ID '${role}' is not valid. The role definition ID must be a fully qualified resource ID.`,
        );
    }
}

/** azure-native's SDK fills in User where the program says nothing, and ARM compares it with the directory. */
function refuseUnmatchedType({ inputs, cloud }: ArmRequest): void {
    const actual = principalType(cloud, textOf(inputs.principalId));
    if (actual === undefined || inputs.principalType === undefined || inputs.principalType === actual) return;
    throw new ArmError(
        400,
        "UnmatchedPrincipalType",
        `The PrincipalId '${textOf(inputs.principalId)}' has type '${actual}', which is different from specified PrincipalType '${textOf(inputs.principalType)}'.`,
    );
}

function principalType(cloud: Cloud, principalId: string): string | undefined {
    if (principalId === account.objectId) return "User";
    if (cloud.get(`/groups/${principalId}`) !== undefined) return "Group";
    if (cloud.get(`/servicePrincipals/${principalId}`) !== undefined) return "ServicePrincipal";
    const [resource] = cloud.filter(
        ({ outputs }) =>
            (outputs.principalId === principalId && outputs.clientId !== undefined) ||
            valueAt(outputs, "identity", "principalId") === principalId,
    );
    return resource === undefined ? undefined : "ServicePrincipal";
}

function sameAssignment(left: PropertyMap, right: PropertyMap): boolean {
    const same = (name: string) => textOf(left[name]).toLowerCase() === textOf(right[name]).toLowerCase();
    const sameRole = nameOf(textOf(left.roleDefinitionId)) === nameOf(textOf(right.roleDefinitionId));
    return (
        same("principalId") &&
        sameRole &&
        withSlash(textOf(left.scope)).toLowerCase() === withSlash(textOf(right.scope)).toLowerCase()
    );
}

function withSlash(scope: string): string {
    return scope.startsWith("/") ? scope : `/${scope}`;
}

/** Actions of the built-in roles that matter to what the stand-in checks. */
const builtInRoles: Readonly<Record<string, readonly string[]>> = {
    // Owner, Contributor
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": ["*"],
    "b24988ac-6180-42a0-ab88-20f7382dd24c": ["*"],
    // Reader
    "acdd72a7-3385-48ef-bd42-f606fba81ae7": ["*/read"],
    // Network Contributor
    "4d97b98b-1d4f-4787-a291-c67834d212e7": ["Microsoft.Network/*"],
    // Private DNS Zone Contributor
    "b12aa53e-6015-4669-85d0-8515ebb3ae7f": [
        "Microsoft.Network/privateDnsZones/*",
        "Microsoft.Network/virtualNetworks/read",
        "Microsoft.Network/virtualNetworks/join/action",
    ],
    // Managed Identity Operator
    "f1a07417-d97a-45cb-824c-7a7467783830": [
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
    ],
    // AcrPull
    "7f951dda-4ed3-4680-a7ca-43fe172d538d": ["Microsoft.ContainerRegistry/registries/pull/read"],
    // Key Vault Contributor
    "f25e0fa2-a7c8-4377-a976-54943a77a395": ["Microsoft.KeyVault/*"],
};

/** What the built-in roles allow on data, which no owner has by being one. */
const builtInDataRoles: Readonly<Record<string, readonly string[]>> = {
    // Key Vault Administrator
    "00482a5a-887f-4fb3-b363-3b7fe8e74483": ["Microsoft.KeyVault/vaults/*"],
    // Key Vault Crypto User
    "12338af0-0e69-4776-bea7-57ae8d297424": [
        "Microsoft.KeyVault/vaults/keys/read",
        "Microsoft.KeyVault/vaults/keys/encrypt/action",
        "Microsoft.KeyVault/vaults/keys/decrypt/action",
        "Microsoft.KeyVault/vaults/keys/wrap/action",
        "Microsoft.KeyVault/vaults/keys/unwrap/action",
    ],
    // Key Vault Crypto Service Encryption User
    "e147488a-f6f5-4113-8e2d-b22465e65bf6": [
        "Microsoft.KeyVault/vaults/keys/read",
        "Microsoft.KeyVault/vaults/keys/wrap/action",
        "Microsoft.KeyVault/vaults/keys/unwrap/action",
    ],
    // Key Vault Secrets User
    "4633458b-17de-408a-b874-0445c86b69e6": ["Microsoft.KeyVault/vaults/secrets/getSecret/action"],
    // Storage Blob Data Contributor
    "ba92f5b4-2d11-453d-a403-e96b0029c9fe": ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"],
};

/** Whether the principal may do this to the resource, by an assignment there or at an enclosing scope. */
export function isAllowed(cloud: Cloud, principalId: string, action: string, id: string): boolean {
    return rolesAt(cloud, principalId, id).some((role) =>
        actionsOf(cloud, role).some((pattern) => matches(pattern, action)),
    );
}

/** Whether the principal may do this to the data of the resource. */
export function isAllowedData(cloud: Cloud, principalId: string, action: string, id: string): boolean {
    return rolesAt(cloud, principalId, id).some((role) =>
        (builtInDataRoles[nameOf(role).toLowerCase()] ?? []).some((pattern) => matches(pattern, action)),
    );
}

/** Ids of the role definitions that the principal has at the resource. */
function rolesAt(cloud: Cloud, principalId: string, id: string): string[] {
    return cloud
        .ofType("azure-native:authorization:RoleAssignment")
        .filter(({ outputs }) => outputs.principalId === principalId && encloses(textOf(outputs.scope), id))
        .map(({ outputs }) => textOf(outputs.roleDefinitionId));
}

function actionsOf(cloud: Cloud, roleDefinitionId: string): readonly string[] {
    const builtIn = builtInRoles[nameOf(roleDefinitionId).toLowerCase()];
    if (builtIn !== undefined) return builtIn;
    const [custom] = cloud
        .ofType("azure-native:authorization:RoleDefinition")
        .filter(({ id }) => nameOf(id).toLowerCase() === nameOf(roleDefinitionId).toLowerCase());
    const permissions = custom?.outputs.permissions;
    if (!Array.isArray(permissions)) return [];
    return permissions.filter(isMap).flatMap(({ actions }) => (Array.isArray(actions) ? actions.map(textOf) : []));
}

function matches(pattern: string, action: string): boolean {
    // A role over all identities says "/*/" for the name, which the action of one identity does not have.
    const expression = pattern
        .replace("/*/", "/")
        .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*");
    return new RegExp(`^${expression}$`, "i").test(action);
}
