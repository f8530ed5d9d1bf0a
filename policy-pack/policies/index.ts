import type { Policy } from "../policy";
import { admissionPolicyBindingDenies } from "./admission-policy-binding/admission-policy-binding-denies";
import { admissionPolicyFailureClosed } from "./admission-policy/admission-policy-failure-closed";
import { applicationGatewayCertificateFromVault } from "./application-gateway/application-gateway-certificate-from-vault";
import { applicationGatewayHttpRedirected } from "./application-gateway/application-gateway-http-redirected";
import { applicationGatewayTlsVersionCurrent } from "./application-gateway/application-gateway-tls-version-current";
import { applicationGatewayWafEnabled } from "./application-gateway/application-gateway-waf-enabled";
import { chartDashboardAbsent } from "./chart/chart-dashboard-absent";
import { clusterAdministratorsFromEntra } from "./cluster/cluster-administrators-from-entra";
import { clusterApiServerPrivate } from "./cluster/cluster-api-server-private";
import { clusterApiServerVnetIntegrationEnabled } from "./cluster/cluster-api-server-vnet-integration-enabled";
import { clusterAuthorizedIpRangesEffective } from "./cluster/cluster-authorized-ip-ranges-effective";
import { clusterAuthorizedIpRangesNarrow } from "./cluster/cluster-authorized-ip-ranges-narrow";
import { clusterAuthorizedIpRangesSet } from "./cluster/cluster-authorized-ip-ranges-set";
import { clusterAuthorizedIpRangesValid } from "./cluster/cluster-authorized-ip-ranges-valid";
import { clusterAzurePolicyAddOnEnabled } from "./cluster/cluster-azure-policy-add-on-enabled";
import { clusterAzureRbacEnabled } from "./cluster/cluster-azure-rbac-enabled";
import { clusterContainerInsightsAadAuthEnabled } from "./cluster/cluster-container-insights-aad-auth-enabled";
import { clusterDashboardAddOnDisabled } from "./cluster/cluster-dashboard-add-on-disabled";
import { clusterDefenderSensorEnabled } from "./cluster/cluster-defender-sensor-enabled";
import { clusterEntraIntegrationManaged } from "./cluster/cluster-entra-integration-managed";
import { clusterHttpApplicationRoutingDisabled } from "./cluster/cluster-http-application-routing-disabled";
import { clusterLegacyEntraAbsent } from "./cluster/cluster-legacy-entra-absent";
import { clusterLocalAccountsDisabled } from "./cluster/cluster-local-accounts-disabled";
import { clusterManagedIdentityUsed } from "./cluster/cluster-managed-identity-used";
import { clusterNodeOsUpgradeChannelEnabled } from "./cluster/cluster-node-os-upgrade-channel-enabled";
import { clusterOidcIssuerEnabled } from "./cluster/cluster-oidc-issuer-enabled";
import { clusterOutboundTypeControlled } from "./cluster/cluster-outbound-type-controlled";
import { clusterPodIdentityDisabled } from "./cluster/cluster-pod-identity-disabled";
import { clusterPrivateDnsZoneUsed } from "./cluster/cluster-private-dns-zone-used";
import { clusterPrivateDnsZoneValid } from "./cluster/cluster-private-dns-zone-valid";
import { clusterPrivatePublicFqdnDisabled } from "./cluster/cluster-private-public-fqdn-disabled";
import { clusterRbacEnabled } from "./cluster/cluster-rbac-enabled";
import { clusterRunCommandDisabled } from "./cluster/cluster-run-command-disabled";
import { clusterSecretsStoreRotationEnabled } from "./cluster/cluster-secrets-store-rotation-enabled";
import { clusterUpgradeChannelEnabled } from "./cluster/cluster-upgrade-channel-enabled";
import { clusterWorkloadIdentityEnabled } from "./cluster/cluster-workload-identity-enabled";
import { defenderContainersPlanEnabled } from "./defender/defender-containers-plan-enabled";
import { defenderRegistryScanningEnabled } from "./defender/defender-registry-scanning-enabled";
import { diagnosticSettingAuditLogsEnabled } from "./diagnostic-setting/diagnostic-setting-audit-logs-enabled";
import { keyVaultNetworkAccessLimited } from "./key-vault/key-vault-network-access-limited";
import { keyVaultPublicNetworkAccessDisabled } from "./key-vault/key-vault-public-network-access-disabled";
import { keyVaultPurgeProtectionEnabled } from "./key-vault/key-vault-purge-protection-enabled";
import { keyVaultRbacEnabled } from "./key-vault/key-vault-rbac-enabled";
import { kubernetesProviderCredentialsAbsent } from "./kubernetes-provider/kubernetes-provider-credentials-absent";
import { kubernetesProviderLocalAccountsDisabled } from "./kubernetes-provider/kubernetes-provider-local-accounts-disabled";
import { manifestDashboardAbsent } from "./manifest/manifest-dashboard-absent";
import { namespaceDashboardAbsent } from "./namespace/namespace-dashboard-absent";
import { maintenanceConfigurationWindowSufficient } from "./maintenance-configuration/maintenance-configuration-window-sufficient";
import { namespacePodSecurityEnforced } from "./namespace/namespace-pod-security-enforced";
import { namespacePodSecurityPrivilegedAbsent } from "./namespace/namespace-pod-security-privileged-absent";
import { namespacePodSecurityVersionPinned } from "./namespace/namespace-pod-security-version-pinned";
import { nodePoolPublicIpDisabled } from "./node-pool/node-pool-public-ip-disabled";
import { policyAssignmentAllowedImagesNarrow } from "./policy-assignment/policy-assignment-allowed-images-narrow";
import { policyAssignmentBaselineEnforced } from "./policy-assignment/policy-assignment-baseline-enforced";
import { policyAssignmentDefinitionCurrent } from "./policy-assignment/policy-assignment-definition-current";
import { policyAssignmentEffectDeny } from "./policy-assignment/policy-assignment-effect-deny";
import { policyAssignmentEnforced } from "./policy-assignment/policy-assignment-enforced";
import { policyAssignmentParametersComplete } from "./policy-assignment/policy-assignment-parameters-complete";
import { policyAssignmentSystemNamespacesExcluded } from "./policy-assignment/policy-assignment-system-namespaces-excluded";
import { registryAdminUserDisabled } from "./registry/registry-admin-user-disabled";
import { registryAnonymousPullDisabled } from "./registry/registry-anonymous-pull-disabled";
import { registryNetworkAccessLimited } from "./registry/registry-network-access-limited";
import { registryPublicNetworkAccessDisabled } from "./registry/registry-public-network-access-disabled";
import { registryTrustedServicesAllowed } from "./registry/registry-trusted-services-allowed";
import { roleBindingClusterAdminDisallowed } from "./role-binding/role-binding-cluster-admin-disallowed";
import { roleBindingDashboardUnprivileged } from "./role-binding/role-binding-dashboard-unprivileged";
import { roleBindingEveryoneDisallowed } from "./role-binding/role-binding-everyone-disallowed";
import { roleAdmissionWebhooksDisallowed } from "./role/role-admission-webhooks-disallowed";
import { roleCertificateApprovalDisallowed } from "./role/role-certificate-approval-disallowed";
import { roleEscalationDisallowed } from "./role/role-escalation-disallowed";
import { roleNodeProxyDisallowed } from "./role/role-node-proxy-disallowed";
import { roleSecretsAccessLimited } from "./role/role-secrets-access-limited";
import { roleWildcardsDisallowed } from "./role/role-wildcards-disallowed";
import { wafPolicyPreventionEnabled } from "./waf-policy/waf-policy-prevention-enabled";
import { wafPolicyRuleSetCurrent } from "./waf-policy/waf-policy-rule-set-current";
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
    roleAdmissionWebhooksDisallowed,
    roleCertificateApprovalDisallowed,
    roleEscalationDisallowed,
    roleNodeProxyDisallowed,
    roleSecretsAccessLimited,
    roleWildcardsDisallowed,
    roleBindingClusterAdminDisallowed,
    roleBindingEveryoneDisallowed,

    // 4. Plan the updates
    clusterNodeOsUpgradeChannelEnabled,
    clusterUpgradeChannelEnabled,
    maintenanceConfigurationWindowSufficient,

    // 5. Disable the dashboard
    clusterDashboardAddOnDisabled,
    clusterHttpApplicationRoutingDisabled,
    roleBindingDashboardUnprivileged,
    workloadDashboardAbsent,
    chartDashboardAbsent,
    manifestDashboardAbsent,
    namespaceDashboardAbsent,

    // 6. Secure the pods
    admissionPolicyBindingDenies,
    admissionPolicyFailureClosed,
    namespacePodSecurityEnforced,
    namespacePodSecurityPrivilegedAbsent,
    namespacePodSecurityVersionPinned,
    policyAssignmentBaselineEnforced,

    // 7. Detect threats
    clusterContainerInsightsAadAuthEnabled,
    clusterDefenderSensorEnabled,
    defenderContainersPlanEnabled,
    diagnosticSettingAuditLogsEnabled,

    // 8. Scan the images
    defenderRegistryScanningEnabled,
    registryAdminUserDisabled,
    registryAnonymousPullDisabled,
    registryNetworkAccessLimited,
    registryPublicNetworkAccessDisabled,
    registryTrustedServicesAllowed,

    // 9. Azure Policy for AKS
    clusterAzurePolicyAddOnEnabled,
    policyAssignmentAllowedImagesNarrow,
    policyAssignmentDefinitionCurrent,
    policyAssignmentEffectDeny,
    policyAssignmentEnforced,
    policyAssignmentParametersComplete,
    policyAssignmentSystemNamespacesExcluded,

    // 10. Expose services safely
    applicationGatewayCertificateFromVault,
    applicationGatewayHttpRedirected,
    applicationGatewayTlsVersionCurrent,
    applicationGatewayWafEnabled,
    clusterSecretsStoreRotationEnabled,
    keyVaultNetworkAccessLimited,
    keyVaultPublicNetworkAccessDisabled,
    keyVaultPurgeProtectionEnabled,
    keyVaultRbacEnabled,
    wafPolicyPreventionEnabled,
    wafPolicyRuleSetCurrent,
];
