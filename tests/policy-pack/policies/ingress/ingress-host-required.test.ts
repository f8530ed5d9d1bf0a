import { ingressHostRequired } from "../../../../policy-pack/policies/ingress/ingress-host-required";
import { ingress, object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

/** TLS for all hosts, so that only the rules are judged. */
const tls = { "spec.tls": [{ secretName: "shop" }] };

function serving(...hosts: unknown[]) {
    return ingress({ ...tls, "spec.rules": hosts.map((host) => ({ host })) });
}

const unset = "`spec.rules[0].host` is unset, and the rule then serves every host; set it to a host.";

const otherHosts =
    "`spec.defaultBackend` is set, and serves every host that no rule names, without TLS of its own; leave it unset.";

testPolicy(ingressHostRequired, {
    compliant: {
        "a host": ingress(),
        "no backend for other hosts": ingress({ "spec.defaultBackend": null }),
        "two hosts": serving("shop.example.org", "blog.example.org"),
        "a wildcard below a domain": serving("*.example.org"),
    },
    violating: {
        unset: { ...ingress({ ...tls, "spec.rules": [{ http: {} }] }), message: unset },
        null: { ...serving(null), message: unset },
        empty: { ...serving(""), message: unset },
        "every host": {
            ...serving("*"),
            message: "`spec.rules[0].host` is `*`, and the rule then serves every host; set it to a host.",
        },
        "one of two": { ...serving("shop.example.org", null), message: unset.replace("0", "1") },
        "no rules": {
            ...ingress({ ...tls, "spec.rules": undefined }),
            message: "`spec.rules` is unset, and the ingress then serves every host; set it to rules with hosts.",
        },
        "empty rules": {
            ...ingress({ ...tls, "spec.rules": [] }),
            message: "`spec.rules` is empty, and the ingress then serves every host; set it to rules with hosts.",
        },
        "one of a list": {
            ...object("networking.k8s.io/v1", "IngressList", { items: [ingress().props, serving(null).props] }),
            message: unset.replace("spec", "items[1].spec"),
        },
        "an ingress of an old group": {
            ...serving(null),
            type: "kubernetes:extensions/v1beta1:Ingress",
            message: unset,
        },
        "a patch with rules": {
            ...object("networking.k8s.io/v1", "IngressPatch", {
                metadata: { namespace: "shop" },
                spec: { rules: [{}] },
            }),
            message: unset,
        },
        "a backend for every other host": {
            ...ingress({ "spec.defaultBackend": { service: { name: "shop" } } }),
            message: otherHosts,
        },
        "a backend for every host, and no rules": {
            ...ingress({ ...tls, "spec.rules": undefined, "spec.defaultBackend": UNKNOWN }),
            message: [
                otherHosts,
                "`spec.rules` is unset, and the ingress then serves every host; set it to rules with hosts.",
            ],
        },
        "a backend for every other host in an old group": {
            ...ingress({ "spec.backend": { serviceName: "shop" } }),
            type: "kubernetes:extensions/v1beta1:Ingress",
            message: otherHosts.replace("defaultBackend", "backend"),
        },
        "a patch with a backend for every other host": {
            ...object("networking.k8s.io/v1", "IngressPatch", {
                metadata: { namespace: "shop" },
                spec: { defaultBackend: {} },
            }),
            message: otherHosts,
        },
        "a number": {
            ...serving(7),
            also: ["ingress-https-only"],
            message: "`spec.rules[0].host` is a number; set it to a string.",
        },
    },
    undetermined: {
        "a host that is not known, and refuses the other": {
            ...serving(UNKNOWN, null),
            undetermined: ["`spec.rules[0].host` is not known before the update"],
            violations: [unset.replace("0", "1")],
        },
        "rules that are not known": {
            ...ingress({ ...tls, "spec.rules": UNKNOWN }),
            undetermined: ["`spec.rules` is not known before the update"],
        },
    },
    notApplicable: {
        "a patch of something else": {
            ...object("networking.k8s.io/v1", "IngressPatch", { metadata: { namespace: "shop" }, spec: {} }),
            reason: "the patch leaves the rules alone",
        },
    },
});
