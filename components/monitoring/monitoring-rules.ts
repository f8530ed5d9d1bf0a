import { namesAreKnown, requiredResourceIdProblems, resourceForms, resourceIdProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { ClusterLogCategory, type MonitoringArgs } from "./monitoring-args";

/** What must hold between the arguments of monitoring. */
export const monitoringRules: Rule<MonitoringArgs>[] = [
    namesAreKnown<MonitoringArgs>({
        clusterId: true,
        resourceGroupName: true,
        location: true,
        tags: true,
        workspaceId: true,
        retentionInDays: true,
        logCategories: true,
        collectionInterval: true,
        excludedNamespaces: true,
    }),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    ({ workspaceId }) => resourceIdProblems("workspaceId", workspaceId, resourceForms.workspace),
    ({ retentionInDays }) => retentionProblems(retentionInDays),
    function* retentionIsOfTheCreatedWorkspace({ workspaceId, retentionInDays }) {
        if (workspaceId !== undefined && retentionInDays !== undefined) {
            yield {
                argument: "retentionInDays",
                found: retentionInDays,
                why: "and the workspace that exists keeps its own setting",
                remedy: "Leave it out, or leave out workspaceId",
            };
        }
    },
    ({ logCategories }) => logCategoryProblems(logCategories),
    function* intervalIsInMinutes({ collectionInterval }) {
        if (collectionInterval !== undefined && !/^([1-9]|[12]\d|30)m$/.test(collectionInterval)) {
            yield {
                argument: "collectionInterval",
                found: collectionInterval,
                why: "where the agent takes whole minutes from 1m to 30m",
                remedy: 'Set a text such as "5m"',
            };
        }
    },
    function* excludedNamespacesAreNames({ excludedNamespaces = [] }) {
        for (const [index, namespace] of excludedNamespaces.entries()) {
            if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
                yield {
                    argument: `excludedNamespaces[${String(index)}]`,
                    found: namespace,
                    why: "where Kubernetes takes at most 63 lower-case letters, digits and inner hyphens",
                    remedy: "Set the name as it is in the cluster: there are no wildcards",
                };
            }
        }
    },
];

/** Problems of the days that a workspace keeps logs. */
export function* retentionProblems(found: number | undefined): Iterable<Problem> {
    if (found !== undefined && (!Number.isInteger(found) || found < 30 || found > 730)) {
        yield {
            argument: "retentionInDays",
            found,
            why: "where a workspace keeps logs for 30 to 730 days",
            remedy: "Set a whole number in that range",
        };
    }
}

function* logCategoryProblems(categories: readonly string[] | undefined): Iterable<Problem> {
    if (categories === undefined) {
        return;
    }
    for (const [index, category] of categories.entries()) {
        const twice = categories.indexOf(category) < index;
        if (twice || !/^[a-z][a-z0-9-]*$/.test(category)) {
            yield {
                argument: `logCategories[${String(index)}]`,
                found: category,
                why: twice ? "a category that is there twice" : "which is no name of a log category",
                remedy: `Set names such as ${ClusterLogCategory.KubeAuditAdmin}, each once`,
            };
        }
    }
    const { KubeAudit, KubeAuditAdmin, Guard } = ClusterLogCategory;
    const missing = [
        ...(categories.includes(KubeAudit) || categories.includes(KubeAuditAdmin) ? [] : [KubeAuditAdmin]),
        ...(categories.includes(Guard) ? [] : [Guard]),
    ];
    if (missing.length > 0) {
        yield {
            argument: "logCategories",
            found: categories,
            why: "and nobody could say later who did what in the cluster",
            remedy: `Add ${missing.join(" and ")}`,
        };
    }
}
