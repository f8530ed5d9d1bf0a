import { getClientConfigOutput } from "@pulumi/azure-native/authorization/index.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/index.js";
import { ApplicationGateway, PublicIPAddress } from "@pulumi/azure-native/network/index.js";
import * as pulumi from "@pulumi/pulumi";
import { identityResourceName, networkResourceName } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { createLogs } from "../monitoring/diagnostic-setting";
import { lockResource } from "../resource-lock/resource-lock";
import { propagationHooks } from "../roles/propagation";
import { assignRole } from "../roles/role-assignment";
import { createFirewallPolicy } from "../web-application-firewall/firewall-policy";
import { applicationGatewayArgs, gatewayName, ownedByController } from "./application-gateway";
import type { ApplicationGatewayIngressArgs } from "./application-gateway-ingress-args";
import { applicationGatewayIngressRules } from "./application-gateway-ingress-rules";
import { assignControllerRoles } from "./controller-roles";

/**
 * A gateway that exposes the workloads of one cluster: an Application Gateway with a web application firewall that
 * refuses attacks, with certificates that it reads from a key vault by an identity of its own, TLS 1.2 or newer and
 * nothing by plain HTTP. The Application Gateway ingress controller (AGIC) of the cluster configures it. It costs by the
 * hour, by instance and by traffic. One gateway serves one cluster.
 *
 * Practice 10. https://learn.microsoft.com/azure/application-gateway/ingress-controller-overview
 * Azure recommends `GatewayForContainersIngress` for what is new.
 *
 * ```ts
 * const gateway = new aksguard.ApplicationGatewayIngress("shop", {
 *     resourceGroupName,
 *     subnetId: network.ingressSubnetId,
 *     certificates: { shop: vault.certificateSecretIds["shop"] },
 *     keyVaultId: vault.vaultId,
 * });
 * ```
 *
 * An Ingress of class `azure-application-gateway` is served by HTTPS with these annotations; the first names the
 * certificate, the second sends requests by HTTP to HTTPS:
 *
 * ```yaml
 * appgw.ingress.kubernetes.io/appgw-ssl-certificate: shop
 * appgw.ingress.kubernetes.io/ssl-redirect: "true"
 * ```
 *
 * Listeners, rules, pools and probes are the controller's: Pulumi does not change them. But Azure takes a gateway as a
 * whole: to change anything else of it, run `pulumi up --refresh`, which looks first at what the controller has written.
 * Without it, the last state that Pulumi knows would be written, until the controller writes again.
 */
export class ApplicationGatewayIngress extends pulumi.ComponentResource {
    /** ARM id of the gateway, for the add-on of the cluster. */
    readonly applicationGatewayId: pulumi.Output<string>;
    /** ARM id of the subnet of the gateway. */
    readonly gatewaySubnetId: pulumi.Output<string>;
    /** ARM id of the identity that the gateway reads certificates with. */
    readonly gatewayIdentityId: pulumi.Output<string>;
    /** Public address of the gateway, for DNS records. */
    readonly publicIpAddress: pulumi.Output<string>;
    /** Names of the certificates, for the annotation of ingresses. */
    readonly sslCertificateNames: pulumi.Output<string[]>;
    /** ARM id of the policy of the web application firewall. */
    readonly wafPolicyId: pulumi.Output<string>;
    /** ARM id of the resource group of the gateway. */
    readonly resourceGroupId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ApplicationGatewayIngressArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("ApplicationGatewayIngress", name, args, applicationGatewayIngressRules, opts);
        super("aksguard:index:ApplicationGatewayIngress", name, {}, opts);

