import { getClientConfigOutput } from "@pulumi/azure-native/authorization/index.js";
import {
    AssociationsInterface,
    FrontendsInterface,
    SecurityPoliciesInterface,
    TrafficControllerInterface,
} from "@pulumi/azure-native/servicenetworking/index.js";
import * as pulumi from "@pulumi/pulumi";
import { nameUnlessAutomatic } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { createLogs } from "../monitoring/diagnostic-setting";
import type { BuiltInRole } from "../roles/built-in-roles";
import { propagationHooks } from "../roles/propagation";
import { assignRole } from "../roles/role-assignment";
import { createFirewallPolicy } from "../web-application-firewall/firewall-policy";
import { WorkloadIdentity } from "../workload-identity/workload-identity";
import { albControllerServiceAccountName, installAlbController } from "./alb-controller";
import {
    albControllerNamespaceName,
    defaultFrontendNames,
    type GatewayForContainersIngressArgs,
} from "./gateway-for-containers-ingress-args";
import { gatewayForContainersIngressRules } from "./gateway-for-containers-ingress-rules";
import { createHttpsGateway } from "./gateway-objects";

/**
 * A gateway that exposes the workloads of one cluster by the Gateway API: an Application Gateway for Containers in a
 * subnet of the cluster's network, with a web application firewall that refuses attacks, and its controller in the
 * cluster, which signs in by workload identity, without any secret. It costs by the hour, by frontend and by traffic.
 *
 * Practice 10. https://learn.microsoft.com/azure/application-gateway/for-containers/overview
 *
 * The controller is installed by Microsoft's Helm chart, whose objects no policy sees. Policies on pods and images of the
 * cluster must leave out its namespace, `namespaceName`. Works on any cluster that the program reaches:
 *
 * ```ts
 * const gateway = new aksguard.GatewayForContainersIngress(
 *     "shop",
 *     {
 *         resourceGroupName,
 *         clusterId: existing.clusterId,
 *         oidcIssuerUrl: existing.oidcIssuerUrl,
 *         nodeResourceGroupName: existing.nodeResourceGroupName,
 *         subnetId: network.ingressSubnetId,
 *         gateways: [{ name: "shop", namespace: "shop", certificateSecretName: "shop-tls" }],
 *     },
 *     { provider: existing.provider },
 * );
 * ```
 *
 * A route of the namespace `shop` names the Gateway and its HTTPS listener (`parentRefs: [{ name: shop, sectionName:
 * https }]`). A Gateway of the program's own is inspected only where a policy names it:
 *
 * ```yaml
 * apiVersion: alb.networking.azure.io/v1
 * kind: WebApplicationFirewallPolicy
 * metadata: { name: own, namespace: own }
 * spec:
 *   targetRef: { group: gateway.networking.k8s.io, kind: Gateway, name: own, namespace: own }
 *   webApplicationFirewall: { id: <wafPolicyId> }
 * ```
 */
export class GatewayForContainersIngress extends pulumi.ComponentResource {
    /** ARM id of the gateway, for the annotation `alb.networking.azure.io/alb-id` of a Gateway of the program's own. */
    readonly gatewayId: pulumi.Output<string>;
    /** Names in DNS of the frontends, by frontend, for CNAME records. */
    readonly frontendFqdns: pulumi.Output<Record<string, string>>;
    /** ARM id of the policy of the web application firewall. */
    readonly wafPolicyId: pulumi.Output<string>;
    /** Namespace of the controller, which policies on pods must leave out. Known when the controller is there. */
    readonly namespaceName: pulumi.Output<string>;
    /** Object id of the identity of the controller in Entra ID. */
    readonly controllerPrincipalId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: GatewayForContainersIngressArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments(
            "GatewayForContainersIngress",
            name,
            args,
            gatewayForContainersIngressRules,
            opts,
        );
        super("aksguard:index:GatewayForContainersIngress", name, {}, opts);

        const options = { parent: this, dependsOn: checked };
        const firewallPolicy = createFirewallPolicy(
            name,
            "gatewayForContainers",
            args.webApplicationFirewall,
            sharedOf(args),
            options,
        );
        const gateway = createGateway(name, args, firewallPolicy.id, options);
        const identity = new WorkloadIdentity(
            `${name}-controller`,
            {
                ...sharedOf(args),
                oidcIssuerUrl: args.oidcIssuerUrl,
                namespace: albControllerNamespaceName,
                serviceAccountName: albControllerServiceAccountName,
            },
            options,
        );
        const roles = letConfigureGateway(name, args, firewallPolicy.id, identity.principalId, options);
        const inCluster = {
            ...options,
            hooks: propagationHooks(
                `aksguard:GatewayForContainersIngress:${name}:cluster-role-propagation`,
                "the API server",
            ),
        };
        const controller = installAlbController(
            name,
            { clientId: identity.clientId, version: args.controllerVersion },
            roles,
            inCluster,
        );

