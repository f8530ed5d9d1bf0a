import type { ResourceKind } from "../policy";
import { Property, spelt } from "../property";
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
    /** `Basic`, `Standard` or `Premium`; empty when unset. */
    readonly tier: Setting<string>;
    /** Whether pulls come from an address of the registry alone. */
    readonly dataEndpointEnabled: Setting<boolean>;
    /** Whether artifacts may be copied into other registries: `enabled` or `disabled`. */
    readonly exportPolicy: Setting<string>;
    /** Whether untagged manifests are purged after some days: `enabled` or `disabled`. */
    readonly retentionPolicy: Setting<string>;
    /** Whether what was deleted can be restored for some days: `enabled` or `disabled`. */
    readonly softDeletePolicy: Setting<string>;
    /** Whether images are signed by Docker Content Trust: `enabled` or `disabled`. */
    readonly trustPolicy: Setting<string>;
}

const isNative = azureNative("containerregistry", "Registry");
const isClassic = azureClassic("containerservice", "Registry");

const access = ["Enabled", "Disabled"];
const actions = ["Allow", "Deny"];
const bypasses = ["AzureServices", "None"];
const tiers = ["Basic", "Standard", "Premium"];
const statuses = { true: "enabled", false: "disabled" };

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
    const status = (policy: string, unset: string) =>
        choice(resource.in("policies", policy, "status"), Object.values(statuses), unset);
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
        get tier() {
            return choice(resource.in("sku", "name"), tiers, "");
        },
        get dataEndpointEnabled() {
            return flag(resource.at("dataEndpointEnabled"), false);
        },
        get exportPolicy() {
            return status("exportPolicy", "enabled");
        },
        get retentionPolicy() {
            return status("retentionPolicy", "disabled");
        },
        get softDeletePolicy() {
            return status("softDeletePolicy", "disabled");
        },
        get trustPolicy() {
            return status("trustPolicy", "disabled");
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
        get tier() {
            return choice(resource.at("sku"), tiers, "");
        },
        get dataEndpointEnabled() {
            return flag(resource.at("dataEndpointEnabled"), false);
        },
        get exportPolicy() {
            return wordFlag(resource.at("exportPolicyEnabled"), statuses, true);
        },
        get retentionPolicy() {
            const block = resource.at("retentionPolicy");
            return block.isGiven
                ? wordFlag(block.at("enabled"), statuses, false)
                : days(resource.at("retentionPolicyInDays"));
        },
        // The provider has no such property: a path that nobody can set.
        get softDeletePolicy() {
            return wordFlag(Property.root(undefined, "softDeletePolicy"), statuses, false);
        },
        get trustPolicy() {
            const property = spelt(resource.at("trustPolicyEnabled"), resource.in("trustPolicy", "enabled"));
            return wordFlag(property, statuses, false);
        },
    };
}

/** Version 6 has a number of days, and purges nothing without one. */
function days(property: Property): Setting<string> {
    const read = () => {
        const found = property.number();
        return found === undefined ? undefined : found > 0 ? statuses.true : statuses.false;
    };
    return {
        path: property.path,
        get known() {
            return property.isKnown ? this.effective : undefined;
        },
        get value() {
            return read();
        },
        get effective() {
            return read() ?? statuses.false;
        },
        spell: (value) => (value === statuses.true ? "`30`" : "`0`"),
    };
}
