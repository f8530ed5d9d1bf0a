import type * as pulumi from "@pulumi/pulumi";

/**
 * What a principal may do inside of the cluster: the built-in roles of Azure RBAC for Kubernetes.
 * https://learn.microsoft.com/azure/aks/manage-azure-rbac
 */
export const ClusterRole = {
    /** Everything, in every namespace: Azure Kubernetes Service RBAC Cluster Admin. */
    ClusterAdmin: "ClusterAdmin",
    /** Everything in a namespace but its quota and the namespace itself: RBAC Admin. */
    Admin: "Admin",
    /** Read and write most objects, secrets included, but no roles: RBAC Writer. */
    Writer: "Writer",
    /** Read most objects, but no secrets: RBAC Reader. */
    Reader: "Reader",
} as const;
export type ClusterRole = (typeof ClusterRole)[keyof typeof ClusterRole];

/** Kinds of principals in Entra ID. */
export const PrincipalType = {
    Group: "Group",
    ServicePrincipal: "ServicePrincipal",
    User: "User",
} as const;
export type PrincipalType = (typeof PrincipalType)[keyof typeof PrincipalType];

/** A principal that exists already, and its role. */
export interface ClusterGrantArgs {
    /** A name for this grant, used in resource names: renaming it assigns the role anew. */
    name: string;

    /** Object id of the group, user or service principal in Entra ID. */
    principalId: pulumi.Input<string>;

    /**
     * Kind of the principal. Default: Group, because rights of single people are forgotten when they leave.
     *
     * @default PrincipalType.Group
     */
    principalType?: PrincipalType;

    /** What the principal may do. */
    role: ClusterRole;

    /**
     * Namespace that the role is limited to. Default: every namespace. ClusterAdmin cannot be limited.
     *
     * @default - every namespace
     */
    namespace?: pulumi.Input<string>;
}

/** A security group that is created in Entra ID, and its role. Needs the Graph right Group.Create or more. */
export interface EntraGroupArgs {
    /** A name for this group, used in resource names: renaming it replaces the group. */
    name: string;

    /**
     * Name of the group in Entra ID. Default: the name of the component and `name`, joined by a hyphen.
     *
     * @default - `<component>-<name>`
     */
    displayName?: pulumi.Input<string>;

    /**
     * Members as label and object id: the label is used in resource names. Members that others add are kept.
     * Default: none.
     *
     * @default - none
     */
    members?: Record<string, pulumi.Input<string>>;

    /** What members may do. */
    role: ClusterRole;

    /**
     * Namespace that the role is limited to. Default: every namespace. ClusterAdmin cannot be limited.
     *
     * @default - every namespace
     */
    namespace?: pulumi.Input<string>;
}

/** Who may do what in a cluster. */
export interface ClusterAccessArgs {
    /** ARM id of the cluster. It must use Entra ID with Azure RBAC for Kubernetes. */
    clusterId: pulumi.Input<string>;

    /** Principals that exist. Default: none. */
    grants?: ClusterGrantArgs[];

    /** Groups to create in Entra ID. Default: none. */
    groups?: EntraGroupArgs[];
}
