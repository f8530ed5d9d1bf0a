import { gateways } from "../judged";
import type { AdmissionPolicy } from "../policy";

export function httpsGateways(): AdmissionPolicy {
    return {
        judges: gateways,
        demands: [
            {
                name: "plain",
                must: "Gateways must listen for HTTPS or TLS only",
                offenders:
                    'variables.listeners.filter(listener, !(listener.?protocol.orValue("") in ["HTTPS", "TLS"])).map(listener, string(listener.name) + " (" + string(listener.?protocol.orValue("")) + ")")',
                found: "protocol is neither HTTPS nor TLS in",
                remedy: "set it to HTTPS",
            },
        ],
    };
}
