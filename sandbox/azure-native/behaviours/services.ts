import { randomUUID } from "node:crypto";

import { isMap } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { kept } from "./reference";

/** Names of these services are part of a public address, so nobody else in the world may have it. */
function refuseTakenName({ id, name, cloud, existing }: ArmRequest, token: string, code: string): void {
    if (existing !== undefined) return;
    const twin = cloud
        .ofType(token)
        .find((other) => other.id !== id && nameOf(other.id).toLowerCase() === name.toLowerCase());
    if (twin !== undefined) throw new ArmError(409, code, `The name '${name}' is already in use.`);
}

function refuseName({ name }: ArmRequest, pattern: RegExp, code: string, rule: string): void {
    if (!pattern.test(name)) throw new ArmError(400, code, `The name '${name}' is invalid: it must ${rule}.`);
}

const deletedVault = "sandbox:deleted:Vault";

/** Keeps its name after deletion: soft delete can no longer be turned off. */
export const vault: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(
            request,
            /^(?=.{3,24}$)[a-z](?:-?[a-z0-9])*$/i,
            "VaultNameNotValid",
            "have 3 to 24 letters, digits and single hyphens, begin with a letter and end with a letter or digit",
        );
        refuseTakenName(request, "azure-native:keyvault:Vault", "VaultAlreadyExists");
        const { name, cloud, existing } = request;
        if (existing === undefined && cloud.get(`/deletedVaults/${name}`) !== undefined) {
            throw new ArmError(
                409,
                "ConflictError",
                `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault: ${name}.`,
            );
        }
    },
    answer: ({ name, inputs }) => ({
        properties: {
            enableSoftDelete: true,
            softDeleteRetentionInDays: 90,
            publicNetworkAccess: "Enabled",
            ...(isMap(inputs.properties) ? inputs.properties : {}),
            provisioningState: "Succeeded",
            vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
        },
    }),
    afterDeletion: ({ id }, cloud) => {
        cloud.put({ id: `/deletedVaults/${nameOf(id)}`, token: deletedVault, inputs: {}, outputs: {} });
    },
};

/** Has a login server named after it. */
export const registry: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(request, /^[a-z0-9]{5,50}$/i, "InvalidResourceName", "have 5 to 50 letters and digits");
        refuseTakenName(request, "azure-native:containerregistry:Registry", "AlreadyInUse");
    },
    answer: ({ name, inputs }) => ({
        adminUserEnabled: inputs.adminUserEnabled ?? false,
        loginServer: `${name.toLowerCase()}.azurecr.io`,
    }),
};

/** Has an id of its own, which agents use. */
export const workspace: ResourceBehaviour = {
    answer: ({ inputs, existing }) => ({
        customerId: kept(existing, () => randomUUID(), "customerId"),
        retentionInDays: inputs.retentionInDays ?? 30,
        sku: inputs.sku ?? { name: "PerGB2018" },
        publicNetworkAccessForIngestion: inputs.publicNetworkAccessForIngestion ?? "Enabled",
        publicNetworkAccessForQuery: inputs.publicNetworkAccessForQuery ?? "Enabled",
    }),
};
