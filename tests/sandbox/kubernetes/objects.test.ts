import assert from "node:assert/strict";

import { type PropertyMap, isUnknown, textOf, unknown, valueAt } from "../../../sandbox/providers/property";
import { PartialFailure } from "../../../sandbox/providers/provider";
import { TestCluster, closeTestClusters, configMapToken, namespaceToken } from "./cluster";

const deployment = "kubernetes:apps/v1:Deployment";
const secret = "kubernetes:core/v1:Secret";
const pods = (labels: PropertyMap): PropertyMap => ({
    selector: { matchLabels: { app: "a" } },
    template: { metadata: { labels }, spec: { containers: [{ name: "a", image: "a" }] } },
});

describe("an object of Kubernetes is checked", () => {
    const cluster = new TestCluster();

    it("and named after its logical name, which is noted", async () => {
        const { inputs } = await cluster.check(configMapToken, { data: { a: "b" } });
        assert.match(textOf(valueAt(inputs, "metadata", "name")), /^thing-[0-9a-f]{8}$/);
        assert.equal(valueAt(inputs, "metadata", "annotations", "pulumi.com/autonamed"), "true");
        assert.equal(valueAt(inputs, "metadata", "namespace"), "default");
        assert.deepEqual([inputs.apiVersion, inputs.kind], ["v1", "ConfigMap"]);
    });

    it("and keeps the name that it was given first", async () => {
        const { inputs } = await cluster.check(configMapToken, {});
        const again = await cluster.check(configMapToken, { data: { a: "b" } }, inputs);
        assert.deepEqual(again.inputs.metadata, inputs.metadata);
    });

    it("and has no namespace if its kind has none", async () => {
        const { inputs } = await cluster.check(namespaceToken, { metadata: { name: "shop" } });
        assert.deepEqual(inputs.metadata, { name: "shop" });
    });

    it("and has the namespace of its provider", async () => {
        const other = new TestCluster({ settings: { namespace: "shop" } });
        const { inputs } = await other.check(configMapToken, { metadata: { name: "a" } });
        assert.equal(valueAt(inputs, "metadata", "namespace"), "shop");
    });

    const failures: Record<string, [type: string, inputs: PropertyMap, reasons: string[]]> = {
        "unknown fields at any depth": [
            deployment,
            { spec: { ...pods({ app: "a" }), replica: 2 } },
            ["unknown property 'spec.replica'; did you mean 'replicas'?"],
        ],
        "missing fields at any depth": [
            deployment,
            { spec: { selector: {}, template: { spec: { containers: [{ image: "a" }] } } } },
            ["missing required property 'spec.template.spec.containers[0].name'"],
        ],
        "wrong shapes": [configMapToken, { data: { a: 1 } }, ["'data.a' should be a string but got a number"]],
        "unknown metadata of custom resources": [
            "kubernetes:example.org/v1:Thing",
            { metadata: { nam: "a" }, spec: { anything: true } },
            ["unknown property 'metadata.nam'; did you mean 'name'?"],
        ],
        "another kind than that of the token": [
            configMapToken,
            { kind: "Secret" },
            [`'kind' should be "ConfigMap" but got "Secret"`],
        ],
        "names that the server would make": [
            configMapToken,
            { metadata: { generateName: "a-" } },
            ["'metadata.generateName' is not supported in Server-Side Apply mode"],
        ],
    };
    for (const [what, [type, inputs, reasons]] of Object.entries(failures)) {
        it(`against ${what}`, async () => {
            assert.deepEqual(await cluster.failures(type, inputs), reasons);
        });
    }

    const refused: Record<string, RegExp> = {
        "kubernetes:core/v1:ConfigMapList": /cannot be created directly\. Use the underlying resource type/,
        "kubernetes:helm.sh/v4:Chart": /renders no charts and no kustomizations/,
        "kubernetes:yaml/v2:ConfigFile": /renders no charts and no kustomizations/,
        "kubernetes:kustomize/v2:Directory": /renders no charts and no kustomizations/,
    };
    for (const [type, message] of Object.entries(refused)) {
        it(`and ${type} is refused`, async () => {
            await assert.rejects(cluster.check(type, {}), message);
        });
    }
});

