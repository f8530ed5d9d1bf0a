import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    duplicateNameProblems,
    namesAreKnown,
    objectIdProblems,
    partProblems,
    requiredChoiceProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import {
    ClusterRole,
    PrincipalType,
    type ClusterAccessArgs,
    type ClusterGrantArgs,
    type EntraGroupArgs,
} from "./cluster-access-args";

type Access = Pick<ClusterAccessArgs, "grants" | "groups">;

/** The arguments of a `ClusterAccess`. */
export const clusterAccessArgumentNames = namesAreKnown<ClusterAccessArgs>({
    clusterId: true,
    grants: true,
    groups: true,
});

/** What must hold between grants and groups, which a `Cluster` has as well. */
export const clusterAccessRules: Rule<Access>[] = [
    namesOfEntriesAreKnown,
    grantsNamePrincipals,
    groupsNameMembers,
    namesStayApart,
    rolesFitTheirScope,
];

/** A misspelt `namespace` would give the role in every namespace. */
function* namesOfEntriesAreKnown({ grants = [], groups = [] }: pulumi.Unwrap<Access>): Iterable<Problem> {
    for (const [index, grant] of grants.entries()) {
        yield* partProblems<ClusterGrantArgs>(`grants[${String(index)}]`, grant, {
            name: true,
            principalId: true,
            principalType: true,
            role: true,
            namespace: true,
        });
    }
    for (const [index, group] of groups.entries()) {
        yield* partProblems<EntraGroupArgs>(`groups[${String(index)}]`, group, {
            name: true,
            displayName: true,
            members: true,
            role: true,
            namespace: true,
        });
    }
}

function* grantsNamePrincipals({ grants = [] }: pulumi.Unwrap<Access>): Iterable<Problem> {
    yield* duplicateNameProblems("grants", grants);
    for (const [index, grant] of grants.entries()) {
        const argument = `grants[${String(index)}]`;
        yield* objectIdProblems(`${argument}.principalId`, grant.principalId);
        yield* choiceProblems(`${argument}.principalType`, grant.principalType, PrincipalType);
    }
}

function* groupsNameMembers({ groups = [], grants = [] }: pulumi.Unwrap<Access>): Iterable<Problem> {
    yield* duplicateNameProblems(
        "groups",
        groups,
        grants.map(({ name }) => name),
    );
    for (const [index, { members = {} }] of groups.entries()) {
        for (const [label, member] of Object.entries(members)) {
            yield* objectIdProblems(`groups[${String(index)}].members.${label}`, member);
        }
    }
}

/** Each name gives two role assignments: `<name>`, and `<name>-kubeconfig`. */
function* namesStayApart({ grants = [], groups = [] }: pulumi.Unwrap<Access>): Iterable<Problem> {
    for (const [list, entries] of Object.entries({ grants, groups })) {
        for (const [index, { name }] of entries.entries()) {
            if (name.endsWith("-kubeconfig")) {
                yield {
                    argument: `${list}[${String(index)}].name`,
                    found: name,
                    why: "and names with this ending are taken by the right to fetch the kubeconfig",
                    remedy: "Set a name with another ending",
                };
            }
        }
    }
}

function* rolesFitTheirScope({ grants = [], groups = [] }: pulumi.Unwrap<Access>): Iterable<Problem> {
    for (const [list, entries] of Object.entries({ grants, groups })) {
        for (const [index, { role, namespace }] of entries.entries()) {
            const argument = `${list}[${String(index)}]`;
            yield* requiredChoiceProblems(`${argument}.role`, role, ClusterRole);
            if (role === ClusterRole.ClusterAdmin && namespace !== undefined) {
                yield {
                    argument: `${argument}.namespace`,
                    found: namespace,
                    why: "and ClusterAdmin counts for the whole cluster",
                    remedy: "Set the role Admin for this namespace, or leave the namespace out",
                };
            }
        }
    }
}
