import { writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { KubeConfig, User } from "@kubernetes/client-node";

import { stringify } from "yaml";

import { nameOf } from "../azure-native/arm-path";
import type { CertificateAuthority } from "../kube-apiserver/authority";
import { ControlPlanes, type Endpoint } from "../kube-apiserver/control-planes";
import { installKubelogin } from "../kube-apiserver/kubelogin";
import { type Webhooks, serveWebhooks } from "../kube-apiserver/webhooks";
import type { Cloud, CloudResource } from "../providers/cloud";
import { ApiClient } from "./api-client";
import { ApiServer } from "./api-server";
import { Controllers } from "./controllers";
import { type Connection, type Selection, connectionOf } from "./kubeconfig";

/** What the clusters of a sandbox need of it. */
export interface ClustersOptions {
    readonly cloud: Cloud;
    readonly authority: CertificateAuthority;
    /** The state folder: what is in them goes to `clusters`, kubelogin to `bin`, and the kubeconfig for people beside them. */
    readonly directory: string;
    readonly log: (line: string) => void;
}

/** The clusters of the cloud, each with its API server. */
export class Clusters {
    private readonly connected = new Map<string, Promise<ApiServer>>();
    private readonly controlPlanes: ControlPlanes;
    /** Folder in which credential plugins of kubeconfigs are found before those of PATH. */
    private readonly plugins: string;
    private written = "";
    /** Undefined while nobody wants one. */
    private writing: Promise<void> | undefined;

    private constructor(
        private readonly options: ClustersOptions,
        private readonly webhooks: Webhooks,
    ) {
        const prepare = async (cluster: CloudResource, endpoint: Endpoint) => {
            await this.controllersOf(cluster, await this.administratorOf(endpoint)).prepare();
        };
        const folder = join(options.directory, "clusters");
        this.controlPlanes = new ControlPlanes({ ...options, folder, webhooks, prepare });
        this.plugins = join(options.directory, "bin");
    }

    static async open(options: ClustersOptions): Promise<Clusters> {
        await installKubelogin(join(options.directory, "bin"));
        return new Clusters(options, await serveWebhooks(options.cloud));
    }

    /** The API server that a kubeconfig leads to, for its user. Throws the reason why it cannot be reached. */
    async connect(kubeconfig: string | undefined, selection: Selection): Promise<ApiServer> {
        const { cluster, login } = this.find(kubeconfig, selection);
        if (login === "certificate" && cluster.outputs.disableLocalAccounts === true) {
            throw new Error("the server has asked for the client to provide credentials (Unauthorized)");
        }
        await this.controlPlanes.ready(cluster);
        const endpoint = await this.controlPlanes.endpointOf(cluster);
        const key = JSON.stringify([kubeconfig, selection, endpoint.url]);
        const connecting = this.connected.get(key) ?? this.open(cluster, endpoint, kubeconfig ?? "", selection);
        this.connected.set(key, connecting);
        return await connecting;
    }

    /** The API server of the cluster of that name or ARM id, for somebody who may do everything. */
    async administer(cluster: string): Promise<ApiServer> {
        const found = this.all().find(({ id }) => [id, nameOf(id)].includes(cluster));
        if (found === undefined) throw new Error(`there is no cluster ${cluster} in the sandbox`);
        await this.controlPlanes.ready(found);
        const client = await this.administratorOf(await this.controlPlanes.endpointOf(found));
        return new ApiServer(client, this.controllersOf(found, client));
    }

    /** Whether somebody has made something in the cluster that a kubeconfig leads to. */
    isUsed(kubeconfig: string | undefined, selection: Selection): boolean {
        try {
            return this.controlPlanes.isUsed(this.find(kubeconfig, selection).cluster);
        } catch {
            return false;
        }
    }

    async close(): Promise<void> {
        await this.writing;
        await this.controlPlanes.close();
        await this.webhooks.close();
    }

    /** Keeps a kubeconfig for people: a context for each cluster there is, for the deployer. */
    async keepKubeconfig(): Promise<void> {
        if (this.writing === undefined) {
            this.options.cloud.onChange(() => {
                this.writing = this.writing?.then(() => this.writeKubeconfig());
            });
        }
        this.writing = this.writeKubeconfig();
        await this.writing;
    }

    private async writeKubeconfig(): Promise<void> {
        const { authority, directory } = this.options;
        const clusters = this.all();
        const ids = clusters.map(({ id }) => id).join();
        if (ids === this.written) return;
        this.written = ids;
        await this.controlPlanes.forget();
        const entries = await Promise.all(
            clusters.map(async (cluster) => ({
                name: nameOf(cluster.id),
                ...(await this.controlPlanes.endpointOf(cluster)),
            })),
        );
        const exec = {
            apiVersion: "client.authentication.k8s.io/v1",
            command: join(this.plugins, "kubelogin"),
            args: ["get-token"],
            interactiveMode: "Never",
        };
        const content = {
            apiVersion: "v1",
            kind: "Config",
            clusters: entries.map(({ name, url, serverName }) => ({
                name,
                cluster: {
                    server: url,
                    "tls-server-name": serverName,
                    "certificate-authority-data": base64(authority.certificate),
                },
            })),
            contexts: entries.map(({ name }) => ({ name, context: { cluster: name, user: "deployer" } })),
            "current-context": entries.at(-1)?.name ?? "",
            users: [{ name: "deployer", user: { exec } }],
        };
        await writeFile(join(directory, "kubeconfig"), stringify(content), { mode: 0o600 });
    }

    private all(): CloudResource[] {
        return this.options.cloud.ofType("azure-native:containerservice:ManagedCluster");
    }

    private find(kubeconfig: string | undefined, selection: Selection): Connection & { cluster: CloudResource } {
        const connection = connectionOf(kubeconfig, selection);
        const { hostname } = new URL(connection.server);
        const cluster = this.all().find(({ outputs }) => [outputs.fqdn, outputs.privateFQDN].includes(hostname));
        if (cluster !== undefined) return { ...connection, cluster };
        throw new Error(
            `unable to load schema information from the API server: Get "${connection.server}/openapi/v2": ` +
                `dial tcp: lookup ${hostname}: no such host`,
        );
    }

    private async open(
        cluster: CloudResource,
        endpoint: Endpoint,
        kubeconfig: string,
        { context, cluster: name }: Selection,
    ) {
        const config = await emptyConfig();
        config.loadFromString(kubeconfig);
        if (context !== undefined) config.setCurrentContext(context);
        const found = name === undefined ? config.getCurrentCluster() : config.getCluster(name);
        const user = config.getCurrentUser();
        if (found === null || user === null)
            throw new Error("invalid configuration: no configuration has been provided");
        // Nobody resolves its name here: the same API server answers at a port of this machine.
        config.loadFromClusterAndUser(
            { ...found, server: endpoint.url, tlsServerName: endpoint.serverName },
            withPlugins(user, this.plugins),
        );
        const client = new ApiClient(config, (warning) => {
            this.options.log(`the API server warns: ${warning}`);
        });
        return new ApiServer(client, this.controllersOf(cluster, await this.administratorOf(endpoint)));
    }

    private controllersOf(cluster: CloudResource, client: ApiClient): Controllers {
        return new Controllers(client, () => this.options.cloud.get(cluster.id) ?? cluster);
    }

    private async administratorOf(endpoint: Endpoint): Promise<ApiClient> {
        const { authority } = this.options;
        const config = await emptyConfig();
        const { certificate, key } = authority.issue({ commonName: "controllers", organization: "system:masters" });
        config.loadFromClusterAndUser(
            {
                name: "cluster",
                server: endpoint.url,
                tlsServerName: endpoint.serverName,
                caData: base64(authority.certificate),
                skipTLSVerify: false,
            },
            { name: "controllers", certData: base64(certificate), keyData: base64(key) },
        );
        return new ApiClient(config, (warning) => {
            this.options.log(`the API server warns: ${warning}`);
        });
    }
}

/** Read on demand: most commands meet no cluster, and the client is large. */
async function emptyConfig(): Promise<KubeConfig> {
    const client = await import("@kubernetes/client-node");
    return new client.KubeConfig();
}

/** Credential plugins are found in that folder first. */
function withPlugins(user: User, folder: string): User {
    const exec = user.exec as { env?: { name: string; value: string }[] | null } | undefined;
    if (exec === undefined) return user;
    const path = { name: "PATH", value: `${folder}${delimiter}${process.env.PATH ?? ""}` };
    return { ...user, exec: { ...exec, env: [...(exec.env ?? []), path] } };
}

function base64(text: string): string {
    return Buffer.from(text).toString("base64");
}
