import type { Cloud } from "../providers/cloud";
import { ArmError } from "./arm-error";
import { nameOf, parentId, resourceGroupId } from "./arm-path";

/** Throws what ARM says when the resource group, or the resource that is to have the child, does not exist. */
export function requireParent(cloud: Cloud, id: string): void {
    const group = resourceGroupId(id);
    if (group !== undefined && group !== id && cloud.get(group) === undefined) {
        throw new ArmError(404, "ResourceGroupNotFound", `Resource group '${nameOf(group)}' could not be found.`);
    }
    const parent = parentId(id);
    if (parent === undefined || cloud.get(parent) !== undefined || isKeptBySomethingElse(parent)) return;
    throw new ArmError(
        404,
        "ParentResourceNotFound",
        `Failed to perform 'write' on resource(s) of type '${childType(id)}', because the parent resource '${parent}' could not be found.`,
    );
}

/** Services that ARM has in every resource of a kind, and that nobody creates. */
function isKeptBySomethingElse(parent: string): boolean {
    return /\/(blobServices|networkWatchers)\/[^/]+$/i.test(parent) || !/\/providers\//i.test(parent);
}

function childType(id: string): string {
    const segments = id.slice(id.toLowerCase().lastIndexOf("/providers/") + "/providers/".length).split("/");
    return segments
        .slice(2)
        .filter((_, index) => index % 2 === 0)
        .join("/");
}
