/**
 * A vault without a public endpoint is reached by private endpoints only: without one, nobody reads a secret.
 *
 * Checked property:  PrivateEndpoint `privateLinkServiceConnections[].privateLinkServiceId`, of a Vault of the stack
 * Compliant values:  one names the vault
 * When unset:        violation where public access is disabled; else not applicable
 */
import { notApplicable } from "../../policy";
import { privateEndpoint } from "../../resources/private-endpoint";
import { vault } from "../../resources/vault";
import { endpointOf, isReachedPrivately } from "../../relations/private-endpoints";
import { defineStackPolicy } from "../../stack-policy";

const endpointOfVault = endpointOf(vault);

export const keyVaultPrivateEndpointUsed = defineStackPolicy({
    name: "key-vault-private-endpoint-used",
    description: "Key vaults without public access should have a private endpoint.",
    remediationSteps: "Make a private endpoint for the vault in the network of the cluster.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:a6abeaec-4d90-4a02-805f-6b26c4d3fbe9", "checkov:CKV2_AZURE_32"],
    advisory: "private endpoints are often made by the program that makes the network",
    subject: vault,
    related: [privateEndpoint],
    *judge({ publicNetworkAccess }, resource, stack) {
        if (publicNetworkAccess.effective !== "Disabled") return notApplicable("the vault has a public endpoint");
        yield* isReachedPrivately(resource, stack, endpointOfVault, "nobody reaches the vault");
        return undefined;
    },
});
