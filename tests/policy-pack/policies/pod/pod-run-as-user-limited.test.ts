import { podRunAsUserLimited } from "../../../../policy-pack/policies/pod/pod-run-as-user-limited";
import { container, deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const within = (...ranges: { min: number; max: number }[]) => ({
    runAsUserRule: "MustRunAs",
    runAsUserRanges: { ranges },
});
const hundred = { min: 100, max: 199 };
const user = "securityContext.runAsUser";
const spec = "spec.template.spec";
const unset = `\`${spec}.${user}\` is unset, and the image then decides who it runs as; set it to a number from 100 to 199.`;
const found = (path: string, id: number) =>
    `\`${path}.${user}\` is \`${id}\`, which is not allowed; set it to a number from 100 to 199.`;
const patch = (securityContext: object) =>
    object("apps/v1", "DeploymentPatch", {
        metadata: { name: "shop", namespace: "shop" },
        spec: { template: { spec: { containers: [{ name: "app", securityContext }] } } },
    });
const kured = container({ image: "ghcr.io/kubereboot/kured:1.23.0" });
const daemonSet = (...containers: object[]) =>
    workloadWith("apps/v1", "DaemonSet", ["spec", "template"], podSpec({ containers, [user]: 0 }));

testPolicy(podRunAsUserLimited, {
    compliant: {
        "the first user of a range": { ...deployment({ [user]: 100 }), config: within(hundred) },
        "the last user of a range": { ...deployment({ [user]: 199 }), config: within(hundred) },
        "a user of the second range": {
            ...deployment({ [user]: 4000000000 }),
            config: within(hundred, { min: 5000, max: -1 }),
        },
        "a user of the container, another of the pod": {
            ...deployment({ [user]: 5, containers: [container({ [user]: 150 })] }),
            config: within(hundred),
        },
        "a container that is left out by its name": {
            ...deployment({ containers: [container({ name: "agent", [user]: 5 })] }),
            config: { ...within(hundred), excludedContainers: ["agent"] },
        },
        "a container that is left out by its image": {
            ...deployment({ containers: [container({ [user]: 5 })] }),
            config: { ...within(hundred), excludedImages: ["shop.azurecr.io/*"] },
        },
        "a patch that says nothing of users": { ...patch({}), config: within(hundred) },
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ [user]: 99 })),
                    config: within(hundred),
                    message: found([...path, "spec"].join("."), 99),
                },
            ]),
        ),
        "init, normal and ephemeral containers": {
            ...deployment({
                initContainers: [container({ name: "init", [user]: 99 })],
                containers: [container({ [user]: 200 })],
                ephemeralContainers: [container({ name: "debug", [user]: 1 })],
            }),
            config: within(hundred),
            message: [
                found(`${spec}.initContainers[0]`, 99),
                found(`${spec}.containers[0]`, 200),
                found(`${spec}.ephemeralContainers[0]`, 1),
            ],
        },
        "below the first range and above the second": {
            ...deployment({ [user]: 50 }),
            config: within({ min: 60, max: -1 }, { min: 1, max: 49 }),
            message: `\`${spec}.${user}\` is \`50\`, which is not allowed; set it to a number from 60 up or from 1 to 49.`,
        },
        "no range": {
            ...deployment({ [user]: 150 }),
            config: within(),
            message: `\`${spec}.${user}\` is \`150\`, which is not allowed; set it to a number that \`runAsUserRanges\` allows.`,
        },
        "unset, once for all containers": {
            ...deployment({ [user]: undefined, containers: [container(), container({ name: "proxy" })] }),
            config: within(hundred),
            message: unset,
        },
        null: { ...deployment({ [user]: null }), config: within(hundred), message: unset },
        "a text": {
            ...deployment({ [user]: "150" }),
            config: within(hundred),
            message: `\`${spec}.${user}\` is a string; set it to a number, without quotes.`,
            also: ["pod-run-as-user-non-root"],
        },
        "a patch": {
            ...patch({ runAsUser: 5 }),
            config: within(hundred),
            message: found(`${spec}.containers[0]`, 5),
        },
        "kured in the company of another": {
            ...daemonSet(kured, container({ name: "other" })),
            config: within(hundred),
            message: found(spec, 0),
            also: ["pod-image-digest-used", "pod-run-as-user-non-root"],
        },
    },
    undetermined: {
        "an unknown user of one container": {
            ...deployment({ containers: [container({ [user]: UNKNOWN }), container({ name: "proxy", [user]: 5 })] }),
            config: within(hundred),
            violations: [found(`${spec}.containers[1]`, 5)],
            undetermined: [`\`${spec}.containers[0].${user}\` is not known before the update`],
        },
    },
    notApplicable: {
        "kured, which signals the node as root": {
            ...daemonSet(kured),
            config: within(hundred),
            reason: "kured signals the node as root",
            also: ["pod-image-digest-used"],
        },
        "a pod for Windows": {
            ...deployment({ os: { name: "windows" } }),
            config: within(hundred),
            reason: "Windows has no numbers of users",
        },
        "a pod for nodes with Windows": {
            ...deployment({ nodeSelector: { "kubernetes.io/os": "windows" } }),
            config: within(hundred),
            reason: "Windows has no numbers of users",
        },
        "no configuration": {
            ...deployment({ [user]: 0 }),
            reason: "users are not limited to ranges",
            also: ["pod-run-as-user-non-root"],
        },
        "a configuration that lets anyone run": {
            ...deployment({ [user]: 0 }),
            config: { runAsUserRule: "RunAsAny" },
            reason: "users are not limited to ranges",
            also: ["pod-run-as-user-non-root"],
        },
    },
});
