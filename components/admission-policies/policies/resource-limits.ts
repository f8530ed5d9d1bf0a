import { containersWhere } from "../containers";
import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** Containers that are added to a running pod to look into it cannot have limits. */
const limitable = "variables.containers";

export function resourceLimits({ cpu, memory }: { cpu: string; memory: string }): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [...limitDemands("cpu", cpu), ...limitDemands("memory", memory)],
    };
}

function limitDemands(resource: "cpu" | "memory", most: string) {
    const limit = `c.?resources.?limits.?${resource}`;
    return [
        {
            name: `${resource}Missing`,
            must: `Containers must have a limit of ${resource}`,
            offenders: containersWhere(`!${limit}.hasValue()`, limitable),
            found: `resources.limits.${resource} is unset in`,
            remedy: `set it to at most ${most}`,
        },
        {
            name: `${resource}Excessive`,
            must: `Containers must have a limit of ${resource} of at most ${most}`,
            offenders: containersWhere(
                `${limit}.hasValue() && quantity(string(${limit}.orValue("0"))).isGreaterThan(quantity(${literal(most)}))`,
                limitable,
            ),
            found: `resources.limits.${resource} is above ${most} in`,
            remedy: `set it to at most ${most}`,
        },
    ];
}
