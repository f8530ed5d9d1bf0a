/**
 * Who breaks into a container that cannot write to its own file system cannot plant programs or change the ones there.
 *
 * Checked property:  `securityContext.readOnlyRootFilesystem` of each container
 * Compliant values:  `true`
 * When unset:        violation (Kubernetes makes it writable)
 * Ruling:            not applicable to pods for Windows, where it is not possible
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";
import { flag } from "../../setting";
import { unlessWindows } from "../../pods/windows-pod";

export const podRootFileSystemReadOnly = definePolicy<Exclusions>({
    name: "pod-root-file-system-read-only",
    description: "Containers must have a read-only root file system.",
    remediationSteps: "Make the root file system read-only, and mount an `emptyDir` where the application writes.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:df49d893-a74c-421d-bc95-c663042e5b80", "checkov:CKV_K8S_22", "trivy:KSV-0014"],
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, function* (subject, config) {
            return yield* unlessWindows(subject, "Windows writes to the root file system itself", function* () {
                yield* eachIncludedContainer(subject, config, function* (container) {
                    const readOnly = flag(container.in("securityContext", "readOnlyRootFilesystem"), false);
                    if (subject.isPatch && readOnly.value === undefined) return;
                    yield* mustBe(readOnly, true, { unset: "and an intruder can then change the programs in it" });
                });
            });
        }),
    ],
});
