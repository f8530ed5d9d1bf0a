import type { ResourceKind } from "../policy";
import { Malformed, Property } from "../property";
import { text, textFlag, type Setting } from "../setting";
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
const isTemplate = azureNative("resources", "DeploymentAtSubscriptionScope");

/**
 * Plans of Defender for Cloud: Pricing of azure-native, SubscriptionPricing of the classic provider, and plans inside of
 * a template for a subscription.
 */
export const defenderPlan: ResourceKind<DefenderPlan> = {
    name: "Pricing",
    matches: (type) => isNative(type) || isClassic(type) || isTemplate(type),
    *views({ type, properties }) {
        if (isClassic(type)) yield classic(properties);
        else if (isNative(type)) yield native(properties.at("pricingName"), properties);
        else yield* inTemplate(properties.in("properties", "template"));
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

function* inTemplate(template: Property): Generator<DefenderPlan> {
    for (const resource of parsed(template).at("resources").elements()) {
        if (resource.at("type").string()?.toLowerCase() === "microsoft.security/pricings") {
            yield native(resource.at("name"), resource.at("properties"));
        }
    }
}

/** A template may be a JSON text. */
function parsed(template: Property): Property {
    if (typeof template.value !== "string") return template;
    try {
        return Property.root(JSON.parse(template.value), template.path);
    } catch {
        throw new Malformed(template.path, template.value, "a template in JSON");
    }
}

function named(extensions: Property, wanted: string): Property[] {
    return extensions.elements().filter((entry) => entry.at("name").string()?.toLowerCase() === wanted.toLowerCase());
}

function listed(entry: Property): Setting<boolean> {
    return { path: entry.path, known: true, value: true, effective: true, spell: String };
}
