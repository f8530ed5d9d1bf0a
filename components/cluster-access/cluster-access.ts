import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../arguments/rules";
import type { builtInRoles } from "../roles/built-in-roles";
import { propagationHooks } from "../roles/propagation";
import { assignRole } from "../roles/role-assignment";
import {
    ClusterRole,
    PrincipalType,
    type ClusterAccessArgs,
    type ClusterGrantArgs,
    type EntraGroupArgs,
} from "./cluster-access-args";
import { clusterAccessArgumentNames, clusterAccessRules } from "./cluster-access-rules";

const roleOf = {
    [ClusterRole.ClusterAdmin]: "AksRbacClusterAdmin",
    [ClusterRole.Admin]: "AksRbacAdmin",
    [ClusterRole.Writer]: "AksRbacWriter",
    [ClusterRole.Reader]: "AksRbacReader",
} as const satisfies Record<ClusterRole, keyof typeof builtInRoles>;

/**
 * Access to a cluster by Entra ID: for each principal, the right to fetch a kubeconfig (Cluster User Role) and one
 * role of Azure RBAC for Kubernetes, for the cluster or for one namespace. Works on any cluster, by id.
 *
 * Practice 3. Roles of Azure that bypass Entra ID (Cluster Admin Role) are never given.
 * https://learn.microsoft.com/azure/aks/manage-azure-rbac
 */
export class ClusterAccess extends pulumi.ComponentResource {
    /** Object ids of the groups that were created, by the `name` of each. */
    readonly groupIds: pulumi.Output<Record<string, string>>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ClusterAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments(
            "ClusterAccess",
            name,
            args,
            [clusterAccessArgumentNames, ...clusterAccessRules],
            opts,
        );
        super("aksguard:index:ClusterAccess", name, {}, opts);

        const options: pulumi.CustomResourceOptions = {
            parent: this,
            dependsOn: checked,
            hooks: propagationHooks(`aksguard:ClusterAccess:${name}:role-propagation`),
        };
        const groups = (args.groups ?? []).map((group) => ({ ...group, ...createGroup(name, group, options) }));
        for (const grant of [...(args.grants ?? []), ...groups]) {
            assignRoles(name, grant, args.clusterId, options);
        }

        this.groupIds = pulumi.output(Object.fromEntries(groups.map((group) => [group.name, group.principalId])));
        this.registerOutputs({ groupIds: this.groupIds });
    }
}

/** A security group with its members, as a principal to grant a role to. */
function createGroup(name: string, group: EntraGroupArgs, { parent, dependsOn }: pulumi.CustomResourceOptions) {
    const options = { ...(parent && { parent }), ...(dependsOn && { dependsOn }) };
    const created = new azuread.Group(
        `${name}-${group.name}`,
        {
            displayName: group.displayName ?? `${name}-${group.name}`,
            description: `Role ${group.role} in the cluster ${name}.`,
            securityEnabled: true,
            preventDuplicateNames: true,
        },
        options,
    );
    for (const [label, memberObjectId] of Object.entries(group.members ?? {})) {
        new azuread.GroupMember(
            `${name}-${group.name}-${label}`,
            { groupObjectId: created.objectId, memberObjectId },
            options,
        );
    }
    return { principalId: created.objectId, principalType: PrincipalType.Group };
}

function assignRoles(
    name: string,
    grant: ClusterGrantArgs,
    clusterId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
): void {
    const principal = {
        component: "ClusterAccess" as const,
        principalId: grant.principalId,
        principalType: grant.principalType ?? PrincipalType.Group,
    };
    assignRole(
        `${name}-${grant.name}-kubeconfig`,
        { ...principal, role: "AksClusterUser", scope: clusterId, description: "Fetches the kubeconfig." },
        options,
    );
    assignRole(
        `${name}-${grant.name}`,
        {
            ...principal,
            role: roleOf[grant.role],
            scope:
                grant.namespace === undefined
                    ? clusterId
                    : pulumi.interpolate`${clusterId}/namespaces/${grant.namespace}`,
            description: `${grant.role} by Azure RBAC for Kubernetes.`,
        },
        options,
    );
}
