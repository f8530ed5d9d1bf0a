import { securityContactOwnersNotified } from "../../../../policy-pack/policies/security-contact/security-contact-owners-notified";
import { classicSecurityContact, defenderTemplate, securityContact } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const untold = "and owners are then not told of alerts";

testPolicy(securityContactOwnersNotified, {
    compliant: {
        owners: securityContact(),
        "owners among others": securityContact({ "notificationsByRole.roles": ["Contributor", "owner"] }),
        "owners behind a role that is none": securityContact({ "notificationsByRole.roles": [null, "Owner"] }),
        "`On` of version 2017": securityContact({ notificationsByRole: undefined, alertsToAdmins: "On" }),
        "`true` (classic)": classicSecurityContact(),
        "a contact in a template": defenderTemplate(),
    },
    violating: {
        unset: {
            ...securityContact({ notificationsByRole: undefined }),
            message: `\`notificationsByRole.state\` is unset, ${untold}; set it to \`On\`.`,
        },
        "`Off`": {
            ...securityContact({ "notificationsByRole.state": "Off" }),
            message: `\`notificationsByRole.state\` is \`Off\`, ${untold}; set it to \`On\`.`,
        },
        "other roles": {
            ...securityContact({ "notificationsByRole.roles": ["Contributor"] }),
            message: `\`notificationsByRole.roles\` is without \`Owner\`, ${untold}; set it to a list with \`Owner\`.`,
        },
        "no roles": {
            ...securityContact({ "notificationsByRole.roles": undefined }),
            message: `\`notificationsByRole.roles\` is unset, ${untold}; set it to a list with \`Owner\`.`,
        },
        "`Off` of version 2017": {
            ...securityContact({ notificationsByRole: undefined, alertsToAdmins: "Off" }),
            message: `\`alertsToAdmins\` is \`Off\`, ${untold}; set it to \`On\`.`,
        },
        "`false` (classic)": {
            ...classicSecurityContact({ alertsToAdmins: false }),
            message: `\`alertsToAdmins\` is \`false\`, ${untold}; set it to \`true\`.`,
        },
        "unset (classic)": {
            ...classicSecurityContact({ alertsToAdmins: undefined }),
            message: `\`alertsToAdmins\` is unset, ${untold}; set it to \`true\`.`,
        },
        "a text for roles": {
            ...securityContact({ "notificationsByRole.roles": "Owner" }),
            message: "`notificationsByRole.roles` is a string; set it to a list.",
        },
    },
    undetermined: {
        "an unknown state": {
            ...securityContact({ "notificationsByRole.state": UNKNOWN }),
            undetermined: ["`notificationsByRole.state` is not known before the update"],
        },
    },
});
