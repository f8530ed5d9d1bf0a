import { podWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

export function defaultNamespace(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "here",
                must: "Workloads must not live in the namespace default",
                offenders: podWhere('namespaceObject.metadata.name == "default"'),
                found: "metadata.namespace is default for",
                remedy: "set a namespace of its own",
            },
        ],
    };
}
