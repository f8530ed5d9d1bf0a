import type { Policy } from "../policy";
import { admissionPolicyBindingDenies } from "./admission-policy-binding/admission-policy-binding-denies";
import { admissionPolicyFailureClosed } from "./admission-policy/admission-policy-failure-closed";
import { applicationGatewayCertificateFromVault } from "./application-gateway/application-gateway-certificate-from-vault";
import { applicationGatewayControllerSingle } from "./application-gateway/application-gateway-controller-single";
import { applicationGatewayHttpRedirected } from "./application-gateway/application-gateway-http-redirected";
import { applicationGatewayIdentityAssigned } from "./application-gateway/application-gateway-identity-assigned";
import { applicationGatewayInstancesSufficient } from "./application-gateway/application-gateway-instances-sufficient";
import { applicationGatewayTlsVersionCurrent } from "./application-gateway/application-gateway-tls-version-current";
import { applicationGatewayVaultAccessGranted } from "./application-gateway/application-gateway-vault-access-granted";
import { applicationGatewayWafConfigurationAbsent } from "./application-gateway/application-gateway-waf-configuration-absent";
import { applicationGatewayWafEnabled } from "./application-gateway/application-gateway-waf-enabled";
import { applicationGatewayWafPolicyEnforced } from "./application-gateway/application-gateway-waf-policy-enforced";
import { chartDashboardAbsent } from "./chart/chart-dashboard-absent";
import { clusterAdministratorsFromEntra } from "./cluster/cluster-administrators-from-entra";
import { clusterApiServerPrivate } from "./cluster/cluster-api-server-private";
import { clusterApiServerVnetIntegrationEnabled } from "./cluster/cluster-api-server-vnet-integration-enabled";
import { clusterAuditLogsSent } from "./cluster/cluster-audit-logs-sent";
import { clusterAuthorizedIpRangesEffective } from "./cluster/cluster-authorized-ip-ranges-effective";
import { clusterAuthorizedIpRangesNarrow } from "./cluster/cluster-authorized-ip-ranges-narrow";
import { clusterAuthorizedIpRangesSet } from "./cluster/cluster-authorized-ip-ranges-set";
import { clusterAuthorizedIpRangesValid } from "./cluster/cluster-authorized-ip-ranges-valid";
import { clusterAzurePolicyAddOnEnabled } from "./cluster/cluster-azure-policy-add-on-enabled";
import { clusterAzureRbacEnabled } from "./cluster/cluster-azure-rbac-enabled";
import { clusterContainerInsightsAadAuthEnabled } from "./cluster/cluster-container-insights-aad-auth-enabled";
import { clusterDashboardAddOnDisabled } from "./cluster/cluster-dashboard-add-on-disabled";
import { clusterDefenderPlanEnabled } from "./cluster/cluster-defender-plan-enabled";
import { clusterDefenderSensorEnabled } from "./cluster/cluster-defender-sensor-enabled";
import { clusterDiskEncryptionSetUsed } from "./cluster/cluster-disk-encryption-set-used";
import { clusterEntraIntegrationManaged } from "./cluster/cluster-entra-integration-managed";
import { clusterGatewayRolesAssigned } from "./cluster/cluster-gateway-roles-assigned";
import { clusterHttpApplicationRoutingDisabled } from "./cluster/cluster-http-application-routing-disabled";
import { clusterImageCleanerEnabled } from "./cluster/cluster-image-cleaner-enabled";
import { clusterKmsEnabled } from "./cluster/cluster-kms-enabled";
import { clusterKubernetesVersionSupported } from "./cluster/cluster-kubernetes-version-supported";
import { clusterLegacyEntraAbsent } from "./cluster/cluster-legacy-entra-absent";
import { clusterLoadBalancerStandard } from "./cluster/cluster-load-balancer-standard";
import { clusterLocalAccountsDisabled } from "./cluster/cluster-local-accounts-disabled";
import { clusterMaintenanceWindowsSet } from "./cluster/cluster-maintenance-windows-set";
import { clusterManagedIdentityUsed } from "./cluster/cluster-managed-identity-used";
import { clusterMonitoringEnabled } from "./cluster/cluster-monitoring-enabled";
import { clusterNetworkPluginAzure } from "./cluster/cluster-network-plugin-azure";
import { clusterNetworkPolicyEngineEnabled } from "./cluster/cluster-network-policy-engine-enabled";
import { clusterNodeOsUpgradeChannelEnabled } from "./cluster/cluster-node-os-upgrade-channel-enabled";
import { clusterNodeRebootsPlanned } from "./cluster/cluster-node-reboots-planned";
import { clusterNodeResourceGroupLocked } from "./cluster/cluster-node-resource-group-locked";
import { clusterOidcIssuerEnabled } from "./cluster/cluster-oidc-issuer-enabled";
import { clusterOpenServiceMeshDisabled } from "./cluster/cluster-open-service-mesh-disabled";
import { clusterOutboundTypeControlled } from "./cluster/cluster-outbound-type-controlled";
import { clusterPodIdentityDisabled } from "./cluster/cluster-pod-identity-disabled";
import { clusterPodSecurityPolicyDisabled } from "./cluster/cluster-pod-security-policy-disabled";
import { clusterPolicyAssignmentsComplete } from "./cluster/cluster-policy-assignments-complete";
import { clusterPrivateDnsZoneUsed } from "./cluster/cluster-private-dns-zone-used";
import { clusterPrivateDnsZoneValid } from "./cluster/cluster-private-dns-zone-valid";
import { clusterPrivatePublicFqdnDisabled } from "./cluster/cluster-private-public-fqdn-disabled";
import { clusterRbacEnabled } from "./cluster/cluster-rbac-enabled";
import { clusterRunCommandDisabled } from "./cluster/cluster-run-command-disabled";
import { clusterSecretsStoreEnabled } from "./cluster/cluster-secrets-store-enabled";
import { clusterSecretsStoreRotationEnabled } from "./cluster/cluster-secrets-store-rotation-enabled";
import { clusterTierPaid } from "./cluster/cluster-tier-paid";
import { clusterUpgradeChannelEnabled } from "./cluster/cluster-upgrade-channel-enabled";
import { clusterWorkloadIdentityEnabled } from "./cluster/cluster-workload-identity-enabled";
import { defenderContainersExtensionsEnabled } from "./defender/defender-containers-extensions-enabled";
import { defenderContainersPlanEnabled } from "./defender/defender-containers-plan-enabled";
import { defenderKeyVaultPlanEnabled } from "./defender/defender-key-vault-plan-enabled";
import { defenderPosturePlanEnabled } from "./defender/defender-posture-plan-enabled";
import { defenderRegistryScanningEnabled } from "./defender/defender-registry-scanning-enabled";
import { defenderResourceManagerPlanEnabled } from "./defender/defender-resource-manager-plan-enabled";
import { deploymentSafeguardLevelEnforced } from "./deployment-safeguard/deployment-safeguard-level-enforced";
import { diagnosticSettingAuditLogsEnabled } from "./diagnostic-setting/diagnostic-setting-audit-logs-enabled";
import { diagnosticSettingRegistryLogsEnabled } from "./diagnostic-setting/diagnostic-setting-registry-logs-enabled";
import { diagnosticSettingSinkSet } from "./diagnostic-setting/diagnostic-setting-sink-set";
import { diagnosticSettingVaultLogsEnabled } from "./diagnostic-setting/diagnostic-setting-vault-logs-enabled";
import { gatewaySecurityPolicyFirewallSet } from "./gateway-security-policy/gateway-security-policy-firewall-set";
import { gatewayHttpRedirected } from "./gateway/gateway-http-redirected";
import { ingressCertificateInstalled } from "./ingress/ingress-certificate-installed";
import { ingressCertificateUnshadowed } from "./ingress/ingress-certificate-unshadowed";
import { ingressHostRequired } from "./ingress/ingress-host-required";
import { ingressHostsUnique } from "./ingress/ingress-hosts-unique";
import { ingressHttpsOnly } from "./ingress/ingress-https-only";
import { ingressSnippetsAbsent } from "./ingress/ingress-snippets-absent";
import { keyVaultKeyExpirySet } from "./key-vault-key/key-vault-key-expiry-set";
import { keyVaultKeyRotationEnabled } from "./key-vault-key/key-vault-key-rotation-enabled";
import { keyVaultSecretContentTypeSet } from "./key-vault-secret/key-vault-secret-content-type-set";
import { keyVaultSecretExpirySet } from "./key-vault-secret/key-vault-secret-expiry-set";
import { keyVaultAuditLogsSent } from "./key-vault/key-vault-audit-logs-sent";
import { keyVaultNetworkAccessLimited } from "./key-vault/key-vault-network-access-limited";
import { keyVaultPermissionsNarrow } from "./key-vault/key-vault-permissions-narrow";
import { keyVaultPrivateEndpointUsed } from "./key-vault/key-vault-private-endpoint-used";
import { keyVaultPublicNetworkAccessDisabled } from "./key-vault/key-vault-public-network-access-disabled";
import { keyVaultPurgeProtectionEnabled } from "./key-vault/key-vault-purge-protection-enabled";
import { keyVaultRbacEnabled } from "./key-vault/key-vault-rbac-enabled";
import { keyVaultSoftDeleteEnabled } from "./key-vault/key-vault-soft-delete-enabled";
import { kubernetesProviderCredentialsAbsent } from "./kubernetes-provider/kubernetes-provider-credentials-absent";
import { kubernetesProviderLocalAccountsDisabled } from "./kubernetes-provider/kubernetes-provider-local-accounts-disabled";
import { maintenanceConfigurationWindowSufficient } from "./maintenance-configuration/maintenance-configuration-window-sufficient";
import { manifestDashboardAbsent } from "./manifest/manifest-dashboard-absent";
import { namespaceDashboardAbsent } from "./namespace/namespace-dashboard-absent";
import { namespaceNetworkPolicyDefaultDeny } from "./namespace/namespace-network-policy-default-deny";
import { namespacePodSecurityEnforced } from "./namespace/namespace-pod-security-enforced";
import { namespacePodSecurityPrivilegedAbsent } from "./namespace/namespace-pod-security-privileged-absent";
import { namespacePodSecurityVersionPinned } from "./namespace/namespace-pod-security-version-pinned";
import { nodePoolAutoscalingEnabled } from "./node-pool/node-pool-autoscaling-enabled";
import { nodePoolAvailabilitySetAbsent } from "./node-pool/node-pool-availability-set-absent";
import { nodePoolEphemeralOsDiskUsed } from "./node-pool/node-pool-ephemeral-os-disk-used";
import { nodePoolHostEncryptionEnabled } from "./node-pool/node-pool-host-encryption-enabled";
import { nodePoolKubernetesVersionSupported } from "./node-pool/node-pool-kubernetes-version-supported";
import { nodePoolMaxPodsSufficient } from "./node-pool/node-pool-max-pods-sufficient";
import { nodePoolMaxSurgeSet } from "./node-pool/node-pool-max-surge-set";
import { nodePoolNodeCountSufficient } from "./node-pool/node-pool-node-count-sufficient";
import { nodePoolOsSkuSupported } from "./node-pool/node-pool-os-sku-supported";
import { nodePoolPublicIpDisabled } from "./node-pool/node-pool-public-ip-disabled";
import { nodePoolSshDisabled } from "./node-pool/node-pool-ssh-disabled";
import { nodePoolSystemTainted } from "./node-pool/node-pool-system-tainted";
import { nodePoolTrustedLaunchEnabled } from "./node-pool/node-pool-trusted-launch-enabled";
import { nodePoolZonesSpread } from "./node-pool/node-pool-zones-spread";
import { podSecurityPolicyAbsent } from "./pod-security-policy/pod-security-policy-absent";
import { podAppArmorProfileLimited } from "./pod/pod-app-armor-profile-limited";
import { podCapabilitiesDropped } from "./pod/pod-capabilities-dropped";
import { podCapabilitiesLimited } from "./pod/pod-capabilities-limited";
import { podContainerPortsAllowed } from "./pod/pod-container-ports-allowed";
import { podControllerUsed } from "./pod/pod-controller-used";
import { podDefaultNamespaceUnused } from "./pod/pod-default-namespace-unused";
import { podFlexVolumeDriversLimited } from "./pod/pod-flex-volume-drivers-limited";
import { podFsGroupLimited } from "./pod/pod-fs-group-limited";
import { podHostIpcDisallowed } from "./pod/pod-host-ipc-disallowed";
import { podHostNetworkDisallowed } from "./pod/pod-host-network-disallowed";
import { podHostPathsLimited } from "./pod/pod-host-paths-limited";
import { podHostPidDisallowed } from "./pod/pod-host-pid-disallowed";
import { podHostPortsLimited } from "./pod/pod-host-ports-limited";
import { podHostProcessDisallowed } from "./pod/pod-host-process-disallowed";
import { podImageDigestUsed } from "./pod/pod-image-digest-used";
import { podImageTagFixed } from "./pod/pod-image-tag-fixed";
import { podImagesAllowed } from "./pod/pod-images-allowed";
import { podLabelsRequired } from "./pod/pod-labels-required";
import { podPrivilegeEscalationDisallowed } from "./pod/pod-privilege-escalation-disallowed";
import { podPrivilegedDisallowed } from "./pod/pod-privileged-disallowed";
import { podProbeHostsDisallowed } from "./pod/pod-probe-hosts-disallowed";
import { podProbesDefined } from "./pod/pod-probes-defined";
import { podProcMountDefault } from "./pod/pod-proc-mount-default";
import { podProcMountDefaultWithOwnUsers } from "./pod/pod-proc-mount-default-with-own-users";
import { podResourceLimitsSet } from "./pod/pod-resource-limits-set";
import { podResourceRequestsSet } from "./pod/pod-resource-requests-set";
import { podRootFileSystemReadOnly } from "./pod/pod-root-file-system-read-only";
import { podRunAsGroupLimited } from "./pod/pod-run-as-group-limited";
import { podRunAsNonRootRequired } from "./pod/pod-run-as-non-root-required";
import { podRunAsUserLimited } from "./pod/pod-run-as-user-limited";
import { podRunAsUserNonRoot } from "./pod/pod-run-as-user-non-root";
import { podSeLinuxOptionsLimited } from "./pod/pod-se-linux-options-limited";
import { podSeLinuxTypesLimited } from "./pod/pod-se-linux-types-limited";
import { podSeccompProfileLimited } from "./pod/pod-seccomp-profile-limited";
import { podSeccompProfileRequired } from "./pod/pod-seccomp-profile-required";
import { podServiceAccountTokenUnmounted } from "./pod/pod-service-account-token-unmounted";
import { podSupplementalGroupsLimited } from "./pod/pod-supplemental-groups-limited";
import { podSysctlsLimited } from "./pod/pod-sysctls-limited";
import { podVolumeTypesLimited } from "./pod/pod-volume-types-limited";
import { podWindowsAdministratorDisallowed } from "./pod/pod-windows-administrator-disallowed";
import { policyAssignmentAllowedImagesNarrow } from "./policy-assignment/policy-assignment-allowed-images-narrow";
import { policyAssignmentBaselineEnforced } from "./policy-assignment/policy-assignment-baseline-enforced";
import { policyAssignmentDefinitionCurrent } from "./policy-assignment/policy-assignment-definition-current";
import { policyAssignmentEffectDeny } from "./policy-assignment/policy-assignment-effect-deny";
import { policyAssignmentEnforced } from "./policy-assignment/policy-assignment-enforced";
import { policyAssignmentParametersComplete } from "./policy-assignment/policy-assignment-parameters-complete";
import { policyAssignmentSystemNamespacesExcluded } from "./policy-assignment/policy-assignment-system-namespaces-excluded";
import { registryWebhookHttpsUsed } from "./registry-webhook/registry-webhook-https-used";
import { registryAdminUserDisabled } from "./registry/registry-admin-user-disabled";
import { registryAnonymousPullDisabled } from "./registry/registry-anonymous-pull-disabled";
import { registryAuditLogsSent } from "./registry/registry-audit-logs-sent";
import { registryContentTrustDisabled } from "./registry/registry-content-trust-disabled";
import { registryDataEndpointEnabled } from "./registry/registry-data-endpoint-enabled";
import { registryExportDisabled } from "./registry/registry-export-disabled";
import { registryImageScanningEnabled } from "./registry/registry-image-scanning-enabled";
import { registryNetworkAccessLimited } from "./registry/registry-network-access-limited";
import { registryPrivateEndpointUsed } from "./registry/registry-private-endpoint-used";
import { registryPublicNetworkAccessDisabled } from "./registry/registry-public-network-access-disabled";
import { registryRetentionEnabled } from "./registry/registry-retention-enabled";
import { registryTierSufficient } from "./registry/registry-tier-sufficient";
import { registryTrustedServicesAllowed } from "./registry/registry-trusted-services-allowed";
import { roleAssignmentRegistryPullOnly } from "./role-assignment/role-assignment-registry-pull-only";
import { roleBindingClusterAdminDisallowed } from "./role-binding/role-binding-cluster-admin-disallowed";
import { roleBindingDashboardUnprivileged } from "./role-binding/role-binding-dashboard-unprivileged";
import { roleBindingDefaultAccountDisallowed } from "./role-binding/role-binding-default-account-disallowed";
import { roleBindingEveryoneDisallowed } from "./role-binding/role-binding-everyone-disallowed";
import { roleAdmissionWebhooksDisallowed } from "./role/role-admission-webhooks-disallowed";
import { roleBindingsWritingLimited } from "./role/role-bindings-writing-limited";
import { roleCertificateApprovalDisallowed } from "./role/role-certificate-approval-disallowed";
import { roleConfigMapsWritingLimited } from "./role/role-config-maps-writing-limited";
import { roleEscalationDisallowed } from "./role/role-escalation-disallowed";
import { roleNetworkingWritingLimited } from "./role/role-networking-writing-limited";
import { roleNodeProxyDisallowed } from "./role/role-node-proxy-disallowed";
import { rolePodExecLimited } from "./role/role-pod-exec-limited";
import { rolePodsCreationLimited } from "./role/role-pods-creation-limited";
import { roleSecretsAccessLimited } from "./role/role-secrets-access-limited";
import { roleTokenCreationLimited } from "./role/role-token-creation-limited";
import { roleVolumesCreationLimited } from "./role/role-volumes-creation-limited";
import { roleWildcardsDisallowed } from "./role/role-wildcards-disallowed";
import { securityContactAlertsEnabled } from "./security-contact/security-contact-alerts-enabled";
import { securityContactEmailSet } from "./security-contact/security-contact-email-set";
import { securityContactOwnersNotified } from "./security-contact/security-contact-owners-notified";
import { serviceAccountTokenUnmounted } from "./service-account/service-account-token-unmounted";
import { serviceExternalIpsLimited } from "./service/service-external-ips-limited";
import { serviceLoadBalancerInternal } from "./service/service-load-balancer-internal";
import { serviceNodePortUnused } from "./service/service-node-port-unused";
import { servicePortsAllowed } from "./service/service-ports-allowed";
import { stackBlindSpotsAbsent } from "./stack/stack-blind-spots-absent";
import { stackExemptionsCurrent } from "./stack/stack-exemptions-current";
import { trafficControllerFirewallAttached } from "./traffic-controller/traffic-controller-firewall-attached";
import { wafPolicyBodyInspectionEnabled } from "./waf-policy/waf-policy-body-inspection-enabled";
import { wafPolicyExclusionsNarrow } from "./waf-policy/waf-policy-exclusions-narrow";
import { wafPolicyPreventionEnabled } from "./waf-policy/waf-policy-prevention-enabled";
import { wafPolicyRuleSetCurrent } from "./waf-policy/waf-policy-rule-set-current";
import { wafPolicyRulesEnabled } from "./waf-policy/waf-policy-rules-enabled";
import { workloadDashboardAbsent } from "./workload/workload-dashboard-absent";

