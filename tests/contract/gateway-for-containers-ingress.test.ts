import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { namespaceNetworkPolicyDefaultDeny } from "../../policy-pack/policies/namespace/namespace-network-policy-default-deny";
import { evaluateStack } from "../policy-pack/stack-policy-tester";
import { registered, record } from "../recorded-program";
import { objections as objectionsOf, objectionsTo } from "./contract";
import { withLeaf } from "./leaves";

const hub = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/providers";
const given: aksguard.GatewayForContainersIngressArgs = {
    resourceGroupName: "given",
    clusterId: `${hub}/Microsoft.ContainerService/managedClusters/prod`,
    oidcIssuerUrl: "https://oidc.example.com/prod/",
    nodeResourceGroupName: "MC_hub_prod_westeurope",
    subnetId: `${hub}/Microsoft.Network/virtualNetworks/hub/subnets/gateway`,
};
const program = (args: Partial<aksguard.GatewayForContainersIngressArgs>) => () => {
    new aksguard.GatewayForContainersIngress("kit", { ...given, ...args });
};

describe("contract of a gateway for containers and policies", () => {
    const gateways: Record<string, { args: Partial<aksguard.GatewayForContainersIngressArgs>; objections: string[] }> =
        {
            "without any further argument": { args: {}, objections: [] },
            "with everything named": {
                args: {
                    frontendNames: ["public", "partners"],
                    gateways: [{ name: "web", namespace: "shop", certificateSecretName: "shop-tls" }],
                    controllerVersion: "1.11.5",
                    workspaceId: `${hub}/Microsoft.OperationalInsights/workspaces/logs`,
                },
                objections: [],
            },
            "that only detects attacks": {
                args: { webApplicationFirewall: { detectionOnly: true } },
                objections: ["waf-policy-prevention-enabled"],
            },
        };
    for (const [title, { args, objections }] of Object.entries(gateways)) {
        it(`policies judge a gateway ${title}`, async () => {
            assert.deepEqual(await objectionsTo(program(args)), objections);
        });
    }

    it("a policy guards that its security policy names a firewall", async () => {
        const { type, inputs } = registered(
            await record(program({})),
            "azure-native:servicenetworking:SecurityPoliciesInterface",
        );
        assert.deepEqual(await objectionsOf(type, withLeaf(inputs, "wafPolicy.id", undefined)), [
            "gateway-security-policy-firewall-set",
        ]);
    });

    it("a stack with its namespace is not refused for want of a network policy", async () => {
        const { type, inputs } = registered(await record(program({})), "kubernetes:core/v1:Namespace");
        const verdicts = await evaluateStack(namespaceNetworkPolicyDefaultDeny, {
            controller: { type, props: inputs },
        });
        assert.deepEqual(verdicts.get("controller")?.violations, []);
        assert.match(verdicts.get("")?.notApplicable ?? "", /Microsoft's controller of gateways/);
    });
});
