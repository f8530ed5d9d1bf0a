import { existsSync } from "node:fs";
import { join } from "node:path";

import { kubeconfigOf } from "../../../sandbox/azure-native/kubeconfig";
import { CertificateAuthority } from "../../../sandbox/kube-apiserver/authority";
import { Clusters } from "../../../sandbox/kubernetes/clusters";
import { KubernetesProvider } from "../../../sandbox/kubernetes/provider";
import { account } from "../../../sandbox/providers/account";
import { Cloud, type CloudResource } from "../../../sandbox/providers/cloud";
import { type Fault, FaultPlan } from "../../../sandbox/providers/fault";
import type { PropertyMap } from "../../../sandbox/providers/property";
import { temporaryFolder } from "../../temporary-folders";

export const clusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

/** An object that a test has made. */
export interface Made {
    readonly id: string;
    readonly inputs: PropertyMap;
    readonly outputs: PropertyMap;
}

/** What all tests of a file share: one API server, which takes seconds to start. */
class Shared {
    readonly folder = temporaryFolder();
    readonly cloud = new Cloud(join(this.folder, "cloud.json"));
    readonly authority = new CertificateAuthority(join(this.folder, "authority"));
    readonly warnings: string[] = [];
    readonly clusters = Clusters.open({
        cloud: this.cloud,
        authority: this.authority,
        directory: this.folder,
        log: (line) => this.warnings.push(line),
    });
}

let shared: Shared | undefined;

/** Ends the API server that the tests of a file share. */
export async function closeTestClusters(): Promise<void> {
    await (await shared?.clusters)?.close();
    shared = undefined;
}

/** How a test's cluster differs from one with Entra ID and Azure RBAC, and who may do what. */
export interface Difference {
    readonly outputs?: PropertyMap;
    /** Role of the deployer. Default: cluster admin. Empty: none. */
    readonly role?: string;
    /** Settings of the provider instance. */
    readonly settings?: Readonly<Record<string, string>>;
    readonly faults?: readonly Fault[];
}

/**
 * A cluster and the stand-in without an engine: what the engine would ask for an object, in the same order. What is in the
 * cluster stays for the other tests of the file; who may do what, and its settings, do not.
 */
export class TestCluster {
    readonly cloud: Cloud;
    readonly authority: CertificateAuthority;
    readonly id = `/subscriptions/${account.subscriptionId}/resourceGroups/group/providers/Microsoft.ContainerService/managedClusters/kit`;
    readonly provider: KubernetesProvider;
    /** What the API server has warned of. */
    readonly warnings: string[];
    private readonly peer = "test";

    constructor({ outputs, role = clusterAdmin, settings, faults = [] }: Difference = {}) {
        // A process runs many files of tests, and each takes its folders with it.
        if (shared === undefined || !existsSync(shared.folder)) shared = new Shared();
        const { cloud, authority, clusters, warnings } = shared;
        [this.cloud, this.authority, this.warnings] = [cloud, authority, warnings];
        for (const { id } of cloud.filter(({ token }) => !token.startsWith("sandbox:"))) {
            if (id !== this.id) cloud.remove(id);
        }
        const cluster: CloudResource = {
            id: this.id,
            token: "azure-native:containerservice:ManagedCluster",
            inputs: {},
            outputs: {
                privateFQDN: "kit.private.example",
                disableLocalAccounts: true,
                aadProfile: { managed: true, enableAzureRBAC: true },
                ...outputs,
            },
        };
        cloud.put(cluster);
        if (role !== "") this.grant(role);
        this.provider = new KubernetesProvider(
            {
                connect: async (kubeconfig, selection) => await (await clusters).connect(kubeconfig, selection),
                isUsed: () => false,
            },
            new FaultPlan(faults),
        );
        this.configure({ kubeconfig: kubeconfigOf(cluster, "clusterUser", authority), ...settings });
    }

    configure(settings: Readonly<Record<string, string>>): void {
        const variables = Object.entries(settings).map(([name, value]) => [`kubernetes:config:${name}`, value]);
        this.provider.configure(this.peer, Object.fromEntries(variables) as Record<string, string>);
    }

    /** Gives a role, by default to the deployer at the cluster. */
    grant(role: string, scope = this.id, principalId: string = account.objectId): void {
        this.cloud.put({
            id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${role}`,
            token: "azure-native:authorization:RoleAssignment",
            inputs: {},
            outputs: {
                principalId,
                scope,
                roleDefinitionId: `/subscriptions/${account.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
            },
        });
    }

    async check(type: string, news: PropertyMap, olds: PropertyMap = {}, name = "thing") {
        const seed = { randomSeed: new Uint8Array([1, 2, 3]), autonaming: undefined };
        return await this.provider.check({ ...this.call(type, name), ...seed, news, olds });
    }

    async failures(type: string, news: PropertyMap): Promise<string[]> {
        return (await this.check(type, news)).failures.map(({ reason }) => reason);
    }

    async create(type: string, news: PropertyMap, name = "thing"): Promise<Made> {
        const { inputs, failures } = await this.check(type, news, {}, name);
        if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
        const { id, outputs } = await this.provider.create({ ...this.call(type, name), inputs, preview: false });
        return { id, inputs, outputs };
    }

    async preview(type: string, news: PropertyMap): Promise<PropertyMap> {
        const { inputs } = await this.check(type, news);
        return (await this.provider.create({ ...this.call(type), inputs, preview: true })).outputs;
    }

    async update(type: string, made: Made, news: PropertyMap): Promise<Made> {
        const { inputs } = await this.check(type, news, made.inputs);
        const { id, outputs: olds } = made;
        const outputs = await this.provider.update({ ...this.call(type), id, olds, inputs, preview: false });
        return { id, inputs, outputs };
    }

    async diff(type: string, oldInputs: PropertyMap, news: PropertyMap) {
        return await this.provider.diff({ ...this.call(type), id: "id", olds: {}, oldInputs, news });
    }

    async read(type: string, id: string, state?: { inputs: PropertyMap; outputs: PropertyMap }) {
        const call = this.call(type);
        return await this.provider.read({ ...call, id, olds: state?.outputs ?? {}, oldInputs: state?.inputs });
    }

    async delete(type: string, id: string, name = "thing"): Promise<void> {
        await this.provider.delete({ ...this.call(type, name), id });
    }

    private call(type: string, name = "thing") {
        return { peer: this.peer, urn: `urn:pulumi:test::test::${type}::${name}`, type, name };
    }
}

export const namespaceToken = "kubernetes:core/v1:Namespace";
export const configMapToken = "kubernetes:core/v1:ConfigMap";
