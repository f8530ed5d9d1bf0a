import type { ResourceBehaviour } from "../behaviour";
import { agentPool } from "./agent-pool";
import { registry } from "./container-registry";
import { roleAssignment } from "./role-assignment";
import { pricing, securityContact, subscriptionDeployment } from "./defender";
import { deploymentSafeguard } from "./deployment-safeguard";
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

/** What is special about single resource types, by `module:Class`; the others only echo what they were given. */
export const behaviours: Readonly<Record<string, ResourceBehaviour>> = {
    "authorization:PolicyAssignment": policyAssignment,
    "authorization:RoleAssignment": roleAssignment,
    "containerregistry:Registry": registry,
    "containerservice:AgentPool": agentPool,
    "containerservice:DeploymentSafeguard": deploymentSafeguard,
    "containerservice:MaintenanceConfiguration": maintenanceConfiguration,
    "containerservice:ManagedCluster": managedCluster,
    "keyvault:Key": key,
    "keyvault:Secret": secret,
    "keyvault:Vault": vault,
    "managedidentity:FederatedIdentityCredential": federatedIdentityCredential,
    "managedidentity:UserAssignedIdentity": userAssignedIdentity,
    "monitor:DataCollectionRule": dataCollectionRule,
    "monitor:DataCollectionRuleAssociation": dataCollectionRuleAssociation,
    "monitor:DiagnosticSetting": diagnosticSetting,
    "network:NatGateway": natGateway,
    "network:NetworkSecurityGroup": networkSecurityGroup,
    "network:PrivateDnsZoneGroup": privateDnsZoneGroup,
    "network:PrivateEndpoint": privateEndpoint,
    "network:PublicIPAddress": publicIpAddress,
    "network:RouteTable": routeTable,
    "network:SecurityRule": securityRule,
    "network:Subnet": subnet,
    "network:VirtualNetwork": virtualNetwork,
    "operationalinsights:Workspace": workspace,
    "privatedns:PrivateZone": privateZone,
    "privatedns:VirtualNetworkLink": virtualNetworkLink,
    "resources:DeploymentAtSubscriptionScope": subscriptionDeployment,
    "security:Pricing": pricing,
    "security:SecurityContact": securityContact,
};
