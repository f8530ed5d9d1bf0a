import { podVolumeTypesLimited } from "../../../../policy-pack/policies/pod/pod-volume-types-limited";
import { deployment, everyKind, kured, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const allowed = [
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "image",
    "persistentVolumeClaim",
    "projected",
    "secret",
];
const those = `${allowed
    .slice(0, -1)
    .map((type) => `\`${type}\``)
    .join(", ")} or \`secret\``;
const volumes = (...sources: object[]) => ({
    volumes: sources.map((source, index) => ({ name: `data-${index}`, ...source })),
});
const message = (path: string, type: string, types = those) =>
    `\`${path}.${type}\` is given, a type of volume that is not allowed; leave it unset and use ${types}.`;
const config = { allowedVolumeTypes: ["secret", "nfs"] };
const refused = (type: string) => [
    type,
    { ...pod(volumes({ [type]: {} })), message: message("spec.volumes[0]", type) },
];
type Refused = ReturnType<typeof pod> & { message: string };

testPolicy(podVolumeTypesLimited, {
    compliant: {
        unset: deployment(),
        null: deployment({ volumes: null }),
        empty: deployment(volumes()),
        "those of the standard restricted of v1.37": deployment(volumes(...allowed.map((type) => ({ [type]: {} })))),
        "no type, which becomes an emptyDir": deployment(volumes({})),
        "another type that is null": deployment(volumes({ nfs: null, emptyDir: {} })),
        "a configured type": { ...pod(volumes({ nfs: {} })), config },
        "no type in a patch": {
            ...pod(volumes({})),
            type: "kubernetes:core/v1:PodPatch",
            config,
        },
        "the path of kured": kured(),
    },
    violating: {
        ...everyKind(podSpec(volumes({ nfs: { server: "files" } })), (path) => message(`${path}.volumes[0]`, "nfs")),
        ...(Object.fromEntries(
            ["azureFile", "azureDisk", "iscsi", "gitRepo", "fc", "cephfs", "anotherOne"].map(refused),
        ) as Record<string, Refused>),
        "a path of the node": {
            ...pod(volumes({ hostPath: { path: "/etc" } })),
            message: message("spec.volumes[0]", "hostPath"),
            also: ["pod-host-paths-limited"],
        },
        "the second of two": {
            ...pod(volumes({ secret: {} }, { iscsi: {} })),
            message: message("spec.volumes[1]", "iscsi"),
        },
        "another type of kured": {
            ...kured({ volumes: [{ name: "data", nfs: {} }] }),
            message: message("spec.template.spec.volumes[0]", "nfs"),
        },
        "a type that is not configured": {
            ...pod(volumes({ configMap: {} })),
            config,
            message: message("spec.volumes[0]", "configMap", "`secret` or `nfs`"),
        },
        "no type, where no emptyDir is allowed": {
            ...pod(volumes({})),
            config,
            message:
                "`spec.volumes[0]` is without a type, and becomes an emptyDir; set it to a volume of type `secret` or `nfs`.",
        },
        "a volume that is none": {
            ...pod({ volumes: ["data"] }),
            message: "`spec.volumes[0]` is a string; set it to an object.",
            also: ["pod-flex-volume-drivers-limited", "pod-host-paths-limited"],
        },
    },
    undetermined: {
        "an unknown volume, but says what is wrong with another": {
            ...pod({ volumes: [UNKNOWN, { name: "data", nfs: {} }] }),
            undetermined: ["`spec.volumes[0]` is not known before the update"],
            violations: [message("spec.volumes[1]", "nfs")],
        },
    },
});
