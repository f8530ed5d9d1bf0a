/**
 * Volumes of these types come from the pod, its cluster or a claim that an administrator can limit: others reach out
 * from the node, with its address and its rights.
 *
 * Checked property:  pod `spec.volumes[*]`
 * Compliant values:  volumes of the types of the standard restricted of v1.37, or of the configured ones; the hostPath of
 *                    kured, which pod-host-paths-limited judges
 * When unset:        a volume without a type is an `emptyDir`
 */
import { isKured } from "../../pods/kured";
import { alternatives } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";

interface Config {
    readonly allowedVolumeTypes: readonly string[];
}

export const podVolumeTypesLimited = definePolicy<Config>({
    name: "pod-volume-types-limited",
    description: "Pods should use only volumes of the types that the standard restricted allows.",
    remediationSteps: "Claim the volume by a persistentVolumeClaim, or use a type that is allowed.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:restricted",
        "azure-policy:16697877-1118-4fb1-9b65-9898ec2509ec",
        "trivy:KSV-0028",
        "trivy:KSV-0121",
    ],
    advisory: beyondBaseline,
    configSchema: {
        properties: {
            allowedVolumeTypes: {
                type: "array",
                items: { type: "string", minLength: 1 },
                default: [
                    "configMap",
                    "csi",
                    "downwardAPI",
                    "emptyDir",
                    "ephemeral",
                    "image",
                    "persistentVolumeClaim",
                    "projected",
                    "secret",
                ],
                description: "The types of volumes that pods may use.",
            },
        },
    },
    checks: [
        check(pod, function* (subject, { allowedVolumeTypes: allowed }) {
            yield* each(subject.spec.at("volumes").elements(), function* (volume) {
                const given = Object.keys(volume.object() ?? {}).filter(
                    (type) => type !== "name" && volume.at(type).isGiven,
                );
                if (given.some((type) => allowed.includes(type))) return;
                const [type] = given;
                if (type === undefined) {
                    if (subject.isPatch || allowed.includes("emptyDir")) return;
                    yield `\`${volume.path}\` is without a type, and becomes an emptyDir; set it to a volume of type ${alternatives(allowed)}.`;
                } else if (type !== "hostPath" || !isKured(subject)) {
                    yield `\`${volume.at(type).path}\` is given, a type of volume that is not allowed; leave it unset and use ${alternatives(allowed)}.`;
                }
            });
        }),
    ],
});
