import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { packageName, packageReference } from "./api-version";

/** Inputs of a managed cluster with system nodes that AKS runs. */
export interface HostedManagedClusterArgs extends ManagedClusterArgs {
    /** Where the system nodes are, and the nodes of workloads. AKS takes both subnets, or none. */
    hostedSystemProfile: pulumi.Input<{
        enabled: boolean;
        nodeSubnetID: pulumi.Input<string>;
        systemNodeSubnetID: pulumi.Input<string>;
    }>;
}

/**
 * A managed cluster, in the API version that AKS Automatic needs. As soon as azure-native takes that version by default,
 * its own class replaces this one, with an alias of this type.
 */
export class HostedManagedCluster extends pulumi.CustomResource {
    declare readonly name: pulumi.Output<string>;
    declare readonly fqdn: pulumi.Output<string | undefined>;
    declare readonly privateFQDN: pulumi.Output<string | undefined>;
    declare readonly nodeResourceGroup: pulumi.Output<string | undefined>;
    declare readonly oidcIssuerProfile: pulumi.Output<{ issuerURL?: string } | undefined>;
    declare readonly identityProfile: pulumi.Output<Record<string, { objectId?: string }> | undefined>;

    constructor(name: string, args: HostedManagedClusterArgs, opts: pulumi.CustomResourceOptions) {
        // The names of outputs are listed, or the SDK would not hand them out.
        const outputs = { name: undefined, fqdn: undefined, privateFQDN: undefined };
        const also = { nodeResourceGroup: undefined, oidcIssuerProfile: undefined, identityProfile: undefined };
        super(
            `${packageName}:containerservice:ManagedCluster`,
            name,
            { ...outputs, ...also, ...args },
            opts,
            false,
            packageReference(),
        );
    }
}
