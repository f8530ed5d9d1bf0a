import { podContainerPortsAllowed } from "../../../../policy-pack/policies/pod/pod-container-ports-allowed";
import { container, deployment, kindsWithPods, object, pod, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const config = { allowedContainerPortsList: [8080, "8443", "9000-9100"] };

function listening(...ports: unknown[]) {
    return { "containers.0.ports": ports.map((containerPort) => ({ containerPort })) };
}

function refusal(path: string, port: number) {
    return `\`${path}.containerPort\` is \`${port}\`, which is not allowed; set it to \`8080\`, \`8443\` or \`9000-9100\`.`;
}

const first = "spec.template.spec.containers[0].ports[0]";

testPolicy(podContainerPortsAllowed, {
    compliant: {
        "a number": { ...deployment(listening(8080)), config },
        "a text": { ...deployment(listening(8443)), config },
        "the ends of a range": { ...deployment(listening(9000, 9100)), config },
        "no ports": { ...deployment(), config },
        "an empty list of ports": { ...deployment(listening()), config },
        "no port": { ...deployment({ "containers.0.ports": [{ name: "http" }] }), config },
        "a patch without containers": { ...object("apps/v1", "DeploymentPatch", { spec: { replicas: 2 } }), config },
        "a text with spaces": { ...deployment(listening(80)), config: { allowedContainerPortsList: [" 80 "] } },
    },
    violating: {
        ...Object.fromEntries(
            [8079, 8081, 8442, 8999, 9101, 0].map((port) => [
                `port ${port}`,
                { ...deployment(listening(port)), config, message: refusal(first, port) },
            ]),
        ),
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec(listening(22))),
                    config,
                    message: refusal([...path, "spec", "containers[0]", "ports[0]"].join("."), 22),
                },
            ]),
        ),
        "init and normal containers": {
            ...pod({
                initContainers: [container({ ports: [{ containerPort: 21 }] })],
                containers: [container({ ports: [{ containerPort: 8080 }, { containerPort: 22 }] })],
            }),
            config,
            message: [refusal("spec.initContainers[0].ports[0]", 21), refusal("spec.containers[0].ports[1]", 22)],
        },
        "one of a list": {
            ...object("v1", "PodList", { items: [pod().props, pod(listening(22)).props] }),
            config,
            message: refusal("items[1].spec.containers[0].ports[0]", 22),
        },
        "an entry that is no port": {
            ...deployment(listening(80)),
            config: { allowedContainerPortsList: ["http", "-1", "90-70", "80 - 81"] },
            message: `\`${first}.containerPort\` is \`80\`, which is not allowed; set it to \`http\`, \`-1\`, \`90-70\` or \`80 - 81\`.`,
        },
        "a list that is as long as a message can bear": {
            ...deployment(listening(22)),
            config: { allowedContainerPortsList: ["1-10", 80, 81, 82, 83, 84, 85, 86, 87, 88] },
            message: `\`${first}.containerPort\` is \`22\`, which is not allowed; set it to \`1-10\`, \`80\`, \`81\`, \`82\`, \`83\`, \`84\`, \`85\`, \`86\`, \`87\` or \`88\`.`,
        },
        "a long list": {
            ...deployment(listening(22)),
            config: { allowedContainerPortsList: Array.from({ length: 11 }, (_, index) => 8000 + index) },
            message: `\`${first}.containerPort\` is \`22\`, which is not allowed; set it to a port of \`allowedContainerPortsList\`.`,
        },
        "a port that is a text": {
            ...deployment(listening("8080")),
            config,
            message: `\`${first}.containerPort\` is a string; set it to a number, without quotes.`,
        },
        "a port in place of a list": {
            ...deployment({ "containers.0.ports": 8080 }),
            also: ["pod-host-ports-limited"],
            config,
            message: "`spec.template.spec.containers[0].ports` is a number; set it to a list.",
        },
    },
    undetermined: {
        "a port that is not known, and refuses the other": {
            ...deployment(listening(UNKNOWN, 22)),
            config,
            undetermined: [`\`${first}.containerPort\` is not known before the update`],
            violations: [refusal("spec.template.spec.containers[0].ports[1]", 22)],
        },
    },
    notApplicable: {
        "pods while no list is configured": {
            ...deployment(listening(22)),
            reason: "no allowedContainerPortsList is configured",
        },
    },
});
