import { podWindowsAdministratorDisallowed } from "../../../../policy-pack/policies/pod/pod-windows-administrator-disallowed";
import { container, deployment, kindsWithPods, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const user = "securityContext.windowsOptions.runAsUserName";
const spec = "spec.template.spec";
const windows = { nodeSelector: { "kubernetes.io/os": "windows" } };
const message = (path: string, found = "ContainerAdministrator") =>
    `\`${path}.${user}\` is \`${found}\`, which may change everything in the container; set it to \`ContainerUser\`.`;

testPolicy(podWindowsAdministratorDisallowed, {
    compliant: {
        unset: deployment(windows),
        null: deployment({ ...windows, [user]: null }),
        "another user": deployment({ ...windows, [user]: "ContainerUser" }),
        "another user of the container": deployment({
            ...windows,
            [user]: "ContainerAdministrator",
            containers: [container({ [user]: "ContainerUser" })],
        }),
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ ...windows, [user]: "ContainerAdministrator" })),
                    message: message([...path, "spec"].join(".")),
                },
            ]),
        ),
        "init, normal and ephemeral containers": {
            ...deployment({
                ...windows,
                initContainers: [container({ name: "init", [user]: "ContainerAdministrator" })],
                containers: [container({ [user]: "containeradministrator" })],
                ephemeralContainers: [container({ name: "debug", [user]: "ContainerAdministrator" })],
            }),
            message: [
                message(`${spec}.initContainers[0]`),
                message(`${spec}.containers[0]`, "containeradministrator"),
                message(`${spec}.ephemeralContainers[0]`),
            ],
        },
        "a number": {
            ...deployment({ ...windows, [user]: 0 }),
            message: `\`${spec}.${user}\` is a number; set it to a string.`,
        },
    },
    undetermined: {
        "an unknown user": {
            ...deployment({ ...windows, [user]: UNKNOWN }),
            undetermined: [`\`${spec}.${user}\` is not known before the update`],
        },
    },
});
