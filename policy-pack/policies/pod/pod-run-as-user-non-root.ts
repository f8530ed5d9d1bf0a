/**
 * User 0 is root whatever the image says: with `runAsNonRoot` beside it the container would not even start.
 *
 * Checked property:  pod and containers `securityContext.runAsUser`
 * Compliant values:  every number but 0; any where `spec.hostUsers` is `false`, as in the standard restricted since
 *                    v1.35, and for kured
 * When unset:        compliant (the image has the user; pod-run-as-non-root-required judges that)
 */
import { eachSecurityContext } from "../../pods/each-security-context";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";
import { unlessRootIsExcused } from "../../pods/root";

export const podRunAsUserNonRoot = definePolicy<Exclusions>({
    name: "pod-run-as-user-non-root",
    description: "Pods should not run as user 0.",
    remediationSteps: "Choose another user, or leave it to the image.",
    severity: "medium",
    practice: 6,
    equivalents: ["pss:restricted", "azure-policy:f06ddb64-5fa3-4b77-b166-acb36f7f6042", "trivy:KSV-0105"],
    advisory: beyondBaseline,
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unlessRootIsExcused(subject, () =>
                eachSecurityContext(subject, exclusions, function* (securityContext) {
                    const runAsUser = securityContext.at("runAsUser");
                    if (runAsUser.number() !== 0) return;
                    yield `\`${runAsUser.path}\` is \`0\`, which is root; set it to another user, such as \`10001\`.`;
                }),
            ),
        ),
    ],
});
