import { Malformed, Property } from "../property";
import { azureNative } from "./type-token";

/** Whether resources of this type deploy a template for a subscription. */
export const isSubscriptionTemplate = azureNative("resources", "DeploymentAtSubscriptionScope");

/** The ARM types that policies look for in templates. */
const judgedTypes = ["microsoft.security/pricings", "microsoft.security/securitycontacts"];

/** Whether policies see all that a deployment brings about. */
export function isSeenThrough(deployment: Property): boolean {
    try {
        const resources = parsed(deployment.in("properties", "template")).at("resources").elements();
        return resources.every((resource) => judgedTypes.includes(resource.at("type").string()?.toLowerCase() ?? ""));
    } catch {
        // What cannot be read was not seen.
        return false;
    }
}

/** The resources of one ARM type in the template of a deployment. */
export function* resourcesInTemplate(deployment: Property, armType: string): Generator<Property> {
    const template = parsed(deployment.in("properties", "template"));
    for (const resource of template.at("resources").elements()) {
        if (resource.at("type").string()?.toLowerCase() === armType.toLowerCase()) yield resource;
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