describe("an object of Kubernetes is previewed", () => {
    it("with what was sent, and without what the API server adds", async () => {
        const outputs = await new TestCluster().preview(configMapToken, { metadata: { name: "a" }, data: { a: "b" } });
        assert.deepEqual(outputs.data, { a: "b" });
        assert.equal(valueAt(outputs, "metadata", "name"), "a");
        assert.ok(isUnknown(valueAt(outputs, "metadata", "uid")));
    });

    it("when its name is not known yet", async () => {
        const outputs = await new TestCluster().preview(configMapToken, { metadata: { name: unknown } });
        assert.ok(isUnknown(valueAt(outputs, "metadata", "name")));
    });
});

describe("an object of Kubernetes is compared", () => {
    const cluster = new TestCluster();
    const named = (name: string, further: PropertyMap): PropertyMap => ({
        metadata: { name, namespace: "a" },
        ...further,
    });
    const rows: [what: string, type: string, old: PropertyMap, value: PropertyMap, path: string, replaced: boolean][] =
        [
            [
                "labels",
                namespaceToken,
                { metadata: { labels: { a: "1" } } },
                { metadata: { labels: { a: "2" } } },
                "metadata.labels.a",
                false,
            ],
            [
                "the name",
                namespaceToken,
                { metadata: { name: "a" } },
                { metadata: { name: "b" } },
                "metadata.name",
                true,
            ],
            [
                "a selector",
                deployment,
                { spec: { selector: { matchLabels: { a: "1" } } } },
                { spec: { selector: { matchLabels: { a: "2" } } } },
                "spec.selector.matchLabels.a",
                true,
            ],
            ["replicas", deployment, { spec: { replicas: 1 } }, { spec: { replicas: 2 } }, "spec.replicas", false],
            ["data", configMapToken, { data: { a: "1" } }, { data: { a: "2" } }, "data.a", true],
            [
                "an image of a pod",
                "kubernetes:core/v1:Pod",
                { spec: { containers: [{ image: "a" }] } },
                { spec: { containers: [{ image: "b" }] } },
                "spec.containers[0].image",
                true,
            ],
        ];
    for (const [what, type, old, value, path, replace] of rows) {
        it(`by ${what}`, async () => {
            const { properties } = await cluster.diff(type, old, value);
            assert.deepEqual(properties, { [path]: { kind: "update", replace } });
        });
    }

    it("and deleted first if its successor has the same name", async () => {
        const [old, value] = [named("a", { data: { a: "1" } }), named("a", { data: { a: "2" } })];
        assert.equal((await cluster.diff(configMapToken, old, value)).deleteBeforeReplace, true);
        const moved = { ...value, metadata: { name: "b", namespace: "a" } };
        assert.equal((await cluster.diff(configMapToken, old, moved)).deleteBeforeReplace, false);
    });

    it("and not deleted first if its name is automatic", async () => {
        const { inputs } = await cluster.check(configMapToken, { data: { a: "1" } });
        const changed = { ...inputs, data: { a: "2" } };
        assert.equal((await cluster.diff(configMapToken, inputs, changed)).deleteBeforeReplace, false);
    });

    it("and changes in place where the provider is told so, unless it is immutable", async () => {
        const mutable = new TestCluster({ settings: { enableConfigMapMutable: "true" } });
        const replaces = async (further: PropertyMap) => {
            const { properties } = await mutable.diff(
                configMapToken,
                { data: { a: "1" }, ...further },
                { data: { a: "2" }, ...further },
            );
            return properties["data.a"]?.replace;
        };
        assert.equal(await replaces({}), false);
        assert.equal(await replaces({ immutable: true }), true);
    });
});

