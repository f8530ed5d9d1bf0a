/**
 * A vault without a public endpoint cannot be used from the internet, whatever credential leaked.
 *
 * Checked property:  Vault `properties.publicNetworkAccess`
 * Compliant values:  `Disabled`
 * When unset:        violation (there is a public endpoint by default)
 * Ruling:            a public endpoint with a firewall holds the practice; so this policy is advisory
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { vault } from "../../resources/vault";

export const keyVaultPublicNetworkAccessDisabled = definePolicy({
    name: "key-vault-public-network-access-disabled",
    description: "Key vaults should have no public endpoint.",
    remediationSteps: "Disable public network access and reach the vault by a private endpoint.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:405c5871-3e91-4644-8a63-58e19d68ff5b", "checkov:CKV_AZURE_189"],
    advisory: "a public endpoint that a firewall limits is a sound choice too, and another policy holds it to that",
    checks: [
        check(vault, function* ({ publicNetworkAccess }) {
            yield* mustBe(publicNetworkAccess, "Disabled", { unset: "and the vault then has a public endpoint" });
        }),
    ],
});
