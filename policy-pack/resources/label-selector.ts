import type { Property } from "../property";

/** Whether a selector selects everything: an empty one does. */
export function selectsAll(selector: Property): boolean {
    const parts = [selector.at("matchLabels").members(), selector.at("matchExpressions").elements()];
    return parts.every(({ length }) => length === 0);
}
