/**
 * Images that lost their tag to a newer one stay for ever, with all vulnerabilities that were found since, and can be
 * pulled by their digest.
 *
 * Checked property:  Registry `policies.retentionPolicy.status`
 * Compliant values:  `enabled`
 * When unset:        violation (untagged manifests are kept by default)
 * Ruling:            not applicable below the tier Premium, nor where deleted artifacts are kept to be restored: Azure takes
 *                    only one of the two
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { registry } from "../../resources/registry";

export const registryRetentionEnabled = definePolicy({
    name: "registry-retention-enabled",
    description: "Container registries should purge images without a tag.",
    remediationSteps: "Enable the retention policy of the registry, and tag every image that runs.",
    severity: "low",
    practice: 8,
    equivalents: ["psrule:AZR-000010", "checkov:CKV_AZURE_167"],
    advisory: "an image that runs by its digest may be without a tag, and is then lost",
    checks: [
        check(registry, function* ({ retentionPolicy, softDeletePolicy, tier }) {
            if (retentionPolicy.known === "enabled") return undefined;
            if (tier.effective !== "Premium") return notApplicable("only the tier Premium purges images");
            if (softDeletePolicy.effective === "enabled") {
                return notApplicable("deleted images are kept to be restored, and Azure takes only one of the two");
            }
            yield* mustBe(retentionPolicy, "enabled", {
                unset: "and images without a tag are then kept for ever",
                wrong: "and images without a tag are then kept for ever",
            });
            return undefined;
        }),
    ],
});
