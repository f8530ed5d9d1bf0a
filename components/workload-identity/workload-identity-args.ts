import type * as pulumi from "@pulumi/pulumi";

/** Which pods act as a managed identity. */
export interface WorkloadIdentityArgs {
    /** Name of the resource group that holds the identity. */
    resourceGroupName: pulumi.Input<string>;

    /** Issuer of the cluster's service account tokens: `Cluster.oidcIssuerUrl`, an https URL. */
    oidcIssuerUrl: pulumi.Input<string>;

    /** Kubernetes namespace of the service account. */
    namespace: pulumi.Input<string>;

    /** Kubernetes service account whose pods act as the identity. Wildcards are not possible. */
    serviceAccountName: pulumi.Input<string>;

    /**
     * Azure region. Default: the location of the provider's configuration.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /** Tags of the identity. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
