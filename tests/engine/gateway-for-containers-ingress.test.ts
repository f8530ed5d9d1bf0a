import assert from "node:assert/strict";
import { Engine, type Program } from "./engine";

/** A cluster as others made it, in a network that has the subnet of a gateway. */
const body = (gateway: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const aks = require("@pulumi/azure-native/containerservice");
const { Provider } = require("@pulumi/kubernetes");
const { Namespace } = require("@pulumi/kubernetes/core/v1");
const { name: resourceGroupName } = new ResourceGroup("kit");
const network = new aksguard.Network("kit", { resourceGroupName, ingress: "GatewayForContainers" });
const cluster = new aks.ManagedCluster("kit", {
    resourceGroupName,
    dnsPrefix: "kit",
    identity: { type: "SystemAssigned" },
    agentPoolProfiles: [{ name: "system", mode: "System", count: 1, vmSize: "Standard_D4ds_v5" }],
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
});
const credentials = aks.listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName: cluster.name });
const kubeconfig = pulumi.secret(
    credentials.apply(({ kubeconfigs }) => Buffer.from(kubeconfigs[0].value, "base64").toString()),
);
const provider = new Provider("kit", { kubeconfig });
const shop = new Namespace("shop", { metadata: { name: "shop" } }, { provider });
const gateway = new aksguard.GatewayForContainersIngress(
    "kit",
    {
        resourceGroupName,
        clusterId: cluster.id,
        oidcIssuerUrl: cluster.oidcIssuerProfile.apply(({ issuerURL }) => issuerURL),
        nodeResourceGroupName: cluster.nodeResourceGroup,
        subnetId: network.ingressSubnetId,
        gateways: [{ name: "web", namespace: shop.metadata.name, certificateSecretName: "shop-tls" }],
        ${gateway}
    },
    { provider },
);
exports.names = gateway.frontendFqdns;
`;

describe("a gateway for containers on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let program: Program;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program("containers", body(""));
    });
    after(() => {
        engine.close();
    });

    it("goes up with its controller and a Gateway, and waits for rights", async () => {
        const output = await engine.pulumi(program.folder, ["up", "--stack", "test", "--yes", "--skip-preview"], {
            faults: [
                {
                    operation: "create",
                    type: "Microsoft.Authorization/roleAssignments",
                    name: "kit-nodes",
                    error: "PrincipalNotFound",
                },
            ],
        });
        assert.match(output, /"kit-nodes": Azure answers PrincipalNotFound/);
        assert.match(output, /public *: "[0-9a-f]{16}\.fz01\.alb\.azure\.com"/);
    });

    it("has nothing to change", async () => {
        await run("preview", "--expect-no-changes");
    });

    it("upgrades its controller in place", async () => {
        program.write(body('controllerVersion: "1.13.0",'));
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /~ 1 updated/);
    });

    it("goes away", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });
});
