import type { Cloud, CloudResource } from "../../providers/cloud";
import type { PropertyMap, PropertyValue } from "../../providers/property";
import { isMap, knownString, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";

/** The resource that the request refers to. Throws ARM's refusal of a reference to nothing. */
export function requireReference(
    cloud: Cloud,
    from: string,
    reference: PropertyValue | undefined,
): CloudResource | undefined {
    const id = knownString(isMap(reference) ? reference.id : reference);
    if (id === undefined) return undefined;
    const found = cloud.get(id);
    if (found !== undefined) return found;
    throw new ArmError(
        400,
        "InvalidResourceReference",
        `Resource ${id} referenced by resource ${from} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
    );
}

/** Whether anything in the values is this id. */
export function refersTo(values: PropertyValue | undefined, id: string): boolean {
    if (typeof values === "string") return values.toLowerCase() === id.toLowerCase();
    if (Array.isArray(values)) return values.some((item) => refersTo(item, id));
    return isMap(values) && Object.values(values).some((item) => refersTo(item, id));
}

/** Resources, other than its own children, that refer to the resource. */
export function usersOf(cloud: Cloud, id: string, tokens: readonly string[]): CloudResource[] {
    return cloud.filter(
        (resource) =>
            tokens.includes(resource.token) &&
            resource.id.toLowerCase() !== id.toLowerCase() &&
            refersTo(resource.inputs, id),
    );
}

/** The direct children of a resource of one kind, such as `subnets`. */
export function childrenOf(cloud: Cloud, id: string, kind: string): CloudResource[] {
    const prefix = `${id}/${kind}/`.toLowerCase();
    return cloud.filter(
        (child) => child.id.toLowerCase().startsWith(prefix) && !child.id.slice(prefix.length).includes("/"),
    );
}

/** The children as a list of the parent's outputs shows them. */
export function embedded(children: readonly CloudResource[]): PropertyMap[] {
    return children.map(({ id, outputs }) => {
        const { azureApiVersion, ...rest } = outputs;
        return azureApiVersion === undefined ? { id, ...outputs } : { id, ...rest };
    });
}

/** A value that stays what it was, or is made anew at creation. */
export function kept(existing: CloudResource | undefined, make: () => PropertyValue, ...path: string[]): PropertyValue {
    return valueAt(existing?.outputs, ...path) ?? make();
}

/** Throws ARM's refusal of a change that an update cannot make. */
export function refuseChange(property: string): never {
    throw new ArmError(400, "PropertyChangeNotAllowed", `Changing property '${property}' is not allowed.`);
}

/** Throws a refusal for which ARM has no code of its own. */
export function badRequest(message: string): never {
    throw new ArmError(400, "BadRequest", message);
}

/** Throws a refusal of a value for which ARM has no code of its own. */
export function invalidParameter(message: string): never {
    throw new ArmError(400, "InvalidParameter", message);
}
