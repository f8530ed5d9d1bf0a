import { podSeLinuxTypesLimited } from "../../../../policy-pack/policies/pod/pod-se-linux-types-limited";
import { container, deployment, kindsWithPods, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const options = (value: unknown) => ({ "securityContext.seLinuxOptions": value });
const types = (...allowedSELinuxTypes: string[]) => ({ allowedSELinuxTypes });
const only = (...allowed: object[]) => ({ enforcePSS: false, allowedSELinuxOptions: { options: allowed } });
const spec = "spec.template.spec";
const standard = ["container_engine_t", "container_kvm_t", "container_init_t", "container_t"];

testPolicy(podSeLinuxTypesLimited, {
    compliant: {
        "an allowed type": { ...deployment(options({ type: "container_t" })), config: types("container_t") },
        "no type": { ...deployment(options({ level: "s0:c1" })), config: types("container_t") },
        "no options": { ...deployment(), config: only() },
        "options without anything in them": { ...deployment(options({})), config: only() },
        null: { ...deployment(options(null)), config: only() },
        "options that are allowed, the second": {
            ...deployment(options({ level: "s0:c1", type: "container_t" })),
            config: only({ type: "container_t" }, { type: "container_t", level: "s0:c1" }),
        },
        "a container that is left out": {
            ...deployment({ containers: [container(options({ type: "container_init_t" }))] }),
            config: { ...types("container_t"), excludedImages: ["shop.azurecr.io/app@*"] },
        },
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec(options({ type: "container_init_t" }))),
                    config: types("container_t", "container_kvm_t"),
                    message: `\`${[...path, "spec"].join(".")}.securityContext.seLinuxOptions.type\` is \`container_init_t\`, which is not allowed; set it to \`container_t\` or \`container_kvm_t\`, or leave it unset.`,
                },
            ]),
        ),
        "the pod, an init, a normal and an ephemeral container": {
            ...deployment({
                ...options({ type: "container_t" }),
                initContainers: [container({ name: "init", ...options({ type: "container_init_t" }) })],
                containers: [container(options({ type: "container_kvm_t" }))],
                ephemeralContainers: [container({ name: "debug", ...options({ type: "container_t" }) })],
            }),
            config: types(),
            message: [
                `\`${spec}.securityContext.seLinuxOptions.type\` is \`container_t\`, which is not allowed; leave it unset.`,
                `\`${spec}.initContainers[0].securityContext.seLinuxOptions.type\` is \`container_init_t\`, which is not allowed; leave it unset.`,
                `\`${spec}.containers[0].securityContext.seLinuxOptions.type\` is \`container_kvm_t\`, which is not allowed; leave it unset.`,
                `\`${spec}.ephemeralContainers[0].securityContext.seLinuxOptions.type\` is \`container_t\`, which is not allowed; leave it unset.`,
            ],
        },
        "four types, of which one is not standard": {
            ...deployment(options({ type: "container_kvm_t" })),
            config: types("container_t", "container_init_t", "container_engine_t", "shop_t"),
            message: `\`${spec}.securityContext.seLinuxOptions.type\` is \`container_kvm_t\`, which is not allowed; set it to \`container_t\`, \`container_init_t\`, \`container_engine_t\` or \`shop_t\`, or leave it unset.`,
        },
        "a container whose image only begins like one that is left out": {
            ...deployment({ containers: [container(options({ type: "container_init_t" }))] }),
            config: { ...types("container_t"), excludedImages: ["shop.azurecr.io/api*"] },
            message: `\`${spec}.containers[0].securityContext.seLinuxOptions.type\` is \`container_init_t\`, which is not allowed; set it to \`container_t\`, or leave it unset.`,
        },
        "the types of the standards and one more": {
            ...deployment(options({ type: "spc_t" })),
            config: types(...standard, "shop_t"),
            message: `\`${spec}.securityContext.seLinuxOptions.type\` is \`spc_t\`, which is not allowed; set it to \`container_engine_t\`, \`container_kvm_t\`, \`container_init_t\`, \`container_t\` or \`shop_t\`, or leave it unset.`,
            also: ["pod-se-linux-options-limited"],
        },
        "options that are allowed but for one field": {
            ...deployment(options({ type: "container_t", level: "s0:c2" })),
            config: only({ type: "container_t", level: "s0:c1" }),
            message: `\`${spec}.securityContext.seLinuxOptions\` is \`container_t:s0:c2\`, which is not among \`allowedSELinuxOptions\`; set it to options that are, or leave it unset.`,
        },
        "fewer fields than are allowed": {
            ...deployment(options({ type: "container_t" })),
            config: only({ type: "container_t", level: "s0:c1" }),
            message: `\`${spec}.securityContext.seLinuxOptions\` is \`container_t\`, which is not among \`allowedSELinuxOptions\`; set it to options that are, or leave it unset.`,
        },
        "any options, where none are allowed": {
            ...deployment(options({ level: "s0:c1" })),
            config: only(),
            message: `\`${spec}.securityContext.seLinuxOptions\` is \`s0:c1\`, which is not among \`allowedSELinuxOptions\`; set it to options that are, or leave it unset.`,
        },
    },
    undetermined: {
        "an unknown type of the pod, and a known one": {
            ...deployment({
                ...options({ type: UNKNOWN }),
                containers: [container(options({ type: "container_init_t" }))],
            }),
            config: types("container_t"),
            violations: [
                `\`${spec}.containers[0].securityContext.seLinuxOptions.type\` is \`container_init_t\`, which is not allowed; set it to \`container_t\`, or leave it unset.`,
            ],
            undetermined: [`\`${spec}.securityContext.seLinuxOptions.type\` is not known before the update`],
        },
    },
    notApplicable: {
        "no configuration": {
            ...deployment(options({ type: "container_t" })),
            reason: "no other options are configured than the Pod Security Standards allow",
        },
        "the types of the standards, in another order": {
            ...deployment(options({ type: "container_t" })),
            config: types(...standard),
            reason: "no other options are configured than the Pod Security Standards allow",
        },
    },
});
