import assert from "node:assert/strict";
import { Engine, exported } from "./engine";

/** A cluster as others made it, and kured by a provider of theirs. */
const body = (args: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const aks = require("@pulumi/azure-native/containerservice");
const { Provider } = require("@pulumi/kubernetes");
const { name: resourceGroupName } = new ResourceGroup("kit");
const cluster = new aks.ManagedCluster("kit", {
    resourceGroupName,
    dnsPrefix: "kit",
    identity: { type: "SystemAssigned" },
    agentPoolProfiles: [{ name: "system", mode: "System", count: 1, vmSize: "Standard_D4ds_v5" }],
    autoUpgradeProfile: { nodeOSUpgradeChannel: "Unmanaged" },
});
const credentials = aks.listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName: cluster.name });
const kubeconfig = pulumi.secret(
    credentials.apply(({ kubeconfigs }) => Buffer.from(kubeconfigs[0].value, "base64").toString()),
);
const provider = new Provider("kit", { kubeconfig });
const kured = new aksguard.Kured("kit", ${args}, { provider });
exports.namespace = kured.namespaceName;
exports.image = kured.image;
`;

describe("kured on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let program: ReturnType<Engine["program"]>;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program("reboots", body("{}"));
    });
    after(() => {
        engine.close();
    });

    it("goes up with the cluster, and waits for the right to do so", async () => {
        const output = await engine.pulumi(program.folder, ["up", "--stack", "test", "--yes", "--skip-preview"], {
            faults: [
                {
                    operation: "create",
                    type: "kubernetes:core/v1:Namespace",
                    error: { code: "Forbidden", message: 'namespaces "kured" is forbidden: not yet' },
                    times: 1,
                },
            ],
        });
        assert.match(
            output,
            /"kit": the API server answers is forbidden, as it does until role assignments have spread/,
        );
        assert.match(output, /namespace *: "kured"/);
        assert.match(output, /image *: "ghcr\.io\/kubereboot\/kured:1\.23\.0"/);
    });

    it("has nothing to change", async () => {
        await run("preview", "--expect-no-changes");
    });

    it("changes the window in place, and keeps the URL of notifications secret", async () => {
        program.write(body('{ days: ["Sunday"], notifyUrl: "teams://unprintable" }'));
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /~ 1 updated/);
        assert.doesNotMatch(JSON.stringify(await exported(engine, program.folder, "test")), /unprintable/);
        await run("preview", "--expect-no-changes");
    });

    it("goes away", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });
});
