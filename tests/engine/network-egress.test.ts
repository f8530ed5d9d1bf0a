import assert from "node:assert/strict";
import { Engine, exported } from "./engine";

const body = (args: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { name: resourceGroupName } = new ResourceGroup("kit");
const network = new aksguard.Network("kit", { resourceGroupName, ${args} });
exports.outboundType = network.outboundType;
exports.egressIpAddresses = network.egressIpAddresses;
exports.ingressSubnetId = network.ingressSubnetId;
`;

describe("the way out of a network on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let program: ReturnType<Engine["program"]>;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program(
            "egress",
            body('egress: "Firewall", firewall: { allowedFqdns: ["ghcr.io"] }, ingress: "GatewayForContainers"'),
        );
    });
    after(() => {
        engine.close();
    });

    it("is a firewall whose address the route has", async () => {
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /outboundType *: "userDefinedRouting"/);
        assert.match(output, /ingressSubnetId *: "\/subscriptions\//);
        const resources = await exported(engine, program.folder, "test");
        const routeTable = resources.find(({ type }) => type === "azure-native:network:RouteTable");
        assert.match(JSON.stringify(routeTable), /"nextHopIpAddress":"10\.240\.64\.132"/);
    });

    it("has nothing to change, also after a refresh", async () => {
        await run("preview", "--expect-no-changes");
        await run("refresh", "--yes", "--skip-preview");
        await run("preview", "--expect-no-changes");
    });

    it("is closed, and the subnets of the nodes and of the API server stay", async () => {
        program.write(body('egress: "None", ingress: "ApplicationGateway"'));
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /outboundType *: ("userDefinedRouting" => )?"none"/);
        assert.doesNotMatch(output, /Subnet +kit-(nodes|api-server|endpoints) (deleted|created|replaced)/);
        await run("preview", "--expect-no-changes");
    });

    it("goes away", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });
});
