/**
 * Root in a container is root of the node as soon as it gets out, and the image alone decides who runs.
 *
 * Checked property:  pod and containers `securityContext.runAsNonRoot`
 * Compliant values:  `true` for the pod or for each container, and `false` for none; any where `spec.hostUsers` is
 *                    `false`, as in the standard restricted since v1.35, and for kured
 * When unset:        violation unless the pod says it for its containers; not judged in a patch
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { check, definePolicy, each, type Finding } from "../../policy";
import { pod, type Pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";
import { unlessRootIsExcused } from "../../pods/root";

export const podRunAsNonRootRequired = definePolicy<Exclusions>({
    name: "pod-run-as-non-root-required",
    description: "Containers should be kept from running as root.",
    remediationSteps: "Set `runAsNonRoot: true` for the pod, and use an image with a user.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:restricted",
        "azure-policy:f06ddb64-5fa3-4b77-b166-acb36f7f6042",
        "checkov:CKV_K8S_23",
        "trivy:KSV-0012",
    ],
    advisory: beyondBaseline,
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) => unlessRootIsExcused(subject, () => mustKeepFromRoot(subject, exclusions))),
    ],
});

function* mustKeepFromRoot(subject: Pod, exclusions: Exclusions): Generator<Finding> {
    const ofPod = subject.spec.in("securityContext", "runAsNonRoot");
    yield* each([ofPod], function* (setting) {
        if (setting.boolean() !== false) return;
        yield `\`${setting.path}\` is \`false\`, and containers may run as root; set it to \`true\`.`;
    });
    yield* eachIncludedContainer(subject, exclusions, function* (container) {
        const setting = container.in("securityContext", "runAsNonRoot");
        const value = setting.boolean();
        if (value === false) {
            yield `\`${setting.path}\` is \`false\`, and the container may run as root; set it to \`true\`.`;
        } else if (value === undefined && !subject.isPatch && ofPod.boolean() === undefined) {
            yield `\`${setting.path}\` is unset, as is that of the pod, and the container may run as root; set it to \`true\`.`;
        }
    });
}
