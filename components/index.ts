export { Cluster } from "./cluster/cluster";
export {
    ApiServerConnection,
    ClusterTier,
    KubeloginMode,
    type ClusterArgs,
    type ExistingNetworkArgs,
} from "./cluster/cluster-args";
export { ClusterAccess } from "./cluster-access/cluster-access";
export {
    ClusterRole,
    PrincipalType,
    type ClusterAccessArgs,
    type ClusterGrantArgs,
    type EntraGroupArgs,
} from "./cluster-access/cluster-access-args";
export { Network } from "./network/network";
export { OutboundType, type NetworkArgs } from "./network/network-args";
export { NodePool } from "./node-pool/node-pool";
export {
    NodePoolMode,
    UndrainableNodeBehavior,
    type ClusterNodePoolArgs,
    type NodePoolArgs,
    type NodePoolShapeArgs,
} from "./node-pool/node-pool-args";
export { WorkloadIdentity } from "./workload-identity/workload-identity";
export type { WorkloadIdentityArgs } from "./workload-identity/workload-identity-args";
