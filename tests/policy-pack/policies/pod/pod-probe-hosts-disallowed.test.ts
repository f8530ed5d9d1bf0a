import { podProbeHostsDisallowed } from "../../../../policy-pack/policies/pod/pod-probe-hosts-disallowed";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const handlers = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];
const hosts = handlers.flatMap((handler) => [`${handler}.httpGet.host`, `${handler}.tcpSocket.host`]);
const all = (value: unknown) => Object.fromEntries(hosts.map((host) => [host, value]));
const message = (path: string, found = "169.254.169.254") =>
    `\`${path}\` is \`${found}\`, which the node then asks in place of the pod; leave it unset.`;
const metadata = "169.254.169.254";

testPolicy(podProbeHostsDisallowed, {
    compliant: {
        unset: deployment(),
        null: deployment(everyContainer(all(null))),
        empty: deployment(everyContainer(all(""))),
        "no lifecycle": pod(everyContainer({ lifecycle: null, startupProbe: null })),
        "a header": pod(everyContainer({ "livenessProbe.httpGet.httpHeaders": [{ name: "Host", value: "shop" }] })),
        "another kind of probe": pod(everyContainer({ startupProbe: { grpc: { port: 9090, service: "shop" } } })),
    },
    violating: {
        ...everyKind(podSpec({ "containers.0.livenessProbe.httpGet.host": metadata }), (path) =>
            message(`${path}.containers[0].livenessProbe.httpGet.host`),
        ),
        "every one of every container": {
            ...pod(everyContainer(all(metadata))),
            message: containerLists.flatMap((container) => hosts.map((host) => message(`spec.${container}.${host}`))),
        },
        "the container itself": {
            ...pod({ "containers.0.livenessProbe.httpGet.host": "localhost" }),
            message: message("spec.containers[0].livenessProbe.httpGet.host", "localhost"),
        },
        "a probe that is none": {
            ...pod({ "containers.0.startupProbe": "tcp" }),
            message: "`spec.containers[0].startupProbe` is a string; set it to an object.",
        },
        "a lifecycle that is none": {
            ...pod({ "containers.0.lifecycle": "stop" }),
            message: "`spec.containers[0].lifecycle` is a string; set it to an object.",
        },
    },
    undetermined: {
        "an unknown host, but says what is wrong with another": {
            ...pod({
                "containers.0.livenessProbe.httpGet.host": UNKNOWN,
                "containers.0.lifecycle.preStop.httpGet.host": metadata,
            }),
            undetermined: ["`spec.containers[0].livenessProbe.httpGet.host` is not known before the update"],
            violations: [message("spec.containers[0].lifecycle.preStop.httpGet.host")],
        },
        "an unknown lifecycle": {
            ...pod({ "containers.0.lifecycle": UNKNOWN }),
            undetermined: ["`spec.containers[0].lifecycle` is not known before the update"],
        },
    },
});
