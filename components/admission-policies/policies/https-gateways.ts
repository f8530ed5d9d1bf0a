import { gateways } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** A policy cannot see the gateway of a route: so the one listener that may have HTTP is known by its name. */
const plainListener = "http";

export function httpsGateways(): AdmissionPolicy {
    return {
        judges: gateways,
        demands: [
            {
                name: "plain",
                must: "Gateways must listen for HTTPS or TLS only",
                offenders: `variables.listeners.filter(listener, !(listener.?protocol.orValue("") in ["HTTPS", "TLS"]) && !(listener.?protocol.orValue("") == "HTTP" && listener.name == "${plainListener}")).map(listener, string(listener.name) + " (" + string(listener.?protocol.orValue("")) + ")")`,
                found: "protocol is neither HTTPS nor TLS in",
                remedy: `set it to HTTPS; one of HTTP whose routes only redirect is called ${plainListener}`,
            },
            {
                name: "unencrypted",
                must: "Routes must serve HTTPS, or only redirect to it",
                offenders: `variables.onlyRedirects ? [] : variables.parents.filter(parent, parent.?sectionName.orValue("${plainListener}") == "${plainListener}").map(parent, string(parent.name))`,
                found: "the route is attached to HTTP, by sectionName or without it, in",
                remedy: "set sectionName to a listener of HTTPS, or only redirect to the scheme https",
            },
        ],
    };
}
