import assert from "node:assert/strict";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import type * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../components";
import { ApiClient } from "../../sandbox/kubernetes/api-client";
import type { ApiServer } from "../../sandbox/kubernetes/api-server";
import { Clusters } from "../../sandbox/kubernetes/clusters";
import type { Selection } from "../../sandbox/kubernetes/kubeconfig";
import { type ObjectReference, objectType } from "../../sandbox/kubernetes/object-type";
import { account } from "../../sandbox/providers/account";
import { StackInMemory } from "../stack-in-memory";
import { temporaryFolder } from "../temporary-folders";

const reader = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const stranger = "ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee";

const settings = reference("ConfigMap", "settings");
const token = reference("Secret", "token");
const pods = { path: "/api/v1/namespaces/default/pods" };

function reference(kind: string, name: string): ObjectReference {
    return { type: objectType("", "v1", kind), namespace: "default", name };
}

/** Makes or changes an object. */
async function write(server: ApiServer, { type, namespace = "", name }: ObjectReference): Promise<void> {
    const object = { apiVersion: type.apiVersion, kind: type.kind, metadata: { name, namespace } };
    await server.apply({ type, namespace, name }, object, { fieldManager: "tests", force: true, dryRun: false });
}

/** What the API server says of what somebody may not do; Azure adds why. */
function forbidden(verb: string, object: string, who: string) {
    const [resource = ""] = object.split(" ");
    return {
        message:
            `${object} is forbidden: User "${who}" cannot ${verb} resource "${resource}" in API group "" in the namespace ` +
            `"default": default: User does not have access to the resource in Azure. Update role assignment to allow access.`,
    };
}

describe("with the kubeconfig of a Cluster, as its provider has it", function () {
    this.timeout(300_000);
    const principal = process.env["AKSGUARD_SANDBOX_PRINCIPAL"];
    const stack = new StackInMemory();
    let kubeconfig: string;
    let directory: string;
    let clusters: Clusters;

    before(async () => {
        const { refusals } = await stack.up(() => {
            const auditor = { name: "auditor", principalId: reader, principalType: "User", role: "Reader" } as const;
            const cluster = new aksguard.Cluster("kit", { grants: [auditor] });
            const provider = cluster.provider as unknown as { kubeconfig: pulumi.Output<string> };
            provider.kubeconfig.apply((given) => (kubeconfig = given));
        });
        assert.deepEqual(refusals, []);
        directory = temporaryFolder();
        clusters = await Clusters.open({
            cloud: stack.arm.cloud,
            authority: stack.arm.authority,
            directory,
            log: () => undefined,
        });
    });
    afterEach(() => {
        if (principal === undefined) delete process.env["AKSGUARD_SANDBOX_PRINCIPAL"];
        else process.env["AKSGUARD_SANDBOX_PRINCIPAL"] = principal;
    });
    after(async () => {
        await clusters.close();
    });

    /** The API server for somebody. Connections are kept by what is selected, so each selects the same in other words. */
    async function connect(who: string, selection: Selection = {}): Promise<ApiServer> {
        process.env["AKSGUARD_SANDBOX_PRINCIPAL"] = who;
        return await clusters.connect(kubeconfig, selection);
    }
    const context = () => /^current-context: (.*)$/m.exec(kubeconfig)?.[1] ?? assert.fail();

    it("nobody finds a credential in it", () => {
        assert.match(kubeconfig, /command: kubelogin/);
        assert.doesNotMatch(kubeconfig, /token:|password|client-key|client-certificate/);
    });

    it("the deployer may do everything", async () => {
        const server = await connect(account.objectId);
        for (const object of [settings, token]) {
            await write(server, object);
            assert.notEqual(await server.get(object), undefined);
        }
    });

    it("a reader may read, but neither write nor see secrets", async () => {
        const server = await connect(reader, { context: context() });
        assert.notEqual(await server.get(settings), undefined);
        await assert.rejects(write(server, settings), forbidden("patch", 'configmaps "settings"', reader));
        await assert.rejects(server.delete(settings), forbidden("delete", 'configmaps "settings"', reader));
        await assert.rejects(server.get(token), forbidden("get", 'secrets "token"', reader));
    });

    it("who has no role may nothing", async () => {
        const server = await connect(stranger, { context: context(), cluster: context() });
        await assert.rejects(server.get(settings), forbidden("get", 'configmaps "settings"', stranger));
    });

    it("whoever brings no login, or a false one, may nothing", async () => {
        await clusters.keepKubeconfig();
        const config = new KubeConfig();
        config.loadFromFile(join(directory, "kubeconfig"));
        const cluster = config.getCurrentCluster() ?? assert.fail();
        const ask = async (login: object) => {
            const own = new KubeConfig();
            own.loadFromClusterAndUser(cluster, { name: "somebody", ...login });
            return await new ApiClient(own, () => undefined).send(pods);
        };
        await assert.rejects(ask({}), {
            code: 403,
            message:
                'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" in the namespace "default"',
        });
        await assert.rejects(ask({ token: "made-up" }), { code: 401, message: "Unauthorized" });
    });
});
