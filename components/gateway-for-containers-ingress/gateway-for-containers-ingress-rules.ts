import type * as pulumi from "@pulumi/pulumi";
import {
    duplicateNameProblems,
    isNamespaceName,
    namesAreKnown,
    partProblems,
    requiredResourceIdProblems,
    resourceForms,
    resourceIdProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { webApplicationFirewallProblems } from "../web-application-firewall/web-application-firewall-rules";
import {
    defaultFrontendNames,
    type GatewayForContainersIngressArgs,
    type HttpsGatewayArgs,
} from "./gateway-for-containers-ingress-args";

type Args = pulumi.Unwrap<GatewayForContainersIngressArgs>;

/** What must hold between the arguments of a gateway for containers. */
export const gatewayForContainersIngressRules: Rule<GatewayForContainersIngressArgs>[] = [
    namesAreKnown<GatewayForContainersIngressArgs>({
        resourceGroupName: true,
        clusterId: true,
        oidcIssuerUrl: true,
        nodeResourceGroupName: true,
        subnetId: true,
        location: true,
        frontendNames: true,
        gateways: true,
        webApplicationFirewall: true,
        controllerVersion: true,
        workspaceId: true,
        tags: true,
    }),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    ({ subnetId }) => requiredResourceIdProblems("subnetId", subnetId, resourceForms.subnet),
    ({ workspaceId }) => resourceIdProblems("workspaceId", workspaceId, resourceForms.workspace),
    ({ webApplicationFirewall }) => webApplicationFirewallProblems("webApplicationFirewall", webApplicationFirewall),
    issuerIsAnUrl,
    nodeResourceGroupIsNamed,
    frontendsHaveNames,
    gatewaysAreWhole,
    controllerVersionIsOne,
];

function* issuerIsAnUrl({ oidcIssuerUrl: found }: Args): Iterable<Problem> {
    if (typeof found !== "string" || !/^https:\/\/[^/]+\//.test(found)) {
        yield {
            argument: "oidcIssuerUrl",
            found,
            why: "which is no https URL, and without an issuer the controller has no identity",
            remedy: "Set the issuer of the cluster (`az aks show --query oidcIssuerProfile.issuerUrl`)",
        };
    }
}

function* nodeResourceGroupIsNamed({ nodeResourceGroupName: found }: Args): Iterable<Problem> {
    if (typeof found !== "string" || found === "" || found.includes("/")) {
        yield {
            argument: "nodeResourceGroupName",
            found,
            why: "which is not the name of a resource group",
            remedy: "Set what `az aks show --query nodeResourceGroup` prints",
        };
    }
}

function* labelProblems(argument: string, found: unknown): Iterable<Problem> {
    if (!isNamespaceName(found)) {
        yield {
            argument,
            found,
            why: "where a name has at most 63 lower-case letters, digits and inner hyphens",
            remedy: "Set another name",
        };
    }
}

function* frontendsHaveNames({ frontendNames = [...defaultFrontendNames] }: Args): Iterable<Problem> {
    if (frontendNames.length === 0) {
        yield {
            argument: "frontendNames",
            found: frontendNames,
            why: "and without one no client comes in",
            remedy: "Name at least one, or leave it out",
        };
    }
    for (const [index, found] of frontendNames.entries()) {
        const argument = `frontendNames[${String(index)}]`;
        yield* labelProblems(argument, found);
        if (frontendNames.indexOf(found) < index) {
            yield { argument, found, why: "a name that is there twice", remedy: "Give each a name of its own" };
        }
    }
}

function* gatewaysAreWhole({ gateways = [], frontendNames = [...defaultFrontendNames] }: Args): Iterable<Problem> {
    yield* duplicateNameProblems("gateways", gateways);
    for (const [index, gateway] of gateways.entries()) {
        const path = `gateways[${String(index)}]`;
        yield* partProblems<HttpsGatewayArgs>(path, gateway, {
            name: true,
            namespace: true,
            certificateSecretName: true,
            frontendName: true,
        });
        const { name, namespace, certificateSecretName, frontendName } = gateway;
        yield* labelProblems(`${path}.name`, name);
        yield* labelProblems(`${path}.namespace`, namespace);
        if (typeof certificateSecretName !== "string" || certificateSecretName === "") {
            yield {
                argument: `${path}.certificateSecretName`,
                found: certificateSecretName,
                why: "and without a certificate nothing can be served by HTTPS",
                remedy: "Set the name of a Secret of type kubernetes.io/tls in the namespace of the Gateway",
            };
        }
        if (frontendName !== undefined && !frontendNames.includes(frontendName)) {
            yield {
                argument: `${path}.frontendName`,
                found: frontendName,
                why: "which is not among frontendNames",
                remedy: `Set one of ${frontendNames.join(", ")}, or add it`,
            };
        }
    }
}

function* controllerVersionIsOne({ controllerVersion: found }: Args): Iterable<Problem> {
    if (found !== undefined && (typeof found !== "string" || !/^\d+\.\d+\.\d+$/.test(found))) {
        yield {
            argument: "controllerVersion",
            found,
            why: "which is not one version: what is installed must not change by itself",
            remedy: 'Set a version such as "1.12.1"',
        };
    }
}
