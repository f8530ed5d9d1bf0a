/**
 * A registry without a public endpoint cannot be used from the internet, whatever credential leaked.
 *
 * Checked property:  Registry `publicNetworkAccess`
 * Compliant values:  `Disabled`
 * When unset:        violation (there is a public endpoint by default)
 * Ruling:            a public endpoint with a firewall holds the practice; so this policy is advisory
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { registry } from "../../resources/registry";

export const registryPublicNetworkAccessDisabled = definePolicy({
    name: "registry-public-network-access-disabled",
    description: "Container registries should have no public endpoint.",
    remediationSteps: "Disable public network access and reach the registry by a private endpoint.",
    severity: "medium",
    practice: 8,
    equivalents: ["azure-policy:0fdf0491-d080-4575-b627-ad0e843cba0f", "checkov:CKV_AZURE_139"],
    advisory: "a public endpoint that a firewall limits is a sound choice too, and another policy holds it to that",
    checks: [
        check(registry, function* ({ publicNetworkAccess }) {
            yield* mustBe(publicNetworkAccess, "Disabled", { unset: "and the registry then has a public endpoint" });
        }),
    ],
});
