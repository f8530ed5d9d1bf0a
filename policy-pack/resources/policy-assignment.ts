import type { ResourceKind } from "../policy";
import { Malformed, Property, spelt } from "../property";
import { text, wordFlag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** An assignment of a policy definition or of an initiative, in ARM's names and meanings. */
export interface PolicyAssignment {
    /** The ARM id of what is assigned; empty when unset. */
    readonly policyDefinitionId: Setting<string>;
    /** `Default` where the effect takes place. */
    readonly enforcementMode: Setting<string>;
    /** The value of a parameter. */
    readonly parameter: (name: string) => Property;
    /** The effects that replace that of the definition. */
    readonly effectOverrides: () => readonly Setting<string>[];
    /** The ids of what is left out of the scope. */
    readonly notScopes: () => readonly Property[];
    /** What limits it to some resources of the scope. */
    readonly resourceSelectors: () => readonly Property[];
}

const isNative = azureNative("authorization", "PolicyAssignment");
const classicTypes = [
    azureClassic("core", "ResourceGroupPolicyAssignment"),
    azureClassic("core", "SubscriptionPolicyAssignment"),
    azureClassic("core", "ResourcePolicyAssignment"),
    azureClassic("management", "GroupPolicyAssignment"),
    // Version 4.
    azureClassic("policy", "Assignment"),
];
const isClassic = (type: string) => classicTypes.some((is) => is(type));

/** Policy assignments: PolicyAssignment of azure-native, and the ones of the classic provider for each kind of scope. */
export const policyAssignment: ResourceKind<PolicyAssignment> = {
    name: "PolicyAssignment",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties) : classic(properties);
    },
};

function native(assignment: Property): PolicyAssignment {
    return {
        get policyDefinitionId() {
            return text(assignment.at("policyDefinitionId"), "");
        },
        get enforcementMode() {
            return text(assignment.at("enforcementMode"), "Default");
        },
        parameter: (name) => valueOf(assignment.at("parameters"), name),
        ...limits(assignment),
    };
}

/** Both providers have the same names here; only azure-native has overrides of something else than the effect. */
function limits(assignment: Property): Pick<PolicyAssignment, "effectOverrides" | "notScopes" | "resourceSelectors"> {
    return {
        effectOverrides: () =>
            assignment
                .at("overrides")
                .elements()
                .filter((override) => (override.at("kind").string() ?? "policyEffect").toLowerCase() === "policyeffect")
                .map((override) => text(override.at("value"), "")),
        notScopes: () => assignment.at("notScopes").elements(),
        resourceSelectors: () => assignment.at("resourceSelectors").elements(),
    };
}

/** The classic provider takes the parameters as a JSON text. */
function classic(assignment: Property): PolicyAssignment {
    const parameters = assignment.at("parameters");
    return {
        get policyDefinitionId() {
            return text(assignment.at("policyDefinitionId"), "");
        },
        get enforcementMode() {
            const property = spelt(assignment.at("enforce"), assignment.at("enforcementMode"));
            return wordFlag(property, { true: "Default", false: "DoNotEnforce" }, true);
        },
        parameter: (name) => valueOf(Property.root(parsed(parameters), parameters.path), name),
        ...limits(assignment),
    };
}

/** ARM compares the names of parameters without regard to case. */
function valueOf(parameters: Property, name: string): Property {
    const given = parameters.members().find((member) => member.name.toLowerCase() === name.toLowerCase());
    return (given?.property ?? parameters.at(name)).at("value");
}

function parsed(parameters: Property): unknown {
    const json = parameters.string();
    if (json === undefined) return undefined;
    try {
        return JSON.parse(json);
    } catch {
        throw new Malformed(parameters.path, json, "an object as JSON");
    }
}
