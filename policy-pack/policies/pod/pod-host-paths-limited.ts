/**
 * A path of the node is a way out of the container: to the sockets of the runtime, the keys of the kubelet, the disk.
 *
 * Checked property:  pod `spec.volumes[*].hostPath`, containers `volumeMounts[*].readOnly` of such volumes
 * Compliant values:  none, or the configured paths; `/var/run` for kured, mounted to be read only
 * When unset:        compliant
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { isKured } from "../../pods/kured";
import { quote } from "../../message";
import { check, definePolicy, each, type Judgement } from "../../policy";
import type { Property } from "../../property";
import { pod, type Pod } from "../../resources/pod";

interface AllowedPath {
    readonly pathPrefix: string;
    readonly readOnly: boolean;
}

interface Config extends Exclusions {
    readonly allowedHostPaths: { readonly paths: readonly AllowedPath[] };
}

/** Where a node says that it waits for a restart. */
const kuredPaths: readonly AllowedPath[] = ["/var/run", "/run"].map((pathPrefix) => ({ pathPrefix, readOnly: true }));

export const podHostPathsLimited = definePolicy<Config>({
    name: "pod-host-paths-limited",
    description: "Pods must not mount paths of their node, save allowed ones.",
    remediationSteps: "Use a volume that is not of the node, or allow the path to all pods, to be read only.",
    severity: "high",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:098fc59e-46c7-4d99-9b16-64990e543d75",
        "checkov:CKV_K8S_27",
        "trivy:KSV-0006",
        "trivy:KSV-0023",
    ],
    configSchema: {
        properties: {
            allowedHostPaths: {
                type: "object",
                properties: {
                    paths: {
                        type: "array",
                        items: {
                            type: "object",
                            properties: {
                                pathPrefix: { type: "string", pattern: "^/" },
                                readOnly: { type: "boolean" },
                            },
                            required: ["pathPrefix", "readOnly"],
                            additionalProperties: false,
                        },
                    },
                },
                required: ["paths"],
                additionalProperties: false,
                default: { paths: [] },
                description: "The paths that pods may mount, with everything in them, and whether only to read them.",
            },
            excludedContainers: {
                ...excludedContainers,
                description: "Names of containers that may write to the paths.",
            },
            excludedImages: { ...excludedImages, description: "Images of containers that may write to the paths." },
        },
    },
    checks: [
        check(pod, function* (subject, { allowedHostPaths, ...exclusions }) {
            yield* each(subject.spec.at("volumes").elements(), function* (volume) {
                const hostPath = volume.at("hostPath");
                if (hostPath.object() === undefined) return;

                const allowed = [...allowedHostPaths.paths, ...(isKured(subject) ? kuredPaths : [])];
                const path = hostPath.at("path");
                const matching = allowed.filter((one) => contains(one, path.string() ?? ""));
                if (matching.length === 0) {
                    const named = path.isKnown && path.string();
                    const found = named ? `${quote(named)} of the node` : "a path of the node";
                    yield `\`${hostPath.path}\` is ${found}, which no pod may mount; ${advice(allowed)}.`;
                } else if (matching.every(({ readOnly }) => readOnly)) {
                    yield* mustOnlyRead(subject, exclusions, volume.at("name"), path.string() ?? "");
                }
            });
        }),
    ],
});

function advice(allowed: readonly AllowedPath[]): string {
    if (allowed.length === 0) return "leave it unset";
    return `set it to a path in ${allowed.map(({ pathPrefix }) => quote(pathPrefix)).join(", ")}, or leave it unset`;
}

/** Whether a path is the prefix or lies in it; segments are compared whole, and none may lead upwards. */
function contains({ pathPrefix }: AllowedPath, path: string): boolean {
    const folder = (text: string) => `${text.replace(/\/+$/, "")}/`;
    return folder(path).startsWith(folder(pathPrefix)) && !path.split("/").includes("..");
}

/** Every mount of the volume, in every container. */
function mustOnlyRead(subject: Pod, exclusions: Exclusions, volumeName: Property, path: string): Judgement {
    return eachIncludedContainer(subject, exclusions, (container) =>
        each(container.at("volumeMounts").elements(), function* (mount) {
            if (mount.at("name").string() !== volumeName.string()) return;
            const readOnly = mount.at("readOnly");
            if (readOnly.boolean() === true) return;
            yield `\`${readOnly.path}\` is ${readOnly.boolean() === undefined ? "unset" : "`false`"}, and the container writes to ${quote(path)} of the node; set it to \`true\`.`;
        }),
    );
}
