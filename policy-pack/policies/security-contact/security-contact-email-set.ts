/**
 * An alert that is mailed to nobody waits in a portal until somebody looks.
 *
 * Checked property:  SecurityContact `emails`, `isEnabled`
 * Compliant values:  one address or several, and a contact that is not disabled
 * When unset:        violation (nobody is mailed); `isEnabled` may be unset (a contact is enabled by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { securityContact } from "../../resources/security-contact";

export const securityContactEmailSet = definePolicy({
    name: "security-contact-email-set",
    description: "Security contacts must have an address to be mailed at.",
    remediationSteps: "Set the addresses of those who act on alerts.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:4f4f78b8-e367-4b10-a341-d9a4ad5cf1c7", "psrule:AZR-000209", "checkov:CKV_AZURE_131"],
    checks: [
        check(securityContact, function* ({ emails }) {
            // Never the address itself: it is a person's.
            if (/[^\s;,@]@[^\s;,@]/.test(emails.effective)) return;
            const found = emails.value === undefined ? "unset" : "no address of mail";
            yield `\`${emails.path}\` is ${found}, and nobody is told of alerts; set it to the addresses of those who act on them.`;
        }),
        check(securityContact, function* ({ isEnabled }) {
            yield* mustBe(isEnabled, true, {
                wrong: "and nobody is told of alerts",
            });
        }),
    ],
});
