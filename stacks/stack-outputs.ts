import type * as pulumi from "@pulumi/pulumi";

/** What every stack tells those who come after it. */
export interface StackOutputs {
    clusterId: pulumi.Output<string>;
    clusterName: pulumi.Output<string>;
    resourceGroupName: pulumi.Output<string>;
    /** Signs in by kubelogin, and is secret all the same. */
    kubeconfig: pulumi.Output<string>;
    /** For the annotation of the service account of the workload. */
    workloadClientId: pulumi.Output<string>;
}
