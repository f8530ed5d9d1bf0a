import assert from "node:assert/strict";
import { Engine, policyPack } from "./engine";

/** Clusters of a program, and the providers that it makes from their kubeconfigs before they exist. */
const program = `
    const { ManagedCluster, listManagedClusterUserCredentialsOutput } = require("@pulumi/azure-native/containerservice");
    const { ResourceGroup } = require("@pulumi/azure-native/resources");
    const { Provider } = require("@pulumi/kubernetes");

    const { name: resourceGroupName } = new ResourceGroup("group");
    new aksguard.Cluster("held", { resourceGroupName }).provider;

    const unset = new ManagedCluster("unset", { resourceGroupName });
    const kubeconfig = ({ kubeconfigs: [found] }) => Buffer.from(found.value, "base64").toString();
    const credentials = (cluster) => listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName: cluster.name });
    new Provider("named", {
        kubeconfig: pulumi.all([credentials(unset), unset.name]).apply(([found]) => kubeconfig(found)),
    });
    new Provider("forgotten", { kubeconfig: credentials(unset).apply(kubeconfig) });
`;

describe("kubernetes providers before their clusters exist", function () {
    this.timeout(120_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    /** What the policies about providers and their kubeconfigs said. */
    function said(output: string): string[] {
        const [, report = ""] = output.split("\nPolicies:\n");
        const lines = report.split("\n").map((line) => line.trim());
        return lines.flatMap((line, index) =>
            line.includes("]  kubernetes-provider-")
                ? [line, ...lines.slice(index + 1, index + 3).filter((text) => /^`|^can't run/.test(text))]
                : [],
        );
    }

    it("are judged by what the program gives to the clusters", async () => {
        const { folder } = engine.program("providers", program);
        const args = ["preview", "--stack", "test", "--policy-pack", policyPack];
        assert.deepEqual(said(await engine.pulumi(folder, args, { fails: true })), [
            "- [mandatory] [severity: high]  kubernetes-provider-local-accounts-disabled  (pulumi:providers:kubernetes: named)",
            "`unset.disableLocalAccounts` is unset, and its kubeconfig can then hold the certificate of a local account; set it to `true`.",
            "- [advisory] [severity: high]  kubernetes-provider-local-accounts-disabled  (pulumi:pulumi:Stack: providers-test)",
            "can't run policy 'kubernetes-provider-local-accounts-disabled' from policy pack 'aksguard@v0.1.0' during preview: `forgotten.kubeconfig` is not known before the update, and Pulumi knows of no cluster that it is made from",
        ]);
    });

    it("leave nothing open where the cluster is one of ours, at preview and at update", async () => {
        const { folder } = engine.program("held", 'new aksguard.Cluster("held").provider;');
        const output = await engine.pulumi(folder, ["up", "--stack", "test", "--yes", "--policy-pack", policyPack]);
        assert.equal(output.match(/(?:✅|⚠️) +aksguard@v0\.1\.0/g)?.length, 2, output);
    });
});
