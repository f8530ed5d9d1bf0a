/**
 * The primary group of a process decides which files of others it may read: one's own groups should not be shared.
 *
 * Checked property:  `securityContext.runAsGroup` of each container, else of the pod
 * Compliant values:  by `runAsGroupRule`: a number in a range; the same where it is set; any, which is the default
 * When unset:        violation under `MustRunAs` (the image decides, group 0 where it says nothing), else compliant
 * Ruling:            not applicable under `RunAsAny`, and to pods for Windows
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { groupRule, mustBeAllowed, unsetGroup, type GroupRule } from "../../pods/group-rule";
import { idRanges, type IdRanges } from "../../values/id-ranges";
import { inherited } from "../../pods/inherited-setting";
import { check, definePolicy, notApplicable } from "../../policy";
import { pod } from "../../resources/pod";
import { unlessWindows } from "../../pods/windows-pod";

interface Config extends Exclusions {
    readonly runAsGroupRule: GroupRule;
    readonly runAsGroupRanges: IdRanges;
}

export const podRunAsGroupLimited = definePolicy<Config>({
    name: "pod-run-as-group-limited",
    description: "Containers must run in allowed groups, where groups are limited.",
    remediationSteps: "Set `runAsGroup` of the pod to an allowed number.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:f06ddb64-5fa3-4b77-b166-acb36f7f6042"],
    configSchema: {
        properties: {
            runAsGroupRule: groupRule("the primary group"),
            runAsGroupRanges: idRanges("Primary groups that pass."),
            excludedContainers,
            excludedImages,
        },
    },
    checks: [
        check(pod, function* (subject, config) {
            const { runAsGroupRule: rule, runAsGroupRanges: ranges } = config;
            if (rule === "RunAsAny") return notApplicable("any group may run");
            return yield* unlessWindows(subject, "Windows has no numbers of groups", function* () {
                const allowed = { rule, ranges, parameter: "runAsGroupRanges" };
                yield* eachIncludedContainer(subject, config, function* (container) {
                    const group = inherited(subject, container, "runAsGroup");
                    yield* mustBeAllowed(group, allowed);
                    if (rule === "MustRunAs" && !subject.isPatch && !group.isGiven) {
                        yield unsetGroup(group, allowed, "and the image then decides, which is root's group for most");
                    }
                });
            });
        }),
    ],
});
