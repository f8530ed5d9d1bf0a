import { containersWhere } from "../containers";
import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** The one capability of the restricted pod security standard: ports below 1024. */
const usualCapabilities = ["NET_BIND_SERVICE"];

/** What the policy takes. */
export interface Capabilities {
    allowedCapabilities?: string[];
}

export function capabilities({ allowedCapabilities = usualCapabilities }: Capabilities): AdmissionPolicy {
    const given = "c.?securityContext.?capabilities";
    return {
        judges: workloads,
        breaksKured: true,
        demands: [
            {
                name: "kept",
                must: "Containers must drop all capabilities",
                offenders: containersWhere(`!variables.windows && !("ALL" in ${given}.?drop.orValue([]))`),
                found: "securityContext.capabilities.drop is without ALL in",
                remedy: 'set it to ["ALL"]',
            },
            {
                name: "added",
                must: "Containers must add no capabilities but allowed ones",
                offenders: containersWhere(
                    `!variables.windows && !${given}.?add.orValue([]).all(capability, capability in ${literal(allowedCapabilities)})`,
                ),
                found: "securityContext.capabilities.add has another one in",
                remedy:
                    allowedCapabilities.length === 0 ? "leave it out" : `add only ${allowedCapabilities.join(", ")}`,
            },
        ],
    };
}
