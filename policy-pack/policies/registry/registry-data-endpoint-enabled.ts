/**
 * Without an endpoint of its own for data, layers of a registry come from addresses that all storage accounts of a region
 * share: a firewall that lets those pass lets data leave for anybody's account.
 *
 * Checked property:  Registry `dataEndpointEnabled`
 * Compliant values:  `true`
 * When unset:        violation (layers come from storage accounts by default)
 * Ruling:            not applicable below the tier Premium, nor without a public endpoint: a private endpoint brings its own
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { registry } from "../../resources/registry";

export const registryDataEndpointEnabled = definePolicy({
    name: "registry-data-endpoint-enabled",
    description: "Container registries should have an endpoint of their own for data.",
    remediationSteps: "Enable the dedicated data endpoint of the registry.",
    severity: "low",
    practice: "beyond",
    equivalents: ["checkov:CKV_AZURE_237"],
    advisory: "it matters only where the firewall of those who pull is narrow",
    checks: [
        check(registry, function* ({ dataEndpointEnabled, publicNetworkAccess, tier }) {
            if (dataEndpointEnabled.known === true) return undefined;
            if (tier.effective !== "Premium") return notApplicable("only the tier Premium has such an endpoint");
            if (publicNetworkAccess.effective === "Disabled") {
                return notApplicable("a private endpoint has one for data by itself");
            }
            yield* mustBe(dataEndpointEnabled, true, {
                unset: "and layers then come from addresses that all storage accounts share",
                wrong: "and layers then come from addresses that all storage accounts share",
            });
            return undefined;
        }),
    ],
});
