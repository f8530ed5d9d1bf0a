import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { choice, flag, text, wordFlag, type Setting } from "../setting";
import { isSubscriptionTemplate, resourcesInTemplate } from "./subscription-template";
import { azureClassic, azureNative } from "./type-token";

/** Whom Defender for Cloud tells of alerts, in ARM's names. */
export interface SecurityContact {
    /** Addresses with semicolons between them; empty when unset. */
    readonly emails: Setting<string>;
    /** Whether the contact is told anything. */
    readonly isEnabled: Setting<boolean>;
    /** Whether alerts are mailed: `On` or `Off`, and where versions of 2023 and later have a list, `undefined`. */
    readonly alertNotifications: () => Setting<string> | undefined;
    /** What is mailed, from version 2023 on. */
    readonly notificationsSources: Property;
    /** Whether owners of the subscription are told as well: `On` or `Off`. */
    readonly notifiesRoles: Setting<string>;
    /** The roles that are told; `undefined` where the version has no list. */
    readonly roles: Property | undefined;
}

const isNative = azureNative("security", "SecurityContact");
const isClassic = azureClassic("securitycenter", "Contact");

const states = { true: "On", false: "Off" };
const words = Object.values(states);

/**
 * Security contacts of a subscription: SecurityContact of azure-native, Contact of the classic provider, and contacts
 * inside of a template for a subscription.
 */
export const securityContact: ResourceKind<SecurityContact> = {
    name: "SecurityContact",
    matches: (type) => isNative(type) || isClassic(type) || isSubscriptionTemplate(type),
    *views({ type, properties }) {
        if (isClassic(type)) yield classic(properties);
        else if (isNative(type)) yield native(properties);
        else yield* inTemplate(properties);
    },
};

function* inTemplate(deployment: Property): Generator<SecurityContact> {
    for (const resource of resourcesInTemplate(deployment, "Microsoft.Security/securityContacts")) {
        yield native(resource.at("properties"));
    }
}

/** Versions 2017, 2020 and 2023 of the API, each with names of its own. */
function native(contact: Property): SecurityContact {
    const alerts = contact.at("alertNotifications");
    const admins = contact.at("alertsToAdmins");
    const byRole = contact.at("notificationsByRole");
    return {
        get emails() {
            return text(spelt(contact.at("emails"), contact.at("email")), "");
        },
        get isEnabled() {
            return flag(contact.at("isEnabled"), true);
        },
        alertNotifications() {
            if (!alerts.isGiven) return undefined;
            return choice(typeof alerts.value === "object" ? alerts.at("state") : alerts, words, "Off");
        },
        notificationsSources: contact.at("notificationsSources"),
        get notifiesRoles() {
            return choice(admins.isGiven ? admins : byRole.at("state"), words, "Off");
        },
        get roles() {
            return admins.isGiven ? undefined : byRole.at("roles");
        },
    };
}

/** Names of versions 6, 5 and 4. */
function classic(contact: Property): SecurityContact {
    return {
        get emails() {
            return text(contact.at("email"), "");
        },
        get isEnabled() {
            return flag(contact.at("isEnabled"), true);
        },
        alertNotifications: () => wordFlag(contact.at("alertNotifications"), states, false),
        notificationsSources: contact.at("notificationsSources"),
        get notifiesRoles() {
            return wordFlag(contact.at("alertsToAdmins"), states, false);
        },
        roles: undefined,
    };
}
