/**
 * The group of a pod's volumes decides who else may read what the pod writes to shared disks.
 *
 * Checked property:  pod `spec.securityContext.fsGroup`
 * Compliant values:  by `fsGroupRule`: a number in a range; the same where it is set; any, which is the default
 * When unset:        violation under `MustRunAs` (volumes keep the group that they have), else compliant
 * Ruling:            not applicable under `RunAsAny`, and to pods for Windows
 */
import { groupRule, mustBeAllowed, unsetGroup, type GroupRule } from "../../pods/group-rule";
import { idRanges, type IdRanges } from "../../values/id-ranges";
import { check, definePolicy, notApplicable } from "../../policy";
import { pod } from "../../resources/pod";
import { unlessWindows } from "../../pods/windows-pod";

interface Config {
    readonly fsGroupRule: GroupRule;
    readonly fsGroupRanges: IdRanges;
}

export const podFsGroupLimited = definePolicy<Config>({
    name: "pod-fs-group-limited",
    description: "Pods must own their volumes by an allowed group, where groups are limited.",
    remediationSteps: "Set `fsGroup` of the pod to an allowed number.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:f06ddb64-5fa3-4b77-b166-acb36f7f6042"],
    configSchema: {
        properties: {
            fsGroupRule: groupRule("the group of volumes"),
            fsGroupRanges: idRanges("Groups of volumes that pass."),
        },
    },
    checks: [
        check(pod, function* (subject, { fsGroupRule: rule, fsGroupRanges: ranges }) {
            if (rule === "RunAsAny") return notApplicable("any group may own volumes");
            return yield* unlessWindows(subject, "Windows has no numbers of groups", function* () {
                const allowed = { rule, ranges, parameter: "fsGroupRanges" };
                const group = subject.spec.in("securityContext", "fsGroup");
                yield* mustBeAllowed(group, allowed);
                if (rule === "MustRunAs" && !subject.isPatch && !group.isGiven) {
                    yield unsetGroup(group, allowed, "and volumes then keep the group that they have");
                }
            });
        }),
    ],
});
