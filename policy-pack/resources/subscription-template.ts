import { Malformed, Property } from "../property";
import { azureNative } from "./type-token";

/** Whether resources of this type deploy a template for a subscription. */
export const isSubscriptionTemplate = azureNative("resources", "DeploymentAtSubscriptionScope");

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
