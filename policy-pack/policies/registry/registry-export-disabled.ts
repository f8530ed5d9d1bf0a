/**
 * With exports, whoever may read a closed registry can copy its images into one of their own, past every network rule.
 *
 * Checked property:  Registry `policies.exportPolicy.status`
 * Compliant values:  `disabled`
 * When unset:        violation (exports are enabled by default)
 * Ruling:            not applicable to a registry with a public endpoint: Azure takes none that is public and without
 *                    exports, and registry-public-network-access-disabled advises to close it
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { registry } from "../../resources/registry";

export const registryExportDisabled = definePolicy({
    name: "registry-export-disabled",
    description: "Closed container registries must not let artifacts be exported.",
    remediationSteps: "Disable the export policy of the registry.",
    severity: "medium",
    practice: 8,
    equivalents: ["azure-policy:524b0254-c285-4903-bee6-bb8126cde579", "psrule:AZR-000495"],
    checks: [
        check(registry, function* ({ exportPolicy, publicNetworkAccess }) {
            if (exportPolicy.known === "disabled") return undefined;
            if (publicNetworkAccess.effective !== "Disabled") {
                return notApplicable("Azure takes no registry that is both public and without exports");
            }
            yield* mustBe(exportPolicy, "disabled", {
                unset: "and whoever may read images can then copy them out of the registry",
                wrong: "and whoever may read images can then copy them out of the registry",
            });
            return undefined;
        }),
    ],
});
