import { join } from "node:path";

import { kubeconfigOf } from "../../../sandbox/azure-native/kubeconfig";
import { connect } from "../../../sandbox/kubernetes/connect";
import { KubernetesProvider } from "../../../sandbox/kubernetes/provider";
import { account } from "../../../sandbox/providers/account";
import { Cloud, type CloudResource } from "../../../sandbox/providers/cloud";
import { type Fault, FaultPlan } from "../../../sandbox/providers/fault";
import type { PropertyMap } from "../../../sandbox/providers/property";
import { temporaryFolder } from "../temporary-folder";

export const clusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

/** An object that a test has made. */
export interface Made {
    readonly id: string;
    readonly inputs: PropertyMap;
    readonly outputs: PropertyMap;
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

/** A cluster and the stand-in without an engine: what the engine would ask for an object, in the same order. */
export class TestCluster {
    readonly cloud = new Cloud(join(temporaryFolder(), "cloud.json"));
    readonly id = `/subscriptions/${account.subscriptionId}/resourceGroups/group/providers/Microsoft.ContainerService/managedClusters/kit`;
    readonly provider: KubernetesProvider;
    private readonly peer = "test";

    constructor({ outputs, role = clusterAdmin, settings, faults = [] }: Difference = {}) {
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
        this.cloud.put(cluster);
        if (role !== "") this.grant(role);
        this.provider = new KubernetesProvider((connection) => connect(this.cloud, connection), new FaultPlan(faults));
        this.configure({ kubeconfig: kubeconfigOf(cluster, "clusterUser"), ...settings });
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

    async delete(type: string, id: string): Promise<void> {
        await this.provider.delete({ ...this.call(type), id });
    }

    /** What the cloud keeps of the cluster's objects, by the end of their ids. */
    objects(): string[] {
        const prefix = `${this.id}/kubernetes/`;
        return this.cloud.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => id.slice(prefix.length));
    }

    private call(type: string, name = "thing") {
        return { peer: this.peer, urn: `urn:pulumi:test::test::${type}::${name}`, type, name };
    }
}

export const namespaceToken = "kubernetes:core/v1:Namespace";
export const configMapToken = "kubernetes:core/v1:ConfigMap";
