import type { ResourceBehaviour } from "../behaviour";
import { agentPool } from "./agent-pool";
import { applicationGateway } from "./application-gateway";
import { backupInstance, backupPolicy, backupVault, extension, trustedAccessRoleBinding } from "./backup";
import { registry } from "./container-registry";
import { roleAssignment } from "./role-assignment";
import { pricing, securityContact, subscriptionDeployment } from "./defender";
import { deploymentSafeguard } from "./deployment-safeguard";
import { diskEncryptionSet } from "./disk-encryption-set";
import { azureFirewall, firewallPolicy, firewallPolicyRuleCollectionGroup } from "./firewall";
import { webApplicationFirewallPolicy } from "./firewall-policy";
import { federatedIdentityCredential, userAssignedIdentity } from "./identity";
import { key, secret, vault } from "./key-vault";
import { maintenanceConfiguration } from "./maintenance-configuration";
import { managedCluster } from "./managed-cluster";
import { dataCollectionRule, dataCollectionRuleAssociation, diagnosticSetting } from "./monitor";
import {
    natGateway,
    networkSecurityGroup,
    publicIpAddress,
    routeTable,
    securityRule,
    subnet,
    virtualNetwork,
} from "./network";
import { policyAssignment } from "./policy-assignment";
import { privateZone, virtualNetworkLink } from "./private-dns";
import { privateDnsZoneGroup, privateEndpoint } from "./private-endpoint";
import { workspace } from "./services";
import { association, frontend, securityPolicy, trafficController } from "./traffic-controller";
import { blobContainer, storageAccount } from "./storage";

/** What is special about single resource types, by `module:Class`; the others only echo what they were given. */
export const behaviours: Readonly<Record<string, ResourceBehaviour>> = {
    "authorization:PolicyAssignment": policyAssignment,
    "authorization:RoleAssignment": roleAssignment,
    "compute:DiskEncryptionSet": diskEncryptionSet,
    "containerregistry:Registry": registry,
    "containerservice:AgentPool": agentPool,
    "containerservice:DeploymentSafeguard": deploymentSafeguard,
    "containerservice:MaintenanceConfiguration": maintenanceConfiguration,
    "containerservice:ManagedCluster": managedCluster,
    "containerservice:TrustedAccessRoleBinding": trustedAccessRoleBinding,
    "dataprotection:BackupInstance": backupInstance,
    "dataprotection:BackupPolicy": backupPolicy,
    "dataprotection:BackupVault": backupVault,
    "keyvault:Key": key,
    "keyvault:Secret": secret,
    "keyvault:Vault": vault,
    "kubernetesconfiguration:Extension": extension,
    "managedidentity:FederatedIdentityCredential": federatedIdentityCredential,
    "managedidentity:UserAssignedIdentity": userAssignedIdentity,
    "monitor:DataCollectionRule": dataCollectionRule,
    "monitor:DataCollectionRuleAssociation": dataCollectionRuleAssociation,
    "monitor:DiagnosticSetting": diagnosticSetting,
    "network:AzureFirewall": azureFirewall,
    "network:FirewallPolicy": firewallPolicy,
    "network:FirewallPolicyRuleCollectionGroup": firewallPolicyRuleCollectionGroup,
    "network:ApplicationGateway": applicationGateway,
    "network:NatGateway": natGateway,
    "network:NetworkSecurityGroup": networkSecurityGroup,
    "network:PrivateDnsZoneGroup": privateDnsZoneGroup,
    "network:PrivateEndpoint": privateEndpoint,
    "network:PublicIPAddress": publicIpAddress,
    "network:RouteTable": routeTable,
    "network:SecurityRule": securityRule,
    "network:Subnet": subnet,
    "network:VirtualNetwork": virtualNetwork,
    "network:WebApplicationFirewallPolicy": webApplicationFirewallPolicy,
    "operationalinsights:Workspace": workspace,
    "privatedns:PrivateZone": privateZone,
    "privatedns:VirtualNetworkLink": virtualNetworkLink,
    "resources:DeploymentAtSubscriptionScope": subscriptionDeployment,
    "security:Pricing": pricing,
    "security:SecurityContact": securityContact,
    "servicenetworking:AssociationsInterface": association,
    "servicenetworking:FrontendsInterface": frontend,
    "servicenetworking:SecurityPoliciesInterface": securityPolicy,
    "servicenetworking:TrafficControllerInterface": trafficController,
    "storage:BlobContainer": blobContainer,
    "storage:StorageAccount": storageAccount,
};
