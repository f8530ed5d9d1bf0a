import assert from "node:assert/strict";
import type { PropertyMap } from "../../sandbox/providers/property";
import { Engine, exported, type Program } from "./engine";

const pfx = Buffer.from([0x30, 0x82, 0x01, 0x02]).toString("base64");

/** A gateway in the network of a cluster that exists, with a certificate of a closed vault. */
const body = (gateway: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { UserAssignedIdentity } = require("@pulumi/azure-native/managedidentity");
const { Workspace } = require("@pulumi/azure-native/operationalinsights");
const { name: resourceGroupName } = new ResourceGroup("kit");
const network = new aksguard.Network("kit", { resourceGroupName, ingress: "ApplicationGateway" });
const vault = new aksguard.KeyVault("kit", {
    resourceGroupName,
    privateEndpointSubnetId: network.privateEndpointSubnetId,
    certificates: { shop: pulumi.secret("${pfx}") },
});
const { id: workspaceId } = new Workspace("kit", { resourceGroupName });
const controller = new UserAssignedIdentity("controller", { resourceGroupName });
const gateway = new aksguard.ApplicationGatewayIngress("kit", {
    resourceGroupName,
    subnetId: network.ingressSubnetId,
    certificates: { shop: vault.certificateSecretIds["shop"] },
    keyVaultId: vault.vaultId,
    controllerPrincipalId: controller.principalId,
    workspaceId,
    lock: true,
    ${gateway}
});
exports.address = gateway.publicIpAddress;
exports.names = gateway.sslCertificateNames;
`;

describe("an application gateway on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let program: Program;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);
    const gatewayIn = async () =>
        (await exported(engine, program.folder, "test")).find(
            ({ type }) => type === "azure-native:network:ApplicationGateway",
        );

    before(() => {
        engine = Engine.create();
        program = engine.program("gateway", body(""));
    });
    after(() => {
        engine.close();
    });

    it("waits until it may read the certificate", async () => {
        const message = "The managed identity does not have secrets get permission on the key vault.";
        const output = await engine.pulumi(program.folder, ["up", "--stack", "test", "--yes", "--skip-preview"], {
            faults: [
                {
                    operation: "create",
                    type: "Microsoft.Network/applicationGateways",
                    error: { code: "ApplicationGatewayKeyVaultSecretException", message },
                },
            ],
        });
        assert.match(output, /Azure answers ApplicationGatewayKeyVaultSecretException, as it does until/);
        assert.match(output, /address *: "20\.\d+\.\d+\.\d+"/);
        assert.match(output, /names *: \[\s*\[0\] *: "shop"/);
    });

    it("has nothing to change", async () => {
        await run("preview", "--expect-no-changes");
    });

    it("keeps what the controller wrote, when something else of it changes", async () => {
        const { cloud } = engine;
        const [gateway = assert.fail()] = cloud.filter(({ id }) => id.endsWith("/applicationGateways/agw-kit"));
        const { id, outputs } = gateway;
        const [listener] = outputs["httpListeners"] as PropertyMap[];
        const [rule] = outputs["requestRoutingRules"] as PropertyMap[];
        cloud.put({
            ...gateway,
            outputs: {
                ...outputs,
                frontendPorts: [{ name: "fp-443", port: 443, id: `${id}/frontendPorts/fp-443` }],
                httpListeners: [
                    {
                        ...listener,
                        name: "fl-shop",
                        id: `${id}/httpListeners/fl-shop`,
                        frontendPort: { id: `${id}/frontendPorts/fp-443` },
                    },
                ],
                requestRoutingRules: [
                    {
                        ...rule,
                        name: "rr-shop",
                        id: `${id}/requestRoutingRules/rr-shop`,
                        httpListener: { id: `${id}/httpListeners/fl-shop` },
                    },
                ],
                tags: { "managed-by-k8s-ingress": "1.9.4" },
            },
        });

        await run("refresh", "--yes", "--skip-preview");
        await run("preview", "--expect-no-changes");
        program.write(body("minCapacity: 4,"));
        await run("up", "--yes", "--skip-preview", "--refresh");
        const updated = await gatewayIn();
        assert.deepEqual(updated?.outputs?.["autoscaleConfiguration"], { minCapacity: 4, maxCapacity: 10 });
        assert.match(JSON.stringify(updated.outputs["httpListeners"]), /"name":"fl-shop"/);
        assert.match(JSON.stringify(updated.outputs["requestRoutingRules"]), /"name":"rr-shop"/);
        assert.deepEqual(updated.outputs["tags"], { "managed-by-k8s-ingress": "1.9.4" });
    });

    it("goes away", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });
});
