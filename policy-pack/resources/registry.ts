import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { choice, flag, wordFlag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** A container registry in ARM's names and meanings, whatever provider it is written for. */
export interface Registry {
    /** Whether there is an account with a password that may do everything. */
    readonly adminUserEnabled: Setting<boolean>;
    /** Whether everybody may pull, without signing in. */
    readonly anonymousPullEnabled: Setting<boolean>;
    /** Whether there is a public endpoint: `Enabled` or `Disabled`. */
    readonly publicNetworkAccess: Setting<string>;
    /** What the firewall does with addresses that no rule names: `Allow` or `Deny`. */
    readonly defaultAction: Setting<string>;
    /** Networks that the firewall lets pass. */
    readonly ipRanges: () => Iterable<Property>;
    /** Services of Azure that the firewall lets pass: `AzureServices` or `None`. */
    readonly networkRuleBypassOptions: Setting<string>;
}

const isNative = azureNative("containerregistry", "Registry");
const isClassic = azureClassic("containerservice", "Registry");

const access = ["Enabled", "Disabled"];
const actions = ["Allow", "Deny"];
const bypasses = ["AzureServices", "None"];

/** Container registries: Registry of azure-native, and of the classic provider. */
export const registry: ResourceKind<Registry> = {
    name: "Registry",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties) : classic(properties);
    },
};

/** Each property is a getter: making a view reads nothing. */
function native(resource: Property): Registry {
    const rules = resource.at("networkRuleSet");
    return {
        get adminUserEnabled() {
            return flag(resource.at("adminUserEnabled"), false);
        },
        get anonymousPullEnabled() {
            return flag(resource.at("anonymousPullEnabled"), false);
        },
        get publicNetworkAccess() {
            return choice(resource.at("publicNetworkAccess"), access, "Enabled");
        },
        get defaultAction() {
            return choice(rules.at("defaultAction"), actions, "Allow");
        },
        *ipRanges() {
            for (const rule of rules.at("ipRules").elements()) yield rule.at("iPAddressOrRange");
        },
        get networkRuleBypassOptions() {
            return choice(resource.at("networkRuleBypassOptions"), bypasses, "AzureServices");
        },
    };
}

/** Names of versions 6, 5 and 4 of the classic provider. */
function classic(resource: Property): Registry {
    const rules = resource.at("networkRuleSet");
    return {
        get adminUserEnabled() {
            return flag(resource.at("adminEnabled"), false);
        },
        get anonymousPullEnabled() {
            return flag(resource.at("anonymousPullEnabled"), false);
        },
        get publicNetworkAccess() {
            return wordFlag(resource.at("publicNetworkAccessEnabled"), { true: "Enabled", false: "Disabled" }, true);
        },
        get defaultAction() {
            return choice(rules.at("defaultAction"), actions, "Allow");
        },
        *ipRanges() {
            for (const rule of rules.at("ipRules").elements()) yield rule.at("ipRange");
        },
        get networkRuleBypassOptions() {
            return choice(resource.at("networkRuleBypassOption"), bypasses, "AzureServices");
        },
    };
}
