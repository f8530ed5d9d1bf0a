/**
 * Ubuntu nodes confine containers by an AppArmor profile: without it, a flaw in a container reaches further.
 *
 * Checked property:  pod and containers `securityContext.appArmorProfile.type`, annotations
 *                    `container.apparmor.security.beta.kubernetes.io/<container>` of the pod
 * Compliant values:  `RuntimeDefault`, `Localhost`; in annotations `runtime/default`, `localhost/…`; `Unconfined` for
 *                    kured that restarts its node by a signal
 * When unset:        compliant (the runtime uses its profile by default)
 */
import { mustConfine } from "../../pods/confining-profile";
import { eachSecurityContext } from "../../pods/each-security-context";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { isKuredBySignal } from "../../pods/kured";
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";

const annotationPrefix = "container.apparmor.security.beta.kubernetes.io/";

export const podAppArmorProfileLimited = definePolicy<Exclusions>({
    name: "pod-app-armor-profile-limited",
    description: "Containers must keep an AppArmor profile.",
    remediationSteps: "Leave out the profile, or use the runtime's or one of the node's.",
    severity: "medium",
    practice: 6,
    equivalents: ["pss:baseline", "azure-policy:511f5417-5d12-434d-ab2e-816901e72a5e", "trivy:KSV-0002"],
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(
                () => isKuredBySignal(subject),
                "the profile of containers forbids kured to signal the first process of the node",
                () =>
                    eachSecurityContext(subject, exclusions, (securityContext) =>
                        mustConfine(securityContext.at("appArmorProfile"), subject.isPatch),
                    ),
            ),
        ),
        check(pod, function* ({ metadata }) {
            const annotations = metadata.at("annotations");
            const names = Object.keys(annotations.object() ?? {}).filter((name) => name.startsWith(annotationPrefix));
            yield* each(names, function* (name) {
                const profile = annotations.at(name);
                const value = profile.string() ?? "";
                if (value === "" || value === "runtime/default" || value.startsWith("localhost/")) return;
                yield `\`${profile.path}\` is ${quote(value)}, and no known profile confines the container; set it to \`runtime/default\`.`;
            });
        }),
    ],
});
