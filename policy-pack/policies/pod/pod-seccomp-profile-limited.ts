/**
 * A seccomp profile keeps a container from calls of the kernel that it never needs and attackers do.
 *
 * Checked property:  pod and containers `securityContext.seccompProfile.type`
 * Compliant values:  `RuntimeDefault`, `Localhost`
 * When unset:        compliant (pod-seccomp-profile-required judges that)
 */
import { mustConfine } from "../../pods/confining-profile";
import { eachSecurityContext } from "../../pods/each-security-context";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podSeccompProfileLimited = definePolicy<Exclusions>({
    name: "pod-seccomp-profile-limited",
    description: "Containers must not be without a seccomp profile on purpose.",
    remediationSteps: "Use the profile of the runtime, or one of the node's that allows what the container needs.",
    severity: "high",
    practice: 6,
    equivalents: ["pss:baseline", "trivy:KSV-0104"],
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, function* (subject, exclusions) {
            yield* eachSecurityContext(subject, exclusions, (securityContext) =>
                mustConfine(securityContext.at("seccompProfile"), subject.isPatch),
            );
        }),
    ],
});