        const frontendNames = args.frontendNames ?? defaultFrontendNames;
        for (const httpsGateway of args.gateways ?? []) {
            createHttpsGateway(
                `${name}-${httpsGateway.name}`,
                httpsGateway,
                {
                    gatewayId: gateway.id,
                    firewallPolicyId: firewallPolicy.id,
                    frontendName: httpsGateway.frontendName ?? frontendNames[0] ?? "",
                },
                { ...inCluster, dependsOn: [controller, ...gateway.parts] },
            );
        }
        createLogs(name, { resourceId: gateway.id, workspaceId: args.workspaceId, categories: logCategories }, options);

        this.gatewayId = gateway.id;
        this.frontendFqdns = pulumi.output(gateway.frontendFqdns);
        this.wafPolicyId = firewallPolicy.id;
        this.namespaceName = controller.id.apply(() => albControllerNamespaceName);
        this.controllerPrincipalId = identity.principalId;
        this.registerOutputs({
            gatewayId: this.gatewayId,
            frontendFqdns: this.frontendFqdns,
            wafPolicyId: this.wafPolicyId,
            namespaceName: this.namespaceName,
            controllerPrincipalId: this.controllerPrincipalId,
        });
    }
}

const logCategories = ["TrafficControllerAccessLog", "TrafficControllerFirewallLog"];

function sharedOf({ resourceGroupName, location, tags }: GatewayForContainersIngressArgs) {
    return { resourceGroupName, location, tags };
}

/** What the service takes as a name, less the eight digits that Pulumi adds. */
const gatewayNameForm = /^[a-z0-9][a-z0-9._-]{0,55}$/i;
const longestGatewayName = 64;

/** The gateway, its place in the network, where clients come in, and which firewall may be used. */
function createGateway(
    name: string,
    args: GatewayForContainersIngressArgs,
    firewallPolicyId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
) {
    const shared = sharedOf(args);
    const gateway = new TrafficControllerInterface(
        name,
        { ...shared, trafficControllerName: nameUnlessAutomatic(name, gatewayNameForm, longestGatewayName) },
        options,
    );
    const ofGateway = { ...shared, trafficControllerName: gateway.name };
    const association = new AssociationsInterface(
        name,
        { ...ofGateway, associationName: "cluster", associationType: "subnets", subnet: { id: args.subnetId } },
        // A gateway has one.
        { ...options, deleteBeforeReplace: true },
    );
    const securityPolicy = new SecurityPoliciesInterface(
        name,
        { ...ofGateway, securityPolicyName: "firewall", wafPolicy: { id: firewallPolicyId } },
        { ...options, deleteBeforeReplace: true },
    );
    const frontends = (args.frontendNames ?? defaultFrontendNames).map((frontendName) => ({
        frontendName,
        frontend: new FrontendsInterface(
            `${name}-${frontendName}`,
            { ...ofGateway, frontendName },
            { ...options, deleteBeforeReplace: true },
        ),
    }));
    return {
        id: gateway.id,
        parts: [association, securityPolicy, ...frontends.map(({ frontend }) => frontend)],
        frontendFqdns: Object.fromEntries(frontends.map(({ frontendName, frontend }) => [frontendName, frontend.fqdn])),
    };
}

/** What the controller may do. An owner of all of it could not configure the gateway: that is an action on data. */
function letConfigureGateway(
    name: string,
    args: GatewayForContainersIngressArgs,
    firewallPolicyId: pulumi.Input<string>,
    principalId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions & { parent: pulumi.Resource },
): pulumi.Resource[] {
    const { subscriptionId } = getClientConfigOutput({ parent: options.parent });
    const hooks = propagationHooks(`aksguard:GatewayForContainersIngress:${name}:role-propagation`);
    const assign = (suffix: string, role: BuiltInRole, scope: pulumi.Input<string>, description: string) =>
        assignRole(
            `${name}-${suffix}`,
            {
                component: "GatewayForContainersIngress",
                role,
                scope,
                principalId,
                principalType: "ServicePrincipal",
                description,
            },
            { ...options, hooks },
        );
    const nodeResourceGroupId = pulumi
        .all([args.clusterId, args.nodeResourceGroupName])
        .apply(([id, group]) => `/subscriptions/${id.split("/")[2] ?? ""}/resourceGroups/${group}`);
    const resourceGroupId = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${args.resourceGroupName}`;
    return [
        assign("nodes", "Reader", nodeResourceGroupId, "The controller finds the network of the nodes."),
        assign(
            "configuration",
            "GatewayForContainersConfigurationManager",
            resourceGroupId,
            "The controller configures the gateway.",
        ),
        assign("subnet", "NetworkContributor", args.subnetId, "The controller uses the subnet of the gateway."),
        assign("firewall", "NetworkContributor", firewallPolicyId, "The controller attaches the firewall to Gateways."),
    ];
}