describe("an object of Kubernetes lives", function () {
    this.timeout(60_000);
    after(closeTestClusters);

    it("in its namespace, and goes with it", async () => {
        const cluster = new TestCluster();
        const namespace = await cluster.create(namespaceToken, { metadata: { name: "shop" } });
        const map = await cluster.create(configMapToken, { metadata: { name: "a", namespace: "shop" } });
        assert.equal(namespace.id, "shop");
        assert.equal(map.id, "shop/a");
        assert.deepEqual(namespace.outputs.status, { phase: "Active" });
        await cluster.delete(namespaceToken, "shop");
        assert.equal(await cluster.read(namespaceToken, "shop"), undefined);
        assert.equal(await cluster.read(configMapToken, "shop/a"), undefined);
        // What was in it does not come back with another namespace of the name.
        await cluster.create(namespaceToken, { metadata: { name: "shop" } });
        assert.equal(await cluster.read(configMapToken, "shop/a"), undefined);
    });

    it("with what others have set, when it is updated", async () => {
        const cluster = new TestCluster();
        const first = { metadata: { name: "shared", labels: { mine: "1", old: "1" } } };
        const made = await cluster.create(namespaceToken, first);
        const theirs = { metadata: { name: "shared", labels: { theirs: "1" } } };
        const patch = await cluster.create(`${namespaceToken}Patch`, theirs, "theirs");

        const { outputs } = await cluster.update(namespaceToken, made, {
            metadata: { name: "shared", labels: { mine: "2" } },
        });
        const labels = { "kubernetes.io/metadata.name": "shared", mine: "2" };
        assert.deepEqual(valueAt(outputs, "metadata", "labels"), { ...labels, theirs: "1" });
        assert.equal(valueAt(outputs, "metadata", "uid"), valueAt(made.outputs, "metadata", "uid"));

        await cluster.delete(`${namespaceToken}Patch`, patch.id, "theirs");
        const read = (await cluster.read(namespaceToken, "shared")) ?? assert.fail();
        assert.deepEqual(valueAt(read.outputs, "metadata", "labels"), labels);
    });

    it("and who wants another value of a field that somebody has set is told", async () => {
        const cluster = new TestCluster();
        const named = (team: string, annotations?: PropertyMap): PropertyMap => ({
            metadata: { name: "contested", labels: { team }, ...(annotations === undefined ? {} : { annotations }) },
        });
        await cluster.create(namespaceToken, named("a"));
        await assert.rejects(
            cluster.create(`${namespaceToken}Patch`, named("b"), "other"),
            /Server-Side Apply field conflict detected: Apply failed with 1 conflict: conflict with "pulumi-kubernetes-\w{8}": \.metadata\.labels\.team$/,
        );
        const forced = await cluster.create(
            `${namespaceToken}Patch`,
            named("b", { "pulumi.com/patchForce": "true" }),
            "other",
        );
        assert.equal(valueAt(forced.outputs, "metadata", "labels", "team"), "b");
    });

    it("and a refresh finds what has changed, and nothing else", async () => {
        const cluster = new TestCluster();
        const made = await cluster.create(secret, { metadata: { name: "a" }, stringData: { a: "b" } });
        assert.deepEqual(made.outputs.data, { a: "Yg==" });
        assert.deepEqual((await cluster.read(secret, made.id, made))?.inputs, made.inputs);

        const label = { metadata: { name: "a", labels: { theirs: "1" } } };
        await cluster.create(`${secret}Patch`, label, "theirs");
        const read = (await cluster.read(secret, made.id, made)) ?? assert.fail();
        assert.deepEqual(valueAt(read.inputs, "metadata", "labels"), { theirs: "1" });
        assert.deepEqual(read.inputs.stringData, { a: "b" });
    });

    it("and can be imported without what the API server has added", async () => {
        const cluster = new TestCluster();
        const made = await cluster.create(configMapToken, { metadata: { name: "imported" }, data: { a: "b" } });
        const read = (await cluster.read(configMapToken, made.id)) ?? assert.fail();
        assert.deepEqual(read.inputs, made.inputs);
    });

    it("has addresses if it is a Service, also when it becomes public later", async () => {
        const cluster = new TestCluster();
        const token = "kubernetes:core/v1:Service";
        const service = (type: string) => ({ metadata: { name: "web" }, spec: { type, ports: [{ port: 80 }] } });
        const made = await cluster.create(token, service("ClusterIP"));
        assert.match(textOf(valueAt(made.outputs, "spec", "clusterIP")), /^10\.0\.\d+\.\d+$/);
        assert.deepEqual(made.outputs.status, { loadBalancer: {} });

        const { outputs } = await cluster.update(token, made, service("LoadBalancer"));
        assert.equal(valueAt(outputs, "spec", "clusterIP"), valueAt(made.outputs, "spec", "clusterIP"));
        assert.match(JSON.stringify(outputs.status), /"ip":"198\.51\.100\.\d+"/);
    });

    it("beside an account that its namespace has from the start, which nobody makes and a patch changes", async () => {
        const cluster = new TestCluster();
        await cluster.create(namespaceToken, { metadata: { name: "staffed" } });
        const account = { metadata: { name: "default", namespace: "staffed" }, automountServiceAccountToken: false };
        const token = "kubernetes:core/v1:ServiceAccount";
        await assert.rejects(cluster.create(token, account), /serviceaccounts "default" already exists/);
        const { outputs } = await cluster.create(`${token}Patch`, account);
        assert.equal(outputs.automountServiceAccountToken, false);
    });

    it("within a quota, which says what is used", async () => {
        const cluster = new TestCluster();
        await cluster.create(namespaceToken, { metadata: { name: "limited" } });
        const hard = { "count/configmaps": "1" };
        const metadata = { name: "quota", namespace: "limited" };
        const quota = await cluster.create("kubernetes:core/v1:ResourceQuota", { metadata, spec: { hard } });
        assert.deepEqual(quota.outputs.status, { hard, used: { "count/configmaps": "0" } });
        await cluster.create(configMapToken, { metadata: { name: "first", namespace: "limited" } });
        await assert.rejects(
            cluster.create(configMapToken, { metadata: { name: "second", namespace: "limited" } }),
            /exceeded quota: quota, requested: count\/configmaps=1, used: count\/configmaps=1, limited: count\/configmaps=1/,
        );
    });

    it("finds the namespaces of the system", async () => {
        const cluster = new TestCluster();
        const read = await cluster.read(namespaceToken, "kube-system");
        assert.deepEqual(await cluster.read(namespaceToken, "kube-system"), read);
        assert.equal(await cluster.read(namespaceToken, "gatekeeper-system"), undefined);
        await assert.rejects(cluster.delete(namespaceToken, "kube-system"), /this namespace may not be deleted/);
    });
});

