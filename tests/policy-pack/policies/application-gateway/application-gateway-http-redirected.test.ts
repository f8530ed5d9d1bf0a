import { applicationGatewayHttpRedirected } from "../../../../policy-pack/policies/application-gateway/application-gateway-http-redirected";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const listener = { id: "/gw/httpListeners/http" };
const redirect = { id: "/gw/redirectConfigurations/up" };
const pool = { id: "/gw/backendAddressPools/pods" };

testPolicy(applicationGatewayHttpRedirected, {
    compliant: {
        "a redirect to a listener": applicationGateway(),
        "a redirect to a listener (classic)": classicApplicationGateway(),
        "a redirect to a URL": applicationGateway({
            redirectConfigurations: [{ name: "up", targetUrl: "https://shop.example.com" }],
        }),
        "no HTTP listener": applicationGateway({ httpListeners: [{ name: "https", protocol: "Https" }] }),
        "an HTTP listener that no rule is for": applicationGateway({ requestRoutingRules: [] }),
        "a redirect that is not among those of the gateway": applicationGateway({ redirectConfigurations: [] }),
        "paths that are all redirected": applicationGateway({
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
    violating: {
        "a rule without a redirect": {
            ...applicationGateway({ requestRoutingRules: [{ httpListener: listener, backendAddressPool: pool }] }),
            message:
                "`requestRoutingRules[0].redirectConfiguration.id` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.",
        },
        "a rule without a redirect (classic)": {
            ...classicApplicationGateway({
                requestRoutingRules: [{ httpListenerName: "http", backendAddressPoolName: "pods" }],
            }),
            message:
                "`requestRoutingRules[0].redirectConfigurationName` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.",
        },
        "a redirect to HTTP": {
            ...applicationGateway({ redirectConfigurations: [{ name: "up", targetListener: listener }] }),
            message:
                "`redirectConfigurations[0].targetListener.id` is `/gw/httpListeners/http`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to HTTP (classic)": {
            ...classicApplicationGateway({ redirectConfigurations: [{ name: "up", targetListenerName: "http" }] }),
            message:
                "`redirectConfigurations[0].targetListenerName` is `http`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to a URL with HTTP": {
            ...applicationGateway({
                redirectConfigurations: [{ name: "up", targetUrl: "http://user:word@shop.example.com?token=1" }],
            }),
            message:
                "`redirectConfigurations[0].targetUrl` is `http://shop.example.com`, which is not HTTPS; set it to an HTTPS listener or an `https` URL.",
        },
        "a redirect to nowhere": {
            ...applicationGateway({ redirectConfigurations: [{ name: "up" }] }),
            message:
                "`redirectConfigurations[0].targetListener.id` is unset; set it to an HTTPS listener or an `https` URL.",
        },
        "one path that is answered": {
            ...applicationGateway({
                requestRoutingRules: [{ httpListener: listener, urlPathMap: { id: "/gw/urlPathMaps/all" } }],
                urlPathMaps: [
                    {
                        name: "all",
                        defaultRedirectConfiguration: redirect,
                        pathRules: [{ backendAddressPool: pool }],
                    },
                ],
            }),
            message:
                "`urlPathMaps[0].pathRules[0].redirectConfiguration.id` is unset, and requests to listener `http` are then answered without TLS; set it to a redirect to an HTTPS listener.",
        },
        "a text for rules": {
            ...applicationGateway({ requestRoutingRules: "none" }),
            message: "`requestRoutingRules` is a string; set it to a list.",
        },
    },
    undetermined: {
        "a listener that has no id yet": {
            ...applicationGateway({ requestRoutingRules: [{ httpListener: { id: UNKNOWN } }] }),
            undetermined: ["`requestRoutingRules[0].httpListener.id` is not known before the update"],
        },
    },
    notApplicable: {
        "a gateway that an ingress controller writes": {
            ...applicationGateway({
                requestRoutingRules: [{ httpListener: listener, backendAddressPool: pool }],
                tags: { "managed-by-k8s-ingress": "1.9.4" },
            }),
            reason: "an ingress controller writes the listeners and rules of the gateway",
        },
    },
});