/** Every policy of the pack, by practice. */
export const policies: readonly Policy[] = [
    // 1. Restrict access to the API server
    clusterApiServerVnetIntegrationEnabled,
    clusterAuthorizedIpRangesEffective,
    clusterAuthorizedIpRangesNarrow,
    clusterAuthorizedIpRangesSet,
    clusterAuthorizedIpRangesValid,
    clusterRunCommandDisabled,

    // 2. Private cluster
    clusterApiServerPrivate,
    clusterOutboundTypeControlled,
    clusterPrivateDnsZoneUsed,
    clusterPrivateDnsZoneValid,
    clusterPrivatePublicFqdnDisabled,
    nodePoolPublicIpDisabled,

    // 3. RBAC with Entra ID
    clusterAdministratorsFromEntra,
    clusterAzureRbacEnabled,
    clusterEntraIntegrationManaged,
    clusterLegacyEntraAbsent,
    clusterLocalAccountsDisabled,
    clusterManagedIdentityUsed,
    clusterOidcIssuerEnabled,
    clusterPodIdentityDisabled,
    clusterRbacEnabled,
    clusterWorkloadIdentityEnabled,
    kubernetesProviderCredentialsAbsent,
    kubernetesProviderLocalAccountsDisabled,
    roleBindingClusterAdminDisallowed,
    roleBindingDefaultAccountDisallowed,
    roleBindingEveryoneDisallowed,
    roleAdmissionWebhooksDisallowed,
    roleBindingsWritingLimited,
    roleCertificateApprovalDisallowed,
    roleConfigMapsWritingLimited,
    roleEscalationDisallowed,
    roleNetworkingWritingLimited,
    roleNodeProxyDisallowed,
    rolePodExecLimited,
    rolePodsCreationLimited,
    roleSecretsAccessLimited,
    roleTokenCreationLimited,
    roleVolumesCreationLimited,
    roleWildcardsDisallowed,

    // 4. Plan the updates
    clusterKubernetesVersionSupported,
    clusterMaintenanceWindowsSet,
    clusterNodeOsUpgradeChannelEnabled,
    clusterNodeRebootsPlanned,
    clusterUpgradeChannelEnabled,
    maintenanceConfigurationWindowSufficient,
    nodePoolKubernetesVersionSupported,
    nodePoolMaxSurgeSet,

    // 5. Disable the dashboard
    chartDashboardAbsent,
    clusterDashboardAddOnDisabled,
    clusterHttpApplicationRoutingDisabled,
    manifestDashboardAbsent,
    namespaceDashboardAbsent,
    roleBindingDashboardUnprivileged,
    workloadDashboardAbsent,

    // 6. Secure the pods
    admissionPolicyBindingDenies,
    admissionPolicyFailureClosed,
    clusterPodSecurityPolicyDisabled,
    namespacePodSecurityEnforced,
    namespacePodSecurityPrivilegedAbsent,
    namespacePodSecurityVersionPinned,
    podSecurityPolicyAbsent,
    podAppArmorProfileLimited,
    podCapabilitiesDropped,
    podCapabilitiesLimited,
    podFlexVolumeDriversLimited,
    podFsGroupLimited,
    podHostIpcDisallowed,
    podHostNetworkDisallowed,
    podHostPathsLimited,
    podHostPidDisallowed,
    podHostPortsLimited,
    podHostProcessDisallowed,
    podPrivilegeEscalationDisallowed,
    podPrivilegedDisallowed,
    podProbeHostsDisallowed,
    podProcMountDefault,
    podProcMountDefaultWithOwnUsers,
    podRootFileSystemReadOnly,
    podRunAsGroupLimited,
    podRunAsNonRootRequired,
    podRunAsUserLimited,
    podRunAsUserNonRoot,
    podSeLinuxOptionsLimited,
    podSeLinuxTypesLimited,
    podSeccompProfileLimited,
    podSeccompProfileRequired,
    podServiceAccountTokenUnmounted,
    podSupplementalGroupsLimited,
    podSysctlsLimited,
    podVolumeTypesLimited,
    podWindowsAdministratorDisallowed,
    policyAssignmentBaselineEnforced,
    serviceAccountTokenUnmounted,

    // 7. Detect threats
    clusterAuditLogsSent,
    clusterContainerInsightsAadAuthEnabled,
    clusterDefenderPlanEnabled,
    clusterDefenderSensorEnabled,
    defenderContainersExtensionsEnabled,
    defenderContainersPlanEnabled,
    diagnosticSettingAuditLogsEnabled,
    diagnosticSettingSinkSet,

    // 8. Scan the images
    defenderRegistryScanningEnabled,
    diagnosticSettingRegistryLogsEnabled,
    registryImageScanningEnabled,
    registryWebhookHttpsUsed,
    registryAdminUserDisabled,
    registryAnonymousPullDisabled,
    registryAuditLogsSent,
    registryContentTrustDisabled,
    registryExportDisabled,
    registryNetworkAccessLimited,
    registryPrivateEndpointUsed,
    registryPublicNetworkAccessDisabled,
    registryRetentionEnabled,
    registryTrustedServicesAllowed,
    roleAssignmentRegistryPullOnly,

    // 9. Azure Policy for AKS
    clusterAzurePolicyAddOnEnabled,
    ingressHostRequired,
    ingressHostsUnique,
    ingressHttpsOnly,
    podContainerPortsAllowed,
    podControllerUsed,
    podDefaultNamespaceUnused,
    podImageDigestUsed,
    podImageTagFixed,
    podImagesAllowed,
    podLabelsRequired,
    podProbesDefined,
    podResourceLimitsSet,
    podResourceRequestsSet,
    policyAssignmentAllowedImagesNarrow,
    policyAssignmentDefinitionCurrent,
    policyAssignmentEffectDeny,
    policyAssignmentEnforced,
    policyAssignmentParametersComplete,
    policyAssignmentSystemNamespacesExcluded,
    serviceExternalIpsLimited,
    serviceLoadBalancerInternal,
    servicePortsAllowed,
    clusterPolicyAssignmentsComplete,

    // 10. Expose services safely
    applicationGatewayCertificateFromVault,
    applicationGatewayControllerSingle,
    applicationGatewayHttpRedirected,
    applicationGatewayIdentityAssigned,
    applicationGatewayTlsVersionCurrent,
    applicationGatewayWafConfigurationAbsent,
    applicationGatewayWafEnabled,
    applicationGatewayWafPolicyEnforced,
    clusterSecretsStoreEnabled,
    clusterSecretsStoreRotationEnabled,
    diagnosticSettingVaultLogsEnabled,
    gatewaySecurityPolicyFirewallSet,
    gatewayHttpRedirected,
    ingressCertificateInstalled,
    ingressCertificateUnshadowed,
    ingressSnippetsAbsent,
    keyVaultAuditLogsSent,
    keyVaultNetworkAccessLimited,
    keyVaultPermissionsNarrow,
    keyVaultPrivateEndpointUsed,
    keyVaultPublicNetworkAccessDisabled,
    keyVaultPurgeProtectionEnabled,
    keyVaultRbacEnabled,
    keyVaultSoftDeleteEnabled,
    serviceNodePortUnused,
    wafPolicyBodyInspectionEnabled,
    wafPolicyExclusionsNarrow,
    wafPolicyPreventionEnabled,
    wafPolicyRuleSetCurrent,
    wafPolicyRulesEnabled,

    // Beyond the ten
    applicationGatewayInstancesSufficient,
    applicationGatewayVaultAccessGranted,
    clusterDiskEncryptionSetUsed,
    clusterGatewayRolesAssigned,
    clusterImageCleanerEnabled,
    clusterKmsEnabled,
    clusterLoadBalancerStandard,
    clusterMonitoringEnabled,
    clusterNetworkPluginAzure,
    clusterNetworkPolicyEngineEnabled,
    clusterNodeResourceGroupLocked,
    clusterOpenServiceMeshDisabled,
    clusterTierPaid,
    defenderKeyVaultPlanEnabled,
    defenderPosturePlanEnabled,
    defenderResourceManagerPlanEnabled,
    deploymentSafeguardLevelEnforced,
    keyVaultKeyExpirySet,
    keyVaultKeyRotationEnabled,
    keyVaultSecretContentTypeSet,
    keyVaultSecretExpirySet,
    namespaceNetworkPolicyDefaultDeny,
    nodePoolAutoscalingEnabled,
    nodePoolAvailabilitySetAbsent,
    nodePoolEphemeralOsDiskUsed,
    nodePoolHostEncryptionEnabled,
    nodePoolMaxPodsSufficient,
    nodePoolNodeCountSufficient,
    nodePoolOsSkuSupported,
    nodePoolSshDisabled,
    nodePoolSystemTainted,
    nodePoolTrustedLaunchEnabled,
    nodePoolZonesSpread,
    registryDataEndpointEnabled,
    registryTierSufficient,
    securityContactAlertsEnabled,
    securityContactEmailSet,
    securityContactOwnersNotified,

    // What the gate says of itself, after all the others
    stackBlindSpotsAbsent,
    stackExemptionsCurrent,
    trafficControllerFirewallAttached,
];
