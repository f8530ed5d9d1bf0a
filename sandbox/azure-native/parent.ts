import type { Cloud } from "../providers/cloud";
import { ArmError } from "./arm-error";
import { armType, nameOf, parentId, resourceGroupId } from "./arm-path";

/** Throws what ARM says when the resource group, or the resource that is to have the child, does not exist. */
export function requireParent(cloud: Cloud, id: string): void {
    const group = resourceGroupId(id);
    if (group !== undefined && group !== id && cloud.get(group) === undefined) {
        throw new ArmError(404, "ResourceGroupNotFound", `Resource group '${nameOf(group)}' could not be found.`);
    }
    const parent = scopeInArm(parentId(id));
    if (parent === undefined || cloud.get(parent) !== undefined || isKeptBySomethingElse(parent)) return;
    throw new ArmError(
        404,
        "ParentResourceNotFound",
        `Failed to perform 'write' on resource(s) of type '${armType(id)}', because the parent resource '${parent}' could not be found.`,
    );
}

/** A namespace of a cluster is a scope of role assignments although ARM has no such resource. */
function scopeInArm(parent: string | undefined): string | undefined {
    return parent?.replace(/(\/managedClusters\/[^/]+)\/namespaces\/[^/]+$/i, "$1");
}

/** Services that ARM has in every resource of a kind, and that nobody creates. */
function isKeptBySomethingElse(parent: string): boolean {
    return /\/(blobServices|networkWatchers)\/[^/]+$/i.test(parent) || !/\/providers\//i.test(parent);
}
