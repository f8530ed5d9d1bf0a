import type { Property } from "../property";

/** Whether a text is given and not empty; a text that is made in the same program is not known yet, and given all the same. */
export function isFilled(property: Property): boolean {
    return property.isKnown ? (property.string() ?? "") !== "" : property.isGiven;
}
