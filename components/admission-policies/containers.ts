/** Texts for the containers of a list that a condition holds for, as an expression of CEL. */
export function containersWhere(condition: string, list = "variables.allContainers"): string {
    return `${list}.filter(c, ${condition}).map(c, "container " + string(c.?name.orValue("without a name")))`;
}

/** A text for the pod itself where a condition holds, as an expression of CEL. */
export function podWhere(condition: string): string {
    return `["the pod"].filter(pod, ${condition})`;
}
