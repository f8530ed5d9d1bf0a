import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type * as pulumi from "@pulumi/pulumi";
import type { HttpsGatewayArgs } from "./gateway-for-containers-ingress-args";

const gatewayApi = "gateway.networking.k8s.io";

/** What Gateways of the cluster are made for. */
export interface GatewayPlace {
    /** ARM id of the Application Gateway for Containers. */
    gatewayId: pulumi.Input<string>;
    firewallPolicyId: pulumi.Input<string>;
    frontendName: pulumi.Input<string>;
}

/** A Gateway that serves HTTPS, with the firewall in front of it, and a route that sends requests by HTTP there. */
export function createHttpsGateway(
    name: string,
    { name: gateway, namespace, certificateSecretName }: HttpsGatewayArgs,
    { gatewayId, firewallPolicyId, frontendName }: GatewayPlace,
    options: pulumi.CustomResourceOptions,
): void {
    const allowedRoutes = { namespaces: { from: "Same" } };
    const firewall = new CustomResource(
        `${name}-firewall`,
        {
            apiVersion: "alb.networking.azure.io/v1",
            kind: "WebApplicationFirewallPolicy",
            metadata: { name: gateway, namespace },
            spec: {
                targetRef: { group: gatewayApi, kind: "Gateway", name: gateway, namespace },
                webApplicationFirewall: { id: firewallPolicyId },
            },
        },
        options,
    );
    const created = new CustomResource(
        name,
        {
            apiVersion: `${gatewayApi}/v1`,
            kind: "Gateway",
            metadata: { name: gateway, namespace, annotations: { "alb.networking.azure.io/alb-id": gatewayId } },
            spec: {
                gatewayClassName: "azure-alb-external",
                listeners: [
                    { name: "http", port: 80, protocol: "HTTP", allowedRoutes },
                    {
                        name: "https",
                        port: 443,
                        protocol: "HTTPS",
                        allowedRoutes,
                        tls: {
                            mode: "Terminate",
                            certificateRefs: [{ kind: "Secret", group: "", name: certificateSecretName }],
                        },
                    },
                ],
                addresses: [{ type: "alb.networking.azure.io/alb-frontend", value: frontendName }],
            },
        },
        // The firewall is told of it before there is anything to look at.
        { ...options, dependsOn: firewall },
    );
    new CustomResource(
        `${name}-to-https`,
        {
            apiVersion: `${gatewayApi}/v1`,
            kind: "HTTPRoute",
            metadata: { name: `${gateway}-to-https`, namespace },
            spec: {
                parentRefs: [{ name: gateway, sectionName: "http" }],
                rules: [
                    { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] },
                ],
            },
        },
        { ...options, dependsOn: created },
    );
}
