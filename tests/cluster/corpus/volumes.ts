import { invalid, mapped, pods } from "./case";
import { type Fields, type PodParts, podWith, windowsPodWith } from "./secure-pod";

/** Every type of volume, in its smallest valid form. */
export const volumeSources = {
    awsElasticBlockStore: { volumeID: "v" },
    azureDisk: { diskName: "d", diskURI: "https://account.blob.core.windows.net/container/disk.vhd" },
    azureFile: { secretName: "s", shareName: "f" },
    cephfs: { monitors: ["m"] },
    cinder: { volumeID: "v" },
    configMap: { name: "c" },
    csi: { driver: "disk.csi.azure.com" },
    downwardAPI: { items: [] },
    emptyDir: {},
    ephemeral: {
        volumeClaimTemplate: {
            spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
    },
    fc: { targetWWNs: ["w"], lun: 1 },
    flexVolume: { driver: "example/lvm" },
    flocker: { datasetName: "d" },
    gcePersistentDisk: { pdName: "p" },
    gitRepo: { repository: "r" },
    glusterfs: { endpoints: "e", path: "p" },
    hostPath: { path: "/var/log" },
    image: { reference: "registry.example/model:1" },
    iscsi: { targetPortal: "127.0.0.1", iqn: "iqn.2001-04.com.example:storage", lun: 0 },
    nfs: { server: "s", path: "/" },
    persistentVolumeClaim: { claimName: "c" },
    photonPersistentDisk: { pdID: "p" },
    portworxVolume: { volumeID: "v" },
    projected: { sources: [] },
    quobyte: { registry: "r:1", volume: "v" },
    rbd: { monitors: ["m"], image: "i" },
    scaleIO: { gateway: "g", system: "s", volumeName: "v", secretRef: { name: "s" } },
    secret: { secretName: "s" },
    storageos: { volumeName: "v" },
    vsphereVolume: { volumePath: "v" },
} satisfies Record<string, Fields>;

/** Volumes by type. */
export const volumes = [
    ...pods(
        "Volume Types",
        mapped<Fields, PodParts>(volumeSources, (source, type) => withVolumes({ [type]: source })),
    ),
    ...pods("Volume Types", {
        "no type": withVolumes({}),
        "no volumes": podWith({ volumes: [] }),
        "volumes null": podWith({ volumes: null }),
        "one of two": withVolumes({ emptyDir: {} }, { nfs: volumeSources.nfs }),
        "another type that is null": withVolumes({ emptyDir: {}, nfs: null }),
        "of Windows": windowsPodWith({ volumes: [{ name: "files", azureFile: volumeSources.azureFile }] }),
    }),
    ...pods("HostPath Volumes", {
        "the whole node": withVolumes({ hostPath: { path: "/" } }),
        "a socket": withVolumes({ hostPath: { path: "/run/containerd.sock", type: "Socket" } }),
        "null beside another type": withVolumes({ emptyDir: {}, hostPath: null }),
        "of Windows": windowsPodWith({ volumes: [{ name: "files", hostPath: { path: "c:\\" } }] }),
    }),
    ...invalid("Required value", pods("HostPath Volumes", { "no path": withVolumes({ hostPath: { path: "" } }) })),
];

/** A pod with volumes of these sources. */
export function withVolumes(...sources: readonly Fields[]): PodParts {
    return podWith({ volumes: sources.map((source, index) => ({ name: `volume${index}`, ...source })) });
}
