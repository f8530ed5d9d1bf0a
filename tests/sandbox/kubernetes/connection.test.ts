import assert from "node:assert/strict";

import { kubeconfigOf } from "../../../sandbox/azure-native/kubeconfig";
import { account } from "../../../sandbox/providers/account";
import { type PropertyMap, unknown } from "../../../sandbox/providers/property";
import { TestCluster, closeTestClusters, clusterAdmin, configMapToken, namespaceToken } from "./cluster";

const denied = "User does not have access to the resource in Azure. Update role assignment to allow access.";
const shop = { metadata: { name: "shop" } };
const roles = {
    admin: "3498e952-d568-435e-9b2c-8d77e338d7f7",
    writer: "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb",
    reader: "7f6c6a51-bcf8-42ba-9220-52d62157d7db",
};

describe("Azure decides about objects of Kubernetes", function () {
    this.timeout(60_000);
    after(closeTestClusters);

    it("and refuses who has no role", async () => {
        const cluster = new TestCluster({ role: "" });
        await assert.rejects(cluster.create(namespaceToken, shop), {
            message:
                `resource "urn:pulumi:test::test::kubernetes:core/v1:Namespace::thing" was not successfully created by the ` +
                `Kubernetes API server: namespaces "shop" is forbidden: User "${account.objectId}" cannot patch resource ` +
                `"namespaces" in API group "" in the namespace "shop": default: ${denied}`,
        });
    });

    it("and takes a role from above", async () => {
        const cluster = new TestCluster({ role: "" });
        cluster.grant(clusterAdmin, `/subscriptions/${account.subscriptionId}`);
        await cluster.create(namespaceToken, { metadata: { name: "from-above" } });
    });

    it("and takes a role of a group, also within another", async () => {
        const cluster = new TestCluster({ role: "" });
        const member = (groupObjectId: string, memberObjectId: string) => {
            const id = `${groupObjectId}/member/${memberObjectId}`;
            cluster.cloud.put({
                id,
                token: "azuread:GroupMember",
                inputs: {},
                outputs: { groupObjectId, memberObjectId },
            });
        };
        cluster.grant(clusterAdmin, cluster.id, "administrators");
        await assert.rejects(cluster.create(namespaceToken, shop), /does not have access/);
        member("administrators", "platform");
        member("platform", account.objectId);
        await cluster.create(namespaceToken, { metadata: { name: "of-a-group" } });
    });

    const rows: [role: keyof typeof roles, verb: "create" | "read", type: string, allowed: boolean][] = [
        ["admin", "create", namespaceToken, false],
        ["admin", "create", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", true],
        ["writer", "create", configMapToken, true],
        ["writer", "create", "kubernetes:rbac.authorization.k8s.io/v1:Role", false],
        ["writer", "read", "kubernetes:core/v1:Secret", true],
        ["reader", "create", configMapToken, false],
        ["reader", "read", configMapToken, true],
        ["reader", "read", "kubernetes:core/v1:Secret", false],
    ];
    const rules = (type: string): PropertyMap => (type.endsWith("Role") ? { rules: [] } : {});
    for (const [role, verb, type, allowed] of rows) {
        it(`and ${allowed ? "lets" : "does not let"} a ${role} ${verb} ${type}`, async () => {
            const cluster = new TestCluster({ role: roles[role] });
            const ask = async () =>
                verb === "create"
                    ? await cluster.create(type, { metadata: { name: `a-${role}` }, ...rules(type) })
                    : await cluster.read(type, "default/a");
            if (allowed) await ask();
            else await assert.rejects(ask, /is forbidden.*does not have access to the resource in Azure/);
        });
    }

    it("by namespace", async () => {
        const cluster = new TestCluster({ role: "" });
        cluster.grant(roles.writer, `${cluster.id}/namespaces/default`);
        await cluster.create(configMapToken, { metadata: { name: "by-namespace" } });
        const elsewhere = { metadata: { name: "by-namespace", namespace: "kube-system" } };
        await assert.rejects(cluster.create(configMapToken, elsewhere), /in the namespace "kube-system"/);
    });

    it("unless it has not been asked to", async () => {
        const aadProfile = { managed: true, adminGroupObjectIDs: ["administrators"] };
        const cluster = new TestCluster({ outputs: { aadProfile } });
        await assert.rejects(
            cluster.create(namespaceToken, shop),
            /is forbidden: User "[-\w]+" cannot patch resource "namespaces" in API group "" in the namespace "shop"$/,
        );
    });

    it("and knows nothing of local accounts, which may be turned off", async () => {
        const local = (disableLocalAccounts: boolean) => {
            const cluster = new TestCluster({ role: "", outputs: { disableLocalAccounts } });
            const found = cluster.cloud.get(cluster.id) ?? assert.fail();
            const kubeconfig = kubeconfigOf(found, "clusterAdmin", cluster.authority);
            cluster.configure({ kubeconfig });
            return cluster;
        };
        await local(false).create(namespaceToken, { metadata: { name: "of-a-local-account" } });
        await assert.rejects(local(true).create(namespaceToken, shop), /\(Unauthorized\)/);
    });
});

describe("a cluster that cannot be reached", function () {
    this.timeout(60_000);
    after(closeTestClusters);

    const gone = (settings: Record<string, string> = {}) => {
        const cluster = new TestCluster({ settings });
        cluster.cloud.remove(cluster.id);
        return cluster;
    };

    it("takes nothing", async () => {
        const message = /configured Kubernetes cluster is unreachable: .* lookup kit\.private\.example: no such host/;
        await assert.rejects(gone().create(namespaceToken, shop), message);
        await assert.rejects(gone().read(namespaceToken, "shop"), /failed to read resource state due to unreachable/);
        await assert.rejects(gone().delete(namespaceToken, "shop"), message);
    });

    it("is forgotten with all that was in it, if the provider is told so", async () => {
        const cluster = gone({ deleteUnreachable: "true" });
        assert.equal(await cluster.read(namespaceToken, "shop"), undefined);
        await cluster.delete(namespaceToken, "shop");
        await assert.rejects(
            cluster.delete("kubernetes:helm.sh/v3:Release", "a/b"),
            /can't delete Helm Release with unreachable cluster/,
        );
    });

    it("is one whose kubeconfig is not there", async () => {
        const cluster = new TestCluster();
        cluster.configure({});
        await assert.rejects(cluster.create(namespaceToken, shop), /reads no kubeconfig of this machine/);
        cluster.configure({ kubeconfig: "~/.kube/config" });
        await assert.rejects(cluster.create(namespaceToken, shop), /reads no kubeconfig files/);
    });

    it("is not another one, which has objects of its own", async () => {
        const cluster = new TestCluster();
        await cluster.create(namespaceToken, { metadata: { name: "of-the-first" } });
        const first = cluster.cloud.get(cluster.id) ?? assert.fail();
        const second = {
            ...first,
            id: `${cluster.id}-2`,
            outputs: { ...first.outputs, privateFQDN: "second.example" },
        };
        cluster.cloud.put(second);
        cluster.grant(clusterAdmin, second.id);
        cluster.configure({ kubeconfig: kubeconfigOf(second, "clusterUser", cluster.authority) });
        assert.equal(await cluster.read(namespaceToken, "of-the-first"), undefined);
        await cluster.create(namespaceToken, { metadata: { name: "of-the-second" } });
    });

    it("takes its objects with it", async () => {
        const cluster = new TestCluster();
        await cluster.create(namespaceToken, { metadata: { name: "of-the-old" } });
        cluster.cloud.remove(cluster.id);
        assert.equal(await new TestCluster().read(namespaceToken, "of-the-old"), undefined);
    });
});

describe("another configuration of a provider instance", () => {
    const { provider, cloud, id, authority } = new TestCluster();
    const cluster = cloud.get(id) ?? assert.fail();
    const kubeconfig = kubeconfigOf(cluster, "clusterUser", authority);
    const other = kubeconfigOf(
        { ...cluster, outputs: { ...cluster.outputs, privateFQDN: "other.example" } },
        "clusterUser",
        authority,
    );

    it("replaces everything if it means another cluster, or perhaps one", () => {
        for (const changed of [other, unknown]) {
            const { properties } = provider.diffConfig({ kubeconfig }, { kubeconfig: changed });
            assert.deepEqual(properties, { kubeconfig: { kind: "update", replace: true } });
        }
    });

    it("goes by what identifies the cluster, where both say it", () => {
        for (const changed of [other, unknown]) {
            const { properties } = provider.diffConfig(
                { kubeconfig, clusterIdentifier: id },
                { kubeconfig: changed, clusterIdentifier: id },
            );
            assert.deepEqual(properties, { kubeconfig: { kind: "update", replace: false } });
        }
        const moved = provider.diffConfig(
            { kubeconfig, clusterIdentifier: id },
            { kubeconfig, clusterIdentifier: "another" },
        );
        assert.deepEqual(moved.properties, { clusterIdentifier: { kind: "update", replace: true } });
        const added = provider.diffConfig({ kubeconfig }, { kubeconfig, clusterIdentifier: id });
        assert.deepEqual(added.properties, { clusterIdentifier: { kind: "update", replace: false } });
    });

    it("replaces nothing if it means the same", () => {
        const { properties } = provider.diffConfig(
            { kubeconfig },
            { kubeconfig: kubeconfigOf(cluster, "clusterUser", authority), namespace: "a" },
        );
        assert.deepEqual(properties, { namespace: { kind: "update", replace: false } });
        const asLocal = kubeconfig.replace(/user: clusterUser_group_kit/, "user: somebody");
        assert.equal(
            provider.diffConfig({ kubeconfig }, { kubeconfig: asLocal }).properties.kubeconfig?.replace,
            false,
        );
    });
});
