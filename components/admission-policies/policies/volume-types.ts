import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** Types of the restricted pod security standard. */
export const usualVolumeTypes = [
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

/** Types that have policies of their own. */
export const judgedElsewhere = ["hostPath", "flexVolume"];

export function volumeTypes({ allowedTypes = usualVolumeTypes }: { allowedTypes?: string[] }): AdmissionPolicy {
    const allowed = literal([...allowedTypes, ...judgedElsewhere]);
    return {
        judges: workloads,
        demands: [
            {
                name: "foreign",
                must: `Volumes must be of the types ${allowedTypes.join(", ")}`,
                offenders: `variables.volumes.filter(v, !${allowed}.exists(t, t in v)).map(v, string(v.name))`,
                found: "volumes[] is of another type in",
                remedy: `use one of ${allowedTypes.join(", ")}`,
            },
        ],
    };
}
