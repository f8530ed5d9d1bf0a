import { applicationGatewayHttpRedirected } from "../../../../policy-pack/policies/application-gateway/application-gateway-http-redirected";
import { applicationGateway, classicApplicationGateway, classicCluster, cluster } from "../../fixtures";
import { UNKNOWN, type Registered } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const listener = { id: "/gw/httpListeners/http" };
const redirect = { id: "/gw/redirectConfigurations/up" };
const pool = { id: "/gw/backendAddressPools/pods" };

/** A gateway that answers requests by HTTP. */
function plain(changes: object = {}): Registered {
    return applicationGateway({
        requestRoutingRules: [{ httpListener: listener, backendAddressPool: pool }],
        ...changes,
    });
}

const tagged = plain({ tags: { "managed-by-k8s-ingress": "1.9.4" } });
const unanswered =
    "`subject.requestRoutingRules[0].redirectConfiguration.id` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.";

const path = "addonProfiles.ingressApplicationGateway.config.applicationGatewayId";

function addOn(madeFrom: readonly string[]): Member {
    const wired = { "addonProfiles.ingressApplicationGateway.enabled": true, [path]: UNKNOWN };
    return { ...cluster(wired), madeFrom: { addonProfiles: madeFrom } };
}

/** A role, by default on the gateway itself. */
function role(roleDefinitionId: string, scope = UNKNOWN): Member {
    return {
        type: "azure-native:authorization:RoleAssignment",
        props: { roleDefinitionId, scope, principalId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee" },
        madeFrom: scope === UNKNOWN ? { scope: ["subject"] } : {},
    };
}

/** What writes a gateway, in stacks of its own. */
const controllers: Record<string, Stack> = {
    "the add-on of a cluster": { one: addOn(["subject"]) },
    "the add-on of a cluster (classic)": {
        one: {
            ...classicCluster({ "ingressApplicationGateway.gatewayId": UNKNOWN }),
            madeFrom: { ingressApplicationGateway: ["subject"] },
        },
    },
    "an identity": { role: role("Contributor") },
    "an identity that writes networks": { role: role("Network Contributor") },
};

testStackPolicy(applicationGatewayHttpRedirected, {
    compliant: {
        "a redirect to a listener": { subject: applicationGateway() },
        "a redirect to a listener (classic)": { subject: classicApplicationGateway() },
        "a redirect to a URL": {
            subject: applicationGateway({
                redirectConfigurations: [{ name: "up", targetUrl: "https://shop.example.com" }],
            }),
        },
        "a listener without a protocol": {
            subject: applicationGateway({ httpListeners: [{ name: "http" }, { name: "https", protocol: "Https" }] }),
        },
        "no HTTP listener": { subject: applicationGateway({ httpListeners: [{ name: "https", protocol: "Https" }] }) },
        "an HTTP listener that no rule is for": { subject: applicationGateway({ requestRoutingRules: [] }) },
        "a redirect that is not among those of the gateway": {
            subject: applicationGateway({ redirectConfigurations: [] }),
        },
        "paths that are all redirected": {
            subject: applicationGateway({
                requestRoutingRules: [{ httpListener: listener, urlPathMap: { id: "/gw/urlPathMaps/all" } }],
                urlPathMaps: [
                    {
                        name: "all",
                        defaultRedirectConfiguration: redirect,
                        pathRules: [{ redirectConfiguration: redirect }],
                    },
                ],
            }),
        },
    },
    violating: {
        "a rule without a redirect": {
            stack: {
                subject: applicationGateway({
                    requestRoutingRules: [{ httpListener: listener, backendAddressPool: pool }],
                }),
            },
            message:
                "`subject.requestRoutingRules[0].redirectConfiguration.id` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.",
        },
        "a rule without a redirect (classic)": {
            stack: {
                subject: classicApplicationGateway({
                    requestRoutingRules: [{ httpListenerName: "http", backendAddressPoolName: "pods" }],
                }),
            },
            message:
                "`subject.requestRoutingRules[0].redirectConfigurationName` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.",
        },
        "a redirect to a URL that only names HTTPS": {
            stack: {
                subject: applicationGateway({
                    redirectConfigurations: [{ name: "up", targetUrl: "http://a.example.com/https://" }],
                }),
            },
            message:
                "`subject.redirectConfigurations[0].targetUrl` is `http://a.example.com/https://`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to a listener without a protocol": {
            stack: {
                subject: applicationGateway({
                    httpListeners: [{ name: "http", protocol: "Http" }, { name: "https" }],
                }),
            },
            message:
                "`subject.redirectConfigurations[0].targetListener.id` is `/gw/httpListeners/https`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to HTTP": {
            stack: {
                subject: applicationGateway({ redirectConfigurations: [{ name: "up", targetListener: listener }] }),
            },
            message:
                "`subject.redirectConfigurations[0].targetListener.id` is `/gw/httpListeners/http`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to HTTP (classic)": {
            stack: {
                subject: classicApplicationGateway({
                    redirectConfigurations: [{ name: "up", targetListenerName: "http" }],
                }),
            },
            message:
                "`subject.redirectConfigurations[0].targetListenerName` is `http`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to a URL with HTTP": {
            stack: {
                subject: applicationGateway({
                    redirectConfigurations: [{ name: "up", targetUrl: "http://user:word@shop.example.com?token=1" }],
                }),
            },
            message:
                "`subject.redirectConfigurations[0].targetUrl` is `http://shop.example.com`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to nowhere": {
            stack: { subject: applicationGateway({ redirectConfigurations: [{ name: "up" }] }) },
            message:
                "`subject.redirectConfigurations[0].targetListener.id` is unset; set it to an HTTPS listener or an `https` URL.",
        },
        "one path that is answered": {
            stack: {
                subject: applicationGateway({
                    requestRoutingRules: [{ httpListener: listener, urlPathMap: { id: "/gw/urlPathMaps/all" } }],
                    urlPathMaps: [
                        {
                            name: "all",
                            defaultRedirectConfiguration: redirect,
                            pathRules: [{ backendAddressPool: pool }],
                        },
                    ],
                }),
            },
            message:
                "`subject.urlPathMaps[0].pathRules[0].redirectConfiguration.id` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.",
        },
        "a text for rules": {
            stack: { subject: applicationGateway({ requestRoutingRules: "none" }) },
            message: "`subject.requestRoutingRules` is a string; set it to a list.",
        },
        ...Object.fromEntries(
            Object.entries({
                "without a controller": { subject: tagged },
                "with the controller of another gateway": {
                    subject: tagged,
                    other: applicationGateway(),
                    one: addOn(["other"]),
                },
                "with an identity that only reads it": { subject: tagged, role: role("Reader") },
                "with a role of the group around it": {
                    subject: tagged,
                    role: role("Contributor", "/subscriptions/1/resourceGroups/shop"),
                },
            } satisfies Record<string, Stack>).map(([title, stack]) => [
                `a tag of a controller ${title}`,
                { stack, message: unanswered },
            ]),
        ),
        "a controller of a gateway without its tag": {
            stack: { subject: plain(), ...controllers["the add-on of a cluster"] },
            message: unanswered,
        },
        "unknown tags of a gateway without a controller": {
            stack: { subject: plain({ tags: UNKNOWN }) },
            message: unanswered,
        },
    },
    undetermined: {
        "a listener that has no id yet": {
            stack: { subject: applicationGateway({ requestRoutingRules: [{ httpListener: { id: UNKNOWN } }] }) },
            undetermined: ["`subject.requestRoutingRules[0].httpListener.id` is not known before the update"],
        },
        "tags that are not known, where a controller is": {
            stack: { subject: plain({ tags: UNKNOWN }), ...controllers["the add-on of a cluster"] },
            undetermined: ["`subject.tags` is not known before the update"],
        },
        "a tag, and an add-on that names nobody knows which gateway": {
            stack: { subject: tagged, one: addOn([]) },
            undetermined: [`\`one.${path}\` is not known before the update`],
        },
        "a tag, and a role that is not known": {
            stack: { subject: tagged, role: role(UNKNOWN) },
            undetermined: ["`role.roleDefinitionId` is not known before the update"],
        },
    },
    notApplicable: {
        ...Object.fromEntries(
            Object.entries(controllers).map(([title, controller]) => [
                `a gateway that ${title} writes`,
                {
                    stack: { subject: tagged, ...controller },
                    reason: "an ingress controller writes the listeners and rules of the gateway",
                },
            ]),
        ),
        "a stack without a gateway": { stack: { one: cluster() }, reason: "has no ApplicationGateway" },
    },
});
