/**
 * The runtime gives root in a container 14 capabilities that hardly any program needs and escapes do.
 *
 * Checked property:  containers `securityContext.capabilities.drop`, `….add[*]`
 * Compliant values:  drop: a list with `ALL`; add: `NET_BIND_SERVICE`, and `KILL` for kured that restarts its node by a
 *                    signal; any for pods of Windows by `spec.os.name`
 * When unset:        drop: violation (the runtime's set stays), not judged in a patch; add: compliant
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { isKuredBySignal } from "../../pods/kured";
import { unlessOnWindows } from "../../pods/windows-pod";
import { quote } from "../../message";
import { check, definePolicy, each, some } from "../../policy";
import { pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";

export const podCapabilitiesDropped = definePolicy<Exclusions>({
    name: "pod-capabilities-dropped",
    description: "Containers should drop all capabilities, and add none but NET_BIND_SERVICE.",
    remediationSteps: "Set `capabilities: { drop: [ALL] }` in each container.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:restricted",
        "checkov:CKV_K8S_28",
        "checkov:CKV_K8S_37",
        "trivy:KSV-0003",
        "trivy:KSV-0004",
        "trivy:KSV-0106",
    ],
    advisory: beyondBaseline,
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(subject.isWindows, "the pod runs on Windows", function* () {
                yield* eachIncludedContainer(subject, exclusions, function* (container) {
                    const drop = container.in("securityContext", "capabilities", "drop");
                    const dropped = drop.list();
                    if (dropped === undefined && subject.isPatch) return;
                    if (some(...(dropped ?? []).map((one) => () => one.string() === "ALL"))) return;
                    const found = dropped === undefined ? "unset" : dropped.length === 0 ? "empty" : "without `ALL`";
                    yield `\`${drop.path}\` is ${found}, and the container keeps capabilities; ${unlessOnWindows(subject, 'set it to `["ALL"]`')}.`;
                });
                yield* eachIncludedContainer(subject, exclusions, (container) =>
                    each(container.in("securityContext", "capabilities", "add").elements(), function* (capability) {
                        const value = capability.string() ?? "";
                        if (value === "NET_BIND_SERVICE" || (value === "KILL" && isKuredBySignal(subject))) return;
                        yield `\`${capability.path}\` is ${quote(value)}, which the standard restricted does not allow; ${unlessOnWindows(subject, "set it to `NET_BIND_SERVICE`, or leave it unset")}.`;
                    }),
                );
            }),
        ),
    ],
});
