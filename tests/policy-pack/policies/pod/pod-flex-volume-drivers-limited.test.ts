import { podFlexVolumeDriversLimited } from "../../../../policy-pack/policies/pod/pod-flex-volume-drivers-limited";
import { deployment, kindsWithPods, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const flex = (driver: unknown) => [{ name: "data", flexVolume: { driver } }];
const also = ["pod-volume-types-limited"];

testPolicy(podFlexVolumeDriversLimited, {
    compliant: {
        "no volumes": deployment(),
        "other volumes": deployment({ volumes: [{ name: "tmp", emptyDir: {} }] }),
        "null for volumes": deployment({ volumes: null }),
        "null for the driver's object": deployment({ volumes: [{ name: "tmp", emptyDir: {}, flexVolume: null }] }),
        "an allowed driver": {
            ...deployment({ volumes: flex("example/lvm") }),
            config: { allowedFlexVolumeDrivers: ["example/nfs", "example/lvm"] },
            also,
        },
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ volumes: flex("example/lvm") })),
                    message: `\`${[...path, "spec"].join(".")}.volumes[0].flexVolume.driver\` is \`example/lvm\`, which is not allowed; set it to a volume of a CSI driver.`,
                    also,
                },
            ]),
        ),
        "a driver that is not among the allowed ones": {
            ...deployment({ volumes: [{ name: "tmp", emptyDir: {} }, ...flex("azure/blobfuse")] }),
            config: { allowedFlexVolumeDrivers: ["example/nfs", "example/lvm"] },
            message:
                "`spec.template.spec.volumes[1].flexVolume.driver` is `azure/blobfuse`, which is not allowed; set it to `example/nfs` or `example/lvm`.",
            also,
        },
        "no driver": {
            ...deployment({ volumes: flex(null) }),
            message:
                "`spec.template.spec.volumes[0].flexVolume` is a FlexVolume without a driver; set it to a volume of a CSI driver.",
            also,
        },
        "a text for the volumes": {
            ...deployment({ volumes: "data" }),
            message: "`spec.template.spec.volumes` is a string; set it to a list.",
            also: ["pod-host-paths-limited", ...also],
        },
    },
    undetermined: {
        "an unknown driver, and one that is known": {
            ...deployment({ volumes: [...flex(UNKNOWN), ...flex("example/lvm")] }),
            violations: [
                "`spec.template.spec.volumes[1].flexVolume.driver` is `example/lvm`, which is not allowed; set it to a volume of a CSI driver.",
            ],
            undetermined: ["`spec.template.spec.volumes[0].flexVolume.driver` is not known before the update"],
            also,
        },
    },
});