describe("the API server refuses", function () {
    this.timeout(60_000);
    after(closeTestClusters);

    const refusals: Record<string, [type: string, inputs: PropertyMap, message: RegExp]> = {
        "objects in a namespace that is not there": [
            configMapToken,
            { metadata: { name: "a", namespace: "nowhere" } },
            /resource "urn:.*" was not successfully created by the Kubernetes API server: namespaces "nowhere" not found/,
        ],
        "a namespace of the system": [
            namespaceToken,
            { metadata: { name: "kube-system" } },
            /namespaces "kube-system" already exists/,
        ],
        "names that are none": [
            namespaceToken,
            { metadata: { name: "Shop" } },
            /Namespace "Shop" is invalid: metadata\.name: Invalid value: "Shop": a lowercase RFC 1123 label/,
        ],
        "pods that their Deployment would not find": [
            deployment,
            { spec: pods({ app: "b" }) },
            /Deployment\.apps "thing-\w+" is invalid: spec\.template\.metadata\.labels: Invalid value: \{"app":"b"\}: `selector` does not match template `labels`/,
        ],
        "versions that are no longer served": [
            "kubernetes:extensions/v1beta1:Ingress",
            { spec: {} },
            /no matches for kind "Ingress" in version "extensions\/v1beta1"/,
        ],
        "values that its own validation finds": [
            deployment,
            { spec: { ...pods({ app: "a" }), replicas: -1 } },
            /spec\.replicas: Invalid value: -1: must be greater than or equal to 0/,
        ],
    };
    for (const [what, [type, inputs, message]] of Object.entries(refusals)) {
        it(what, async () => {
            await assert.rejects(new TestCluster().create(type, inputs), message);
        });
    }

    it("what is there already, unless it is to be adopted", async () => {
        const cluster = new TestCluster();
        await cluster.create(namespaceToken, { metadata: { name: "taken" } });
        const again = () => cluster.create(namespaceToken, { metadata: { name: "taken", labels: { a: "b" } } });
        await assert.rejects(again(), /namespaces "taken" already exists/);
        const adopting = new TestCluster({ settings: { upsertExistingObjects: "true" } });
        await adopting.create(namespaceToken, { metadata: { name: "default", labels: { a: "b" } } });
    });

    it("what a fault says, by kind and name", async () => {
        const cluster = new TestCluster({
            faults: [
                {
                    operation: "create",
                    type: "configmaps",
                    error: { code: "Forbidden", message: "is forbidden" },
                    times: 2,
                },
                { operation: "create", type: namespaceToken, name: "faulty", error: "Throttled" },
                { operation: "create", type: "secrets", error: "Failed" },
            ],
        });
        const map = () => cluster.create(configMapToken, { metadata: { name: "faulty" } });
        await assert.rejects(map(), /configmaps "faulty": Forbidden: is forbidden/);
        await assert.rejects(map(), /is forbidden/);
        await map();
        await assert.rejects(cluster.create(namespaceToken, { metadata: { name: "faulty" } }), /TooManyRequests/);
        await assert.rejects(cluster.create(secret, { metadata: { name: "faulty" } }), PartialFailure);
        assert.notEqual(await cluster.read(secret, "default/faulty"), undefined);
    });
});
