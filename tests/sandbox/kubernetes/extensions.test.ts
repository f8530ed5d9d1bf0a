import assert from "node:assert/strict";

import { type PropertyMap, isUnknown, textOf, valueAt } from "../../../sandbox/providers/property";
import { TestCluster, closeTestClusters, namespaceToken } from "./cluster";

const release = "kubernetes:helm.sh/v3:Release";
const alb: PropertyMap = {
    name: "alb",
    chart: "oci://mcr.microsoft.com/application-lb/charts/alb-controller",
    version: "1.7.9",
    namespace: "azure-alb-system",
};

describe("a custom resource", function () {
    this.timeout(60_000);
    after(closeTestClusters);

    const rows: Record<string, [type: string, cluster: PropertyMap]> = {
        "the CSI add-on": [
            "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
            { addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true } } },
        ],
        "the policy add-on": [
            "kubernetes:templates.gatekeeper.sh/v1:ConstraintTemplate",
            { addonProfiles: { azurePolicy: { enabled: true } } },
        ],
        "the Gateway API": [
            "kubernetes:gateway.networking.k8s.io/v1:Gateway",
            { ingressProfile: { gatewayAPI: { installation: "Standard" } } },
        ],
    };
    for (const [what, [type, outputs]] of Object.entries(rows)) {
        it(`needs ${what}`, async () => {
            const thing = { metadata: { name: "a" }, spec: { anything: [1] } };
            await assert.rejects(
                new TestCluster().create(type, thing),
                /failed because the Kubernetes API server reported that the apiVersion for this resource does not exist\. Verify that any required CRDs have been created: no matches for kind/,
            );
            await new TestCluster({ outputs }).create(type, thing);
        });
    }

    it("needs its definition, which says whether it has a namespace", async () => {
        const cluster = new TestCluster();
        const type = "kubernetes:example.org/v1:Gadget";
        const gadget = { metadata: { name: "a" } };
        await assert.rejects(cluster.create(type, gadget), /no matches for kind "Gadget" in version "example.org\/v1"/);
        await cluster.create("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition", {
            metadata: { name: "gadgets.example.org" },
            spec: {
                group: "example.org",
                names: { kind: "Gadget", plural: "gadgets" },
                scope: "Cluster",
                versions: [
                    { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } },
                ],
            },
        });
        assert.equal((await cluster.create(type, gadget)).id, "a");
        const newer = "kubernetes:example.org/v2:Gadget";
        await assert.rejects(cluster.create(newer, gadget), /no matches/);
    });

    it("comes with the chart of Application Gateway for Containers", async () => {
        const cluster = new TestCluster();
        const create = () =>
            cluster.create("kubernetes:alb.networking.azure.io/v1:ApplicationLoadBalancer", {
                metadata: { name: "a" },
            });
        await assert.rejects(create(), /no matches/);
        await cluster.create(release, { ...alb, createNamespace: true });
        assert.equal((await create()).id, "default/a");
    });

    it("of a group that begins as one of Kubernetes itself is still a custom one", async () => {
        await assert.rejects(
            new TestCluster().create("kubernetes:apps.example.org/v1:Deployment", { metadata: { name: "a" } }),
            /no matches for kind "Deployment" in version "apps.example.org\/v1"/,
        );
    });
});

describe("a Helm release", function () {
    this.timeout(60_000);
    after(closeTestClusters);

    it("is named and placed as the provider does it", async () => {
        const { inputs } = await new TestCluster().check(release, { chart: "a" });
        assert.match(textOf(inputs.name), /^thing-[0-9a-f]{8}$/);
        assert.equal(inputs.namespace, "default");
        assert.equal(inputs.timeout, 300);
    });

    it("is checked against its declaration", async () => {
        const failures = await new TestCluster().failures(release, { name: "a", values: { any: 1 }, versions: "1" });
        assert.deepEqual(failures, [
            "missing required property 'chart'",
            "unknown property 'versions'; did you mean 'version'?",
        ]);
    });

    it("is previewed without its status", async () => {
        const outputs = await new TestCluster().preview(release, alb);
        assert.equal(outputs.name, "alb");
        assert.ok(isUnknown(outputs.status));
    });

    it("needs its namespace, or makes it", async () => {
        const cluster = new TestCluster();
        await assert.rejects(cluster.create(release, alb), /namespaces "azure-alb-system" not found/);
        const { id, outputs } = await cluster.create(release, { ...alb, createNamespace: true });
        assert.equal(id, "azure-alb-system/alb");
        assert.deepEqual(outputs.status, {
            name: "alb",
            namespace: "azure-alb-system",
            chart: "alb-controller",
            version: "1.7.9",
            revision: 1,
            status: "deployed",
        });
        await assert.rejects(cluster.create(release, alb), /cannot re-use a name that is still in use/);
    });

    it("is upgraded, read and removed, but for its namespace", async () => {
        const cluster = new TestCluster();
        const other = { ...alb, name: "other" };
        const made = await cluster.create(release, { ...other, createNamespace: true });
        const upgraded = await cluster.update(release, made, { ...other, version: "1.8.0", createNamespace: true });
        assert.equal(valueAt(upgraded.outputs, "status", "revision"), 2);
        assert.deepEqual((await cluster.read(release, made.id, upgraded))?.inputs, upgraded.inputs);
        await cluster.delete(release, made.id);
        assert.equal(await cluster.read(release, made.id, upgraded), undefined);
        assert.notEqual(await cluster.read(namespaceToken, "azure-alb-system"), undefined);
    });
});

describe("manifests", () => {
    const invoke = (token: string, args: PropertyMap) =>
        new TestCluster().provider.invoke({ peer: "test", token: `kubernetes:${token}`, args });

    it("are taken apart, with the namespace where one is missing", async () => {
        const text = [
            "apiVersion: v1",
            "kind: ConfigMapList",
            "items: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }]",
            "---",
            "# nothing",
            "---",
            "{ apiVersion: v1, kind: Namespace, metadata: { name: b } }",
        ].join("\n");
        const { result } = await invoke("yaml:decode", { text, defaultNamespace: "shop" });
        assert.deepEqual(result, [
            { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a", namespace: "shop" } },
            { apiVersion: "v1", kind: "Namespace", metadata: { name: "b" } },
        ]);
    });

    it("that are no YAML are refused", async () => {
        await assert.rejects(async () => await invoke("yaml:decode", { text: "a: [" }), /the manifests cannot be read/);
    });

    it("of charts and kustomizations are not rendered", async () => {
        const message =
            "the sandbox cannot answer kubernetes:helm:template: it renders no charts and no kustomizations";
        await assert.rejects(invoke("helm:template", {}), { message });
    });
});
