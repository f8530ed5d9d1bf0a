/**
 * A container without limits takes what its node has, and the pods beside it pay: by accident, or as an attack.
 *
 * Checked property:  Pod and every controller of pods: `resources.limits.cpu` and `.memory` of normal and init containers
 * Compliant values:  more than zero, at most `cpuLimit` and `memoryLimit`; containers that `excludedContainers` or
 *                    `excludedImages` names
 * When unset:        violation, unless `spec.resources.limits` of the pod has the limit; not applicable to a patch
 *                    without containers
 */
import { excludedContainers, excludedImages, unlessExcluded, type Exclusions } from "../../pods/excluded-containers";
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable, type Judgement } from "../../policy";
import { Malformed, type Property } from "../../property";
import { parseQuantity, quantityPattern } from "../../values/quantity";
import { pod } from "../../resources/pod";

interface Config extends Exclusions {
    readonly cpuLimit: string;
    readonly memoryLimit: string;
}

/** A resource of a node, and the most that one container may have of it. */
interface Maximum {
    readonly resource: string;
    /** The name of the parameter. */
    readonly parameter: "cpuLimit" | "memoryLimit";
    readonly what: string;
    readonly example: string;
}

const maximums: readonly Maximum[] = [
    { resource: "cpu", parameter: "cpuLimit", what: "CPU", example: "500m" },
    { resource: "memory", parameter: "memoryLimit", what: "memory", example: "256Mi" },
];

export const podResourceLimitsSet = definePolicy<Config>({
    name: "pod-resource-limits-set",
    description: "Containers must have limits of CPU and memory, not above the maximum.",
    remediationSteps: "Give each container limits of CPU and memory, from what it needs under load.",
    severity: "medium",
    practice: 9,
    equivalents: [
        "azure-policy:e345eecc-fa47-480f-9e88-67dcc122b164",
        "checkov:CKV_K8S_11",
        "checkov:CKV_K8S_13",
        "trivy:KSV-0011",
        "trivy:KSV-0018",
    ],
    configSchema: {
        properties: {
            cpuLimit: {
                type: "string",
                pattern: quantityPattern,
                default: "32",
                description: 'Highest limit of CPU that a container may have, such as "2" or "500m".',
            },
            memoryLimit: {
                type: "string",
                pattern: quantityPattern,
                default: "64Gi",
                description: 'Highest limit of memory that a container may have, such as "4Gi".',
            },
            excludedContainers,
            excludedImages,
        },
    },
    checks: [
        // Ephemeral containers are left out: Kubernetes allows them no resources.
        check(pod, function* ({ spec, isPatch }, config) {
            const lists = [spec.at("initContainers"), spec.at("containers")];
            if (isPatch && !lists.some(({ isGiven }) => isGiven)) {
                return notApplicable("the patch leaves the containers alone");
            }
            yield* each(lists, (list) =>
                each(list.elements(), (container) =>
                    unlessExcluded(container, config, () =>
                        each(maximums, function* (maximum) {
                            const own = container.in("resources", "limits", maximum.resource);
                            const ofPod = spec.in("resources", "limits", maximum.resource);
                            const limit = own.isGiven || !ofPod.isGiven ? own : ofPod;
                            if (limit.isGiven || !isPatch) yield* judge(limit, maximum, config);
                        }),
                    ),
                ),
            );
            return undefined;
        }),
    ],
});

function* judge(limit: Property, { resource, parameter, what, example }: Maximum, config: Config): Judgement {
    const highest = config[parameter];
    const most = parseQuantity(highest);
    if (most === undefined) {
        yield `\`${parameter}\` is ${quote(highest)}, which is no quantity, so that no limit can be judged; set it to a quantity such as \`${example}\`.`;
        return;
    }
    const value = limit.value;
    if (value === undefined) {
        yield `\`${limit.path}\` is unset, and the container then takes all ${what} of its node; set it to a limit of at most ${quote(highest)}.`;
        return;
    }
    if (typeof value !== "string" && typeof value !== "number") {
        throw new Malformed(limit.path, value, `a quantity of ${resource} such as \`${example}\``);
    }
    const size = parseQuantity(value);
    const fault =
        size === undefined
            ? "which is no quantity"
            : size <= 0n
              ? "which limits nothing"
              : size > most
                ? "which is above the maximum"
                : undefined;
    if (fault === undefined) return;
    yield `\`${limit.path}\` is ${quote(String(value))}, ${fault}; set it to a limit of at most ${quote(highest)}.`;
}
