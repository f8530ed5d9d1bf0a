export { AdmissionPolicies } from "./admission-policies/admission-policies";
export {
    AdmissionAction,
    type AdmissionPoliciesArgs,
    type AdmissionPolicyArgs,
    type CapabilityAdmissionArgs,
    type ExternalIpAdmissionArgs,
    type FlexVolumeAdmissionArgs,
    type GroupAdmissionArgs,
    type GroupRangeArgs,
    type HostPathAdmissionArgs,
    type ImageAdmissionArgs,
    type KuredExemptionArgs,
    type PodLabelAdmissionArgs,
    type PortAdmissionArgs,
    type ResourceLimitAdmissionArgs,
    type SeLinuxAdmissionArgs,
    type SysctlAdmissionArgs,
    type VolumeTypeAdmissionArgs,
} from "./admission-policies/admission-policies-args";
export { ApplicationGatewayIngress } from "./application-gateway-ingress/application-gateway-ingress";
export type { ApplicationGatewayIngressArgs } from "./application-gateway-ingress/application-gateway-ingress-args";
export { AutomaticCluster } from "./automatic-cluster/automatic-cluster";
export type { AutomaticClusterArgs, AutomaticNetworkArgs } from "./automatic-cluster/automatic-cluster-args";
export { Cluster } from "./cluster/cluster";
export {
    ApiServerConnection,
    ClusterTier,
    KeyVaultAccess,
    KubeloginMode,
    NodeResourceGroupRestriction,
    NodeUpdates,
    UpgradeChannel,
    type AttachedRegistryArgs,
    type ClusterArgs,
    type ClusterIngressArgs,
    type ClusterKmsArgs,
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
export { EgressFirewall } from "./egress-firewall/egress-firewall";
export type { EgressFirewallArgs, EgressFirewallShapeArgs } from "./egress-firewall/egress-firewall-args";
export { ClusterConnection } from "./cluster-connection/cluster-connection";
export type { ClusterConnectionArgs } from "./cluster-connection/cluster-connection-args";
export { ContainerRegistry } from "./container-registry/container-registry";
export {
    ImageRetention,
    type ClusterRegistryArgs,
    type ContainerRegistryArgs,
    type RegistryShapeArgs,
} from "./container-registry/container-registry-args";
export { KeyVault } from "./key-vault/key-vault";
export { KeyVaultTier, type KeyVaultArgs, type KeyVaultKeyArgs } from "./key-vault/key-vault-args";
export { GatewayForContainersIngress } from "./gateway-for-containers-ingress/gateway-for-containers-ingress";
export type {
    GatewayForContainersIngressArgs,
    HttpsGatewayArgs,
} from "./gateway-for-containers-ingress/gateway-for-containers-ingress-args";
export { Kured } from "./kured/kured";
export type { KuredArgs } from "./kured/kured-args";
export { MaintenanceWindows } from "./maintenance-windows/maintenance-windows";
export {
    DayOfWeek,
    MaintenanceFrequency,
    type MaintenanceFreezeArgs,
    type MaintenanceScheduleArgs,
    type MaintenanceWindowArgs,
    type MaintenanceWindowsArgs,
} from "./maintenance-windows/maintenance-windows-args";
export { ManagedNamespace } from "./managed-namespace/managed-namespace";
export {
    NamespaceTraffic,
    type ManagedNamespaceArgs,
    type NamespaceQuotaArgs,
} from "./managed-namespace/managed-namespace-args";
export { Monitoring } from "./monitoring/monitoring";
export { ClusterLogCategory, type ClusterMonitoringArgs, type MonitoringArgs } from "./monitoring/monitoring-args";
export { ClusterBackup } from "./cluster-backup/cluster-backup";
export { BackupImmutability, BackupRedundancy, type ClusterBackupArgs } from "./cluster-backup/cluster-backup-args";
export { EncryptionKeys } from "./encryption-keys/encryption-keys";
export type { EncryptionKeysArgs } from "./encryption-keys/encryption-keys-args";
export { Network } from "./network/network";
export { Egress, NetworkIngress, OutboundType, type NetworkArgs } from "./network/network-args";
export { NodePool } from "./node-pool/node-pool";
export {
    NodePoolMode,
    NodeSecurity,
    UndrainableNodeBehavior,
    type ClusterNodePoolArgs,
    type NodePoolArgs,
    type NodePoolShapeArgs,
} from "./node-pool/node-pool-args";
export type { FurtherAccessArgs, NetworkAccessArgs } from "./private-endpoint/network-access-args";
export { RegistryAccess } from "./registry-access/registry-access";
export { RegistryPermissionMode, type RegistryAccessArgs } from "./registry-access/registry-access-args";
export { DeploymentSafeguards } from "./deployment-safeguards/deployment-safeguards";
export {
    SafeguardsLevel,
    type ClusterSafeguardsArgs,
    type DeploymentSafeguardsArgs,
} from "./deployment-safeguards/deployment-safeguards-args";
export { PolicyAssignments } from "./policy-assignments/policy-assignments";
export {
    PodSecurityLevel,
    PolicyEffect,
    type AllowedHostPathArgs,
    type AssignedPolicyArgs,
    type ClusterPolicyArgs,
    type ContainerImagePolicyArgs,
    type ContainerPortPolicyArgs,
    type ExternalIpPolicyArgs,
    type PodLabelPolicyArgs,
    type PodSecurityPolicyArgs,
    type PolicyAssignmentsArgs,
    type PrivilegedContainerPolicyArgs,
    type ResourceLimitPolicyArgs,
    type ServicePortPolicyArgs,
    type UniqueIngressHostPolicyArgs,
} from "./policy-assignments/policy-assignments-args";
export { SecureNamespace } from "./secure-namespace/secure-namespace";
export {
    NamespacePodSecurityLevel,
    NetworkPolicyEngine,
    TrafficProtocol,
    type ContainerDefaultsArgs,
    type ContainerMaximumArgs,
    type NamespaceLimitsArgs,
    type NamespaceTrafficArgs,
    type NetworkTrafficArgs,
    type SecureNamespaceArgs,
    type TrafficPortArgs,
} from "./secure-namespace/secure-namespace-args";
export { ThreatDetection } from "./threat-detection/threat-detection";
export { AlertSeverity, type ThreatDetectionArgs } from "./threat-detection/threat-detection-args";
export {
    FirewallMatchVariable,
    FirewallSelectorOperator,
    type FirewallExclusionArgs,
    type WebApplicationFirewallArgs,
} from "./web-application-firewall/web-application-firewall-args";
export { WorkloadIdentity } from "./workload-identity/workload-identity";
export type { WorkloadIdentityArgs } from "./workload-identity/workload-identity-args";
