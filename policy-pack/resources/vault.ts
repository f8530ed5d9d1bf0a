import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { choice, flag, wordFlag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";
import { classicGrants, grants } from "./vault-access-policy";

/** A key vault in ARM's names and meanings, whatever provider it is written for. */
export interface Vault {
    /** Whether what was deleted cannot be purged before its time. */
    readonly enablePurgeProtection: Setting<boolean>;
    /** Whether roles of Azure decide who reads, in place of a list in the vault. */
    readonly enableRbacAuthorization: Setting<boolean>;
    /** Whether there is a public endpoint: `Enabled` or `Disabled`. */
    readonly publicNetworkAccess: Setting<string>;
    /** What the firewall does with addresses that no rule names: `Allow` or `Deny`. */
    readonly defaultAction: Setting<string>;
    /** Networks that the firewall lets pass. */
    readonly ipRanges: () => Iterable<Property>;
    /** Whether what was deleted can be recovered for a while. */
    readonly enableSoftDelete: Setting<boolean>;
    /** What access policies grant, each operation on its own. */
    readonly permissions: () => Iterable<Property>;
}

const isNative = azureNative("keyvault", "Vault");
const isClassic = azureClassic("keyvault", "KeyVault");

const access = ["Enabled", "Disabled"];
const actions = ["Allow", "Deny"];

/** The version of ARM's API from which on new vaults use roles unless they are told otherwise. */
const firstVersionWithRoles = "20260201";

/** Key vaults: Vault of azure-native, KeyVault of the classic provider. */
export const vault: ResourceKind<Vault> = {
    name: "Vault",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties.at("properties"), usesRolesUnlessTold(type)) : classic(properties);
    },
};

/** The default version of azure-native 3 is an earlier one, and has no date in its token. */
function usesRolesUnlessTold(type: string): boolean {
    const [, version = ""] = /[:/_]v(\d{8})/.exec(type) ?? [];
    return version >= firstVersionWithRoles;
}

/** Each property is a getter: making a view reads nothing. */
function native(properties: Property, rolesUnset: boolean): Vault {
    const rules = properties.at("networkAcls");
    return {
        get enablePurgeProtection() {
            return flag(properties.at("enablePurgeProtection"), false);
        },
        get enableRbacAuthorization() {
            return flag(properties.at("enableRbacAuthorization"), rolesUnset);
        },
        get publicNetworkAccess() {
            return choice(properties.at("publicNetworkAccess"), access, "Enabled");
        },
        get defaultAction() {
            return choice(rules.at("defaultAction"), actions, "Allow");
        },
        *ipRanges() {
            for (const rule of rules.at("ipRules").elements()) yield rule.at("value");
        },
        get enableSoftDelete() {
            return flag(properties.at("enableSoftDelete"), true);
        },
        *permissions() {
            for (const policy of properties.at("accessPolicies").elements()) yield* grants(policy.at("permissions"));
        },
    };
}

/** Names of versions 6, 5 and 4 of the classic provider. */
function classic(resource: Property): Vault {
    const rules = resource.at("networkAcls");
    return {
        get enablePurgeProtection() {
            return flag(resource.at("purgeProtectionEnabled"), false);
        },
        get enableRbacAuthorization() {
            return flag(spelt(resource.at("rbacAuthorizationEnabled"), resource.at("enableRbacAuthorization")), false);
        },
        get publicNetworkAccess() {
            return wordFlag(resource.at("publicNetworkAccessEnabled"), { true: "Enabled", false: "Disabled" }, true);
        },
        get defaultAction() {
            return choice(rules.at("defaultAction"), actions, "Allow");
        },
        *ipRanges() {
            yield* rules.at("ipRules").elements();
        },
        // Of version 3; later ones do not turn it off.
        get enableSoftDelete() {
            return flag(resource.at("softDeleteEnabled"), true);
        },
        *permissions() {
            for (const policy of resource.at("accessPolicies").elements()) yield* classicGrants(policy);
        },
    };
}
