import { podHostPathsLimited } from "../../../../policy-pack/policies/pod/pod-host-paths-limited";
import { deployment, everyContainer, everyKind, kured, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const also = ["pod-volume-types-limited"];
const volume = (path: unknown) => ({ volumes: [{ name: "host", hostPath: { path } }] });
const mounts = (readOnly: unknown) => ({
    volumeMounts: [{ name: "other" }, { name: "host", mountPath: "/host", readOnly }],
});
const message = (path: string, found: string, advice = "leave it unset") =>
    `\`${path}.volumes[0].hostPath\` is ${found}, which no pod may mount; ${advice}.`;
const writes = (path: string, found: string) =>
    `\`${path}.volumeMounts[1].readOnly\` is ${found}, and the container writes to \`/var/log\` of the node; set it to \`true\`.`;

/** What is configured: a path, and whether it may only be read. */
const allowed = (pathPrefix: string, readOnly = false) => ({ allowedHostPaths: { paths: [{ pathPrefix, readOnly }] } });
const refused = (pathPrefix: string, path: string) => ({
    ...pod(volume(path)),
    config: allowed(pathPrefix),
    message: message("spec", `\`${path}\` of the node`, `set it to a path in \`${pathPrefix}\`, or leave it unset`),
    also,
});

testPolicy(podHostPathsLimited, {
    compliant: {
        unset: deployment(),
        "no volumes": pod({ volumes: null }),
        "null, beside another type": pod({ volumes: [{ name: "cache", hostPath: null, emptyDir: {} }] }),
        "another type": pod({ volumes: [{ name: "settings", configMap: { name: "settings" } }] }),
        "an allowed path": { ...pod(volume("/var/log")), config: allowed("/var/log"), also },
        "a path in it": { ...pod(volume("/var/log/pods/")), config: allowed("/var/log"), also },
        "the path, one of two with a slash": { ...pod(volume("/var/log")), config: allowed("/var/log/"), also },
        "the path, one of two with slashes": { ...pod(volume("/var/log")), config: allowed("/var/log//"), also },
        "everything, where the root is allowed": { ...pod(volume("/etc")), config: allowed("/"), also },
        "an allowed path that containers only read": {
            ...pod({ ...volume("/var/log"), ...everyContainer(mounts(true)) }),
            config: allowed("/var/log", true),
            also,
        },
        "a path that may be written by one of two entries": {
            ...pod({ ...volume("/var/log"), ...everyContainer(mounts(false)) }),
            config: {
                allowedHostPaths: {
                    paths: [
                        { pathPrefix: "/var", readOnly: true },
                        { pathPrefix: "/var/log", readOnly: false },
                    ],
                },
            },
            also,
        },
        "a writing container that is left out": {
            ...pod({ ...volume("/var/log"), ...everyContainer(mounts(false)) }),
            config: { ...allowed("/var/log", true), excludedContainers: ["app"] },
            also,
        },
        "a writing image that is left out": {
            ...pod({ ...volume("/var/log"), ...everyContainer(mounts(false)) }),
            config: { ...allowed("/var/log", true), excludedImages: ["shop.azurecr.io/*"] },
            also,
        },
        kured: kured(),
        "kured with the same folder by its other name": kured({ "volumes.0.hostPath.path": "/run" }),
    },
    violating: {
        ...everyKind(podSpec(volume("/var/log")), (path) => message(path, "`/var/log` of the node"), also),
        "no path": { ...pod(volume(null)), message: message("spec", "a path of the node"), also },
        "an empty path": { ...pod(volume("")), message: message("spec", "a path of the node"), also },
        "another path than the allowed one": refused("/var/log", "/var/lib"),
        "a path that only begins like it": refused("/var/log", "/var/logs"),
        "a path above it": refused("/var/log", "/var"),
        "a path that leads out of it": refused("/var/log", "/var/log/../lib"),
        "a path in other letters": refused("/var/log", "/var/Log"),
        "a container that is left out, for that is not its matter": {
            ...pod(volume("/var/log")),
            config: { excludedContainers: ["app"] },
            message: message("spec", "`/var/log` of the node"),
            also,
        },
        "containers that write where they may only read": {
            ...pod({
                ...volume("/var/log"),
                ...everyContainer(mounts(false)),
                ephemeralContainers: everyContainer(mounts(null)).ephemeralContainers,
            }),
            config: allowed("/var/log", true),
            message: [
                writes("spec.initContainers[0]", "`false`"),
                writes("spec.containers[0]", "`false`"),
                writes("spec.ephemeralContainers[0]", "unset"),
            ],
            also,
        },
        "kured with more of the node": {
            ...kured({ "volumes.0.hostPath.path": "/var" }),
            message: message(
                "spec.template.spec",
                "`/var` of the node",
                "set it to a path in `/var/run`, `/run`, or leave it unset",
            ),
        },
        "kured that writes": {
            ...kured({ "containers.0.volumeMounts.0.readOnly": undefined }),
            message:
                "`spec.template.spec.containers[0].volumeMounts[0].readOnly` is unset, and the container writes to `/var/run` of the node; set it to `true`.",
        },
        "an unknown path, where none is allowed": {
            ...pod(volume(UNKNOWN)),
            message: message("spec", "a path of the node"),
            also,
        },
        "a word": {
            ...pod({ volumes: [{ name: "host", hostPath: "/etc" }] }),
            message: "`spec.volumes[0].hostPath` is a string; set it to an object.",
            also,
        },
        "no list": {
            ...pod({ volumes: "/etc" }),
            message: "`spec.volumes` is a string; set it to a list.",
            also: ["pod-flex-volume-drivers-limited", ...also],
        },
    },
    undetermined: {
        "an unknown volume, but says what is wrong with another": {
            ...pod({ volumes: [UNKNOWN, { name: "host", hostPath: { path: "/etc" } }] }),
            undetermined: ["`spec.volumes[0]` is not known before the update"],
            violations: ["`spec.volumes[1].hostPath` is `/etc` of the node, which no pod may mount; leave it unset."],
            also,
        },
        "an unknown path of kured": {
            ...kured({ "volumes.0.hostPath.path": UNKNOWN }),
            undetermined: ["`spec.template.spec.volumes[0].hostPath.path` is not known before the update"],
        },
    },
});
