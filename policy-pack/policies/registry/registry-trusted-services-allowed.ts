/**
 * Defender for Cloud scans images from outside of the network: a closed registry that turns it away is not scanned.
 *
 * Checked property:  Registry `networkRuleBypassOptions`
 * Compliant values:  `AzureServices`
 * When unset:        compliant (trusted services are let pass by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable, some } from "../../policy";
import { registry } from "../../resources/registry";

export const registryTrustedServicesAllowed = definePolicy({
    name: "registry-trusted-services-allowed",
    description: "Closed container registries must let the scanner of Defender for Cloud pass.",
    remediationSteps: "Let trusted services bypass the network rules of the registry.",
    severity: "medium",
    practice: 8,
    equivalents: [],
    checks: [
        check(registry, function* ({ networkRuleBypassOptions, publicNetworkAccess, defaultAction }) {
            if (networkRuleBypassOptions.effective === "AzureServices") return;
            const closed = some(
                () => publicNetworkAccess.effective === "Disabled",
                () => defaultAction.effective === "Deny",
            );
            if (!closed) return notApplicable("the registry is open to every address, scanners included");
            yield* mustBe(networkRuleBypassOptions, "AzureServices", {
                wrong: "and Defender for Cloud then cannot scan the images",
            });
        }),
    ],
});
