import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

interface CloudFile {
    resources: Record<string, { id: string; outputs: Record<string, unknown> }>;
}

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
        const file = join(engine.state, "cloud.json");
        const cloud = JSON.parse(readFileSync(file, "utf8")) as CloudFile;
        for (const { id, outputs } of Object.values(cloud.resources)) {
            if (!id.endsWith("/applicationGateways/agw-kit")) continue;
            outputs["frontendPorts"] = [{ name: "fp-443", port: 443, id: `${id}/frontendPorts/fp-443` }];
            const [listener] = outputs["httpListeners"] as object[];
            outputs["httpListeners"] = [
                {
                    ...listener,
                    name: "fl-shop",
                    id: `${id}/httpListeners/fl-shop`,
                    frontendPort: { id: `${id}/frontendPorts/fp-443` },
                },
            ];
            const [rule] = outputs["requestRoutingRules"] as object[];
            outputs["requestRoutingRules"] = [
                {
                    ...rule,
                    name: "rr-shop",
                    id: `${id}/requestRoutingRules/rr-shop`,
                    httpListener: { id: `${id}/httpListeners/fl-shop` },
                },
            ];
            outputs["tags"] = { "managed-by-k8s-ingress": "1.9.4" };
        }
        writeFileSync(file, JSON.stringify(cloud));

        await run("refresh", "--yes", "--skip-preview");
        await run("preview", "--expect-no-changes");
        program.write(body("minCapacity: 4,"));
        await run("up", "--yes", "--skip-preview", "--refresh");
        const gateway = await gatewayIn();
        assert.deepEqual(gateway?.outputs?.["autoscaleConfiguration"], { minCapacity: 4, maxCapacity: 10 });
        assert.match(JSON.stringify(gateway.outputs["httpListeners"]), /"name":"fl-shop"/);
        assert.match(JSON.stringify(gateway.outputs["requestRoutingRules"]), /"name":"rr-shop"/);
        assert.deepEqual(gateway.outputs["tags"], { "managed-by-k8s-ingress": "1.9.4" });
    });

    it("goes away", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });
});
