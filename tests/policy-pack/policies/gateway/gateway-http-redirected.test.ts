import { gatewayHttpRedirected } from "../../../../policy-pack/policies/gateway/gateway-http-redirected";
import { cluster, object } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { providerFrom, testStackPolicy, type Member } from "../../stack-policy-tester";

const group = "gateway.networking.k8s.io/v1";
const http = { name: "http", port: 80, protocol: "HTTP" };
const https = { name: "https", port: 443, protocol: "HTTPS" };
const toHttps = { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] };
const toPods = { backendRefs: [{ name: "shop", port: 8080 }] };

function gateway(listeners: unknown, metadata: object = {}): Member {
    return object(group, "Gateway", {
        metadata: { name: "shop", namespace: "shop", ...metadata },
        spec: { listeners },
    });
}

function route(rules: unknown, parent: object = {}, namespace: unknown = "shop"): Member {
    const parentRefs = [{ name: "shop", sectionName: "http", ...parent }];
    return object(group, "HTTPRoute", { metadata: { namespace }, spec: { parentRefs, rules } });
}

const redirect = route([toHttps]);
const subject = gateway([http, https]);
const none =
    "`subject.spec.listeners[0].protocol` is `HTTP`, and no route of the stack redirects it; set it to `HTTPS`.";
const plain = (path: string) =>
    `\`subject.spec.listeners[0].protocol\` is \`HTTP\`, and \`${path}\` is served there without a redirect; set it to \`HTTPS\`.`;
const ruleOfPods = plain("pods.spec.rules[0]");

