import { type Values, each, mapped, none, texts } from "./case";
import { type Fields, newContainers, sidecar } from "./secure-pod";

const about = "Host Probes / Lifecycle Hooks";
const probes = ["livenessProbe", "readinessProbe", "startupProbe"];
const hooks = ["postStart", "preStop"];
const places = { "a container": newContainers["a container"], "a sidecar": sidecar };

const hosts = { ...texts("", "localhost", "127.0.0.1", "::1", "example.org"), ...none };

/** Whom the kubelet asks for a container. */
export const probeHosts = [
    ...probes.flatMap((probe) =>
        each(
            about,
            places,
            handlers(probe, (made) => made),
        ),
    ),
    ...hooks.flatMap((hook) =>
        each(
            about,
            places,
            handlers(hook, (made) => ({ lifecycle: made })),
        ),
    ),
    ...each(about, places, {
        "a probe by gRPC": { livenessProbe: { grpc: { port: 80 } } },
        "a probe by a command": { livenessProbe: { exec: { command: ["true"] } } },
        "a probe that is null": { livenessProbe: null },
        "a hook that sleeps": { lifecycle: { preStop: { sleep: { seconds: 1 } } } },
        "the header Host": {
            livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: "Host", value: "other" }] } },
        },
    }),
];

function handlers(name: string, within: (made: Fields) => Fields): Values {
    const handler = (action: string) =>
        mapped(hosts, (host) => within({ [name]: { [action]: { port: 80, host } } }), `${name}.${action}.host`);
    return { ...handler("httpGet"), ...handler("tcpSocket") };
}
