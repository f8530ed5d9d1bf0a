import { serviceLoadBalancerInternal } from "../../../../policy-pack/policies/service/service-load-balancer-internal";
import { object, service, type Change } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const internal = "service.beta.kubernetes.io/azure-load-balancer-internal";
const path = `\`metadata.annotations["${internal}"]\``;

/** A service with a load balancer, with its annotation and changes. */
function balanced(value: unknown, changes: Change = {}) {
    const annotations = value === undefined ? undefined : { [internal]: value };
    return service({ "spec.type": "LoadBalancer", "metadata.annotations": annotations, ...changes });
}

function patch(annotations: object | undefined, spec: object) {
    return object("v1", "ServicePatch", {
        metadata: { name: "shop", namespace: "shop", ...(annotations && { annotations }) },
        spec,
    });
}

const unset = `${path} is unset, and the load balancer then has a public address; set it to \`true\`.`;
const wrong = (value: string) =>
    `${path} is \`${value}\`, and the load balancer then has a public address; set it to \`true\`.`;
const foreign =
    "`spec.loadBalancerClass` is `example.com/public`, which leaves the load balancer to another controller than that of Azure; leave it unset.";

testPolicy(serviceLoadBalancerInternal, {
    compliant: {
        '"true"': balanced("true"),
        "an internal one with an address of its own": balanced("true", { "spec.loadBalancerIP": "10.0.0.7" }),
        "an internal one that is limited": balanced("true", { "spec.loadBalancerSourceRanges": ["10.0.0.0/8"] }),
        "an internal one whose type is not known": balanced("true", { "spec.type": UNKNOWN }),
        "a patch to an internal one": patch({ [internal]: "true" }, {}),
        "a patch to the class that is the default": patch({ [internal]: "true" }, { type: "LoadBalancer" }),
    },
    violating: {
        unset: { ...balanced(undefined), message: unset },
        null: { ...balanced(null), message: unset },
        "no metadata": {
            ...object("v1", "Service", { spec: { type: "LoadBalancer" } }),
            message: unset,
            also: ["pod-default-namespace-unused"],
        },
        ...Object.fromEntries(
            ["false", "True", "TRUE", " true", "1", "yes", ""].map((value) => [
                JSON.stringify(value),
                { ...balanced(value), message: wrong(value) },
            ]),
        ),
        "a boolean, which Kubernetes refuses": {
            ...balanced(true),
            message: `${path} is a boolean; set it to a string.`,
        },
        "another annotation": {
            ...balanced(undefined, { "metadata.annotations": { "azure-load-balancer-internal": "true" } }),
            message: unset,
        },
        "a private address without the annotation": {
            ...balanced(undefined, { "spec.loadBalancerIP": "10.0.0.7" }),
            message: unset,
        },
        "a public address that is limited": {
            ...balanced(undefined, { "spec.loadBalancerSourceRanges": ["10.0.0.0/8"] }),
            message: unset,
        },
        "another controller, in spite of the annotation": {
            ...balanced("true", { "spec.loadBalancerClass": "example.com/public" }),
            message: foreign,
        },
        "another controller, without the annotation": {
            ...balanced(undefined, { "spec.loadBalancerClass": "example.com/public" }),
            message: [unset, foreign],
        },
        "one of a list": {
            ...object("v1", "ServiceList", { items: [service().props, balanced("false").props] }),
            message: `\`items[1].metadata.annotations["${internal}"]\` is \`false\`, and the load balancer then has a public address; set it to \`true\`.`,
        },
        "a patch that makes it public": { ...patch({ [internal]: "false" }, {}), message: wrong("false") },
        "a patch to another controller": {
            ...patch(undefined, { type: "LoadBalancer", loadBalancerClass: "example.com/public" }),
            message: foreign,
        },
    },
    undetermined: {
        "an annotation that is not known": {
            ...balanced(UNKNOWN),
            undetermined: [`${path} is not known before the update`],
        },
        "annotations that are not known": {
            ...balanced(undefined, { "metadata.annotations": UNKNOWN }),
            undetermined: ["`metadata.annotations` is not known before the update"],
        },
        "a type that is not known": {
            ...balanced(undefined, { "spec.type": UNKNOWN }),
            undetermined: ["`spec.type` is not known before the update"],
        },
        "a class that is not known, and refuses the rest": {
            ...balanced("false", { "spec.loadBalancerClass": UNKNOWN }),
            undetermined: ["`spec.loadBalancerClass` is not known before the update"],
            violations: [wrong("false")],
        },
    },
    notApplicable: {
        "a patch that says nothing of it": {
            ...patch(undefined, { type: "LoadBalancer" }),
            reason: "the patch leaves the load balancer alone",
        },
        "a patch to a service of the cluster": {
            ...patch({ [internal]: "false" }, { type: "ClusterIP" }),
            reason: "the service has no load balancer",
        },
        "a service of the cluster": { ...service(), reason: "the service has no load balancer" },
        "a node port": {
            ...service({ "spec.type": "NodePort" }),
            also: ["service-node-port-unused"],
            reason: "the service has no load balancer",
        },
        "a name, whatever its annotation": {
            ...service({ "spec.type": "ExternalName", [`metadata.annotations`]: { [internal]: "false" } }),
            reason: "the service has no load balancer",
        },
    },
});
