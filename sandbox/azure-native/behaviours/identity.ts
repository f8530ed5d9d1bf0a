import { randomUUID } from "node:crypto";

import { account } from "../../providers/account";
import type { Cloud, CloudResource } from "../../providers/cloud";
import { type PropertyMap, type PropertyValue, isMap, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ResourceBehaviour } from "../behaviour";
import { childrenOf, kept } from "./reference";

/** Gets its principal when it is created, and keeps it. */
export const userAssignedIdentity: ResourceBehaviour = {
    answer: ({ existing }) => ({
        tenantId: account.tenantId,
        principalId: kept(existing, () => randomUUID(), "principalId"),
        clientId: kept(existing, () => randomUUID(), "clientId"),
    }),
};

/** One for each issuer and subject. */
export const federatedIdentityCredential: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        const identity = id.slice(0, id.lastIndexOf("/federatedIdentityCredentials/"));
        const twin = childrenOf(cloud, identity, "federatedIdentityCredentials").find(
            (other) =>
                other.id.toLowerCase() !== id.toLowerCase() &&
                other.outputs.issuer === inputs.issuer &&
                other.outputs.subject === inputs.subject,
        );
        if (twin === undefined) return;
        throw new ArmError(
            409,
            "Conflict",
            `Issuer and subject combination already exists for this Managed Identity, in '${nameOf(twin.id)}'.`,
        );
    },
};

/** The user-assigned identities that a resource's `identity` names: a list of ids as input, a map as output. */
export function assignedIdentities(cloud: Cloud, identity: PropertyValue | undefined): CloudResource[] {
    if (!isMap(identity)) return [];
    const { userAssignedIdentities } = identity;
    const ids = Array.isArray(userAssignedIdentities)
        ? userAssignedIdentities.map(textOf)
        : Object.keys(isMap(userAssignedIdentities) ? userAssignedIdentities : {});
    return ids.map((id) => {
        const found = cloud.get(id);
        if (found !== undefined) return found;
        throw new ArmError(
            400,
            "FailedIdentityOperation",
            `Identity operation failed: the user-assigned identity '${id}' could not be found.`,
        );
    });
}

/** What ARM answers for the `identity` of any resource. */
export function answerIdentity(cloud: Cloud, identity: PropertyMap, existing: CloudResource | undefined): PropertyMap {
    const type = textOf(identity.type ?? "None");
    const users = assignedIdentities(cloud, identity);
    return {
        type,
        ...(type.includes("SystemAssigned")
            ? { principalId: kept(existing, () => randomUUID(), "identity", "principalId"), tenantId: account.tenantId }
            : {}),
        ...(users.length === 0
            ? {}
            : {
                  userAssignedIdentities: Object.fromEntries(
                      users.map(({ id, outputs }) => [
                          id,
                          { clientId: outputs.clientId ?? null, principalId: outputs.principalId ?? null },
                      ]),
                  ),
              }),
    };
}
