import {
    choiceProblems,
    namesAreKnown,
    namespaceProblems,
    requiredResourceIdProblems,
    resourceForms,
} from "../arguments/forms";
import type { Rule } from "../arguments/rules";
import {
    SafeguardsLevel,
    type ClusterSafeguardsArgs,
    type DeploymentSafeguardsArgs,
} from "./deployment-safeguards-args";

/** What must hold between the arguments of deployment safeguards. */
export const deploymentSafeguardsRules: Rule<DeploymentSafeguardsArgs>[] = [
    namesAreKnown<DeploymentSafeguardsArgs>({ clusterId: true, level: true, excludedNamespaces: true }),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    ...safeguardsRules(""),
];

/**
 * What must hold between safeguards, which a `Cluster` may have as well.
 *
 * @param path ends with a dot where they are an argument of another component.
 */
export function safeguardsRules(path: string): Rule<ClusterSafeguardsArgs>[] {
    return [
        ({ level }) => choiceProblems(`${path}level`, level, SafeguardsLevel),
        (args) => namespaceProblems(`${path}excludedNamespaces`, args.excludedNamespaces),
    ];
}
