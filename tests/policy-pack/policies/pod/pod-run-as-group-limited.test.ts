import { podRunAsGroupLimited } from "../../../../policy-pack/policies/pod/pod-run-as-group-limited";
import { container, deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const within = (runAsGroupRule: string, ...ranges: { min: number; max: number }[]) => ({
    runAsGroupRule,
    runAsGroupRanges: { ranges },
});
const hundred = { min: 100, max: 199 };
const spec = "spec.template.spec";
const patch = object("apps/v1", "DeploymentPatch", {
    metadata: { name: "shop", namespace: "shop" },
    spec: { template: { spec: { containers: [{ name: "app" }] } } },
});

testPolicy(podRunAsGroupLimited, {
    compliant: {
        "the first number of a range": {
            ...deployment({ "securityContext.runAsGroup": 100 }),
            config: within("MustRunAs", hundred),
        },
        "the last number of a range, in the container": {
            ...deployment({
                "securityContext.runAsGroup": 5,
                containers: [container({ "securityContext.runAsGroup": 199 })],
            }),
            config: within("MayRunAs", hundred),
        },
        "unset, where a group may be set": { ...deployment(), config: within("MayRunAs", hundred) },
        "a container that is left out": {
            ...deployment(),
            config: { ...within("MustRunAs", hundred), excludedContainers: ["app"] },
        },
        "a patch that says nothing of groups": { ...patch, config: within("MustRunAs", hundred) },
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ "securityContext.runAsGroup": 99 })),
                    config: within("MustRunAs", hundred),
                    message: `\`${[...path, "spec"].join(".")}.securityContext.runAsGroup\` is \`99\`, which is not allowed; set it to a number from 100 to 199.`,
                },
            ]),
        ),
        "above the range, in an init and an ephemeral container": {
            ...deployment({
                initContainers: [container({ name: "init", "securityContext.runAsGroup": 200 })],
                ephemeralContainers: [container({ name: "debug", "securityContext.runAsGroup": 0 })],
            }),
            config: within("MayRunAs", hundred),
            message: [
                `\`${spec}.initContainers[0].securityContext.runAsGroup\` is \`200\`, which is not allowed; set it to a number from 100 to 199, or leave it unset.`,
                `\`${spec}.ephemeralContainers[0].securityContext.runAsGroup\` is \`0\`, which is not allowed; set it to a number from 100 to 199, or leave it unset.`,
            ],
        },
        "unset, where it must be set": {
            ...deployment(),
            config: within("MustRunAs", hundred),
            message: `\`${spec}.securityContext.runAsGroup\` is unset, and the image then decides, which is root's group for most; set it to a number from 100 to 199.`,
        },
        "a text": {
            ...deployment({ "securityContext.runAsGroup": "100" }),
            config: within("MayRunAs", hundred),
            message: `\`${spec}.securityContext.runAsGroup\` is a string; set it to a number, without quotes.`,
        },
        "no range": {
            ...deployment({ "securityContext.runAsGroup": 100 }),
            config: within("MayRunAs"),
            message: `\`${spec}.securityContext.runAsGroup\` is \`100\`, which is not allowed; set it to a number that \`runAsGroupRanges\` allows, or leave it unset.`,
        },
    },
    undetermined: {
        "an unknown group": {
            ...deployment({ "securityContext.runAsGroup": UNKNOWN }),
            config: within("MustRunAs", hundred),
            undetermined: [`\`${spec}.securityContext.runAsGroup\` is not known before the update`],
        },
    },
    notApplicable: {
        "no configuration": { ...deployment({ "securityContext.runAsGroup": 0 }), reason: "any group may run" },
        "a pod for Windows": {
            ...deployment({ os: { name: "windows" } }),
            config: within("MustRunAs", hundred),
            reason: "Windows has no numbers of groups",
        },
    },
});
