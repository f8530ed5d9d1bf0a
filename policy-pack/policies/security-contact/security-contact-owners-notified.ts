/**
 * Addresses are forgotten when people leave; owners of the subscription are those that there are today.
 *
 * Checked property:  SecurityContact `notificationsByRole`; `alertsToAdmins` of the version of 2017 and the classic provider
 * Compliant values:  `On`, with the role `Owner`
 * When unset:        violation (a program that says nothing leaves owners untold)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { securityContact } from "../../resources/security-contact";

export const securityContactOwnersNotified = definePolicy({
    name: "security-contact-owners-notified",
    description: "Owners of the subscription must be mailed alerts.",
    remediationSteps: "Let alerts be mailed to the role `Owner` as well.",
    severity: "low",
    practice: "beyond",
    equivalents: ["azure-policy:0b15565f-aa9e-48ba-8619-45960f2c314d", "checkov:CKV_AZURE_22"],
    checks: [
        check(securityContact, function* ({ notifiesRoles, roles }) {
            yield* mustBe(notifiesRoles, "On", {
                unset: "and owners are then not told of alerts",
                wrong: "and owners are then not told of alerts",
            });
            if (notifiesRoles.effective !== "On" || roles === undefined) return;
            if (roles.elements().some((role) => role.string()?.toLowerCase() === "owner")) return;
            const found = roles.isGiven ? "without `Owner`" : "unset";
            yield `\`${roles.path}\` is ${found}, and owners are then not told of alerts; set it to a list with \`Owner\`.`;
        }),
    ],
});
