import { servicePortsAllowed } from "../../../../policy-pack/policies/service/service-ports-allowed";
import { object, service } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const config = { allowedServicePortsList: ["443", 8080, "9000-9100"] };

function listening(...ports: unknown[]) {
    return { "spec.ports": ports.map((port) => ({ port, targetPort: 1 })) };
}

function refusal(path: string, port: number) {
    return `\`${path}\` is \`${port}\`, which is not allowed; set it to \`443\`, \`8080\` or \`9000-9100\`.`;
}

const apiServer = { "metadata.name": "kubernetes", "metadata.namespace": "default", ...listening(6443) };

testPolicy(servicePortsAllowed, {
    compliant: {
        "ports of the list": { ...service(listening(443, 8080, 9000, 9100)), config },
        "no ports": { ...service({ "spec.ports": undefined }), config },
        "an empty list": { ...service(listening()), config },
        "a port that is null": { ...service(listening(null)), config },
        "the service of the API server": {
            ...service(apiServer),
            config,
        },
        "the same without a namespace, which is then default": {
            ...service({ ...apiServer, "metadata.namespace": undefined }),
            config,
        },
    },
    violating: {
        ...Object.fromEntries(
            [442, 444, 8081, 8999, 9101, 80].map((port) => [
                `port ${port}`,
                { ...service(listening(port)), config, message: refusal("spec.ports[0].port", port) },
            ]),
        ),
        "one of two": { ...service(listening(443, 80)), config, message: refusal("spec.ports[1].port", 80) },
        "a service of that name in another namespace": {
            ...service({ ...apiServer, "metadata.namespace": "shop" }),
            config,
            message: refusal("spec.ports[0].port", 6443),
        },
        "another service in the default namespace": {
            ...service({ ...apiServer, "metadata.name": "shop" }),
            config,
            also: ["pod-default-namespace-unused"],
            message: refusal("spec.ports[0].port", 6443),
        },
        "the list that allows nothing": {
            ...service(listening(443)),
            config: { allowedServicePortsList: ["-1"] },
            message: "`spec.ports[0].port` is `443`, which is not allowed; set it to `-1`.",
        },
        "a long list": {
            ...service(listening(22)),
            config: { allowedServicePortsList: Array.from({ length: 11 }, (_, index) => String(8000 + index)) },
            message:
                "`spec.ports[0].port` is `22`, which is not allowed; set it to a port of `allowedServicePortsList`.",
        },
        "one of a list of services": {
            ...object("v1", "ServiceList", { items: [service().props, service(listening(80)).props] }),
            config,
            message: refusal("items[1].spec.ports[0].port", 80),
        },
        "a patch": {
            ...object("v1", "ServicePatch", { metadata: { namespace: "shop" }, spec: { ports: [{ port: 80 }] } }),
            config,
            message: refusal("spec.ports[0].port", 80),
        },
        "a text": {
            ...service(listening("443")),
            config,
            message: "`spec.ports[0].port` is a string; set it to a number, without quotes.",
        },
    },
    undetermined: {
        "a port that is not known, and refuses the other": {
            ...service(listening(UNKNOWN, 80)),
            config,
            undetermined: ["`spec.ports[0].port` is not known before the update"],
            violations: [refusal("spec.ports[1].port", 80)],
        },
        "a name that may be that of the API server": {
            ...service({ ...apiServer, "metadata.namespace": UNKNOWN }),
            config,
            undetermined: ["`metadata.namespace` is not known before the update"],
        },
    },
    notApplicable: {
        "services while no list is configured": {
            ...service(listening(80)),
            reason: "no allowedServicePortsList is configured",
        },
    },
});
