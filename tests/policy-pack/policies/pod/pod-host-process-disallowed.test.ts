import { podHostProcessDisallowed } from "../../../../policy-pack/policies/pod/pod-host-process-disallowed";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const ofPod = "securityContext.windowsOptions.hostProcess";
const message = (path: string) =>
    `\`${path}.${ofPod}\` is \`true\`, and the process runs on the node itself; set it to \`false\`.`;

testPolicy(podHostProcessDisallowed, {
    compliant: {
        unset: deployment(),
        false: deployment({ [ofPod]: false, ...everyContainer({ [ofPod]: false }) }),
        null: deployment({ [ofPod]: null }),
        "options without it": pod({ "securityContext.windowsOptions": { runAsUserName: "ContainerUser" } }),
    },
    violating: {
        ...everyKind(podSpec({ [ofPod]: true }), message),
        "every container": {
            ...pod(everyContainer({ [ofPod]: true })),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "pod and container": {
            ...pod({ [ofPod]: true, [`containers.0.${ofPod}`]: true }),
            message: [message("spec"), message("spec.containers[0]")],
        },
        "a pod of Windows": { ...pod({ "os.name": "windows", [ofPod]: true }), message: message("spec") },
        "a word": {
            ...pod({ [ofPod]: "true" }),
            message: `\`spec.${ofPod}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
    },
    undetermined: {
        "unknown in the pod, but says what is wrong with a container": {
            ...pod({ [ofPod]: UNKNOWN, [`containers.0.${ofPod}`]: true }),
            undetermined: [`\`spec.${ofPod}\` is not known before the update`],
            violations: [message("spec.containers[0]")],
        },
    },
});
