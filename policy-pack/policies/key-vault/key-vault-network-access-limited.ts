/**
 * A vault that every address reaches is one leaked token away from giving its secrets to anybody.
 *
 * Checked property:  Vault `publicNetworkAccess`, `networkAcls.defaultAction`, `networkAcls.ipRules[*]` of `properties`
 * Compliant values:  no public endpoint, or a firewall that denies all but some narrow networks
 * When unset:        violation (the firewall allows every address by default)
 * Ruling:            a public endpoint with a firewall passes; key-vault-public-network-access-disabled advises more
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { vault } from "../../resources/vault";
import { mustBeNarrow, widest, type Widest } from "../../values/narrow-range";

export const keyVaultNetworkAccessLimited = definePolicy<Widest>({
    name: "key-vault-network-access-limited",
    description: "Key vaults must be closed to networks that do not need them.",
    remediationSteps:
        "Disable public network access, or let the firewall deny all but the networks that need the vault.",
    severity: "high",
    practice: 10,
    equivalents: [
        "azure-policy:55615ac9-af46-4a59-874e-391cc3dfb490",
        "psrule:AZR-000355",
        "checkov:CKV_AZURE_109",
        "trivy:AZU-0013",
    ],
    configSchema: widest,
    checks: [
        check(vault, function* ({ publicNetworkAccess, defaultAction }) {
            if (publicNetworkAccess.known === "Disabled" || defaultAction.effective === "Deny") return;
            // Asked only now, because it decides only where the firewall is open.
            if (publicNetworkAccess.effective === "Disabled") return;
            yield* mustBe(defaultAction, "Deny", { unset: "and every address then reaches the vault" });
        }),
        check(vault, function* ({ publicNetworkAccess, ipRanges }, config) {
            if (publicNetworkAccess.known === "Disabled") return notApplicable("the vault has no public endpoint");
            yield* each(ipRanges(), (range) => mustBeNarrow(range, config));
            return undefined;
        }),
    ],
});
