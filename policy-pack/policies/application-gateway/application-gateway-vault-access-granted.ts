/**
 * A gateway reads its certificates from a vault by its own identity. Without the right to, it serves no HTTPS, and the
 * quick way out is a certificate with its key inside of the gateway.
 *
 * Checked property:  ApplicationGateway `sslCertificates[].keyVaultSecretId`, `identity`; RoleAssignments, or access
 *                    policies, on the Vault of the stack
 * Compliant values:  Key Vault Secrets User (or Secrets Officer, or Administrator) on the vault, its group or its
 *                    subscription; where the vault has access policies, one with `get` on secrets
 * When unset:        not applicable (no certificate of a vault of the stack, or no identity of the stack)
 */
import { coversResource, identitiesOf, isGranted, roleKinds } from "../../relations/granted-roles";
import { quote } from "../../message";
import { each, notApplicable } from "../../policy";
import { gatewayReferences } from "../../resources/gateway-references";
import { vault } from "../../resources/vault";
import { vaultAccessPolicy } from "../../resources/vault-access-policy";
import { defineStackPolicy } from "../../stack-policy";
import { mayGetSecrets } from "../../relations/vault-access";
import { vaultsOf } from "../../relations/vaults-of-gateway";

export const applicationGatewayVaultAccessGranted = defineStackPolicy({
    name: "application-gateway-vault-access-granted",
    description: "Application gateways should have the right to read their certificates from the vault.",
    remediationSteps: "Assign `Key Vault Secrets User` on the vault to the identity of the gateway.",
    severity: "medium",
    practice: "beyond",
    equivalents: [],
    advisory: "roles are often assigned by a program with more rights than the one that makes the gateway",
    subject: gatewayReferences,
    related: [vault, vaultAccessPolicy, ...roleKinds],
    *judge(references, gateway, stack) {
        const vaults = vaultsOf(references, gateway, stack);
        if (vaults.length === 0) return notApplicable("no certificate is in a vault of the stack");
        const principals = identitiesOf(references.identities, gateway, stack);
        if (principals.length === 0) return notApplicable("the identity of the gateway is none of the stack");
        const path = gateway.properties.at("identity").path;
        yield* each(vaults, function* (found) {
            const { view, resource } = found;
            if (!view.enableRbacAuthorization.effective) {
                if (mayGetSecrets(principals, found, stack)) return;
                yield `\`${path}\` is without an access policy for the secrets of vault ${quote(resource.name)}, and the gateway cannot read its certificates; set it to an identity that may \`get\` them.`;
                return;
            }
            const isAllowed = isGranted(
                {
                    roles: ["Key Vault Secrets User", "Key Vault Secrets Officer", "Key Vault Administrator"],
                    principals,
                    covers: (assignment) => coversResource(assignment, vault, resource, stack),
                },
                stack,
            );
            if (isAllowed) return;
            yield `\`${path}\` is without the role \`Key Vault Secrets User\` on vault ${quote(resource.name)}, and the gateway cannot read its certificates; set it to an identity that has it.`;
        });
        return undefined;
    },
});
