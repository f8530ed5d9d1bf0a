/*
 * Where ARM keeps each resource type. The SDK's declarations do not tell: they have no paths. The words in braces are the
 * names of the SDK's own arguments, and a test holds this list against the installed declarations.
 */

const subscription = "/subscriptions/{subscriptionId}";
const group = `${subscription}/resourceGroups/{resourceGroupName}`;

/** ARM path of every resource type that the stand-in knows, by `module:Class`. */
export const resourcePaths: Readonly<Record<string, string>> = {
    "resources:ResourceGroup": group,
    "resources:DeploymentAtSubscriptionScope": `${subscription}/providers/Microsoft.Resources/deployments/{deploymentName}`,

    ...inGroup("alertsmanagement", "Microsoft.AlertsManagement", {
        PrometheusRuleGroup: "prometheusRuleGroups/{ruleGroupName}",
    }),
    "authorization:ManagementLockAtResourceGroupLevel": `${group}/providers/Microsoft.Authorization/locks/{lockName}`,
    "authorization:ManagementLockByScope": "{scope}/providers/Microsoft.Authorization/locks/{lockName}",
    "authorization:PolicyAssignment":
        "{scope}/providers/Microsoft.Authorization/policyAssignments/{policyAssignmentName}",
    "authorization:PolicyDefinition": `${subscription}/providers/Microsoft.Authorization/policyDefinitions/{policyDefinitionName}`,
    "authorization:PolicyExemption": "{scope}/providers/Microsoft.Authorization/policyExemptions/{policyExemptionName}",
    "authorization:PolicySetDefinition": `${subscription}/providers/Microsoft.Authorization/policySetDefinitions/{policySetDefinitionName}`,
    "authorization:RoleAssignment": "{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
    "authorization:RoleDefinition": "{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
    ...inGroup("compute", "Microsoft.Compute", {
        DiskEncryptionSet: "diskEncryptionSets/{diskEncryptionSetName}",
    }),
    ...inGroup("containerregistry", "Microsoft.ContainerRegistry", {
        Registry: "registries/{registryName}",
        CacheRule: "registries/{registryName}/cacheRules/{cacheRuleName}",
        CredentialSet: "registries/{registryName}/credentialSets/{credentialSetName}",
        Replication: "registries/{registryName}/replications/{replicationName}",
        ScopeMap: "registries/{registryName}/scopeMaps/{scopeMapName}",
        Token: "registries/{registryName}/tokens/{tokenName}",
    }),
    ...inGroup("containerservice", "Microsoft.ContainerService", {
        ManagedCluster: "managedClusters/{resourceName}",
        AgentPool: "managedClusters/{resourceName}/agentPools/{agentPoolName}",
        MaintenanceConfiguration: "managedClusters/{resourceName}/maintenanceConfigurations/{configName}",
        ManagedNamespace: "managedClusters/{resourceName}/managedNamespaces/{managedNamespaceName}",
        TrustedAccessRoleBinding:
            "managedClusters/{resourceName}/trustedAccessRoleBindings/{trustedAccessRoleBindingName}",
        Snapshot: "snapshots/{resourceName}",
    }),
    "containerservice:DeploymentSafeguard":
        "{resourceUri}/providers/Microsoft.ContainerService/deploymentSafeguards/default",
    ...inGroup("dashboard", "Microsoft.Dashboard", {
        Grafana: "grafana/{workspaceName}",
    }),
    ...inGroup("dataprotection", "Microsoft.DataProtection", {
        BackupVault: "backupVaults/{vaultName}",
        BackupPolicy: "backupVaults/{vaultName}/backupPolicies/{backupPolicyName}",
        BackupInstance: "backupVaults/{vaultName}/backupInstances/{backupInstanceName}",
    }),
    ...inGroup("keyvault", "Microsoft.KeyVault", {
        Vault: "vaults/{vaultName}",
        Key: "vaults/{vaultName}/keys/{keyName}",
        Secret: "vaults/{vaultName}/secrets/{secretName}",
    }),
    "kubernetesconfiguration:Extension": `${group}/providers/{clusterRp}/{clusterResourceName}/{clusterName}/providers/Microsoft.KubernetesConfiguration/extensions/{extensionName}`,
    "kubernetesconfiguration:FluxConfiguration": `${group}/providers/{clusterRp}/{clusterResourceName}/{clusterName}/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/{fluxConfigurationName}`,
    ...inGroup("managedidentity", "Microsoft.ManagedIdentity", {
        UserAssignedIdentity: "userAssignedIdentities/{resourceName}",
        FederatedIdentityCredential:
            "userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
    }),
    ...inGroup("monitor", "Microsoft.Insights", {
        ActionGroup: "actionGroups/{actionGroupName}",
        DataCollectionEndpoint: "dataCollectionEndpoints/{dataCollectionEndpointName}",
        DataCollectionRule: "dataCollectionRules/{dataCollectionRuleName}",
        MetricAlert: "metricAlerts/{ruleName}",
        ScheduledQueryRule: "scheduledQueryRules/{ruleName}",
    }),
    "monitor:AzureMonitorWorkspace": `${group}/providers/Microsoft.Monitor/accounts/{azureMonitorWorkspaceName}`,
    "monitor:DataCollectionRuleAssociation":
        "{resourceUri}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{associationName}",
    "monitor:DiagnosticSetting": "{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
    ...inGroup("network", "Microsoft.Network", {
        ApplicationGateway: "applicationGateways/{applicationGatewayName}",
        AzureFirewall: "azureFirewalls/{azureFirewallName}",
        BastionHost: "bastionHosts/{bastionHostName}",
        DdosProtectionPlan: "ddosProtectionPlans/{ddosProtectionPlanName}",
        FirewallPolicy: "firewallPolicies/{firewallPolicyName}",
        FirewallPolicyRuleCollectionGroup:
            "firewallPolicies/{firewallPolicyName}/ruleCollectionGroups/{ruleCollectionGroupName}",
        FlowLog: "networkWatchers/{networkWatcherName}/flowLogs/{flowLogName}",
        IpGroup: "ipGroups/{ipGroupsName}",
        NatGateway: "natGateways/{natGatewayName}",
        NetworkSecurityGroup: "networkSecurityGroups/{networkSecurityGroupName}",
        NetworkWatcher: "networkWatchers/{networkWatcherName}",
        PrivateDnsZoneGroup: "privateEndpoints/{privateEndpointName}/privateDnsZoneGroups/{privateDnsZoneGroupName}",
        PrivateEndpoint: "privateEndpoints/{privateEndpointName}",
        PublicIPAddress: "publicIPAddresses/{publicIpAddressName}",
        PublicIPPrefix: "publicIPPrefixes/{publicIpPrefixName}",
        Route: "routeTables/{routeTableName}/routes/{routeName}",
        RouteTable: "routeTables/{routeTableName}",
        SecurityRule: "networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}",
        Subnet: "virtualNetworks/{virtualNetworkName}/subnets/{subnetName}",
        VirtualNetwork: "virtualNetworks/{virtualNetworkName}",
        VirtualNetworkPeering:
            "virtualNetworks/{virtualNetworkName}/virtualNetworkPeerings/{virtualNetworkPeeringName}",
        WebApplicationFirewallPolicy: "ApplicationGatewayWebApplicationFirewallPolicies/{policyName}",
    }),
    ...inGroup("operationalinsights", "Microsoft.OperationalInsights", {
        Workspace: "workspaces/{workspaceName}",
        Table: "workspaces/{workspaceName}/tables/{tableName}",
    }),
    ...inGroup("operationsmanagement", "Microsoft.OperationsManagement", {
        Solution: "solutions/{solutionName}",
    }),
    ...inGroup("privatedns", "Microsoft.Network", {
        PrivateRecordSet: "privateDnsZones/{privateZoneName}/{recordType}/{relativeRecordSetName}",
        PrivateZone: "privateDnsZones/{privateZoneName}",
        VirtualNetworkLink: "privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}",
    }),
    "security:Pricing": "{scopeId}/providers/Microsoft.Security/pricings/{pricingName}",
    "security:SecurityContact": `${subscription}/providers/Microsoft.Security/securityContacts/{securityContactName}`,
    ...inGroup("servicenetworking", "Microsoft.ServiceNetworking", {
        AssociationsInterface: "trafficControllers/{trafficControllerName}/associations/{associationName}",
        FrontendsInterface: "trafficControllers/{trafficControllerName}/frontends/{frontendName}",
        SecurityPoliciesInterface: "trafficControllers/{trafficControllerName}/securityPolicies/{securityPolicyName}",
        TrafficControllerInterface: "trafficControllers/{trafficControllerName}",
    }),
    ...inGroup("storage", "Microsoft.Storage", {
        StorageAccount: "storageAccounts/{accountName}",
        BlobContainer: "storageAccounts/{accountName}/blobServices/default/containers/{containerName}",
    }),
};

function inGroup(module: string, provider: string, paths: Record<string, string>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(paths).map(([name, path]) => [`${module}:${name}`, `${group}/providers/${provider}/${path}`]),
    );
}
