import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { CertificateAuthority } from "../../sandbox/kube-apiserver/authority";
import type { ApiServer } from "../../sandbox/kubernetes/api-server";
import { Clusters } from "../../sandbox/kubernetes/clusters";
import { type ObjectReference, objectType } from "../../sandbox/kubernetes/object-type";
import { Cloud } from "../../sandbox/providers/cloud";
import { type PropertyMap, isMap, knownString, textOf, valueAt } from "../../sandbox/providers/property";
import { type Registration, record } from "../recorded-program";

/** What the API server said to an object. */
export interface Verdict {
    readonly allowed: boolean;
    /** Why it was refused; empty if it was not. */
    readonly message: string;
    readonly warnings: readonly string[];
}

const name = "kit";

/** A real API server, with all add-ons that bring types, for those who may do everything. One for each test file. */
export class RealCluster {
    /** What the API server has warned of when objects were applied for good. */
    readonly warnings: string[] = [];
    private settled = 0;

    private constructor(
        private readonly folder: string,
        private readonly clusters: Clusters,
        private readonly server: ApiServer,
    ) {}

    static async start(): Promise<RealCluster> {
        const folder = mkdtempSync(join(tmpdir(), "aksguard-cluster-"));
        const cloud = new Cloud(join(folder, "cloud.json"));
        cloud.put({
            id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/${name}`,
            token: "azure-native:containerservice:ManagedCluster",
            inputs: {},
            outputs: {
                fqdn: `${name}.example`,
                networkProfile: { networkDataplane: "cilium" },
                addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true }, azurepolicy: { enabled: true } },
                ingressProfile: {
                    gatewayAPI: { installation: "Standard" },
                    applicationLoadBalancer: { enabled: true },
                },
            },
        });
        const clusters = await Clusters.open({
            cloud,
            authority: new CertificateAuthority(join(folder, "authority")),
            directory: folder,
            log: () => undefined,
        });
        return new RealCluster(folder, clusters, await clusters.administer(name));
    }

    /** Applies an object for good. Throws what the API server refuses it with. */
    async apply(object: PropertyMap): Promise<PropertyMap> {
        return await this.server.apply(await this.referenceTo(object), object, asTests(false, this.warnings));
    }

    /** Applies the Kubernetes objects that a program registers, and answers them when they have effect. */
    async install(program: () => unknown): Promise<PropertyMap[]> {
        return await this.applyAll(objectsIn(await record(program)));
    }

    /** Applies objects in their order, and answers them when they have effect. */
    async applyAll(objects: PropertyMap[]): Promise<PropertyMap[]> {
        for (const object of objects) await this.apply(object);
        if (objects.some(isBinding)) await this.settle();
        return objects;
    }

    /** Deletes objects, the last one first, until none has effect any more. */
    async deleteAll(objects: readonly PropertyMap[]): Promise<void> {
        for (const object of [...objects].reverse()) await this.delete(object);
        if (objects.some(isBinding)) await this.settle();
    }

    /**
     * Policies have effect, and lose it, some time after they were sent, in their order: so what the last one refuses is
     * tried. Its own deletion takes as long, and the next one needs another name.
     */
    private async settle(): Promise<void> {
        const canary = canaryOf(`canary-${(this.settled += 1)}`);
        for (const object of canary.policy) await this.apply(object);
        while ((await this.judge(canary.refused)).allowed) await sleep(50);
        for (const object of [...canary.policy].reverse()) await this.delete(object);
    }

    /**
     * What the API server would say to an object, or to a change of a part of it, such as ephemeralcontainers. Several may
     * be judged at once: each hears its own warnings only.
     */
    async judge(object: PropertyMap, part?: string): Promise<Verdict> {
        const warnings: string[] = [];
        try {
            await this.server.apply(await this.referenceTo(object), object, { ...asTests(true, warnings), part });
            return { allowed: true, message: "", warnings };
        } catch (error) {
            return { allowed: false, message: (error as Error).message, warnings };
        }
    }

    async get(object: PropertyMap): Promise<PropertyMap | undefined> {
        return await this.server.get(await this.referenceTo(object));
    }

    async delete(object: PropertyMap): Promise<void> {
        await this.server.delete(await this.referenceTo(object));
    }

    async stop(): Promise<void> {
        await this.clusters.close();
        rmSync(this.folder, { recursive: true, force: true });
    }

    private async referenceTo(object: PropertyMap): Promise<ObjectReference> {
        const [, group = "", version = ""] = /^(?:(.+)\/)?(.+)$/.exec(textOf(object.apiVersion)) ?? [];
        const type = objectType(group, version, textOf(object.kind));
        const metadata = isMap(object.metadata) ? object.metadata : {};
        const isNamespaced = await this.server.isNamespaced(type);
        const namespace = isNamespaced === false ? undefined : (knownString(metadata.namespace) ?? "default");
        return { type, namespace, name: textOf(valueAt(metadata, "name")) };
    }
}

function asTests(dryRun: boolean, warnings: string[]) {
    return { fieldManager: "tests", force: true, dryRun, warn: (warning: string) => void warnings.push(warning) };
}

/** The objects of Kubernetes that a program has registered; without a name, Pulumi gives one. */
export function objectsIn(registrations: readonly Registration[]): PropertyMap[] {
    return registrations.filter(isObject).map(({ name: logicalName, inputs }) => {
        const { metadata, ...object } = inputs as PropertyMap;
        return { ...object, metadata: { name: logicalName, ...(isMap(metadata) ? metadata : {}) } };
    });
}

/** Whether it is an object of Kubernetes: what is in a chart is known to Helm only. */
export function isObject({ type }: Registration): boolean {
    return type.startsWith("kubernetes:") && !type.startsWith("kubernetes:helm.sh/");
}

function isBinding({ kind }: PropertyMap): boolean {
    return kind === "ValidatingAdmissionPolicyBinding";
}

/** A policy that refuses one ConfigMap. */
function canaryOf(name: string): { policy: readonly PropertyMap[]; refused: PropertyMap } {
    const apiVersion = "admissionregistration.k8s.io/v1";
    const metadata = { name };
    const resourceRules = [{ apiGroups: [""], apiVersions: ["v1"], resources: ["configmaps"], operations: ["CREATE"] }];
    const validations = [{ expression: `object.metadata.name != "${name}"` }];
    return {
        policy: [
            {
                apiVersion,
                kind: "ValidatingAdmissionPolicy",
                metadata,
                spec: { matchConstraints: { resourceRules }, validations },
            },
            {
                apiVersion,
                kind: "ValidatingAdmissionPolicyBinding",
                metadata,
                spec: { policyName: name, validationActions: ["Deny"] },
            },
        ],
        refused: { apiVersion: "v1", kind: "ConfigMap", metadata },
    };
}
