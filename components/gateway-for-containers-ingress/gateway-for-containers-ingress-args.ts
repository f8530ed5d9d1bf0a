import type * as pulumi from "@pulumi/pulumi";
import type { WebApplicationFirewallArgs } from "../web-application-firewall/web-application-firewall-args";

/** Namespace of the controller: policies of the cluster must leave it out. */
export const albControllerNamespaceName = "azure-alb-system";

/** Version of the controller's chart where nobody set another. */
export const albControllerVersion = "1.12.1";

/** Where clients come in, where nobody said otherwise. */
export const defaultFrontendNames: readonly string[] = ["public"];

/**
 * A `Gateway` of the Gateway API that serves HTTPS behind the firewall, and sends HTTP there. Routes (`HTTPRoute`) of its
 * namespace say what it serves.
 */
export interface HttpsGatewayArgs {
    /** Name of the Gateway: at most 63 lower-case letters, digits and inner hyphens. Renaming replaces it. */
    name: string;

    /** Namespace of the Gateway, of its certificate and of its routes, which exists. */
    namespace: pulumi.Input<string>;

    /** Name of the Secret of type `kubernetes.io/tls` that holds the certificate with its key. */
    certificateSecretName: pulumi.Input<string>;

    /**
     * Which of `frontendNames` clients come in by. Default: the first.
     *
     * @default - the first of `frontendNames`
     */
    frontendName?: string;
}

/** Where a gateway lies, which cluster it serves, and what it serves. */
export interface GatewayForContainersIngressArgs {
    /** Name of the resource group that holds the gateway. A change gives it other names in DNS. */
    resourceGroupName: pulumi.Input<string>;

    /** ARM id of the cluster that the gateway serves. It has Azure CNI, workload identity and an OIDC issuer. */
    clusterId: pulumi.Input<string>;

    /** Issuer of the tokens of service accounts, such as `Cluster.oidcIssuerUrl`. */
    oidcIssuerUrl: pulumi.Input<string>;

    /**
     * Name of the resource group that AKS makes for nodes, such as `ClusterConnection.nodeResourceGroupName`. The
     * controller reads in it; a cluster that locks it (`nodeResourceGroupRestriction` ReadOnly) refuses that right.
     */
    nodeResourceGroupName: pulumi.Input<string>;

    /**
     * ARM id of the subnet of the gateway, such as `Network.ingressSubnetId`: a /24 or wider, delegated to
     * `Microsoft.ServiceNetworking/trafficControllers`, in the virtual network of the cluster or in one that is peered
     * with it, and in the region of the gateway.
     */
    subnetId: pulumi.Input<string>;

    /**
     * Azure region: that of the subnet. Default: the location of the provider's configuration. Not every region has
     * Application Gateway for Containers. A change gives it other names in DNS.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Places where clients come in, each with a name in DNS of its own; for those that Gateways of the program's own
     * use. Default: one, `public`. Renaming one gives it another name in DNS.
     *
     * @default ["public"]
     */
    frontendNames?: string[];

    /**
     * Gateways that serve HTTPS behind the firewall. Default: none.
     *
     * The firewall looks at what is sent to these. A Gateway of the program's own needs a
     * `WebApplicationFirewallPolicy` of its own, as the documentation of this component shows.
     *
     * @default - none
     */
    gateways?: HttpsGatewayArgs[];

    /**
     * How the web application firewall deals with requests. Default: it refuses what the rules of Microsoft take for an
     * attack or a bad bot. It costs by the hour and by requests.
     *
     * @default - attacks are refused
     */
    webApplicationFirewall?: WebApplicationFirewallArgs;

    /**
     * Version of the controller's Helm chart. Default: 1.12.1, which needs Kubernetes 1.32 or newer; 1.11.5 does with
     * 1.27. https://learn.microsoft.com/azure/application-gateway/for-containers/alb-controller-release-notes
     *
     * @default "1.12.1"
     */
    controllerVersion?: pulumi.Input<string>;

    /**
     * ARM id of the Log Analytics workspace that gets the log of every request, and of what the firewall refused.
     * Default: none, and nobody can tell later who was refused, or why.
     *
     * @default - none
     */
    workspaceId?: pulumi.Input<string>;

    /** Tags of every resource of Azure that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
