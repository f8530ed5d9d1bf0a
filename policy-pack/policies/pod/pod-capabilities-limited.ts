/**
 * Some capabilities are root by another name: SYS_ADMIN mounts disks, NET_RAW forges packets, SYS_PTRACE reads others.
 *
 * Checked property:  containers `securityContext.capabilities.add[*]`
 * Compliant values:  the 13 of the standard baseline, or the configured ones, spelt as Kubernetes spells them
 * When unset:        compliant (the runtime gives a container less than these)
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { allowedOrUnset, quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";

interface Config extends Exclusions {
    readonly allowedCapabilities: readonly string[];
}

export const podCapabilitiesLimited = definePolicy<Config>({
    name: "pod-capabilities-limited",
    description: "Containers must not add capabilities beyond those of the standard baseline.",
    remediationSteps: "Remove the capability, or use one that is made for the purpose such as NET_BIND_SERVICE.",
    severity: "high",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:c26596ff-4d70-4e6a-9a30-c2506bd2f80c",
        "azure-policy:d2e7ea85-6b44-4317-a0be-1b951587f626",
        "checkov:CKV_K8S_25",
        "checkov:CKV_K8S_39",
        "trivy:KSV-0005",
        "trivy:KSV-0022",
        "trivy:KSV-0119",
    ],
    configSchema: {
        properties: {
            allowedCapabilities: {
                type: "array",
                items: { type: "string", minLength: 1 },
                default: [
                    "AUDIT_WRITE",
                    "CHOWN",
                    "DAC_OVERRIDE",
                    "FOWNER",
                    "FSETID",
                    "KILL",
                    "MKNOD",
                    "NET_BIND_SERVICE",
                    "SETFCAP",
                    "SETGID",
                    "SETPCAP",
                    "SETUID",
                    "SYS_CHROOT",
                ],
                description: "The capabilities that a container may add.",
            },
            excludedContainers,
            excludedImages,
        },
    },
    checks: [
        check(pod, function* (subject, { allowedCapabilities: allowed, ...exclusions }) {
            yield* eachIncludedContainer(subject, exclusions, (container) =>
                each(container.in("securityContext", "capabilities", "add").elements(), function* (capability) {
                    const value = capability.string() ?? "";
                    if (allowed.includes(value)) return;
                    yield `\`${capability.path}\` is ${quote(value)}, a capability that is not allowed; ${allowedOrUnset(allowed)}.`;
                }),
            );
        }),
    ],
});
