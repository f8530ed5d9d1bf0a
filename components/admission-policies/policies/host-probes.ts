import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** Whether a probe or a hook names a host: the node asks it, from its own place in the network. */
const namesHost = (handler: string) => `["httpGet", "tcpSocket"].exists(way, ${handler}[?way].?host.orValue("") != "")`;

/** A pod that says whom the node asks, asks what it could not reach itself. */
export function hostProbes(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "probes",
                must: "Probes must ask the container itself",
                offenders: containersWhere(
                    `["livenessProbe", "readinessProbe", "startupProbe"].exists(probe, probe in c && ${namesHost("c[probe]")})`,
                ),
                found: "a probe has httpGet.host or tcpSocket.host in",
                remedy: "leave it out",
            },
            {
                name: "hooks",
                must: "Hooks must ask the container itself",
                offenders: containersWhere(
                    `has(c.lifecycle) && ["postStart", "preStop"].exists(hook, hook in c.lifecycle && ${namesHost("c.lifecycle[hook]")})`,
                ),
                found: "a hook of lifecycle has httpGet.host or tcpSocket.host in",
                remedy: "leave it out",
            },
        ],
    };
}
