import { securityContactEmailSet } from "../../../../policy-pack/policies/security-contact/security-contact-email-set";
import { classicSecurityContact, defenderTemplate, securityContact } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const nobody = "and nobody is told of alerts; set it to the addresses of those who act on them.";

testPolicy(securityContactEmailSet, {
    compliant: {
        "an address": securityContact(),
        "two addresses": securityContact({ emails: "a@example.com;b@example.com" }),
        "a contact that is enabled": securityContact({ isEnabled: true }),
        "the name of version 2017": securityContact({ emails: undefined, email: "a@example.com" }),
        "an address (classic)": classicSecurityContact(),
        "a contact in a template": defenderTemplate(),
    },
    violating: {
        unset: { ...securityContact({ emails: undefined }), message: `\`emails\` is unset, ${nobody}` },
        empty: { ...securityContact({ emails: "" }), message: `\`emails\` is unset, ${nobody}` },
        "no address": {
            ...securityContact({ emails: "security" }),
            message: `\`emails\` is no address of mail, ${nobody}`,
        },
        "separators alone": {
            ...securityContact({ emails: "@;@" }),
            message: `\`emails\` is no address of mail, ${nobody}`,
        },
        "unset (classic)": {
            ...classicSecurityContact({ email: undefined }),
            message: `\`email\` is unset, ${nobody}`,
        },
        "a contact that is disabled": {
            ...securityContact({ isEnabled: false }),
            message: "`isEnabled` is `false`, and nobody is told of alerts; set it to `true`.",
        },
        "a list": {
            ...securityContact({ emails: ["a@example.com"] }),
            message: "`emails` is a list; set it to a string.",
        },
    },
    undetermined: {
        "an unknown address": {
            ...securityContact({ emails: UNKNOWN, isEnabled: false }),
            undetermined: ["`emails` is not known before the update"],
            violations: ["`isEnabled` is `false`, and nobody is told of alerts; set it to `true`."],
        },
    },
});
