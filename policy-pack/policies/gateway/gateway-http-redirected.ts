/**
 * What goes over HTTP can be read and changed on its way: a listener of HTTP is for sending requests to HTTPS only.
 *
 * Checked property:  Gateway `spec.listeners[*].protocol`; HTTPRoute and GRPCRoute `spec.parentRefs` and `spec.rules`
 * Compliant values:  every protocol but `HTTP`; `HTTP` where the routes of the stack are attached to the listener and each
 *                    of their rules redirects to `https`
 * When unset:        compliant (a listener without a protocol is refused by the API server)
 * Rulings:           a listener of HTTP without any route is a violation: a route of somebody else may be attached to it
 */
import { quote } from "../../message";
import { each, notApplicable, some, type Finding } from "../../policy";
import { Undetermined, type Property } from "../../property";
import { namespaceName } from "../../relations/host-index";
import { attempt } from "../../relations/stack-index";
import { gateway, httpRoute, type Gateway, type HttpRoute } from "../../resources/gateway";
import { kubernetesProvider } from "../../resources/kubernetes-provider";
import { managedCluster } from "../../resources/managed-cluster";
import { defineStackPolicy, isElsewhere, type Stack, type StackResource } from "../../stack-policy";

export const gatewayHttpRedirected = defineStackPolicy({
    name: "gateway-http-redirected",
    description: "Gateways must serve HTTP only to redirect it to HTTPS.",
    remediationSteps:
        "Attach other routes to the HTTPS listener by sectionName, and to this one a route that redirects.",
    severity: "high",
    practice: 10,
    equivalents: ["cis-aks-1.8:5.4.5"],
    subject: gateway,
    related: [httpRoute, kubernetesProvider, managedCluster],
    *judge(view, resource, stack) {
        if (view.isPatch && !view.listeners.isGiven) return notApplicable("the patch leaves the listeners alone");
        yield* each(view.listeners.elements(), function* (listener) {
            if (listener.at("protocol").string() !== "HTTP") return;
            yield* judgeListener(listener, view, resource, stack);
        });
        return undefined;
    },
});

function* judgeListener(listener: Property, view: Gateway, resource: StackResource, stack: Stack): Generator<Finding> {
    const protocol = listener.at("protocol");
    const doubts: Undetermined[] = [];
    const served: (Property | undefined)[] = [];
    for (const route of stack.of(httpRoute)) {
        if (isElsewhere(route.resource, resource)) continue;
        attempt(() => {
            if (isAttached(route.view, listener, view)) served.push(firstPlain(route.view.rules));
        }, doubts);
    }
    const plain = served.find((rule) => rule !== undefined);
    const [doubt] = doubts;
    if (plain !== undefined) {
        yield `\`${protocol.path}\` is \`HTTP\`, and ${quote(plain.path)} is served there without a redirect; set it to \`HTTPS\`.`;
    } else if (doubt !== undefined) {
        yield doubt;
    } else if (served.length === 0) {
        yield `\`${protocol.path}\` is \`HTTP\`, and no route of the stack redirects it; set it to \`HTTPS\`.`;
    }
}

/** Whether a route is attached to a listener: by the name of the gateway, and by that of the listener or its port. */
function isAttached({ parents, namespace }: HttpRoute, listener: Property, { name, ...of }: Gateway): boolean {
    return some(
        ...parents.elements().map((parent) => () => {
            const kind = parent.at("kind").string() ?? "Gateway";
            const section = parent.at("sectionName").string();
            const port = parent.at("port").number();
            const from = parent.at("namespace").isGiven ? parent.at("namespace") : namespace;
            return (
                kind === "Gateway" &&
                (section === undefined || section === listener.at("name").string()) &&
                (port === undefined || port === listener.at("port").number()) &&
                parent.at("name").string() === name.string() &&
                knownNamespace(from) === knownNamespace(of.namespace)
            );
        }),
    );
}

function knownNamespace(namespace: Property): string {
    const name = namespaceName(namespace);
    if (name === undefined) throw new Undetermined(namespace.path);
    return name;
}

/** The first rule that serves requests; the rules themselves where there are none, which then serve every request. */
function firstPlain(rules: Property): Property | undefined {
    const list = rules.elements();
    return list.length === 0 ? rules : list.find((rule) => !redirects(rule));
}

function redirects(rule: Property): boolean {
    return some(
        ...rule
            .at("filters")
            .elements()
            .map(
                (filter) => () =>
                    filter.at("type").string() === "RequestRedirect" &&
                    filter.in("requestRedirect", "scheme").string() === "https",
            ),
    );
}
