import { randomUUID } from "node:crypto";

import { account } from "../../providers/account";
import { isMap, knownString, type PropertyMap, type PropertyValue } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { policyDefinitions, type PolicyDefinition, type PolicyParameter } from "./policy-definitions";
import { badRequest, kept } from "./reference";

/**
 * Checked against the definition that it assigns, where the sandbox knows it: the built-in ones for Kubernetes. What it
 * assigns has no effect here.
 */
export const policyAssignment: ResourceBehaviour = {
    refuse: (request) => {
        refuseNames(request);
        refuseDefinition(request);
        const { definition } = assigned(request);
        if (definition !== undefined) {
            refuseVersion(request, definition);
            refuseParameters(request, definition);
        }
    },
    answer: (request) => {
        const { inputs, existing } = request;
        const { definition } = assigned(request);
        const major = definition?.version.split(".")[0];
        return {
            enforcementMode: inputs.enforcementMode ?? "Default",
            ...(major === undefined ? {} : { definitionVersion: inputs.definitionVersion ?? `${major}.*.*` }),
            metadata: {
                ...(isMap(inputs.metadata) ? inputs.metadata : {}),
                createdBy: account.objectId,
            },
            instanceId: kept(existing, () => randomUUID(), "instanceId"),
        };
    },
};

/** The definition that the request assigns: its id, its GUID or name, and what is known of it. */
function assigned({ inputs }: ArmRequest): { id: string; guid: string; definition: PolicyDefinition | undefined } {
    const id = knownString(inputs.policyDefinitionId) ?? "";
    const guid = nameOf(id).toLowerCase();
    const isBuiltIn = /^\/providers\/Microsoft\.Authorization\/policy(Set)?Definitions\/[^/]+$/i.test(id);
    return { id, guid, definition: isBuiltIn ? policyDefinitions[guid] : undefined };
}

function refuseNames({ id, name, inputs }: ArmRequest): void {
    const longest = /^\/providers\/Microsoft\.Management\/managementGroups\//i.test(id) ? 24 : 64;
    if (name.length > longest) {
        badRequest(
            `The policy assignment name '${name}' is invalid. The policy assignment name length must not exceed '${longest}' characters.`,
        );
    }
    if (/[<>*%&:\\?.+/#]|[. ]$/.test(name)) badRequest(`The policy assignment name '${name}' has invalid characters.`);
    for (const [property, most] of Object.entries({ displayName: 128, description: 512 })) {
        if ((knownString(inputs[property]) ?? "").length > most) {
            badRequest(`The ${property} of the policy assignment '${name}' must not exceed '${most}' characters.`);
        }
    }
}

/** Custom definitions must be there. There are far more built-in ones than the sandbox knows, so any GUID is believed. */
function refuseDefinition(request: ArmRequest): void {
    const { id, guid } = assigned(request);
    const isBuiltIn = /^\/providers\/Microsoft\.Authorization\/policy(Set)?Definitions\/[0-9a-f-]{36}$/i.test(id);
    if (isBuiltIn || request.cloud.get(id) !== undefined) return;
    throw new ArmError(
        400,
        "PolicyDefinitionNotFound",
        `The policy assignment create request is invalid. The policy definition '${id === "" ? guid : id}' could not be found.`,
    );
}

/** Versions are pinned to a major or a minor one; deprecated and preview versions have a word at their end. */
function refuseVersion({ name, inputs }: ArmRequest, { version }: PolicyDefinition): void {
    const pinned = knownString(inputs.definitionVersion);
    if (pinned === undefined) return;
    const [, major = ""] = /^(\d+)\.(?:\*|\d+)\.\*$/.exec(pinned) ?? [];
    if (major === "" || Number(major) > Number(version.split(".")[0])) {
        badRequest(`The definition version '${pinned}' of the policy assignment '${name}' does not exist.`);
    }
}

function refuseParameters(request: ArmRequest, { version, parameters }: PolicyDefinition): void {
    const { name, inputs } = request;
    // An older major version has parameters that are not known here.
    const pinned = knownString(inputs.definitionVersion);
    if (pinned !== undefined && pinned.split(".")[0] !== version.split(".")[0]) return;
    const definition = `'${assigned(request).guid} version ${version}'`;
    const given = isMap(inputs.parameters) ? inputs.parameters : {};

    const undefinedOnes = Object.keys(given).filter((parameter) => parameters[parameter] === undefined);
    if (undefinedOnes.length > 0) {
        throw new ArmError(
            400,
            "UndefinedPolicyParameter",
            `The policy assignment '${name}' has the parameter(s) '${undefinedOnes.join(",")}' which are not defined in the policy definition ${definition}.`,
        );
    }
    const missing = Object.keys(parameters).filter(
        (parameter) => parameters[parameter]?.required === true && valueOf(given[parameter]) === undefined,
    );
    if (missing.length > 0) {
        throw new ArmError(
            400,
            "MissingPolicyParameter",
            `The policy assignment '${name}' is missing the parameter(s) '${missing.join(",")}' as defined in the policy definition ${definition}.`,
        );
    }
    for (const [parameter, wanted] of Object.entries(parameters)) {
        refuseValue(parameter, wanted, valueOf(given[parameter]), definition);
    }
}

function refuseValue(
    parameter: string,
    { type, allowedValues }: PolicyParameter,
    value: PropertyValue | undefined,
    definition: string,
): void {
    if (value === undefined) return;
    if (typeOf(value) !== type) {
        throw new ArmError(
            400,
            "InvalidPolicyParameters",
            `The value of the policy parameter '${parameter}' in policy definition ${definition} is of type '${typeOf(value)}', expected type is '${type}'.`,
        );
    }
    if (typeof value === "string" && allowedValues?.includes(value) === false) {
        throw new ArmError(
            400,
            "PolicyParameterValueNotAllowed",
            `The value '${value}' is not allowed for policy parameter '${parameter}' in policy definition ${definition}. The allowed values are '${allowedValues.join(", ")}'.`,
        );
    }
}

function valueOf(parameter: PropertyValue | undefined): PropertyValue | undefined {
    return isMap(parameter) ? (parameter as Partial<PropertyMap>).value : undefined;
}

function typeOf(value: PropertyValue): string {
    if (Array.isArray(value)) return "Array";
    const types: Record<string, string> = { string: "String", boolean: "Boolean", object: "Object" };
    return types[typeof value] ?? "Integer";
}