testStackPolicy(gatewayHttpRedirected, {
    compliant: {
        "HTTPS only": { subject: gateway([https]), pods: route([toPods], { sectionName: "https" }) },
        "no listeners": { subject: gateway(null) },
        "a listener without a protocol": { subject: gateway([{ name: "odd" }]) },
        "TCP, which is no HTTP": { subject: gateway([{ name: "tcp", port: 9000, protocol: "TCP" }]) },
        "HTTP that is redirected": { subject, redirect },
        "HTTP that is redirected, beside pods by HTTPS": {
            subject,
            redirect,
            pods: route([toPods], { sectionName: "https" }),
        },
        "HTTP that is redirected by port": { subject, redirect: route([toHttps], { sectionName: null, port: 80 }) },
        "a redirect for every listener": {
            subject: gateway([http]),
            redirect: route([toHttps], { sectionName: null }),
        },
        "a redirect in the namespace of its provider": {
            app: { type: "pulumi:providers:kubernetes", props: { namespace: "shop" } },
            subject: { ...gateway([http], { namespace: null }), provider: "app" },
            redirect: { ...route([toHttps], {}, "shop"), provider: "app" },
            other: { ...route([toPods], {}, "default"), provider: "app" },
        },
        "a redirect from another namespace": { subject, redirect: route([toHttps], { namespace: "shop" }, "edge") },
        "a second parent": {
            subject,
            redirect: object(group, "HTTPRoute", {
                metadata: { namespace: "shop" },
                spec: { parentRefs: [{ name: "other" }, { name: "shop", sectionName: "http" }], rules: [toHttps] },
            }),
        },
        "a redirect that does more": {
            subject,
            redirect: route([{ filters: [{ type: "ResponseHeaderModifier" }, ...toHttps.filters] }]),
        },
        "gateways of the default namespace, named or not": {
            subject: gateway([http], { namespace: null }),
            redirect: route([toHttps], {}, "default"),
        },
        "routes of other gateways": {
            subject,
            redirect,
            name: route([toPods], { name: "other" }),
            namespace: route([toPods], {}, "blog"),
            kind: route([toPods], { kind: "Service" }),
            port: route([toPods], { port: 443 }),
        },
        "a route of another cluster": {
            one: cluster(),
            two: cluster(),
            inOne: providerFrom("one"),
            inTwo: providerFrom("two"),
            subject: { ...subject, provider: "inOne" },
            redirect: { ...redirect, provider: "inOne" },
            pods: { ...route([toPods]), provider: "inTwo" },
        },
        "an old version": {
            subject: { ...subject, type: "kubernetes:gateway.networking.k8s.io/v1beta1:Gateway" },
            redirect: { ...redirect, type: "kubernetes:gateway.networking.k8s.io/v1beta1:HTTPRoute" },
        },
    },
    violating: {
        "HTTP without a route": { stack: { subject }, message: none },
        "pods by HTTP": { stack: { subject, pods: route([toPods]) }, message: ruleOfPods },
        "pods by HTTP, beside a route whose gateway is not known": {
            stack: { subject, redirect: route([toHttps], { name: UNKNOWN }), pods: route([toPods]) },
            message: ruleOfPods,
        },
        "a malformed route": {
            stack: { subject, pods: object(group, "HTTPRoute", { spec: { parentRefs: "shop" } }) },
            message: none,
        },
        "pods by every listener": {
            stack: { subject, redirect, pods: route([toPods], { sectionName: null }) },
            message: ruleOfPods,
        },
        "pods by the port of HTTP": {
            stack: { subject, redirect, pods: route([toPods], { sectionName: null, port: 80 }) },
            message: ruleOfPods,
        },
        "one rule of two": {
            stack: { subject, pods: route([toHttps, toPods]) },
            message: plain("pods.spec.rules[1]"),
        },
        "a route without rules": { stack: { subject, pods: route(null) }, message: plain("pods.spec.rules") },
        "a redirect to another host, still by HTTP": {
            stack: {
                subject,
                pods: route([
                    { filters: [{ type: "RequestRedirect", requestRedirect: { hostname: "a.example.org" } }] },
                ]),
            },
            message: ruleOfPods,
        },
        "a redirect to HTTP": {
            stack: {
                subject,
                pods: route([{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "http" } }] }]),
            },
            message: ruleOfPods,
        },
        "another filter": {
            stack: {
                subject,
                pods: route([{ filters: [{ type: "URLRewrite", requestRedirect: { scheme: "https" } }] }]),
            },
            message: ruleOfPods,
        },
        "a redirect of another gateway": {
            stack: { subject, redirect: route([toHttps], { name: "other" }) },
            message: none,
        },
        "a redirect in another namespace": {
            stack: { subject, redirect: route([toHttps], {}, "blog") },
            message: none,
        },
        "gRPC by HTTP": {
            stack: {
                subject,
                redirect,
                pods: { ...route([toPods]), type: "kubernetes:gateway.networking.k8s.io/v1:GRPCRoute" },
            },
            message: ruleOfPods,
        },
        "the second of two listeners": {
            stack: { subject: gateway([https, http]) },
            message: none.replace("[0]", "[1]"),
        },
        "one of a list": {
            stack: {
                subject: object(group, "GatewayList", { items: [gateway([https]).props, gateway([http]).props] }),
            },
            message: none.replace("spec", "items[1].spec"),
        },
        "listeners that are a text": {
            stack: { subject: gateway("http") },
            message: "`subject.spec.listeners` is a string; set it to a list.",
        },
        "a malformed route is no redirect": { stack: { subject, redirect: route("all") }, message: none },
    },
    undetermined: {
        "a protocol that is not known, and refuses the other": {
            stack: { subject: gateway([http, { ...https, protocol: UNKNOWN }]) },
            undetermined: ["`subject.spec.listeners[1].protocol` is not known before the update"],
            violations: [none],
        },
        "a route whose gateway is not known": {
            stack: { subject, redirect: route([toHttps], { name: UNKNOWN }) },
            undetermined: ["`redirect.spec.parentRefs[0].name` is not known before the update"],
        },
        "a route whose gateway is not known, beside a redirect": {
            stack: { subject, redirect, pods: route([toPods], { name: UNKNOWN }) },
            undetermined: ["`pods.spec.parentRefs[0].name` is not known before the update"],
        },
        "a route whose namespace is not known": {
            stack: { subject, redirect: route([toHttps], {}, UNKNOWN) },
            undetermined: ["`redirect.metadata.namespace` is not known before the update"],
        },
        "a route whose rules are not known, and refuses another": {
            stack: { subject: gateway([http]), rules: route(UNKNOWN) },
            undetermined: ["`rules.spec.rules` is not known before the update"],
        },
    },
    notApplicable: {
        "a patch of something else": {
            stack: { subject: object(group, "GatewayPatch", { metadata: { name: "shop" }, spec: {} }) },
            reason: "the patch leaves the listeners alone",
        },
        "a stack without gateways": { stack: { redirect }, reason: "has no Gateway" },
    },
});
