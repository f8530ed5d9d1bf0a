import assert from "node:assert/strict";
import { Engine } from "./engine";

/** A cluster as others made it, and a provider of theirs. */
const body = (namespace: string, policies: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const aks = require("@pulumi/azure-native/containerservice");
const { Provider } = require("@pulumi/kubernetes");
const { name: resourceGroupName } = new ResourceGroup("kit");
const cluster = new aks.ManagedCluster("kit", {
    resourceGroupName,
    dnsPrefix: "kit",
    identity: { type: "SystemAssigned" },
    agentPoolProfiles: [{ name: "system", mode: "System", count: 1, vmSize: "Standard_D4ds_v5" }],
    networkProfile: { networkPlugin: "azure", networkPluginMode: "overlay", networkDataplane: "cilium", networkPolicy: "cilium" },
});
const credentials = aks.listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName: cluster.name });
const kubeconfig = pulumi.secret(
    credentials.apply(({ kubeconfigs }) => Buffer.from(kubeconfigs[0].value, "base64").toString()),
);
const provider = new Provider("kit", { kubeconfig });
const kured = new aksguard.Kured("kit", {}, { provider });
const shop = new aksguard.SecureNamespace("shop", ${namespace}, { provider });
const held = new aksguard.AdmissionPolicies("held", ${policies}, { provider });
exports.namespace = shop.namespaceName;
exports.policies = held.policyNames.apply((names) => names.length);
`;
const withKured = "kured: { namespaceName: kured.namespaceName, image: kured.image }";

describe("namespaces and admission policies on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let program: ReturnType<Engine["program"]>;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program("pods", body("{}", `{ ${withKured} }`));
    });
    after(() => {
        engine.close();
    });

    it("go up with the cluster", async () => {
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /namespace *: "shop"/);
        assert.match(output, /policies *: 24/);
    });

    it("have nothing to change", async () => {
        await run("preview", "--expect-no-changes");
    });

    it("change in place", async () => {
        const namespace = '{ podSecurityLevel: "Baseline", quota: { pods: 10 }, labels: { team: "a" } }';
        const policies = `{ ${withKured}, users: { action: "Audit" }, hostPaths: { excludedNamespaces: ["logs"] } }`;
        program.write(body(namespace, policies));
        assert.match(await run("up", "--yes", "--skip-preview"), /~ 4 updated/);
        await run("preview", "--expect-no-changes");
    });

    it("go away", async () => {
        await run("destroy", "--yes", "--skip-preview");
    });
});
