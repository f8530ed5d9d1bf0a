import { randomUUID } from "node:crypto";

import { account } from "../../providers/account";
import type { Cloud, CloudResource } from "../../providers/cloud";
import { type PropertyMap, isMap, knownString, sameValue, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { assignedIdentities } from "./identity";
import { badRequest, childrenOf, kept, requireReference, usersOf } from "./reference";
import { isAllowed, isAllowedData } from "./role-assignment";
import { refuseName } from "./world-wide-name";

/** Keeps what is in it: it goes when it is empty, and what was locked stays locked. */
export const backupVault: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(
            request,
            /^[a-z][a-z0-9-]{0,48}[a-z0-9]$/i,
            "InvalidResourceName",
            "have 2 to 50 letters, digits and inner hyphens, and begin with a letter",
        );
        const { id, inputs, existing, cloud } = request;
        const redundancy = (values: PropertyMap | undefined) => valueAt(values, "properties", "storageSettings");
        const isEmpty = childrenOf(cloud, id, "backupInstances").length === 0;
        if (!isEmpty && !sameValue(redundancy(existing?.inputs), redundancy(inputs))) {
            badRequest(`The storage settings of backup vault ${id} cannot be changed: something is backed up by it.`);
        }
        if (immutability(existing?.outputs) === "Locked" && immutability(inputs) !== "Locked") {
            badRequest(`The immutability of backup vault ${id} is locked and cannot be changed.`);
        }
    },
    answer: ({ inputs }) => ({
        properties: { ...(isMap(inputs.properties) ? inputs.properties : {}), provisioningState: "Succeeded" },
    }),
    refuseDeletion: ({ id }, cloud) => {
        const [instance] = childrenOf(cloud, id, "backupInstances");
        if (instance !== undefined) {
            badRequest(`Backup vault ${id} cannot be deleted: it has the backup instance ${nameOf(instance.id)}.`);
        }
    },
};

function immutability(values: PropertyMap | undefined): string {
    return textOf(valueAt(values, "properties", "securitySettings", "immutabilitySettings", "state"));
}

/** Cannot be changed, and not be deleted while something is backed up by it. */
export const backupPolicy: ResourceBehaviour = {
    refuse: ({ id, inputs, existing }) => {
        if (existing !== undefined && !sameValue(existing.inputs.properties, inputs.properties)) {
            badRequest(`Backup policy ${id} cannot be modified.`);
        }
    },
    refuseDeletion: ({ id }, cloud) => {
        const [user] = usersOf(cloud, id, ["azure-native:dataprotection:BackupInstance"]);
        if (user !== undefined) badRequest(`Backup policy ${id} is in use by ${user.id}.`);
    },
};

/** Gets an identity of its own, in the resource group of the nodes. */
export const extension: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        const cluster = id.slice(0, id.toLowerCase().lastIndexOf("/providers/microsoft.kubernetesconfiguration/"));
        const twin = cloud
            .ofType("azure-native:kubernetesconfiguration:Extension")
            .find(
                (other) =>
                    other.id.toLowerCase() !== id.toLowerCase() &&
                    other.id.toLowerCase().startsWith(`${cluster}/`.toLowerCase()) &&
                    other.outputs.extensionType === inputs.extensionType,
            );
        if (twin !== undefined) {
            throw new ArmError(
                409,
                "ExtensionTypeAlreadyInstalled",
                `Cluster ${cluster} has the extension type ${textOf(inputs.extensionType)} already: ${twin.id}.`,
            );
        }
    },
    answer: ({ existing }) => ({
        aksAssignedIdentity: {
            type: "UserAssigned",
            tenantId: account.tenantId,
            principalId: kept(existing, () => randomUUID(), "aksAssignedIdentity", "principalId"),
        },
        currentVersion: "0.0.1",
        isSystemExtension: false,
        installState: "Installed",
    }),
};

/** Lets a resource of Azure into a cluster. */
export const trustedAccessRoleBinding: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(request, /^[a-z0-9-]{1,24}$/i, "InvalidParameter", "have 1 to 24 letters, digits and hyphens");
        requireReference(request.cloud, request.id, request.inputs.sourceResourceId);
    },
};

