import { ingressSnippetsAbsent } from "../../../../policy-pack/policies/ingress/ingress-snippets-absent";
import { ingress, object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

function annotated(name: string, value: unknown = "alias /etc/;") {
    return ingress({ "metadata.annotations": { [name]: value } });
}

function refusal(name: string, owner = "metadata") {
    return `\`${owner}.annotations["${name}"]\` is given, and its text becomes configuration of the controller; leave it unset.`;
}

const snippets = [
    "nginx.ingress.kubernetes.io/configuration-snippet",
    "nginx.ingress.kubernetes.io/server-snippet",
    "nginx.ingress.kubernetes.io/auth-snippet",
    "nginx.ingress.kubernetes.io/modsecurity-snippet",
    "nginx.ingress.kubernetes.io/stream-snippet",
    "nginx.org/server-snippets",
    "nginx.org/location-snippets",
    "ingress.kubernetes.io/configuration-snippet",
];

testPolicy(ingressSnippetsAbsent, {
    compliant: {
        "no annotations": ingress({ "metadata.annotations": undefined }),
        "another annotation": annotated("nginx.ingress.kubernetes.io/proxy-body-size", "8m"),
        "a snippet of somebody else": annotated("example.com/configuration-snippet"),
        "a name that begins like one": annotated("nginx.ingress.kubernetes.io/server-snippet-owner"),
        "a snippet that is null": annotated("nginx.ingress.kubernetes.io/server-snippet", null),
    },
    violating: {
        ...Object.fromEntries(snippets.map((name) => [name, { ...annotated(name), message: refusal(name) }])),
        "a snippet that is not known": {
            ...annotated("nginx.ingress.kubernetes.io/server-snippet", UNKNOWN),
            message: refusal("nginx.ingress.kubernetes.io/server-snippet"),
        },
        "an empty snippet": {
            ...annotated("nginx.ingress.kubernetes.io/server-snippet", ""),
            message: refusal("nginx.ingress.kubernetes.io/server-snippet"),
        },
        "one of a list": {
            ...object("networking.k8s.io/v1", "IngressList", {
                items: [ingress().props, annotated("nginx.org/server-snippets").props],
            }),
            message: refusal("nginx.org/server-snippets", "items[1].metadata"),
        },
        "a patch": {
            ...object("networking.k8s.io/v1", "IngressPatch", {
                metadata: { namespace: "shop", annotations: { "nginx.org/server-snippets": "x" } },
            }),
            message: refusal("nginx.org/server-snippets"),
        },
        "annotations that are a list": {
            ...ingress({ "metadata.annotations": ["nginx.org/server-snippets"] }),
            also: ["ingress-certificate-unshadowed", "ingress-https-only"],
            message: "`metadata.annotations` is a list; set it to an object.",
        },
    },
    undetermined: {
        "annotations that are not known": {
            ...ingress({ "metadata.annotations": UNKNOWN }),
            undetermined: ["`metadata.annotations` is not known before the update"],
        },
    },
});
