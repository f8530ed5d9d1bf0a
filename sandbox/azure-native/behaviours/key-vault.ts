import { randomUUID } from "node:crypto";

import type { Cloud, CloudResource } from "../../providers/cloud";
import { type PropertyMap, type PropertyValue, isMap, sameValue, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { badRequest, kept } from "./reference";
import { refuseName, refuseTakenName } from "./world-wide-name";

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
        refuseDeletedName(request);
        refuseLessProtection(request);
    },
    answer: ({ name, inputs }) => {
        const properties = isMap(inputs.properties) ? inputs.properties : {};
        return {
            properties: {
                accessPolicies: [],
                enableRbacAuthorization: false,
                enableSoftDelete: true,
                softDeleteRetentionInDays: 90,
                publicNetworkAccess: "Enabled",
                ...properties,
                ...(isMap(properties.networkAcls) ? { networkAcls: answerRules(properties.networkAcls) } : {}),
                provisioningState: "Succeeded",
                vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
            },
        };
    },
    afterwards: ({ id, name, cloud }) => {
        const deleted = `/deletedVaults/${name}`;
        const held = cloud.filter((object) => object.id.toLowerCase().startsWith(`${deleted}/`.toLowerCase()));
        for (const object of held) cloud.put({ ...object, id: id + object.id.slice(deleted.length) });
        cloud.remove(deleted);
    },
    afterDeletion: ({ id }, cloud) => {
        cloud.put({ id: `/deletedVaults/${nameOf(id)}`, token: deletedVault, inputs: {}, outputs: {} });
    },
};

/** Single addresses come back as networks of one. */
function answerRules(rules: PropertyMap): PropertyMap {
    const ipRules = Array.isArray(rules.ipRules) ? rules.ipRules : [];
    const asNetwork = (value: string) => (value.includes("/") ? value : `${value}/32`);
    return {
        bypass: "AzureServices",
        defaultAction: "Allow",
        virtualNetworkRules: [],
        ...rules,
        ipRules: ipRules.map((rule) => ({ value: asNetwork(textOf(valueAt(rule, "value"))) })),
    };
}

function refuseDeletedName({ name, inputs, cloud, existing }: ArmRequest): void {
    if (existing !== undefined) return;
    const recovers = valueAt(inputs, "properties", "createMode") === "recover";
    const deleted = cloud.get(`/deletedVaults/${name}`) !== undefined;
    if (deleted && !recovers) {
        throw new ArmError(
            409,
            "ConflictError",
            `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault: ${name}.`,
        );
    }
    if (recovers && !deleted) badRequest(`There is no deleted vault '${name}' to recover.`);
}

/** What protects against deletion can be turned on, and never off. */
function refuseLessProtection({ inputs, existing }: ArmRequest): void {
    if (valueAt(inputs, "properties", "enablePurgeProtection") === false) {
        badRequest(
            'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
        );
    }
    if (valueAt(inputs, "properties", "enableSoftDelete") === false) {
        badRequest(
            'The property "enableSoftDelete" cannot be set to false. Enabling the soft delete for a vault is an irreversible action.',
        );
    }
    const days = valueAt(inputs, "properties", "softDeleteRetentionInDays");
    const before = valueAt(existing?.outputs, "properties", "softDeleteRetentionInDays");
    if (days !== undefined && before !== undefined && !sameValue(days, before)) {
        badRequest('The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.');
    }
}

/** The vault that a secret or key lies in. */
const vaultOf = (id: string): string => id.replace(/\/(keys|secrets)\/[^/]+$/i, "");

/** Where a secret or key is after it was deleted, in a vault that is still there. */
const deletedObject = (id: string): string => `/deletedObjects${id}`;

function refuseObjectName(request: ArmRequest): void {
    refuseName(request, /^[a-z0-9-]{1,127}$/i, "BadParameter", "have 1 to 127 letters, digits and hyphens");
    const { id, name, cloud, existing } = request;
    if (existing !== undefined || cloud.get(deletedObject(id)) === undefined) return;
    throw new ArmError(
        409,
        "Conflict",
        `${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, it can only be recovered or purged.`,
    );
}

/** What goes with its vault comes back with it; what is deleted by itself leaves its name behind. */
function keepDeletedObject(object: CloudResource, cloud: Cloud): void {
    const inVault = vaultOf(object.id);
    const place =
        cloud.get(inVault) === undefined
            ? `/deletedVaults/${nameOf(inVault)}${object.id.slice(inVault.length)}`
            : deletedObject(object.id);
    cloud.put({ ...object, id: place });
}

/** The address of a secret or key, without a version. */
function addressOf({ id, name }: ArmRequest, kind: "keys" | "secrets"): string {
    return `https://${nameOf(vaultOf(id)).toLowerCase()}.vault.azure.net/${kind}/${name}`;
}

const version = (): string => randomUUID().replaceAll("-", "");

/** Gets a version at every write, and never gives its value away again. */
export const secret: ResourceBehaviour = {
    refuse: refuseObjectName,
    afterDeletion: keepDeletedObject,
    answer: (request) => {
        const { value, ...properties } = isMap(request.inputs.properties) ? request.inputs.properties : {};
        const address = addressOf(request, "secrets");
        if (value === undefined) badRequest("A secret needs a value.");
        return {
            properties: {
                ...properties,
                attributes: { enabled: true, ...attributesOf(properties) },
                secretUri: address,
                secretUriWithVersion: `${address}/${version()}`,
            },
        };
    },
};

/** ARM makes the first version of a key. Asked again, it answers with what is there. */
export const key: ResourceBehaviour = {
    refuse: (request) => {
        refuseObjectName(request);
        const { id, inputs, cloud } = request;
        const inVault = cloud.get(vaultOf(id));
        const kind = textOf(valueAt(inputs, "properties", "kty"));
        const tier = textOf(valueAt(inVault?.outputs, "properties", "sku", "name"));
        if (kind.endsWith("-HSM") && tier !== "premium") {
            badRequest(`A key of type ${kind} needs a vault of the SKU premium.`);
        }
    },
    answer: (request) => {
        const { inputs, existing } = request;
        const asked = isMap(inputs.properties) ? inputs.properties : {};
        const address = addressOf(request, "keys");
        const first = (name: string, otherwise: PropertyValue) => kept(existing, () => asked[name] ?? otherwise, name);
        return {
            kty: first("kty", "RSA"),
            keySize: first("keySize", 2048),
            keyOps: first("keyOps", ["encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey"]),
            ...(asked.rotationPolicy === undefined ? {} : { rotationPolicy: first("rotationPolicy", {}) }),
            attributes: first("attributes", { enabled: true, exportable: false }),
            keyUri: address,
            keyUriWithVersion: kept(existing, () => `${address}/${version()}`, "keyUriWithVersion"),
        };
    },
    afterDeletion: keepDeletedObject,
};

function attributesOf(properties: PropertyMap): PropertyMap {
    return isMap(properties.attributes) ? properties.attributes : {};
}
