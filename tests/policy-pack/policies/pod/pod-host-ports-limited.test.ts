import { podHostPortsLimited } from "../../../../policy-pack/policies/pod/pod-host-ports-limited";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const ports = (hostPort: unknown) => ({ ports: [{ containerPort: 8080, hostPort }] });
const message = (path: string, found = 8080, advice = "leave it unset") =>
    `\`${path}.ports[0].hostPort\` is \`${found}\`, a port of the node that is not allowed; ${advice}.`;
const onNode = (path: string, which = "any") =>
    `\`${path}.containers[0].ports[0].containerPort\` is \`8080\`, in the network of the node where that port is not allowed; set it to ${which} one and \`${path}.hostNetwork\` to \`false\`.`;
const using = (port: number) => pod(everyContainer(ports(port)));
const config = { allowedHostPorts: ["80", "3000-5000"] };
const also = ["pod-host-network-disallowed"];
const refused = (port: number) => ({
    ...pod({ "containers.0.ports": ports(port).ports }),
    config,
    message: message("spec.containers[0]", port, "set it to `80` or `3000-5000`, or leave it unset"),
});

testPolicy(podHostPortsLimited, {
    compliant: {
        unset: deployment(everyContainer({ ports: [{ containerPort: 8080 }] })),
        null: deployment(everyContainer(ports(null))),
        zero: deployment(everyContainer(ports(0))),
        "no ports": pod({ "containers.0.ports": null }),
        "an allowed port": { ...using(80), config },
        "the first of an allowed range": { ...using(3000), config },
        "the last of it": { ...using(5000), config },
        "an allowed port, in the network of the node": {
            ...pod({ hostNetwork: true, "containers.0.ports": [{ containerPort: 4000 }] }),
            config,
            also,
        },
        "no port at all, in the network of the node": {
            ...pod({ hostNetwork: true, "containers.0.ports": [{}] }),
            also,
        },
        "an image that is left out": { ...using(8080), config: { excludedImages: ["shop.azurecr.io/*"] } },
    },
    violating: {
        ...everyKind(podSpec({ "containers.0.ports": ports(8080).ports }), (path) => message(`${path}.containers[0]`)),
        "every container": {
            ...using(8080),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "a port below the allowed range": refused(2999),
        "a port above it": refused(5001),
        "a port beside an allowed one": refused(81),
        "an unset port, in the network of the node": {
            ...pod({ hostNetwork: true, "containers.0.ports": [{ containerPort: 8080 }] }),
            message: onNode("spec"),
            also,
        },
        "a zero, in the network of the node": {
            ...pod({ hostNetwork: true, "containers.0.ports": ports(0).ports }),
            config,
            message: onNode("spec", "an allowed"),
            also,
        },
        "a port in words": {
            ...pod({ "containers.0.ports": ports("8080").ports }),
            message: "`spec.containers[0].ports[0].hostPort` is a string; set it to a number, without quotes.",
        },
    },
    undetermined: {
        "an unknown port, but says what is wrong with another": {
            ...pod({ "containers.0.ports": [{ hostPort: UNKNOWN }, { hostPort: 8080 }] }),
            undetermined: ["`spec.containers[0].ports[0].hostPort` is not known before the update"],
            violations: [
                "`spec.containers[0].ports[1].hostPort` is `8080`, a port of the node that is not allowed; leave it unset.",
            ],
        },
        "an unknown network": {
            ...pod({ hostNetwork: UNKNOWN, "containers.0.ports": ports(0).ports }),
            undetermined: ["`spec.hostNetwork` is not known before the update"],
        },
    },
});
