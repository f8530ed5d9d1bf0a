import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CoreV1Api, KubeConfig } from "@kubernetes/client-node";

import { CertificateAuthority } from "../../../sandbox/kube-apiserver/authority";
import { Clusters } from "../../../sandbox/kubernetes/clusters";
import { objectType } from "../../../sandbox/kubernetes/object-type";
import { account } from "../../../sandbox/providers/account";
import { Cloud } from "../../../sandbox/providers/cloud";
import { temporaryFolder } from "../../temporary-folders";

const namespace = objectType("", "v1", "Namespace");

/** Clusters with Azure RBAC, and a role for the deployer in each. */
class Place {
    readonly folder = temporaryFolder();
    readonly cloud = new Cloud(join(this.folder, "cloud.json"));
    readonly kubeconfig = join(this.folder, "kubeconfig");
    readonly log: string[] = [];

    async open(): Promise<Clusters> {
        return await Clusters.open({
            cloud: new Cloud(join(this.folder, "cloud.json")),
            authority: new CertificateAuthority(join(this.folder, "authority")),
            directory: this.folder,
            log: (line) => this.log.push(line),
        });
    }

    addCluster(name: string): void {
        const id = this.idOf(name);
        this.cloud.put({
            id,
            token: "azure-native:containerservice:ManagedCluster",
            inputs: {},
            outputs: { fqdn: `${name}.example`, aadProfile: { managed: true, enableAzureRBAC: true } },
        });
        this.cloud.put({
            id: `${id}/providers/Microsoft.Authorization/roleAssignments/admin`,
            token: "azure-native:authorization:RoleAssignment",
            inputs: {},
            outputs: {
                principalId: account.objectId,
                scope: id,
                roleDefinitionId:
                    "/providers/Microsoft.Authorization/roleDefinitions/b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b",
            },
        });
    }

    idOf(name: string): string {
        return `/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/${name}`;
    }
}

describe("the clusters of a sandbox", function () {
    this.timeout(60_000);
    const place = new Place();
    place.addCluster("first");
    let clusters: Clusters;
    before(async () => {
        clusters = await place.open();
    });
    after(async () => {
        await clusters.close();
    });

    const namespaces = async () => {
        const config = new KubeConfig();
        config.loadFromFile(place.kubeconfig);
        const { items } = await config.makeApiClient(CoreV1Api).listNamespace();
        return items.map(({ metadata }) => metadata?.name);
    };

    it("have no API server until somebody asks", () => {
        assert.equal(existsSync(join(place.folder, "clusters")), false);
    });

    it("are reached by any client, with the kubeconfig for people", async () => {
        await clusters.keepKubeconfig();
        assert.deepEqual(await namespaces(), ["default", "kube-node-lease", "kube-public", "kube-system"]);
    });

    it("let in whom Azure lets in, and nobody else", async () => {
        process.env.AKSGUARD_SANDBOX_PRINCIPAL = "11111111-1111-4111-8111-111111111111";
        try {
            await assert.rejects(namespaces(), /User does not have access to the resource in Azure/);
        } finally {
            delete process.env.AKSGUARD_SANDBOX_PRINCIPAL;
        }
    });

    it("do not trust who says nothing of himself", async () => {
        const config = readFileSync(place.kubeconfig, "utf8").replace(
            /users:[^]*/,
            "users: [{name: deployer, user: {}}]",
        );
        writeFileSync(`${place.kubeconfig}-anonymous`, config);
        const anonymous = new KubeConfig();
        anonymous.loadFromFile(`${place.kubeconfig}-anonymous`);
        await assert.rejects(
            anonymous.makeApiClient(CoreV1Api).listNamespace(),
            /User \\+"system:anonymous\\+" cannot list resource/,
        );
    });

    it("are shared with a second command, which does not end them", async () => {
        const second = await place.open();
        const server = await second.administer("first");
        const reference = { type: namespace, namespace: undefined, name: "of-the-second" };
        const object = { apiVersion: "v1", kind: "Namespace", metadata: { name: "of-the-second" } };
        await server.apply(reference, object, { fieldManager: "test", force: false, dryRun: false });
        await second.close();
        assert.ok((await namespaces()).includes("of-the-second"));
    });

    it("keep what is in them for the next command", async () => {
        await clusters.close();
        clusters = await place.open();
        const server = await clusters.administer("first");
        const found = (await server.list(namespace)).map(({ name }) => name);
        assert.ok(found.includes("of-the-second"), found.join());
    });

    it("are forgotten with all that is in them when they are deleted", async () => {
        place.cloud.remove(place.idOf("first"));
        await clusters.close();
        assert.deepEqual(readdirSync(join(place.folder, "clusters")), []);
        place.addCluster("first");
        clusters = await place.open();
        const found = (await (await clusters.administer("first")).list(namespace)).map(({ name }) => name);
        assert.ok(!found.includes("of-the-second"), found.join());
    });
});

describe("what a command that died has written down", function () {
    this.timeout(60_000);
    const place = new Place();
    place.addCluster("left");
    const died = () => spawnSync("true").pid;
    const file = () =>
        join(place.folder, "clusters", readdirSync(join(place.folder, "clusters"))[0] ?? "", "running.json");

    it("is an API server that the next one stops, and starts its own", async () => {
        const first = await place.open();
        await first.administer("left");
        const running = JSON.parse(readFileSync(file(), "utf8")) as { processes: number[] };
        writeFileSync(file(), JSON.stringify({ ...running, owner: died() }));
        const second = await place.open();
        assert.equal((await (await second.administer("left")).list(namespace)).length, 4);
        for (const id of running.processes) assert.throws(() => process.kill(id, 0), /ESRCH/);
        await first.close();
        await second.close();
    });

    it("may be the numbers of anybody else's processes by now, which go on", async () => {
        const other = spawn("sleep", ["60"]);
        const processes = [other.pid, other.pid];
        writeFileSync(file(), JSON.stringify({ owner: died(), processes, port: 1 }));
        const clusters = await place.open();
        await clusters.administer("left");
        assert.equal(other.signalCode, null);
        assert.ok(other.kill());
        await clusters.close();
    });
});

describe("an API server that does not start", () => {
    it("shows the end of its log", async () => {
        const { KUBEBUILDER_ASSETS } = process.env;
        const assets = (process.env.KUBEBUILDER_ASSETS = temporaryFolder());
        for (const name of ["kube-apiserver", "etcd"]) {
            writeFileSync(join(assets, name), "#!/bin/sh\necho cannot start >&2\nexit 1\n", { mode: 0o755 });
        }
        const place = new Place();
        place.addCluster("broken");
        const clusters = await place.open();
        try {
            await assert.rejects(clusters.administer("broken"), {
                message: "the API server ended at once:\ncannot start",
            });
        } finally {
            await clusters.close();
            if (KUBEBUILDER_ASSETS === undefined) delete process.env.KUBEBUILDER_ASSETS;
            else process.env.KUBEBUILDER_ASSETS = KUBEBUILDER_ASSETS;
        }
    });
});
