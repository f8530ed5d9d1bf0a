import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    namesAreKnown,
    objectIdProblems,
    recordProblems,
    requiredResourceIdProblems,
    resourceForms,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { RegistryPermissionMode, type RegistryAccessArgs } from "./registry-access-args";

/** What must hold between the arguments of access to a registry. */
export const registryAccessRules: Rule<RegistryAccessArgs>[] = [
    namesAreKnown<RegistryAccessArgs>({ registryId: true, pullPrincipalIds: true, permissionMode: true }),
    ({ registryId }) => requiredResourceIdProblems("registryId", registryId, resourceForms.registry),
    ({ permissionMode }) => choiceProblems("permissionMode", permissionMode, RegistryPermissionMode),
    somebodyPulls,
    pullersArePrincipals,
];

function* somebodyPulls({ pullPrincipalIds }: pulumi.Unwrap<RegistryAccessArgs>): Iterable<Problem> {
    if (typeof pullPrincipalIds !== "object" || Object.keys(pullPrincipalIds).length === 0) {
        yield {
            argument: "pullPrincipalIds",
            found: pullPrincipalIds,
            why: "and then nobody is given the right to pull",
            remedy: "Name an identity, such as { prod: cluster.kubeletPrincipalId }",
        };
    }
}

/** Problems of identities that should get the right to pull, which a `ContainerRegistry` has as well. */
export function* pullersArePrincipals({
    pullPrincipalIds = {},
}: pulumi.Unwrap<Partial<RegistryAccessArgs>>): Iterable<Problem> {
    yield* recordProblems("pullPrincipalIds", pullPrincipalIds);
    for (const [label, principalId] of Object.entries(pullPrincipalIds)) {
        yield* objectIdProblems(`pullPrincipalIds.${label}`, principalId);
    }
}
