import { podSeLinuxOptionsLimited } from "../../../../policy-pack/policies/pod/pod-se-linux-options-limited";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const options = "securityContext.seLinuxOptions";
const types = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"];
const message = (path: string, found = "spc_t") =>
    `\`${path}.${options}.type\` is \`${found}\`, a type that a pod may not choose; set it to \`container_t\`, \`container_init_t\`, \`container_kvm_t\` or \`container_engine_t\`, or leave it unset.`;
const refused = (name: string) =>
    `\`spec.${options}.${name}\` is \`system_u\`, a ${name} that a pod may not choose; leave it unset.`;

testPolicy(podSeLinuxOptionsLimited, {
    compliant: {
        unset: deployment(),
        null: deployment({ [options]: null }),
        "empty words": deployment({ [options]: { type: "", user: "", role: "" } }),
        "no words": deployment({ [options]: { type: null, user: null, role: null } }),
        "a level": pod({ [options]: { level: "s0:c123,c456" } }),
        ...Object.fromEntries(types.map((type) => [type, pod(everyContainer({ [options]: { type } }))])),
    },
    violating: {
        ...everyKind(podSpec({ [options]: { type: "spc_t" } }), (path) => message(path)),
        "every container": {
            ...pod(everyContainer({ [options]: { type: "spc_t" } })),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "a type in other letters": {
            ...pod({ [options]: { type: "Container_t" } }),
            message: message("spec", "Container_t"),
        },
        "a container of which neither name nor image are known": {
            ...pod({
                "containers.0.name": UNKNOWN,
                "containers.0.image": UNKNOWN,
                [`containers.0.${options}`]: { type: "spc_t" },
            }),
            message: message("spec.containers[0]"),
        },
        "a user": { ...pod({ [options]: { user: "system_u" } }), message: refused("user") },
        "a role": { ...pod({ [options]: { role: "system_u" } }), message: refused("role") },
        "all of them": {
            ...pod({ [options]: { type: "spc_t", user: "system_u", role: "system_u" } }),
            message: [message("spec"), refused("user"), refused("role")],
        },
        "options that are none": {
            ...pod({ [options]: "container_t" }),
            message: `\`spec.${options}\` is a string; set it to an object.`,
        },
    },
    undetermined: {
        "an unknown type, but says what is wrong with the user": {
            ...pod({ [options]: { type: UNKNOWN, user: "system_u" } }),
            undetermined: [`\`spec.${options}.type\` is not known before the update`],
            violations: [refused("user")],
        },
    },
});
