import type * as pulumi from "@pulumi/pulumi";

/** What deployment safeguards do with an object that breaks one of them. */
export const SafeguardsLevel = {
    /** Refuse it, after having changed what can be changed. */
    Enforce: "Enforce",
    /** Let it in, with a warning. */
    Warn: "Warn",
} as const;
export type SafeguardsLevel = (typeof SafeguardsLevel)[keyof typeof SafeguardsLevel];

/** How deployment safeguards are set, for a cluster that this package creates. */
export interface ClusterSafeguardsArgs {
    /**
     * What happens to an object that breaks a safeguard. Default: Enforce, as in AKS Automatic. It also changes objects:
     * containers without requests and limits get 500m of CPU and 2Gi of memory, and workloads are spread over nodes.
     * Warn costs the protection: everything is let in, with a warning to who deploys it.
     *
     * @default SafeguardsLevel.Enforce
     */
    level?: SafeguardsLevel;

    /**
     * Namespaces that the safeguards do not judge. Those of AKS are always left out, by AKS itself. Default: none
     * beside them.
     *
     * @default - none beside those of AKS
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Deployment safeguards of a cluster. */
export interface DeploymentSafeguardsArgs extends ClusterSafeguardsArgs {
    /** ARM id of the cluster. It must have the Azure Policy add-on. */
    clusterId: pulumi.Input<string>;
}
