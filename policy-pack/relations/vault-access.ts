import { some } from "../policy";
import { spelt, type Property } from "../property";
import { userAssignedIdentity } from "../resources/user-assigned-identity";
import { vault, type Vault } from "../resources/vault";
import { vaultAccessPolicy } from "../resources/vault-access-policy";
import type { Found, Stack, StackResource } from "../stack-policy";

/** An entry in the access policies of a vault, and the resource that it is in. */
interface Entry {
    readonly objectId: Property;
    readonly secrets: Property;
    readonly resource: StackResource;
}

/** Whether an access policy lets one of the identities read the secrets of a vault. */
export function mayGetSecrets(identities: readonly StackResource[], of: Found<Vault>, stack: Stack): boolean {
    return some(
        ...[...entriesOf(of, stack)].map(({ objectId, secrets, resource }) => () => {
            const identity = stack.find(userAssignedIdentity, objectId, resource, "principalId");
            if (!identities.some(({ urn }) => urn === identity?.resource.urn)) return false;
            return some(...secrets.elements().map((one) => () => /^(?:get|all)$/i.test(one.string() ?? "")));
        }),
    );
}

function* entriesOf({ resource }: Found<Vault>, stack: Stack): Generator<Entry> {
    const { properties } = resource;
    const native = properties.in("properties", "accessPolicies").elements();
    for (const entry of native) {
        yield { objectId: entry.at("objectId"), secrets: entry.in("permissions", "secrets"), resource };
    }
    for (const entry of properties.at("accessPolicies").elements()) {
        yield { objectId: entry.at("objectId"), secrets: entry.at("secretPermissions"), resource };
    }
    for (const { resource: policy } of stack.of(vaultAccessPolicy)) {
        const { properties: given } = policy;
        const owner = stack.find(vault, spelt(given.at("vaultName"), given.at("keyVaultId")), policy);
        if (owner?.resource.urn !== resource.urn) continue;
        yield {
            objectId: spelt(given.in("policy", "objectId"), given.at("objectId")),
            secrets: spelt(given.in("policy", "permissions", "secrets"), given.at("secretPermissions")),
            resource: policy,
        };
    }
}