/** Is protected once everyone who takes part has their rights; says at once what is missing where it is asked to. */
export const backupInstance: ResourceBehaviour = {
    refuse: (request) => {
        const { id, inputs, cloud } = request;
        requireReference(cloud, id, valueAt(inputs, "properties", "dataSourceInfo", "resourceID"));
        requireReference(cloud, id, valueAt(inputs, "properties", "policyInfo", "policyId"));
        const [missing] = missingFor(request);
        if (missing !== undefined && valueAt(inputs, "properties", "validationType") === "DeepValidation") {
            throw new ArmError(400, missing.code, missing.message);
        }
    },
    answer: (request) => {
        const { validationType, ...properties } = isMap(request.inputs.properties) ? request.inputs.properties : {};
        const [missing] = missingFor(request);
        return {
            properties: {
                ...properties,
                ...(validationType === undefined ? {} : { validationType }),
                provisioningState: "Provisioned",
                currentProtectionState: missing === undefined ? "ProtectionConfigured" : "ProtectionError",
                protectionStatus: { status: missing === undefined ? "ProtectionConfigured" : "ProtectionError" },
            },
        };
    },
};

interface Missing {
    readonly code: string;
    readonly message: string;
}

/** What keeps a cluster from being backed up. */
function missingFor({ id, inputs, cloud }: ArmRequest): Missing[] {
    const clusterId = textOf(valueAt(inputs, "properties", "dataSourceInfo", "resourceID"));
    const vault = cloud.get(id.slice(0, id.toLowerCase().lastIndexOf("/backupinstances/")));
    const vaultPrincipal = textOf(valueAt(vault?.outputs, "identity", "principalId"));
    const group = snapshotGroup(inputs);
    const installed = cloud
        .ofType("azure-native:kubernetesconfiguration:Extension")
        .find(
            (other) =>
                other.id.toLowerCase().startsWith(`${clusterId}/`.toLowerCase()) &&
                textOf(other.outputs.extensionType).toLowerCase() === "microsoft.dataprotection.kubernetes",
        );
    const checks: (Missing & { readonly met: boolean })[] = [
        {
            met: isAllowed(cloud, vaultPrincipal, "Microsoft.ContainerService/managedClusters/read", clusterId),
            code: "KubernetesBackupListExtensionsError",
            message: `The identity of the backup vault lacks the role Reader on cluster ${clusterId}.`,
        },
        {
            met: installed !== undefined,
            code: "UserErrorKubernetesBackupExtensionNotFoundError",
            message: `The backup extension is not installed in cluster ${clusterId}.`,
        },
        {
            met: installed !== undefined && writesBlobs(cloud, installed),
            code: "UserErrorExtensionMSIMissingPermissionsOnBackupStorageLocation",
            message: `The identity of the backup extension lacks Storage Blob Data Contributor on its storage account.`,
        },
        {
            met:
                isAllowed(cloud, vaultPrincipal, "Microsoft.Resources/subscriptions/resourceGroups/read", group) &&
                clusterPrincipals(cloud, clusterId).some((principal) =>
                    isAllowed(cloud, principal, "Microsoft.Compute/snapshots/write", group),
                ),
            code: "UserErrorMSIMissingPermissions",
            message: `The backup vault lacks Reader, or the cluster lacks Contributor, on the snapshot resource group ${group}.`,
        },
        {
            met: childrenOf(cloud, clusterId, "trustedAccessRoleBindings").some(
                ({ inputs: binding }) => textOf(binding.sourceResourceId).toLowerCase() === vault?.id.toLowerCase(),
            ),
            code: "BadRequest",
            message: `Cluster ${clusterId} has no trusted access role binding for the backup vault.`,
        },
    ];
    return checks.filter(({ met }) => !met);
}

function snapshotGroup(inputs: PropertyMap): string {
    const stores = valueAt(inputs, "properties", "policyInfo", "policyParameters", "dataStoreParametersList");
    return textOf(valueAt(Array.isArray(stores) ? stores[0] : undefined, "resourceGroupId"));
}

function writesBlobs(cloud: Cloud, { outputs }: CloudResource): boolean {
    const settings = isMap(outputs.configurationSettings) ? outputs.configurationSettings : {};
    const account = cloud
        .ofType("azure-native:storage:StorageAccount")
        .find(
            ({ id }) =>
                nameOf(id) === knownString(settings["configuration.backupStorageLocation.config.storageAccount"]),
        );
    const principal = textOf(valueAt(outputs, "aksAssignedIdentity", "principalId"));
    const write = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write";
    return account !== undefined && isAllowedData(cloud, principal, write, account.id);
}

/** Object ids of whom the control plane acts as. */
function clusterPrincipals(cloud: Cloud, clusterId: string): string[] {
    const identity = cloud.get(clusterId)?.inputs.identity;
    const own = knownString(valueAt(cloud.get(clusterId)?.outputs, "identity", "principalId"));
    const users = assignedIdentities(cloud, identity).map(({ outputs }) => textOf(outputs.principalId));
    return own === undefined ? users : [own, ...users];
}
