import type { CloudResource } from "../../providers/cloud";
import { knownString, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { assignedIdentities } from "./identity";
import { badRequest, usersOf } from "./reference";
import { isAllowedData } from "./role-assignment";

const needed = ["read", "wrap/action", "unwrap/action"].map((action) => `Microsoft.KeyVault/vaults/keys/${action}`);

/** Tries the key with its own identity before it comes into being, where that identity is there already. */
export const diskEncryptionSet: ResourceBehaviour = {
    refuse: (request) => {
        const { inputs, cloud } = request;
        const key = keyOf(request);
        const [user] = assignedIdentities(cloud, inputs.identity);
        const principal = knownString(user?.outputs.principalId);
        if (key === undefined || user === undefined || principal === undefined) return;
        if (!needed.every((action) => isAllowedData(cloud, principal, action, key.id))) {
            throw new ArmError(
                403,
                "KeyVaultAccessForbidden",
                `Unable to access key vault resource '${textOf(valueAt(inputs, "activeKey", "keyUrl"))}' to enable encryption at rest. Grant get, wrap and unwrap on it to the user-assigned identity '${user.id}'.`,
            );
        }
    },
    answer: ({ inputs }) => ({
        rotationToLatestKeyVersionEnabled: inputs.rotationToLatestKeyVersionEnabled ?? false,
        previousKeys: [],
    }),
    refuseDeletion: ({ id }, cloud) => {
        const [user] = usersOf(cloud, id, ["azure-native:containerservice:ManagedCluster"]);
        if (user !== undefined) badRequest(`Disk encryption set ${id} is in use by the disks of ${user.id}.`);
    },
};

/** The key whose version the request names. */
function keyOf({ inputs, cloud }: ArmRequest): CloudResource | undefined {
    const url = knownString(valueAt(inputs, "activeKey", "keyUrl"));
    if (url === undefined) return undefined;
    const [, host, name] = /^https:\/\/([^.]+)\.vault\.azure\.net\/keys\/([^/]+)\/[^/]+$/.exec(url) ?? [];
    if (host === undefined) badRequest(`The key URL ${url} is invalid: it must have the version of a key.`);
    const vault = cloud
        .ofType("azure-native:keyvault:Vault")
        .find(({ id }) => nameOf(id).toLowerCase() === host.toLowerCase());
    const key = vault && cloud.get(`${vault.id}/keys/${name ?? ""}`);
    if (vault === undefined || key === undefined) badRequest(`The key ${url} was not found.`);
    if (valueAt(vault.outputs, "properties", "enablePurgeProtection") !== true) {
        badRequest(`Key vault ${vault.id} must have purge protection enabled to encrypt disks.`);
    }
    return key;
}
