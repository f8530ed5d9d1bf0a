import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { join } from "node:path";

import type { Cloud, CloudResource } from "../providers/cloud";
import { knownString, textOf } from "../providers/property";
import { messageOf } from "../user-error";
import type { CertificateAuthority } from "./authority";
import { findBinaries } from "./binaries";
import { ControlPlane } from "./control-plane";
import type { Webhooks } from "./webhooks";

/** Where a cluster's API server answers on this machine. */
export interface Endpoint {
    readonly url: string;
    /** The name that its certificate is for. */
    readonly serverName: string;
}

/** What the control planes of a sandbox share. */
export interface ControlPlanesOptions {
    readonly cloud: Cloud;
    /** Where they keep what they know. */
    readonly folder: string;
    readonly authority: CertificateAuthority;
    readonly webhooks: Webhooks;
    readonly log: (line: string) => void;
    /** Called when an API server is ready, before anybody else is let in. */
    readonly prepare: (cluster: CloudResource, endpoint: Endpoint) => Promise<void>;
}

/**
 * The API servers of a sandbox's clusters. Each has an address from the start, and starts when somebody connects to it: most
 * commands need none.
 */
export class ControlPlanes {
    private readonly listeners = new Map<string, Promise<Server>>();
    private readonly started = new Map<string, Promise<ControlPlane>>();
    private readonly sockets = new Set<Socket>();

    constructor(private readonly options: ControlPlanesOptions) {}

    /** Where the cluster's API server answers. */
    async endpointOf(cluster: CloudResource): Promise<Endpoint> {
        const folder = this.folderOf(cluster);
        if (!this.listeners.has(folder)) this.listeners.set(folder, this.listen(cluster, folder));
        const server = await this.listeners.get(folder);
        return endpoint((server?.address() as AddressInfo).port, cluster);
    }

    /** Waits until the cluster's API server answers. Throws the reason why it does not. */
    async ready(cluster: CloudResource): Promise<void> {
        await this.startedIn(this.folderOf(cluster), cluster);
    }

    /** Whether somebody has made something in the cluster. */
    isUsed(cluster: CloudResource): boolean {
        return existsSync(this.knownFolderOf(cluster) ?? "");
    }

    /** Ends all of them, and forgets those of clusters that are no more. */
    async close(): Promise<void> {
        for (const socket of this.sockets) socket.destroy();
        for (const server of await Promise.all(this.listeners.values())) server.close();
        await Promise.all([...this.started.values()].map(async (starting) => (await starting.catch(none))?.stop()));
        await this.forget();
    }

    /** Removes what clusters have left behind that are deleted. */
    async forget(): Promise<void> {
        const { cloud, folder } = this.options;
        const kept = new Set(cloud.ofType(token).map(({ outputs }) => textOf(outputs.folder)));
        const all = existsSync(folder) ? readdirSync(folder) : [];
        for (const name of all.filter((candidate) => !kept.has(candidate))) {
            const stopped = await this.started.get(join(folder, name))?.catch(none);
            await stopped?.stop();
            await rm(join(folder, name), { recursive: true, force: true });
        }
    }

    private async listen(cluster: CloudResource, folder: string): Promise<Server> {
        const server = createServer((socket) => {
            this.sockets.add(socket);
            socket.on("close", () => this.sockets.delete(socket));
            void this.tunnel(socket, cluster, folder);
        });
        server.listen(0, "127.0.0.1").unref();
        await once(server, "listening");
        return server;
    }

    private async tunnel(socket: Socket, cluster: CloudResource, folder: string): Promise<void> {
        socket.on("error", none);
        try {
            const { port } = await this.startedIn(folder, cluster);
            const onward = connect({ host: "127.0.0.1", port });
            onward.on("error", () => socket.destroy());
            onward.on("close", () => socket.destroy());
            socket.on("close", () => onward.destroy());
            socket.pipe(onward).pipe(socket);
        } catch (error) {
            this.options.log(messageOf(error));
            socket.destroy();
        }
    }

    private async startedIn(folder: string, cluster: CloudResource): Promise<ControlPlane> {
        const starting = this.started.get(folder) ?? this.start(cluster, folder);
        this.started.set(folder, starting);
        try {
            return await starting;
        } catch (error) {
            // The next one who asks may be luckier.
            this.started.delete(folder);
            throw error;
        }
    }

    private async start(cluster: CloudResource, folder: string): Promise<ControlPlane> {
        const { authority, webhooks, log, prepare } = this.options;
        const hosts = [cluster.outputs.fqdn, cluster.outputs.privateFQDN].flatMap((host) => knownString(host) ?? []);
        const controlPlane = await ControlPlane.start({
            binaries: await findBinaries(log),
            folder,
            authority,
            hosts,
            webhooks: webhooks.urlsOf(cluster),
        });
        await prepare(cluster, endpoint(controlPlane.port, cluster));
        return controlPlane;
    }

    /** Kept in the cloud below the cluster, so that a cluster of the same name that is made later has another folder. */
    private folderOf(cluster: CloudResource): string {
        const known = this.knownFolderOf(cluster);
        if (known !== undefined) return known;
        const name = randomUUID();
        this.options.cloud.put({ id: markOf(cluster), token, inputs: {}, outputs: { folder: name } });
        return join(this.options.folder, name);
    }

    private knownFolderOf(cluster: CloudResource): string | undefined {
        const name = this.options.cloud.get(markOf(cluster))?.outputs.folder;
        return name === undefined ? undefined : join(this.options.folder, textOf(name));
    }
}

/** Type of what the cloud keeps of a control plane; ARM has no such resource. */
const token = "sandbox:kubernetes:ControlPlane";

function markOf({ id }: CloudResource): string {
    return `${id}/kubernetes`;
}

function endpoint(port: number, { outputs }: CloudResource): Endpoint {
    return {
        url: `https://127.0.0.1:${port}`,
        serverName: knownString(outputs.privateFQDN) ?? textOf(outputs.fqdn),
    };
}

function none(): undefined {
    return undefined;
}
