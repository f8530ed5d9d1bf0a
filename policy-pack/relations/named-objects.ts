import type { RoleRule } from "../resources/role";

/** Whether a rule grants rights on some objects by their names, and so not on every one. */
export function namesItsObjects({ property }: Pick<RoleRule, "property">): boolean {
    return property.at("resourceNames").elements().length > 0;
}
