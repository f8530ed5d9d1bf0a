/**
 * Supplemental groups open the files of these groups to every container of a pod.
 *
 * Checked property:  pod `spec.securityContext.supplementalGroups`
 * Compliant values:  by `supplementalGroupsRule`: numbers in a range; the same where set; any, which is the default
 * When unset:        violation under `MustRunAs`, else compliant (an empty list is the same)
 * Ruling:            not applicable under `RunAsAny`, and to pods for Windows
 */
import { groupRule, mustBeAllowed, unsetGroup, type GroupRule } from "../../pods/group-rule";
import { idRanges, type IdRanges } from "../../values/id-ranges";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { pod } from "../../resources/pod";
import { unlessWindows } from "../../pods/windows-pod";

interface Config {
    readonly supplementalGroupsRule: GroupRule;
    readonly supplementalGroupsRanges: IdRanges;
}

export const podSupplementalGroupsLimited = definePolicy<Config>({
    name: "pod-supplemental-groups-limited",
    description: "Pods must have allowed supplemental groups only, where groups are limited.",
    remediationSteps: "Set `supplementalGroups` of the pod to allowed numbers.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:f06ddb64-5fa3-4b77-b166-acb36f7f6042"],
    configSchema: {
        properties: {
            supplementalGroupsRule: groupRule("a supplemental group"),
            supplementalGroupsRanges: idRanges("Supplemental groups that pass."),
        },
    },
    checks: [
        check(pod, function* (subject, { supplementalGroupsRule: rule, supplementalGroupsRanges: ranges }) {
            if (rule === "RunAsAny") return notApplicable("any group may run");
            return yield* unlessWindows(subject, "Windows has no numbers of groups", function* () {
                const allowed = { rule, ranges, parameter: "supplementalGroupsRanges" };
                const groups = subject.spec.in("securityContext", "supplementalGroups");
                const list = groups.elements();
                yield* each(list, (group) => mustBeAllowed(group, allowed));
                if (rule === "MustRunAs" && !subject.isPatch && list.length === 0) {
                    yield unsetGroup(groups, allowed, "and the image then decides");
                }
            });
        }),
    ],
});
