/**
 * A node port is open on every node of the cluster, also on those that run no pod of the service: past load balancer,
 * gateway and firewall.
 *
 * Checked property:  Service `spec.type`
 * Compliant values:  every other than `NodePort`
 * When unset:        compliant (Kubernetes makes it `ClusterIP`)
 */
import { check, definePolicy } from "../../policy";
import { service } from "../../resources/service";

export const serviceNodePortUnused = definePolicy({
    name: "service-node-port-unused",
    description: "Services must not open ports on nodes.",
    remediationSteps: "Make it a service of type ClusterIP behind an ingress, a gateway or an internal load balancer.",
    severity: "medium",
    practice: 10,
    equivalents: [],
    checks: [
        check(service, function* ({ type }) {
            if (type.effective !== "NodePort") return;
            yield `\`${type.path}\` is \`NodePort\`, which opens a port on every node; set it to \`ClusterIP\`.`;
        }),
    ],
});
