import { containersWhere } from "../containers";
import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** Images of the project, of its old and new registries, and of mirrors that keep the path. */
const image = "(^|/)kubernetesui|(^|/)[^/:@]*kubernetes-dashboard|(^|/)kubernetes/dashboard([:@]|$)";

/** The dashboard acts with the rights of its own account, for whoever reaches it. */
export function dashboards(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "dashboards",
                must: "No pod must run the Kubernetes dashboard",
                offenders: containersWhere(`c.?image.orValue("").lowerAscii().matches(${literal(image)})`),
                found: "image is one of the Kubernetes dashboard in",
                remedy: "use the Azure portal or kubectl, which act with the rights of the user",
            },
        ],
    };
}
