/**
 * Without a profile, a container may make every call of the kernel, most of which only attackers need.
 *
 * Checked property:  pod and containers `securityContext.seccompProfile`
 * Compliant values:  a profile for the pod or for each container; any for pods of Windows by `spec.os.name`
 * When unset:        violation (the runtime uses no profile by default); not judged in a patch
 * Ruling:            a profile that does not confine is pod-seccomp-profile-limited's matter
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { unlessOnWindows } from "../../pods/windows-pod";
import { check, definePolicy, some } from "../../policy";
import { pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";

export const podSeccompProfileRequired = definePolicy<Exclusions>({
    name: "pod-seccomp-profile-required",
    description: "Containers should have a seccomp profile.",
    remediationSteps: "Set `seccompProfile: { type: RuntimeDefault }` for the pod.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:restricted",
        "azure-policy:975ce327-682c-4f2e-aa46-b9598289b86c",
        "checkov:CKV_K8S_31",
        "trivy:KSV-0030",
        "cis-aks-1.8:4.6.2",
    ],
    advisory: beyondBaseline,
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(subject.isWindows, "the pod runs on Windows", function* () {
                if (subject.isPatch) return;
                const ofPod = subject.spec.in("securityContext", "seccompProfile");
                yield* eachIncludedContainer(subject, exclusions, function* (container) {
                    const profile = container.in("securityContext", "seccompProfile");
                    if (some(...[ofPod, profile].map((one) => () => one.object() !== undefined))) return;
                    yield `\`${profile.path}\` is unset, as is that of the pod, and the container may make every call of the kernel; ${unlessOnWindows(subject, "set it to one of type `RuntimeDefault`")}.`;
                });
            }),
        ),
    ],
});
