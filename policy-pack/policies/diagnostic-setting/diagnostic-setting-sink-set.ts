/**
 * A setting that names no place sends its logs nowhere.
 *
 * Checked property:  DiagnosticSetting `workspaceId`, `storageAccountId`, `eventHubAuthorizationRuleId`,
 *                    `marketplacePartnerId`
 * Compliant values:  one of them
 * When unset:        violation (nothing is sent)
 */
import { check, definePolicy, some } from "../../policy";
import type { Property } from "../../property";
import { diagnosticSetting } from "../../resources/diagnostic-setting";

export const diagnosticSettingSinkSet = definePolicy({
    name: "diagnostic-setting-sink-set",
    description: "Diagnostic settings must send what they collect somewhere.",
    remediationSteps: "Give the setting the id of a Log Analytics workspace, a storage account or an event hub.",
    severity: "high",
    practice: 7,
    equivalents: [],
    checks: [
        check(diagnosticSetting, function* ({ sinks }) {
            if (some(...sinks.map((sink) => () => isSet(sink)))) return;
            const [usual] = sinks;
            yield `\`${usual.path}\` is unset, as is every other place to send to, and nothing is kept; set it to the id of a Log Analytics workspace.`;
        }),
    ],
});

/** An id that is not known yet is one; an empty one is none. */
function isSet(sink: Property): boolean {
    return sink.isGiven && (!sink.isKnown || (sink.string() ?? "") !== "");
}
