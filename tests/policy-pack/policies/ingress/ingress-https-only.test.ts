import { ingressHttpsOnly } from "../../../../policy-pack/policies/ingress/ingress-https-only";
import { ingress, object, type Change } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const certificate = "appgw.ingress.kubernetes.io/appgw-ssl-certificate";
const allowHttp = "kubernetes.io/ingress.allow-http";
const redirect = "nginx.ingress.kubernetes.io/ssl-redirect";
const force = "nginx.ingress.kubernetes.io/force-ssl-redirect";
const passthrough = "nginx.ingress.kubernetes.io/ssl-passthrough";
const clients = "nginx.ingress.kubernetes.io/auth-tls-secret";
const vaultUri = "kubernetes.azure.com/tls-cert-keyvault-uri";
const vaultManaged = "kubernetes.azure.com/tls-cert-keyvault-managed";
const extension = "alb.networking.azure.io/alb-ingress-extension";

/** An ingress of a class, by the field, with annotations and changes. */
function of(ingressClassName: string | undefined, annotations: object = {}, changes: Change = {}) {
    return ingress({ "spec.ingressClassName": ingressClassName, "metadata.annotations": annotations, ...changes });
}

/** An ingress of a class, by the old annotation. */
function annotated(className: string, annotations: object = {}, changes: Change = {}) {
    return of(undefined, { "kubernetes.io/ingress.class": className, ...annotations }, changes);
}

const plain = { "spec.tls": undefined };
const noTls =
    "`spec.tls` is unset, and the ingress is then served by HTTP; set it to its hosts, with the secret that holds their certificate.";
const emptyTls = noTls.replace("unset", "empty");

function uncovered(host: string | undefined, index = 0) {
    const state = host === undefined ? "unset" : `\`${host}\``;
    return `\`spec.rules[${index}].host\` is ${state}, which has no certificate in \`spec.tls\` and is served by HTTP; set it to a host that has one.`;
}

function open(state: string) {
    return `\`metadata.annotations["${allowHttp}"]\` is ${state}, and a controller of this class may then serve HTTP beside HTTPS; set it to \`false\`.`;
}

const twoHosts = { "spec.rules": [{ host: "shop.example.org" }, { host: "blog.example.org" }] };
const noHost = { "spec.rules": [{ http: { paths: [] } }] };
const hostRequired = { also: ["ingress-host-required"] };
const allHosts = { "spec.tls": [{ secretName: "shop" }] };
const wildcard = { "spec.tls": [{ hosts: ["*.example.org"], secretName: "shop" }] };
const closed = { [allowHttp]: "false" };

