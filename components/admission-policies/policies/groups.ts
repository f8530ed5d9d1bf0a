import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** What the policy takes. */
export interface Groups {
    allowedRanges?: { min: number; max: number }[];
}

const allButRoot = [{ min: 1, max: 2_147_483_647 }];

/** Files of the node and of images often belong to the group of root, 0. */
export function groups({ allowedRanges = allButRoot }: Groups): AdmissionPolicy {
    const outside = (group: string) =>
        `!(${allowedRanges.map(({ min, max }) => `(${group} >= ${String(min)} && ${group} <= ${String(max)})`).join(" || ")})`;
    const remedy = `set groups in the range ${allowedRanges.map(({ min, max }) => `${String(min)}-${String(max)}`).join(", ")}`;
    const own = "variables.spec.securityContext";
    const single = `["fsGroup", "runAsGroup"].filter(field, has(${own}) && field in ${own} && ${outside(`${own}[field]`)})`;
    const list = `variables.spec.?securityContext.?supplementalGroups.orValue([]).filter(group, ${outside("group")}).map(group, "supplementalGroups " + string(group))`;
    return {
        judges: workloads,
        breaksKured: true,
        demands: [
            {
                name: "ofPod",
                must: "Groups of pods must lie in the allowed ranges",
                offenders: `${single} + ${list}`,
                found: "securityContext of the pod has another group in",
                remedy,
            },
            {
                name: "ofContainers",
                must: "Groups of containers must lie in the allowed ranges",
                offenders: containersWhere(
                    `has(c.securityContext) && has(c.securityContext.runAsGroup) && ${outside("c.securityContext.runAsGroup")}`,
                ),
                found: "securityContext.runAsGroup is another group in",
                remedy,
            },
        ],
    };
}
