import type * as pulumi from "@pulumi/pulumi";
import {
    namesAreKnown,
    namespaceProblems,
    requiredResourceIdProblems,
    resourceForms,
    resourceIdProblems,
} from "../arguments/forms";
import { problemsBelow, type Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { ClusterLogCategory, type ClusterMonitoringArgs, type MonitoringArgs } from "./monitoring-args";

const namesOfClusterMonitoring = {
    workspaceId: true,
    retentionInDays: true,
    logCategories: true,
    collectionInterval: true,
    excludedNamespaces: true,
} as const;

/** What must hold between the arguments of monitoring. */
export const monitoringRules: Rule<MonitoringArgs>[] = [
    namesAreKnown<MonitoringArgs>({
        clusterId: true,
        resourceGroupName: true,
        location: true,
        tags: true,
        ...namesOfClusterMonitoring,
    }),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    (args) => monitoringProblems("", args),
];

/** Problems of monitoring that is an argument of something else; `path` is the name of that argument. */
export function* clusterMonitoringProblems(
    path: string,
    monitoring: pulumi.Unwrap<ClusterMonitoringArgs>,
): Iterable<Problem> {
    yield* problemsBelow(path, namesAreKnown<ClusterMonitoringArgs>(namesOfClusterMonitoring)(monitoring));
    yield* monitoringProblems(`${path}.`, monitoring);
}

function* monitoringProblems(path: string, args: pulumi.Unwrap<ClusterMonitoringArgs>): Iterable<Problem> {
    const { workspaceId, retentionInDays, logCategories, collectionInterval, excludedNamespaces } = args;
    yield* resourceIdProblems(`${path}workspaceId`, workspaceId, resourceForms.workspace);
    yield* retentionProblems(`${path}retentionInDays`, retentionInDays);
    if (workspaceId !== undefined && retentionInDays !== undefined) {
        yield {
            argument: `${path}retentionInDays`,
            found: retentionInDays,
            why: "and the workspace that exists keeps its own setting",
            remedy: `Leave it out, or leave out ${path}workspaceId`,
        };
    }
    yield* logCategoryProblems(`${path}logCategories`, logCategories);
    if (collectionInterval !== undefined && !/^([1-9]|[12]\d|30)m$/.test(collectionInterval)) {
        yield {
            argument: `${path}collectionInterval`,
            found: collectionInterval,
            why: "where the agent takes whole minutes from 1m to 30m",
            remedy: 'Set a text such as "5m"',
        };
    }
    yield* namespaceProblems(`${path}excludedNamespaces`, excludedNamespaces);
}

function* retentionProblems(argument: string, found: number | undefined): Iterable<Problem> {
    if (found !== undefined && (!Number.isInteger(found) || found < 30 || found > 730)) {
        yield {
            argument,
            found,
            why: "where a workspace keeps logs for 30 to 730 days",
            remedy: "Set a whole number in that range",
        };
    }
}

function* logCategoryProblems(argument: string, categories: readonly string[] | undefined): Iterable<Problem> {
    if (categories === undefined) {
        return;
    }
    for (const [index, category] of categories.entries()) {
        const twice = categories.indexOf(category) < index;
        if (twice || !/^[a-z][a-z0-9-]*$/.test(category)) {
            yield {
                argument: `${argument}[${String(index)}]`,
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
            argument,
            found: categories,
            why: "and nobody could say later who did what in the cluster",
            remedy: `Add ${missing.join(" and ")}`,
        };
    }
}
