import { setTimeout as sleep } from "node:timers/promises";

import type { CloudResource } from "../providers/cloud";
import { type PropertyMap, isMap, textOf, valueAt } from "../providers/property";
import { type ApiClient, StatusError, isNotFound } from "./api-client";
import { collectionsIn } from "./api-resources";
import { definitionOf, hasAzurePolicy, installedScope } from "./custom-kinds";
import { releasedChart } from "./helm-release";
import type { ObjectReference, ObjectType } from "./object-type";
import { statusOf } from "./status";

/**
 * What the controllers of a cluster would do, as far as programs wait for it: no controller runs in the sandbox. They are
 * administrators, whoever the user is.
 */
export class Controllers {
    constructor(
        private readonly client: ApiClient,
        /** The cluster as it is now: add-ons come and go. */
        private readonly cluster: () => CloudResource,
    ) {}

    /** What a cluster has before anybody has made something in it. */
    async prepare(): Promise<void> {
        // The API server makes its own namespaces in the moment after it is ready.
        while (!(await this.exists("/api/v1/namespaces/default"))) await sleep(20);
        await Promise.all(Object.entries(aggregatedRoles).map(([role, parts]) => this.aggregate(role, parts)));
        if (!hasAzurePolicy(this.cluster())) return;
        const metadata = { name: "gatekeeper-system" };
        await this.ifAbsent({ path: "/api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata } });
    }

    /** Installs the definition of a custom type that an add-on or a chart brings. Whether there is one. */
    async install(type: ObjectType): Promise<boolean> {
        const scope = installedScope(type, this.cluster(), await this.charts());
        if (scope === undefined) return false;
        const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        const definition = definitionOf(type, scope);
        await this.ifAbsent({ path: definitions, body: definition });
        await this.served(definition);
        return true;
    }

    /** What happens to an object soon after it is there: its status, and what a namespace has from the start. */
    async reconcile(reference: ObjectReference, path: string, object: PropertyMap): Promise<void> {
        if (isNamespace(reference.type)) {
            const metadata = { name: "default" };
            const body = { apiVersion: "v1", kind: "ServiceAccount", metadata };
            await this.ifAbsent({ path: `${path}/serviceaccounts`, body });
        }
        if (reference.type.kind === "CustomResourceDefinition") await this.served(object);
        const status = statusOf(reference.type, object);
        if (status === undefined) return;
        const contentType = "application/merge-patch+json";
        await this.client.send({ method: "PATCH", path: `${path}/status`, body: { status }, contentType });
    }

    /** Empties a namespace that is deleted, and lets it go. */
    async finalize({ type, name }: ObjectReference, path: string): Promise<void> {
        if (!isNamespace(type)) return;
        const query = { propagationPolicy: "Background", gracePeriodSeconds: "0" };
        const collections = await collectionsIn(this.client, name);
        await Promise.all(
            collections.map((collection) => this.client.send({ method: "DELETE", path: collection, query })),
        );
        const namespace = await this.client.send({ path });
        await this.client.send({
            method: "PUT",
            path: `${path}/finalize`,
            body: { ...namespace, spec: { finalizers: [] } },
        });
    }

    /** Waits until objects of a definition can be made: the API server takes a moment to read it. */
    private async served({ spec = {} }: PropertyMap): Promise<void> {
        const [group, plural] = [textOf(valueAt(spec, "group")), valueAt(spec, "names", "plural")];
        const versions = valueAt(spec, "versions");
        for (const version of Array.isArray(versions) ? versions : []) {
            if (valueAt(version, "served") !== true) continue;
            const path = `/apis/${group}/${textOf(valueAt(version, "name"))}`;
            const isServed = async () => {
                const { resources } = await this.client.send({ path });
                return Array.isArray(resources) && resources.some((resource) => valueAt(resource, "name") === plural);
            };
            // A definition that is refused or lacks the version is never served; whoever wants it is told then.
            const latest = Date.now() + 10_000;
            while (Date.now() < latest && !(await isServed().catch(() => false))) await sleep(20);
        }
    }

    /** Names of the charts that Helm has installed: it notes each in a Secret. */
    private async charts(): Promise<string[]> {
        const { items } = await this.client.send({ path: "/api/v1/secrets", query: { labelSelector: "owner=helm" } });
        return (Array.isArray(items) ? items.filter(isMap) : []).flatMap((secret) => releasedChart(secret) ?? []);
    }

    /** Collects the rules of a role for users from the roles that Kubernetes has for it. */
    private async aggregate(role: string, parts: readonly string[]): Promise<void> {
        const roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
        const sources = await Promise.all(
            parts.map((part) => this.client.send({ path: `${roles}/system:aggregate-to-${part}` })),
        );
        const rules = sources.flatMap((source) => (Array.isArray(source.rules) ? source.rules : []));
        const contentType = "application/merge-patch+json";
        await this.client.send({ method: "PATCH", path: `${roles}/${role}`, body: { rules }, contentType });
    }

    private async exists(path: string): Promise<boolean> {
        try {
            await this.client.send({ path });
            return true;
        } catch (error) {
            if (isNotFound(error)) return false;
            throw error;
        }
    }

    private async ifAbsent({ path, body }: { path: string; body: PropertyMap }): Promise<void> {
        try {
            await this.client.send({ method: "POST", path, body });
        } catch (error) {
            if (!(error instanceof StatusError && error.reason === "AlreadyExists")) throw error;
        }
    }
}

/** Roles for users that have no rules of their own. */
const aggregatedRoles = { admin: ["admin", "edit", "view"], edit: ["edit", "view"], view: ["view"] } as const;

function isNamespace({ group, kind }: ObjectType): boolean {
    return group === "" && kind === "Namespace";
}
