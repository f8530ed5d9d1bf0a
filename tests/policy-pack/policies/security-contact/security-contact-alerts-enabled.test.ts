import { securityContactAlertsEnabled } from "../../../../policy-pack/policies/security-contact/security-contact-alerts-enabled";
import { classicSecurityContact, defenderTemplate, securityContact } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const mailed = "and alerts are then not mailed";
const withAlerts = (alertNotifications: unknown) =>
    securityContact({ notificationsSources: undefined, alertNotifications });

testPolicy(securityContactAlertsEnabled, {
    compliant: {
        "alerts among the sources": securityContact(),
        "attack paths too": securityContact({
            notificationsSources: [{ sourceType: "AttackPath" }, { sourceType: "alert" }],
        }),
        "alerts behind a source without a type": securityContact({
            notificationsSources: [{ minimalRiskLevel: "High" }, { sourceType: "Alert" }],
        }),
        "`On` of version 2020": withAlerts({ state: "On", minimalSeverity: "High" }),
        "`On` of version 2017": withAlerts("On"),
        "`true` (classic)": classicSecurityContact(),
        "a contact in a template": defenderTemplate(),
    },
    violating: {
        unset: {
            ...withAlerts(undefined),
            message: `\`notificationsSources\` is unset, ${mailed}; set it to a list with the source type \`Alert\`.`,
        },
        "other sources": {
            ...securityContact({ notificationsSources: [{ sourceType: "AttackPath" }] }),
            message: `\`notificationsSources\` is without \`Alert\`, ${mailed}; set it to a list with the source type \`Alert\`.`,
        },
        "`Off` of version 2020": {
            ...withAlerts({ state: "Off" }),
            message: `\`alertNotifications.state\` is \`Off\`, ${mailed}; set it to \`On\`.`,
        },
        "no state of version 2020": {
            ...withAlerts({ minimalSeverity: "High" }),
            message: `\`alertNotifications.state\` is unset, ${mailed}; set it to \`On\`.`,
        },
        "`Off` of version 2017": {
            ...withAlerts("Off"),
            message: `\`alertNotifications\` is \`Off\`, ${mailed}; set it to \`On\`.`,
        },
        "`false` (classic)": {
            ...classicSecurityContact({ alertNotifications: false }),
            message: `\`alertNotifications\` is \`false\`, ${mailed}; set it to \`true\`.`,
        },
        "unset (classic)": {
            ...classicSecurityContact({ alertNotifications: undefined }),
            message: `\`alertNotifications\` is unset, ${mailed}; set it to \`true\`.`,
        },
        "a boolean for a word": {
            ...withAlerts(true),
            message: "`alertNotifications` is a boolean; set it to a string.",
        },
    },
    undetermined: {
        "unknown sources": {
            ...securityContact({ notificationsSources: UNKNOWN }),
            undetermined: ["`notificationsSources` is not known before the update"],
        },
        "an unknown setting": {
            ...withAlerts(UNKNOWN),
            undetermined: ["`alertNotifications` is not known before the update"],
        },
    },
});
