import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { text, textFlag, type Setting } from "../setting";
import { isSubscriptionTemplate, resourcesInTemplate } from "./subscription-template";
import { azureClassic, azureNative } from "./type-token";

/** A plan of Microsoft Defender for Cloud, in ARM's names. */
export interface DefenderPlan {
    /** Which plan: `Containers` and so on. */
    readonly pricingName: Setting<string>;
    /** `Standard` where the plan is on, else `Free`. */
    readonly pricingTier: Setting<string>;
    /** The extensions as a whole. */
    readonly extensions: Property;
    /** Whether an extension is on: a setting for each entry of that name. */
    readonly extension: (name: string) => Iterable<Setting<boolean>>;
}

const isNative = azureNative("security", "Pricing");
const isClassic = azureClassic("securitycenter", "SubscriptionPricing");

/**
 * Plans of Defender for Cloud: Pricing of azure-native, SubscriptionPricing of the classic provider, and plans inside of
 * a template for a subscription.
 */
export const defenderPlan: ResourceKind<DefenderPlan> = {
    name: "Pricing",
    matches: (type) => isNative(type) || isClassic(type) || isSubscriptionTemplate(type),
    *views({ type, properties }) {
        if (isClassic(type)) yield classic(properties);
        else if (isNative(type)) yield native(properties.at("pricingName"), properties);
        else yield* inTemplate(properties);
    },
};

function native(name: Property, plan: Property): DefenderPlan {
    const extensions = plan.at("extensions");
    return {
        get pricingName() {
            return text(name, "");
        },
        get pricingTier() {
            return text(plan.at("pricingTier"), "Free");
        },
        extensions,
        extension: (wanted) =>
            named(extensions, wanted).map((entry) =>
                textFlag(entry.at("isEnabled"), false, { true: "True", false: "False" }),
            ),
    };
}

/** Names of versions 6 and 5. What is listed is on. */
function classic(plan: Property): DefenderPlan {
    const extensions = plan.at("extensions");
    return {
        get pricingName() {
            return text(plan.at("resourceType"), "VirtualMachines");
        },
        get pricingTier() {
            return text(plan.at("tier"), "Free");
        },
        extensions,
        extension: (wanted) => named(extensions, wanted).map(listed),
    };
}

function* inTemplate(deployment: Property): Generator<DefenderPlan> {
    for (const resource of resourcesInTemplate(deployment, "Microsoft.Security/pricings")) {
        yield native(resource.at("name"), resource.at("properties"));
    }
}

function named(extensions: Property, wanted: string): Property[] {
    return extensions.elements().filter((entry) => entry.at("name").string()?.toLowerCase() === wanted.toLowerCase());
}

function listed(entry: Property): Setting<boolean> {
    return { path: entry.path, known: true, value: true, effective: true, spell: String };
}