        const shared = { resourceGroupName: args.resourceGroupName, location: args.location, tags: args.tags };
        const options = { parent: this, dependsOn: checked };
        const hooks = propagationHooks(`aksguard:ApplicationGatewayIngress:${name}:role-propagation`);
        const { subscriptionId } = getClientConfigOutput({ parent: this });
        const resourceGroupId = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${args.resourceGroupName}`;

        const publicIpAddress = createPublicIpAddress(name, args, shared, options);
        const firewallPolicy = createFirewallPolicy(
            name,
            "applicationGateway",
            args.webApplicationFirewall,
            shared,
            options,
        );
        const identity = new UserAssignedIdentity(
            name,
            { ...shared, resourceName: identityResourceName(`${name}-gateway`) },
            options,
        );
        const vaultRole = letReadCertificates(name, identity, args.keyVaultId, { ...options, hooks });

        const applicationGatewayName = gatewayName(name, args);
        const gateway = new ApplicationGateway(
            name,
            {
                ...shared,
                applicationGatewayName,
                // Given in any case: single tags can be ignored only where there are tags.
                tags: args.tags ?? {},
                ...applicationGatewayArgs(args, {
                    gatewayId: pulumi.interpolate`${resourceGroupId}/providers/Microsoft.Network/applicationGateways/${applicationGatewayName}`,
                    publicIpAddressId: publicIpAddress.id,
                    identityId: identity.id,
                    firewallPolicyId: firewallPolicy.id,
                }),
            },
            {
                parent: this,
                dependsOn: vaultRole,
                hooks,
                ignoreChanges: ownedByController,
                // Its name is fixed, and taken until it is gone.
                deleteBeforeReplace: true,
            },
        );

        if (args.controllerPrincipalId !== undefined) {
            assignControllerRoles(
                `${name}-controller`,
                {
                    component: "ApplicationGatewayIngress",
                    principalId: args.controllerPrincipalId,
                    applicationGatewayId: gateway.id,
                    resourceGroupId,
                    gatewaySubnetId: args.subnetId,
                    gatewayIdentityId: identity.id,
                },
                { parent: this, dependsOn: checked, hooks },
            );
        }
        createLogs(name, { resourceId: gateway.id, workspaceId: args.workspaceId, categories: logCategories }, options);
        if (args.lock === true) {
            lockResource(name, publicIpAddress, options);
        }

        this.applicationGatewayId = gateway.id;
        this.gatewaySubnetId = pulumi.output(args.subnetId);
        this.gatewayIdentityId = identity.id;
        this.publicIpAddress = publicIpAddress.ipAddress.apply((address) => address ?? "");
        this.sslCertificateNames = pulumi.output(Object.keys(args.certificates));
        this.wafPolicyId = firewallPolicy.id;
        this.resourceGroupId = resourceGroupId;
        this.registerOutputs({
            applicationGatewayId: this.applicationGatewayId,
            gatewaySubnetId: this.gatewaySubnetId,
            gatewayIdentityId: this.gatewayIdentityId,
            publicIpAddress: this.publicIpAddress,
            sslCertificateNames: this.sslCertificateNames,
            wafPolicyId: this.wafPolicyId,
            resourceGroupId: this.resourceGroupId,
        });
    }
}

/** The third one, of performance, is for the SKU before this one only: here it would always be empty. */
const logCategories = ["ApplicationGatewayAccessLog", "ApplicationGatewayFirewallLog"];

/** What every resource of the gateway takes. */
type Shared = Pick<ApplicationGatewayIngressArgs, "resourceGroupName"> & {
    location: ApplicationGatewayIngressArgs["location"] | undefined;
    tags: ApplicationGatewayIngressArgs["tags"] | undefined;
};

function createPublicIpAddress(
    name: string,
    { zones }: ApplicationGatewayIngressArgs,
    shared: Shared,
    options: pulumi.CustomResourceOptions,
): PublicIPAddress {
    return new PublicIPAddress(
        `${name}-ingress`,
        {
            ...shared,
            publicIpAddressName: networkResourceName(`${name}-ingress`),
            sku: { name: "Standard" },
            publicIPAllocationMethod: "Static",
            zones,
        },
        options,
    );
}

/** Before the gateway: Azure reads the certificates while it makes one. */
function letReadCertificates(
    name: string,
    identity: UserAssignedIdentity,
    keyVaultId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
): pulumi.Resource {
    return assignRole(
        `${name}-certificates`,
        {
            component: "ApplicationGatewayIngress",
            role: "KeyVaultSecretsUser",
            scope: keyVaultId,
            principalId: identity.principalId,
            principalType: "ServicePrincipal",
            description: "The gateway reads the certificates that it serves.",
        },
        options,
    );
}
