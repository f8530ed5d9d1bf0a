import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

export function podLabels({ labels }: { labels: string[] }): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "missing",
                must: `Pods must have the labels ${labels.join(", ")}`,
                offenders: `${literal(labels)}.filter(label, variables.pod.?metadata.?labels[?label].orValue("") == "")`,
                found: "labels of the pod (metadata.labels beside it) are without",
                remedy: "set each of them",
            },
        ],
    };
}
