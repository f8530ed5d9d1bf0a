/**
 * A gateway reads certificates from a vault as an identity that was assigned to it: without one it has none to serve.
 *
 * Checked property:  ApplicationGateway `identity.type`, `identity.userAssignedIdentities`
 * Compliant values:  `UserAssigned`, and an identity
 * When unset:        violation, unless no certificate comes from a vault
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable, some } from "../../policy";
import type { Property } from "../../property";
import { applicationGateway } from "../../resources/application-gateway";

export const applicationGatewayIdentityAssigned = definePolicy({
    name: "application-gateway-identity-assigned",
    description: "Application gateways with certificates from a key vault must have an identity to read them.",
    remediationSteps: "Assign an identity that may read secrets of the vault to the gateway.",
    severity: "medium",
    practice: 10,
    equivalents: [],
    checks: [
        check(applicationGateway, function* ({ certificates, identityType, identities }) {
            const fromVault = some(...certificates().map((one) => () => one.keyVaultSecretId.isGiven));
            if (!fromVault) return notApplicable("no certificate comes from a vault");

            // A gateway takes no other kind of identity.
            if (!/\bUserAssigned\b/i.test(identityType.effective)) {
                const found = identityType.value === undefined ? "unset" : quote(identityType.value);
                yield `\`${identityType.path}\` is ${found}, and the gateway then cannot read its certificates; set it to \`UserAssigned\`.`;
            } else if (isEmpty(identities)) {
                const found = identities.isGiven ? "empty" : "unset";
                yield `\`${identities.path}\` is ${found}, and the gateway then cannot read its certificates; set it to the id of an identity that may.`;
            }
            return undefined;
        }),
    ],
});

/** Version 1 of azure-native had a map by id, in place of a list. */
function isEmpty(identities: Property): boolean {
    const isMap = typeof identities.value === "object" && !Array.isArray(identities.value);
    return (isMap ? identities.members() : identities.elements()).length === 0;
}
