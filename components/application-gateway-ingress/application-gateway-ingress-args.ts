import type * as pulumi from "@pulumi/pulumi";
import type { WebApplicationFirewallArgs } from "../web-application-firewall/web-application-firewall-args";

/** Where a gateway lies, what it serves and who configures it. */
export interface ApplicationGatewayIngressArgs {
    /** Name of the resource group that holds the gateway. A change replaces the gateway and its public address. */
    resourceGroupName: pulumi.Input<string>;

    /**
     * ARM id of the subnet of the gateway, such as `Network.ingressSubnetId`: with nothing else in it, without a
     * delegation, in the virtual network of the cluster or in one that is peered with it; a /24 has room for every scale.
     * It cannot be changed while the gateway runs.
     */
    subnetId: pulumi.Input<string>;

    /**
     * Certificates that listeners serve, as name and secret id: `https://<vault>.vault.azure.net/secrets/<certificate>`,
     * without a version, so that the gateway takes up each renewal within four hours. At least one: a gateway without a
     * certificate could serve plain HTTP only. Ingresses name one of them in the annotation
     * `appgw.ingress.kubernetes.io/appgw-ssl-certificate`.
     */
    certificates: Record<string, pulumi.Input<string>>;

    /**
     * ARM id of the vault that holds the certificates, such as `KeyVault.vaultId`. It uses Azure RBAC, and is reached from
     * the subnet: by a private endpoint in its network, or because the firewall of the vault lets trusted services of
     * Azure pass. Keep nothing else in it: the gateway may read every secret of the vault.
     */
    keyVaultId: pulumi.Input<string>;

    /**
     * Azure region: that of the subnet. Default: the location of the provider's configuration. A change replaces the
     * gateway and its public address.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Name of the gateway in Azure: 1 to 80 letters, digits, hyphens, points and underscores. Default: `agw-` and the
     * name of the component. It is no automatic one, because parts of a gateway name each other by its id. Set it where
     * two stacks share a resource group. Renaming replaces the gateway.
     *
     * @default - `agw-<component>`
     */
    applicationGatewayName?: pulumi.Input<string>;

    /**
     * Availability zones that the gateway and its public address are spread over, such as "1", "2", "3". Default: none
     * are named, and Azure spreads them where the region can. They cannot be changed.
     *
     * @default - decided by Azure
     */
    zones?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Fewest instances, 0 to 125. Each costs by the hour, and takes some minutes to come when there are too few.
     * Default: 2.
     *
     * @default 2
     */
    minCapacity?: pulumi.Input<number>;

    /**
     * Most instances, 2 to 125. Default: 10, or `minCapacity` where that is more.
     *
     * @default 10
     */
    maxCapacity?: pulumi.Input<number>;

    /**
     * Address of the subnet that the gateway has as well, for ingresses with the annotation
     * `appgw.ingress.kubernetes.io/use-private-ip: "true"`: only the virtual network reaches them. Default: none, and
     * every ingress is reached by the public address.
     *
     * @default - none
     */
    privateIpAddress?: pulumi.Input<string>;

    /**
     * How the web application firewall deals with requests. Default: it refuses what the newest rules of Microsoft take
     * for an attack or a bad bot.
     *
     * @default - attacks are refused
     */
    webApplicationFirewall?: WebApplicationFirewallArgs;

    /**
     * Object id of the identity of the controller, for a cluster that exists: of the add-on
     * (`az aks show --query addonProfiles.ingressApplicationGateway.identity.objectId`), or of your own installation.
     * It gets the rights that it needs to configure the gateway. Default: none, as a `Cluster` with this gateway gives
     * its own controller these rights.
     *
     * @default - none
     */
    controllerPrincipalId?: pulumi.Input<string>;

    /**
     * ARM id of the Log Analytics workspace that gets the log of every request, and of what the firewall refused.
     * Default: none, and nobody can tell later who was refused, or why.
     *
     * @default - none
     */
    workspaceId?: pulumi.Input<string>;

    /**
     * Whether a lock keeps the public address from being deleted: what clients, names and firewalls of others know cannot
     * be had again. Default: false. What it costs: the deployer needs `Microsoft.Authorization/locks/*`.
     *
     * @default false
     */
    lock?: boolean;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
