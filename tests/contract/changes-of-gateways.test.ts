import * as aksguard from "../../components";
import { itChanges } from "./changes";

const tags = { team: "platform" };
const resourceGroupName = "hub";
const workspaceId = "hub:workspace";
const webApplicationFirewall = {
    detectionOnly: true,
    maxRequestBodySizeInKb: 256,
    fileUploadLimitInMb: 200,
    exclusions: [
        { matchVariable: "RequestArgNames" as const, selector: "text", ruleGroup: "SQLI", ruleIds: ["942100"] },
    ],
};

describe("changes of an application gateway", function () {
    this.timeout(60_000);
    const shop = "https://hub-vault.vault.azure.net/secrets/shop";
    const made = { resourceGroupName, subnetId: "hub:gateway", keyVaultId: "hub:vault", certificates: { shop } };
    itChanges<aksguard.ApplicationGatewayIngressArgs>({
        component: "ApplicationGatewayIngress",
        program: (args) => new aksguard.ApplicationGatewayIngress("kit", args),
        inPlace: [
            {
                from: made,
                to: {
                    ...made,
                    certificates: { shop, other: `${shop}2` },
                    tags,
                    minCapacity: 3,
                    maxCapacity: 20,
                    privateIpAddress: "10.8.6.10",
                    webApplicationFirewall,
                    controllerPrincipalId: "hub:identity",
                    workspaceId,
                    lock: true,
                },
            },
            {
                from: made,
                to: {
                    ...made,
                    keyVaultId: "hub:other-vault",
                    certificates: { shop: "https://hub-other-vault.vault.azure.net/secrets/shop" },
                },
            },
        ],
        costly: [
            {
                from: made,
                to: { ...made, resourceGroupName: "other", location: "northeurope", applicationGatewayName: "renamed" },
                lost: [
                    "replace network:ApplicationGateway kit applicationGatewayName location resourceGroupName",
                    "replace network:PublicIPAddress kit-ingress location resourceGroupName",
                ],
            },
            {
                from: made,
                to: { ...made, zones: ["1", "2", "3"], subnetId: "hub:other-gateway" },
                lost: [
                    'network:PublicIPAddress kit-ingress: Status=400 Code="ResourceAvailabilityZonesCannotBeModified"',
                    'network:ApplicationGateway kit: Status=400 Code="ResourceAvailabilityZonesCannotBeModified"',
                ],
            },
        ],
    });
});

describe("changes of a gateway for containers", function () {
    this.timeout(60_000);
    const made = {
        resourceGroupName,
        clusterId: "hub:cluster",
        oidcIssuerUrl: "https://issuer.example.org/",
        nodeResourceGroupName: "MC_platform_shared_westeurope",
        subnetId: "hub:containers",
    };
    itChanges<aksguard.GatewayForContainersIngressArgs>({
        component: "GatewayForContainersIngress",
        program: (args) => new aksguard.GatewayForContainersIngress("kit", args),
        apart: { clusterId: "another cluster", nodeResourceGroupName: "another cluster" },
        inPlace: [
            {
                from: made,
                to: {
                    ...made,
                    subnetId: "hub:other-containers",
                    oidcIssuerUrl: "https://other.example.org/",
                    frontendNames: ["public", "partners"],
                    gateways: [{ name: "web", namespace: "shop", certificateSecretName: "web-tls" }],
                    tags,
                    webApplicationFirewall: { ...webApplicationFirewall, exclusions: [] },
                    controllerVersion: "1.11.5",
                    workspaceId,
                },
            },
        ],
        costly: [
            {
                from: made,
                to: { ...made, resourceGroupName: "other", location: "northeurope" },
                lost: [
                    "replace servicenetworking:FrontendsInterface kit-public location resourceGroupName",
                    "replace servicenetworking:TrafficControllerInterface kit location resourceGroupName",
                ],
            },
            {
                from: made,
                to: { ...made, frontendNames: ["partners"] },
                lost: ["delete servicenetworking:FrontendsInterface kit-public"],
            },
        ],
    });
});
