/**
 * A contact to whom no alerts are mailed is an address in a form.
 *
 * Checked property:  SecurityContact `notificationsSources`; `alertNotifications` of versions before 2023
 * Compliant values:  an entry with the source type `Alert`; `On`
 * When unset:        violation (a program that says nothing leaves alerts where they are)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { securityContact } from "../../resources/security-contact";

export const securityContactAlertsEnabled = definePolicy({
    name: "security-contact-alerts-enabled",
    description: "Security contacts must be mailed alerts.",
    remediationSteps: "Let alerts be mailed to the contact, from the severity that you choose.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:6e2593d9-add6-4083-9c9b-4b7d2188c899", "checkov:CKV_AZURE_21", "trivy:AZU-0044"],
    checks: [
        check(securityContact, function* ({ alertNotifications, notificationsSources }) {
            const before = alertNotifications();
            if (before !== undefined) {
                yield* mustBe(before, "On", {
                    unset: "and alerts are then not mailed",
                    wrong: "and alerts are then not mailed",
                });
                return;
            }
            const sources = notificationsSources.elements().map((source) => source.at("sourceType"));
            if (sources.some((source) => source.string()?.toLowerCase() === "alert")) return;
            const found = notificationsSources.isGiven ? "without `Alert`" : "unset";
            yield `\`${notificationsSources.path}\` is ${found}, and alerts are then not mailed; set it to a list with the source type \`Alert\`.`;
        }),
    ],
});
