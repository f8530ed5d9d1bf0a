import { ingressHostSuffixLabel } from "../secure-namespace/namespace-labels";
import type { Judged } from "./policy";

/**
 * Everything that makes pods. Controllers are judged by the pod that they will make: otherwise a Deployment would be
 * accepted, and its ReplicaSet refused where nobody looks.
 */
export const workloads: Judged = {
    resources: [
        {
            apiGroups: [""],
            apiVersions: ["v1"],
            resources: ["pods", "pods/ephemeralcontainers", "pods/resize", "replicationcontrollers", "podtemplates"],
        },
        {
            apiGroups: ["apps"],
            apiVersions: ["v1"],
            resources: ["deployments", "statefulsets", "daemonsets", "replicasets"],
        },
        { apiGroups: ["batch"], apiVersions: ["v1"], resources: ["jobs", "cronjobs"] },
    ],
    // What was there before the policy can still be scaled, labelled and deleted.
    changed: `
object.kind == "Pod" ? object.spec != oldObject.spec || object.metadata.?labels.orValue({}) != oldObject.metadata.?labels.orValue({}) :
object.kind == "PodTemplate" ? object.template != oldObject.template :
object.kind == "CronJob" ? object.spec.jobTemplate != oldObject.spec.jobTemplate :
object.spec.?template.orValue({}) != oldObject.spec.?template.orValue({})`,
    variables: [
        {
            name: "place",
            expression: `
object.kind == "Pod" ? "spec" :
object.kind == "PodTemplate" ? "template.spec" :
object.kind == "CronJob" ? "spec.jobTemplate.spec.template.spec" :
"spec.template.spec"`,
        },
        {
            name: "pod",
            expression: `
object.kind == "Pod" ? object :
object.kind == "PodTemplate" ? object.template :
object.kind == "CronJob" ? object.spec.jobTemplate.spec.template :
object.spec.?template.orValue({})`,
        },
        { name: "spec", expression: "variables.pod.?spec.orValue({})" },
        {
            name: "containers",
            expression: "variables.spec.?containers.orValue([]) + variables.spec.?initContainers.orValue([])",
        },
        {
            name: "allContainers",
            expression: "variables.containers + variables.spec.?ephemeralContainers.orValue([])",
        },
        { name: "annotations", expression: "variables.pod.?metadata.?annotations.orValue({})" },
        { name: "volumes", expression: "variables.spec.?volumes.orValue([])" },
        { name: "windows", expression: 'variables.spec.?os.?name.orValue("") == "windows"' },
    ],
};

/** Whether an update changes the part that says what an object does, or an annotation, by which controllers are told. */
const specOrAnnotations = `
object.spec != oldObject.spec ||
object.metadata.?annotations.orValue({}) != oldObject.metadata.?annotations.orValue({})`;

export const services: Judged = {
    resources: [{ apiGroups: [""], apiVersions: ["v1"], resources: ["services"] }],
    changed: specOrAnnotations,
    variables: [{ name: "place", expression: '"spec"' }],
};

/** Annotations by which controllers take further hosts, as a list with commas. */
const hostAnnotations = [
    "appgw.ingress.kubernetes.io/hostname-extension",
    "nginx.ingress.kubernetes.io/server-alias",
] as const;

/** Hosts in the annotations of an ingress, as an expression of CEL. */
export const annotatedHosts = hostAnnotations
    .map(
        (annotation) =>
            `object.metadata.?annotations[?"${annotation}"].orValue("").split(",").map(host, host.trim()).filter(host, host != "")`,
    )
    .join(" + ");

const ingressRule = { apiGroups: ["networking.k8s.io"], apiVersions: ["v1"], resources: ["ingresses"] };

export const ingresses: Judged = {
    resources: [ingressRule],
    changed: specOrAnnotations,
    variables: [
        { name: "place", expression: '"spec"' },
        { name: "rules", expression: "object.spec.?rules.orValue([])" },
        { name: "annotatedHosts", expression: annotatedHosts },
    ],
};

/** Gateways that a route is attached to; a route of a mesh belongs to a service. */
const gatewayParents =
    'object.spec.?parentRefs.orValue([]).filter(parent, parent.?kind.orValue("Gateway") != "Service")';

/** Whether a route does nothing but redirect to HTTPS, by filters that a condition holds for, as an expression of CEL. */
function redirectsWith(condition: string): string {
    return `(object.kind == "HTTPRoute" && object.spec.?rules.orValue([]).size() > 0 && object.spec.rules.all(rule,
rule.?filters.orValue([]).exists(filter, filter.?requestRedirect.?scheme.orValue("") == "https" && ${condition})))`;
}

/** Ingresses, and routes of the Gateway API but for those of a mesh, which belong to a service. */
export const hosts: Judged = {
    resources: [
        ingressRule,
        {
            apiGroups: ["gateway.networking.k8s.io"],
            apiVersions: ["*"],
            resources: ["httproutes", "grpcroutes", "tlsroutes"],
        },
    ],
    changed: specOrAnnotations,
    variables: [
        { name: "place", expression: '"spec"' },
        { name: "parents", expression: gatewayParents },
        {
            // What sends every host to HTTPS, and nowhere else, takes none.
            name: "isRoute",
            expression: `
object.kind != "Ingress" && variables.parents.size() > 0 && !${redirectsWith("!has(filter.requestRedirect.hostname)")}`,
        },
        {
            name: "hosts",
            expression: `
object.kind == "Ingress"
? object.spec.?rules.orValue([]).map(rule, string(rule.?host.orValue(""))) + ${annotatedHosts}
: object.spec.?hostnames.orValue([]).map(host, string(host))`,
        },
        {
            name: "suffix",
            expression: `has(namespaceObject.metadata.labels) && "${ingressHostSuffixLabel}" in namespaceObject.metadata.labels ? namespaceObject.metadata.labels["${ingressHostSuffixLabel}"] : ""`,
        },
    ],
};

/** Gateways, and routes of what a listener of HTTP can serve. */
export const gateways: Judged = {
    resources: [
        {
            apiGroups: ["gateway.networking.k8s.io"],
            apiVersions: ["*"],
            resources: ["gateways", "listenersets", "httproutes", "grpcroutes"],
        },
    ],
    changed: "object.spec != oldObject.spec",
    variables: [
        {
            name: "place",
            expression: 'object.kind in ["Gateway", "ListenerSet"] ? "spec.listeners" : "spec.parentRefs"',
        },
        { name: "listeners", expression: "object.spec.?listeners.orValue([])" },
        { name: "parents", expression: gatewayParents },
        { name: "onlyRedirects", expression: redirectsWith("true") },
    ],
};
