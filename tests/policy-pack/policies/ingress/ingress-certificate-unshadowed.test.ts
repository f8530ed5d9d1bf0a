import { ingressCertificateUnshadowed } from "../../../../policy-pack/policies/ingress/ingress-certificate-unshadowed";
import { ingress, object, type Change } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const certificate = "appgw.ingress.kubernetes.io/appgw-ssl-certificate";

function named(changes: Change = {}, value: unknown = "shop") {
    return ingress({ "metadata.annotations": { [certificate]: value }, ...changes });
}

const shadowed = `\`spec.tls[0].secretName\` is given, and the gateway then ignores the certificate of \`metadata.annotations["${certificate}"]\`; leave it unset.`;

testPolicy(ingressCertificateUnshadowed, {
    compliant: {
        "the certificate of the gateway alone": named({ "spec.tls": undefined }),
        "TLS without a secret": named({ "spec.tls": [{ hosts: ["shop.example.org"] }] }),
        "TLS with an empty secret": named({ "spec.tls.0.secretName": "" }),
    },
    violating: {
        "both, by class": { ...named(), message: shadowed },
        "both, by annotation": {
            ...ingress({
                "spec.ingressClassName": undefined,
                "metadata.annotations": {
                    "kubernetes.io/ingress.class": "azure/application-gateway",
                    [certificate]: "shop",
                },
            }),
            message: shadowed,
        },
        "a secret that is not known": { ...named({ "spec.tls.0.secretName": UNKNOWN }), message: shadowed },
        "a certificate that is not known": { ...named({}, UNKNOWN), message: shadowed },
        "the second of two": {
            ...named({ "spec.tls": [{ hosts: ["a.example.org"] }, { secretName: "shop" }] }),
            message: shadowed.replace("0", "1"),
        },
        "one of a list": {
            ...object("networking.k8s.io/v1", "IngressList", { items: [ingress().props, named().props] }),
            message: shadowed.replaceAll("`spec", "`items[1].spec").replaceAll("`metadata", "`items[1].metadata"),
        },
    },
    undetermined: {
        "TLS that is not known": {
            ...named({ "spec.tls": UNKNOWN }),
            undetermined: ["`spec.tls` is not known before the update"],
        },
        "a class that is not known": {
            ...named({ "spec.ingressClassName": UNKNOWN }),
            undetermined: ["`spec.ingressClassName` is not known before the update"],
        },
    },
    notApplicable: {
        "no certificate": { ...ingress(), reason: "names no certificate of a gateway" },
        "an empty one": { ...named({}, ""), reason: "names no certificate of a gateway" },
        "another class": {
            ...named({ "spec.ingressClassName": "nginx" }),
            reason: "is served by no Application Gateway",
        },
    },
});
