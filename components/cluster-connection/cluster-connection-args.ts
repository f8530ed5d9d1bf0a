import type * as pulumi from "@pulumi/pulumi";
import type { KubeloginMode } from "../cluster/cluster-args";

/** Which cluster that exists is meant. */
export interface ClusterConnectionArgs {
    /** ARM id of the cluster. It must use Entra ID. */
    clusterId: pulumi.Input<string>;

    /**
     * How the kubeconfig and `provider` sign in. Default: azurecli.
     *
     * @default KubeloginMode.AzureCli
     */
    kubeloginMode?: KubeloginMode;
}
