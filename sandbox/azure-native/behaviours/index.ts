import type { ResourceBehaviour } from "../behaviour";
import { agentPool } from "./agent-pool";
import { roleAssignment } from "./role-assignment";
import { pricing, securityContact, subscriptionDeployment } from "./defender";
import { federatedIdentityCredential, userAssignedIdentity } from "./identity";
import { maintenanceConfiguration } from "./maintenance-configuration";
import { managedCluster } from "./managed-cluster";
import { dataCollectionRule, dataCollectionRuleAssociation, diagnosticSetting } from "./monitor";
import {
    natGateway,
    networkSecurityGroup,
    privateEndpoint,
    publicIpAddress,
    routeTable,
    securityRule,
    subnet,
    virtualNetwork,
} from "./network";
import { privateZone, virtualNetworkLink } from "./private-dns";
import { registry, vault, workspace } from "./services";

/** What is special about single resource types, by `module:Class`; the others only echo what they were given. */
export const behaviours: Readonly<Record<string, ResourceBehaviour>> = {
    "authorization:RoleAssignment": roleAssignment,
    "containerregistry:Registry": registry,
    "containerservice:AgentPool": agentPool,
    "containerservice:MaintenanceConfiguration": maintenanceConfiguration,
    "containerservice:ManagedCluster": managedCluster,
    "keyvault:Vault": vault,
    "managedidentity:FederatedIdentityCredential": federatedIdentityCredential,
    "managedidentity:UserAssignedIdentity": userAssignedIdentity,
    "monitor:DataCollectionRule": dataCollectionRule,
    "monitor:DataCollectionRuleAssociation": dataCollectionRuleAssociation,
    "monitor:DiagnosticSetting": diagnosticSetting,
    "network:NatGateway": natGateway,
    "network:NetworkSecurityGroup": networkSecurityGroup,
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
