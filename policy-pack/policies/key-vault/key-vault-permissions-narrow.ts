/**
 * An identity that may do everything in a vault may also destroy what is in it, for good.
 *
 * Checked property:  Vault `properties.accessPolicies[*].permissions`, AccessPolicy `policy.permissions`
 * Compliant values:  operations one by one, and `purge` not among them
 * When unset:        compliant (nothing is granted)
 * Ruling:            not applicable to a vault with Azure RBAC, where access policies count for nothing
 */
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable, type Judgement } from "../../policy";
import type { Property } from "../../property";
import { vault } from "../../resources/vault";
import { vaultAccessPolicy } from "../../resources/vault-access-policy";
import type { Setting } from "../../setting";

const broad: Readonly<Record<string, string>> = {
    all: "which is everything",
    purge: "which destroys what was deleted",
};

export const keyVaultPermissionsNarrow = definePolicy({
    name: "key-vault-permissions-narrow",
    description: "Access policies of key vaults must grant only what is needed.",
    remediationSteps: "Use Azure RBAC, or name the operations that the identity needs.",
    severity: "medium",
    practice: 10,
    equivalents: ["psrule:AZR-000118"],
    checks: [
        check(vault, function* ({ enableRbacAuthorization, permissions }) {
            if (enableRbacAuthorization.known === true) return notApplicable("roles of Azure decide who reads");
            yield* each(permissions(), (operation) => judge(operation, enableRbacAuthorization));
            return undefined;
        }),
        check(vaultAccessPolicy, function* ({ permissions }) {
            yield* each(permissions(), (operation) => judge(operation));
        }),
    ],
});

/** Whether roles decide is asked only where a permission is broad. */
function* judge(operation: Property, rolesDecide?: Setting<boolean>): Judgement {
    const found = operation.string()?.toLowerCase() ?? "";
    const why = Object.hasOwn(broad, found) ? broad[found] : undefined;
    if (why === undefined || rolesDecide?.effective === true) return;
    yield `\`${operation.path}\` is ${quote(found)}, ${why}; set it to an operation that the identity needs.`;
}