testPolicy(ingressHttpsOnly, {
    compliant: {
        // Application Gateway
        "TLS (gateway, by class)": ingress(),
        "TLS (gateway, by annotation)": annotated("azure/application-gateway"),
        "a certificate of the gateway, by class": of("azure-application-gateway", { [certificate]: "shop" }, plain),
        "a certificate of the gateway, by annotation": annotated(
            "azure/application-gateway",
            { [certificate]: "shop" },
            plain,
        ),
        "a certificate of the gateway that is not known": of(
            "azure-application-gateway",
            { [certificate]: UNKNOWN },
            plain,
        ),
        "a secret that is not known": ingress({ "spec.tls.0.secretName": UNKNOWN }),
        "TLS for all hosts": ingress({ ...allHosts, ...twoHosts }),
        "TLS for all hosts, without rules": {
            ...ingress({ ...allHosts, "spec.rules": undefined }),
            ...hostRequired,
        },
        "TLS for all hosts, without a host": { ...ingress({ ...allHosts, ...noHost }), ...hostRequired },
        "TLS in two entries": ingress({
            ...twoHosts,
            "spec.tls": [
                { hosts: ["shop.example.org"], secretName: "shop" },
                { hosts: ["blog.example.org"], secretName: "blog" },
            ],
        }),
        "another host that is not known, beside the right one": ingress({
            "spec.tls.0.hosts": [UNKNOWN, "shop.example.org"],
        }),
        "an entry that is not known, beside the right one": ingress({
            "spec.tls": [
                { hosts: UNKNOWN, secretName: "a" },
                { hosts: ["shop.example.org"], secretName: "b" },
            ],
        }),
        "no redirect: the gateway then opens HTTPS only": of("azure-application-gateway", {
            "appgw.ingress.kubernetes.io/ssl-redirect": "false",
        }),
        // nginx
        "TLS (nginx), which redirects by default": of("nginx"),
        "TLS (nginx, by annotation)": annotated("nginx"),
        "TLS (application routing)": of("webapprouting.kubernetes.azure.com"),
        "a redirect that is no boolean": of("nginx", { [redirect]: "no" }),
        "a redirect": of("nginx", { [redirect]: "true" }),
        "a forced redirect, whatever the other says": of("nginx", { [force]: "true", [redirect]: "false" }),
        "a forced redirect, without a host": { ...of("nginx", { [force]: "True" }, noHost), ...hostRequired },
        "a forced redirect for a host without a certificate": of("nginx", { [force]: "true" }, twoHosts),
        "TLS for a wildcard (nginx)": of("nginx", {}, { ...wildcard, ...twoHosts }),
        "a certificate of clients": of("nginx", { [clients]: "shop/clients" }, plain),
        "TLS that is passed through": of("nginx", { [passthrough]: "true" }, plain),
        "a certificate of Key Vault (application routing)": of(
            "webapprouting.kubernetes.azure.com",
            { [vaultUri]: "https://kit.vault.azure.net/certificates/shop", [vaultManaged]: "true" },
            plain,
        ),
        // Gateway for Containers
        "TLS (gateway for containers)": of("azure-alb-external"),
        "TLS for a wildcard (gateway for containers)": of("azure-alb-external", {}, wildcard),
        // others
        "TLS and no HTTP (another class)": of("traefik", closed),
        "TLS and no HTTP (no class)": of(undefined, closed),
        "TLS without hosts and no HTTP (no class)": of(undefined, closed, { "spec.tls": [{}] }),
        "a forced redirect (another class)": of("nginx-internal", { [force]: "true" }),
        // groups of all times
        "networking.k8s.io/v1beta1": { ...ingress(), type: "kubernetes:networking.k8s.io/v1beta1:Ingress" },
    },
    violating: {
        // nothing that is TLS
        "no TLS, of any class": { ...of(undefined, {}, plain), message: noTls },
        "no TLS, of a class that is not known": { ...of(UNKNOWN, {}, plain), message: noTls },
        "no TLS (gateway)": { ...ingress(plain), message: noTls },
        "no TLS (gateway, by annotation)": { ...annotated("azure/application-gateway", {}, plain), message: noTls },
        "no TLS (nginx)": { ...of("nginx", { [force]: "true" }, plain), message: noTls },
        "no TLS (application routing)": {
            ...of("webapprouting.kubernetes.azure.com", {}, plain),
            message: noTls,
        },
        "no TLS (gateway for containers)": { ...of("azure-alb-external", {}, plain), message: noTls },
        "TLS that is null": { ...ingress({ "spec.tls": null }), message: noTls },
        "TLS that is empty": { ...ingress({ "spec.tls": [] }), message: emptyTls },
        "an empty certificate": { ...of("azure-application-gateway", { [certificate]: "" }, plain), message: noTls },
        "no specification": {
            ...ingress({ spec: undefined }),
            message: noTls,
            ...hostRequired,
        },
        "extensions/v1beta1": {
            ...ingress(plain),
            type: "kubernetes:extensions/v1beta1:Ingress",
            message: noTls,
        },
        // Application Gateway
        "TLS without a secret": {
            ...ingress({ "spec.tls.0.secretName": undefined }),
            message: uncovered("shop.example.org"),
        },
        "TLS with an empty secret": {
            ...ingress({ "spec.tls.0.secretName": "" }),
            message: uncovered("shop.example.org"),
        },
        "TLS for one of two hosts": { ...ingress(twoHosts), message: uncovered("blog.example.org", 1) },
        "TLS for a wildcard, which the gateway does not match": {
            ...ingress(wildcard),
            message: uncovered("shop.example.org"),
        },
        "TLS for a host, and a rule without one": {
            ...ingress(noHost),
            message: uncovered(undefined),
            ...hostRequired,
        },
        "TLS for a host, and no rules": {
            ...ingress({ "spec.rules": undefined }),
            message:
                "`spec.rules` is unset, and requests to every host are then served by HTTP; set it to rules for the hosts of `spec.tls`.",
            ...hostRequired,
        },
        "TLS for a host, and empty rules": {
            ...ingress({ "spec.rules": [] }),
            message:
                "`spec.rules` is empty, and requests to every host are then served by HTTP; set it to rules for the hosts of `spec.tls`.",
            ...hostRequired,
        },
        "what closes HTTP of nginx only (gateway)": {
            ...of("azure-application-gateway", { [clients]: "shop/clients" }, plain),
            message: uncovered("shop.example.org"),
        },
        // nginx
        "no redirect (nginx)": {
            ...of("nginx", { [redirect]: "false" }),
            message: `\`metadata.annotations["${redirect}"]\` is \`false\`, and HTTP is then served beside HTTPS; set it to \`true\`.`,
        },
        "no redirect, in other words (application routing)": {
            ...of("webapprouting.kubernetes.azure.com", { [redirect]: "0", [force]: "false" }),
            message: `\`metadata.annotations["${redirect}"]\` is \`0\`, and HTTP is then served beside HTTPS; set it to \`true\`.`,
        },
        "a rule without a host, which nginx does not redirect": {
            ...of("nginx", {}, { ...allHosts, ...noHost }),
            message: uncovered(undefined),
            ...hostRequired,
        },
        "a host without a certificate (nginx)": {
            ...of("nginx", {}, twoHosts),
            message: uncovered("blog.example.org", 1),
        },
        "a wildcard, and a host two levels below": {
            ...of("nginx", {}, { ...wildcard, "spec.rules": [{ host: "a.shop.example.org" }] }),
            message: uncovered("a.shop.example.org"),
        },
        "a wildcard, and the domain itself": {
            ...of("nginx", {}, { ...wildcard, "spec.rules": [{ host: "example.org" }] }),
            message: uncovered("example.org"),
        },
        "a certificate of the gateway (nginx)": { ...of("nginx", { [certificate]: "shop" }, plain), message: noTls },
        "a certificate of Key Vault that nobody puts in": {
            ...of(
                "webapprouting.kubernetes.azure.com",
                { [vaultUri]: "https://kit.vault.azure.net/certificates/shop" },
                plain,
            ),
            message: noTls,
        },
        "a pass through that is off": { ...of("nginx", { [passthrough]: "false" }, plain), message: noTls },
        // Gateway for Containers
        "a host without a certificate (gateway for containers)": {
            ...of("azure-alb-external", {}, twoHosts),
            message: uncovered("blog.example.org", 1),
        },
        "a certificate of the other gateway (gateway for containers)": {
            ...of("azure-alb-external", { [certificate]: "shop" }, plain),
            message: noTls,
        },
        // others
        "HTTP that nothing closes (another class)": { ...of("traefik"), message: open("unset") },
        "HTTP that nothing closes (no class)": { ...of(undefined), message: open("unset") },
        "HTTP that is open": { ...of("traefik", { [allowHttp]: "true" }), message: open("`true`") },
        "a class of that name in another case": { ...of("Nginx"), message: open("unset") },
        "a name that every object has": { ...of("constructor"), message: open("unset") },
        "a certificate that another controller reads": {
            ...of("traefik", { ...closed, [certificate]: "shop" }, plain),
            message: noTls,
        },
        "a host without a certificate, and open HTTP": {
            ...of("traefik", {}, twoHosts),
            message: [uncovered("blog.example.org", 1), open("unset")],
        },
        // shapes
        "one of a list": {
            ...object("networking.k8s.io/v1", "IngressList", { items: [ingress().props, ingress(plain).props] }),
            message: noTls.replace("spec", "items[1].spec"),
        },
        "a patch that removes TLS": {
            ...object("networking.k8s.io/v1", "IngressPatch", {
                metadata: { namespace: "shop" },
                spec: { tls: [] },
            }),
            message: emptyTls,
        },
        "TLS that is a text": {
            ...ingress({ "spec.tls": "yes" }),
            message: "`spec.tls` is a string; set it to a list.",
        },
        "an annotation that is a boolean": {
            ...of("traefik", { [allowHttp]: false }),
            message: `\`metadata.annotations["${allowHttp}"]\` is a boolean; set it to a string.`,
        },
    },
    undetermined: {
        "TLS that is not known": {
            ...ingress({ "spec.tls": UNKNOWN }),
            undetermined: ["`spec.tls` is not known before the update"],
        },
        "a class that is not known": {
            ...of(UNKNOWN),
            undetermined: ["`spec.ingressClassName` is not known before the update"],
        },
        "annotations that are not known": {
            ...of("traefik", {}, { "metadata.annotations": UNKNOWN }),
            undetermined: ["`metadata.annotations` is not known before the update"],
        },
        "a host that is not known, and refuses the other": {
            ...ingress({ "spec.rules": [{ host: UNKNOWN }, { host: "blog.example.org" }] }),
            undetermined: ["`spec.rules[0].host` is not known before the update"],
            violations: [uncovered("blog.example.org", 1)],
        },
        "hosts of TLS that are not known": {
            ...ingress({ "spec.tls.0.hosts": UNKNOWN }),
            undetermined: ["`spec.tls[0].hosts` is not known before the update"],
        },
        "an extension, which may redirect": {
            ...of("azure-alb-external", { [extension]: "http-to-https" }, plain),
            undetermined: [
                `\`metadata.annotations["${extension}"]\` names an IngressExtension, which alone says whether it redirects HTTP`,
            ],
        },
    },
    notApplicable: {
        "a patch of something else": {
            ...object("networking.k8s.io/v1", "IngressPatch", { metadata: { namespace: "shop" }, spec: {} }),
            reason: "the patch leaves TLS alone",
        },
        "the class of ingresses": {
            ...object("networking.k8s.io/v1", "IngressClass", { metadata: { name: "nginx" } }),
            reason: "judges only Ingress",
        },
    },
});
