import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    isNamespaceName,
    namesAreKnown,
    partProblems,
    requiredResourceIdProblems,
    resourceForms,
} from "../arguments/forms";
import { dnsLabel } from "../arguments/names";
import type { Problem } from "../arguments/problem";
import { orderProblems } from "../arguments/quantity";
import type { Rule } from "../arguments/rules";
import { isOfTheSystem } from "../arguments/system-namespaces";
import { PodSecurityLevel } from "../policy-assignments/policy-assignments-args";
import { podSecurityPrefix } from "../secure-namespace/namespace-labels";
import { NamespaceTraffic, type ManagedNamespaceArgs, type NamespaceQuotaArgs } from "./managed-namespace-args";

type Args = pulumi.Unwrap<ManagedNamespaceArgs>;

/** What must hold between the arguments of a managed namespace, and of its name. */
export function managedNamespaceRules(name: string): Rule<ManagedNamespaceArgs>[] {
    return [
        namesAreKnown<ManagedNamespaceArgs>({
            clusterId: true,
            location: true,
            namespaceName: true,
            podSecurityLevel: true,
            ingress: true,
            egress: true,
            quota: true,
            labels: true,
            tags: true,
        }),
        ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
        ({ namespaceName }) => nameProblems(namespaceName ?? dnsLabel(name, 63)),
        choicesAreKnown,
        quotaIsInUnits,
        requestsFitLimits,
        podSecurityIsNoLabel,
    ];
}

/** Namespaces that AKS makes are none that ARM manages. */
function* nameProblems(found: unknown): Iterable<Problem> {
    const argument = "namespaceName";
    if (!isNamespaceName(found)) {
        yield {
            argument,
            found,
            why: "where Kubernetes takes at most 63 lower-case letters, digits and inner hyphens",
            remedy: "Set such a name",
        };
    } else if (isOfTheSystem(found)) {
        yield { argument, found, why: "a namespace that AKS keeps for itself", remedy: "Set another name" };
    }
}

function* choicesAreKnown({ podSecurityLevel, ingress, egress }: Args): Iterable<Problem> {
    yield* choiceProblems("podSecurityLevel", podSecurityLevel, PodSecurityLevel);
    yield* choiceProblems("ingress", ingress, NamespaceTraffic);
    yield* choiceProblems("egress", egress, NamespaceTraffic);
}

/** ARM takes fewer notations than Kubernetes: one unit of CPU, binary units of memory. */
const forms = {
    cpuRequest: [/^[1-9]\d*m$/, '"500m"'],
    cpuLimit: [/^[1-9]\d*m$/, '"2000m"'],
    memoryRequest: [/^[1-9]\d*(Ki|Mi|Gi|Ti|Pi|Ei)$/, '"512Mi"'],
    memoryLimit: [/^[1-9]\d*(Ki|Mi|Gi|Ti|Pi|Ei)$/, '"8Gi"'],
} as const;

function* quotaIsInUnits({ quota }: Args): Iterable<Problem> {
    yield* partProblems<NamespaceQuotaArgs>("quota", quota, {
        cpuRequest: true,
        cpuLimit: true,
        memoryRequest: true,
        memoryLimit: true,
    });
    for (const [name, [form, example]] of Object.entries(forms)) {
        const found = quota[name as keyof typeof forms];
        if (typeof found !== "string" || !form.test(found)) {
            yield {
                argument: `quota.${name}`,
                found,
                why: name.startsWith("cpu")
                    ? "where ARM takes thousandths of a core"
                    : "where ARM takes a whole number of a binary unit",
                remedy: `Set a text such as ${example}`,
            };
        }
    }
}

/** ARM would make it, and no pod could use what is requested above the limit. */
function* requestsFitLimits({ quota }: Args): Iterable<Problem> {
    const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = quota;
    yield* orderProblems("quota.cpuRequest", cpuRequest, { argument: "quota.cpuLimit", value: cpuLimit });
    yield* orderProblems("quota.memoryRequest", memoryRequest, { argument: "quota.memoryLimit", value: memoryLimit });
}

function* podSecurityIsNoLabel({ labels = {} }: Args): Iterable<Problem> {
    for (const label of Object.keys(labels)) {
        if (label.startsWith(podSecurityPrefix)) {
            yield {
                argument: `labels.${label}`,
                found: labels[label],
                why: "and podSecurityLevel sets the labels of pod security",
                remedy: "Set podSecurityLevel, and leave this label out",
            };
        }
    }
}
