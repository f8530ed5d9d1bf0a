/**
 * Containers of different applications that run as the same user may read each other's files on a shared disk.
 *
 * Checked property:  `securityContext.runAsUser` of each container, else of the pod
 * Compliant values:  under `runAsUserRule: MustRunAs` a number in one of `runAsUserRanges`
 * When unset:        violation under `MustRunAs` (the image decides who it runs as)
 * Ruling:            not applicable under `MustRunAsNonRoot`, the default: pod-run-as-non-root-required and
 *                    pod-run-as-user-non-root judge that; nor under `RunAsAny`, to pods for Windows and to kured
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { idRanges, isWithin, numbersOf, type IdRanges } from "../../values/id-ranges";
import { inherited } from "../../pods/inherited-setting";
import { unlessKured } from "../../pods/root";
import { check, definePolicy, notApplicable } from "../../policy";
import { pod } from "../../resources/pod";
import { unlessWindows } from "../../pods/windows-pod";

interface Config extends Exclusions {
    readonly runAsUserRule: "MustRunAs" | "MustRunAsNonRoot" | "RunAsAny";
    readonly runAsUserRanges: IdRanges;
}

export const podRunAsUserLimited = definePolicy<Config>({
    name: "pod-run-as-user-limited",
    description: "Containers must run as allowed users, where users are limited.",
    remediationSteps: "Set `runAsUser` of the pod to an allowed number.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:f06ddb64-5fa3-4b77-b166-acb36f7f6042"],
    configSchema: {
        properties: {
            runAsUserRule: {
                type: "string",
                enum: ["MustRunAs", "MustRunAsNonRoot", "RunAsAny"],
                default: "MustRunAsNonRoot",
                description:
                    "MustRunAs: the user must be set, and in a range. MustRunAsNonRoot: other policies keep root out. RunAsAny: any.",
            },
            runAsUserRanges: idRanges("Users that pass under MustRunAs."),
            excludedContainers,
            excludedImages,
        },
    },
    checks: [
        check(pod, function* (subject, config) {
            if (config.runAsUserRule !== "MustRunAs") return notApplicable("users are not limited to ranges");
            return yield* unlessWindows(subject, "Windows has no numbers of users", function* () {
                const { runAsUserRanges: ranges } = config;
                const advice = numbersOf(ranges, "runAsUserRanges");
                const judge = () =>
                    eachIncludedContainer(subject, config, function* (container) {
                        const user = inherited(subject, container, "runAsUser");
                        const id = user.number();
                        if (id === undefined ? subject.isPatch : isWithin(id, ranges)) return;
                        const found =
                            id === undefined
                                ? "unset, and the image then decides who it runs as"
                                : `\`${id}\`, which is not allowed`;
                        yield `\`${user.path}\` is ${found}; set it to ${advice}.`;
                    });
                return yield* unlessKured(subject, judge);
            });
        }),
    ],
});
