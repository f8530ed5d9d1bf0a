import { Malformed, Property, unknownValueError } from "../property";
import { azureNative } from "./type-token";

/** Whether resources of this type deploy a template for a subscription. */
export const isSubscriptionTemplate = azureNative("resources", "DeploymentAtSubscriptionScope");

/** The ARM types that policies look for in templates. */
const judgedTypes = ["microsoft.security/pricings", "microsoft.security/securitycontacts"];

/** Whether policies see all that a deployment brings about. */
export function isSeenThrough(deployment: Property): boolean {
    try {
        const resources = resourcesOf(given(deployment));
        return (
            !deployment.in("properties", "templateLink").isGiven &&
            resources.length > 0 &&
            resources.every((resource) => isJudged(resource) && !hasExpression(resource))
        );
    } catch {
        // What cannot be read was not seen.
        return false;
    }
}

function isJudged(resource: Property): boolean {
    const type = resource.at("type").string()?.toLowerCase() ?? "";
    return judgedTypes.includes(type) && !resource.at("resources").isGiven;
}

/** The resources of one ARM type in the template of a deployment. What cannot be decided of one is thrown after the others. */
export function* resourcesInTemplate(deployment: Property, armType: string): Generator<Property> {
    const template = given(deployment);
    const undecided: Error[] = [];
    for (const resource of resourcesOf(Property.root(withoutExpressions(template.value), template.path))) {
        try {
            if (resource.at("type").string()?.toLowerCase() !== armType.toLowerCase()) continue;
            if (resource.at("condition").value === false) continue;
        } catch (error) {
            if (!(error instanceof Error)) throw error;
            undecided.push(error);
            continue;
        }
        yield resource;
    }
    const [doubt] = undecided;
    if (doubt !== undefined) throw doubt;
}

/** A list, or from version 2.0 of the language on a map by names that only the template knows. */
function resourcesOf(template: Property): Property[] {
    const resources = template.at("resources");
    const { value } = resources;
    const isMap = typeof value === "object" && !Array.isArray(value);
    return isMap ? resources.members().map(({ property }) => property) : resources.elements();
}

/** A text that ARM evaluates when it deploys; two brackets begin a plain one. */
function isExpression(value: unknown): boolean {
    return typeof value === "string" && /^\[(?!\[)/.test(value);
}

function hasExpression(property: Property): boolean {
    if (!property.isKnown) return false;
    const { value } = property;
    if (Array.isArray(value)) return property.elements().some(hasExpression);
    if (typeof value === "object") return property.members().some((member) => hasExpression(member.property));
    return isExpression(value);
}

/** The same value, in which expressions are unknown. */
function withoutExpressions(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
        get(target, name, receiver) {
            const inner: unknown = Reflect.get(target, name, receiver);
            if (isExpression(inner)) throw unknownValueError([]);
            return withoutExpressions(inner);
        },
    });
}

/** The template that is given; it may be a JSON text. */
function given(deployment: Property): Property {
    const template = deployment.in("properties", "template");
    if (typeof template.value !== "string") return template;
    try {
        return Property.root(JSON.parse(template.value), template.path);
    } catch {
        throw new Malformed(template.path, template.value, "a template in JSON");
    }
}
