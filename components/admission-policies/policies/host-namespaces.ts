import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** Who sees the processes of a node reads their environment and memory. */
export function hostNamespaces(): AdmissionPolicy {
    return {
        judges: workloads,
        breaksKured: true,
        demands: [
            {
                name: "shared",
                must: "Pods must not share the process and IPC namespaces of the node",
                offenders: '["hostPID", "hostIPC"].filter(field, variables.spec[?field].orValue(false))',
                found: "namespaces of the node are shared by",
                remedy: "set each to false, or leave it out",
            },
        ],
    };
}
