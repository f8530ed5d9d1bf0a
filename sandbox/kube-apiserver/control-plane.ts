import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stringify } from "yaml";

import type { CertificateAuthority } from "./authority";
import type { Binaries } from "./binaries";

/** What an API server needs to know of its cluster. */
export interface ControlPlaneOptions {
    readonly binaries: Binaries;
    /** Where its data, its certificates and its logs are kept. */
    readonly folder: string;
    readonly authority: CertificateAuthority;
    /** DNS names of the API server. */
    readonly hosts: readonly string[];
    /** URLs that are asked who somebody is, and what they may do. */
    readonly webhooks: { readonly authentication: string; readonly authorization: string };
}

const startsWithin = 180_000;

/** etcd and kube-apiserver of one cluster. There are no controllers, no scheduler, and no nodes. */
export class ControlPlane {
    private constructor(
        /** Local port of the API server. */
        readonly port: number,
        private readonly folder: string,
        /** Those that this process has started, and stops. */
        private readonly processes: readonly ChildProcess[],
    ) {}

    static async start(options: ControlPlaneOptions): Promise<ControlPlane> {
        const { binaries, folder, authority } = options;
        mkdirSync(folder, { recursive: true });
        const joined = runningIn(folder);
        if (joined !== undefined) return new ControlPlane(joined, folder, []);
        const [clients = 0, peers = 0, port = 0] = await freePorts(3);
        const log = (name: string) => join(folder, `${name}.log`);
        const etcd = run(binaries.etcd, etcdArguments(join(folder, "data"), clients, peers), log("etcd"));
        const apiServer = run(binaries.apiServer, apiServerArguments(options, clients, port), log("kube-apiserver"));
        const controlPlane = new ControlPlane(port, folder, [etcd, apiServer]);
        const problem = await notReady([etcd, apiServer], port, authority);
        if (problem !== undefined) {
            await controlPlane.stop();
            throw new Error(`the API server ${problem}`);
        }
        const running: Running = { owner: process.pid, processes: [etcd.pid ?? 0, apiServer.pid ?? 0], port };
        writeFileSync(join(folder, "running.json"), JSON.stringify(running));
        return controlPlane;
    }

    /** Every answered request is in etcd's log by then: nothing waits for connections that are open. */
    async stop(): Promise<void> {
        await Promise.all(
            this.processes.map(async (child) => {
                if (child.exitCode !== null || child.signalCode !== null) return;
                const exited = once(child, "exit");
                child.kill("SIGKILL");
                await exited;
            }),
        );
        // Process ids are given again, so what is written down must not outlive them.
        if (this.processes.length > 0) rmSync(join(this.folder, "running.json"), { force: true });
    }
}

/** What is written down of a control plane that runs. */
interface Running {
    /** The sandbox that will stop it. */
    readonly owner: number;
    readonly processes: readonly number[];
    readonly port: number;
}

/** Port of the API server that another command of the same sandbox has started; one whose command has died is stopped. */
function runningIn(folder: string): number | undefined {
    const file = join(folder, "running.json");
    if (!existsSync(file)) return undefined;
    const { owner, processes, port } = JSON.parse(readFileSync(file, "utf8")) as Running;
    if (isAlive(owner) && processes.every(isAlive)) return port;
    for (const id of processes.filter((one) => isOf(folder, one))) process.kill(id, "SIGKILL");
    rmSync(file);
    return undefined;
}

/** Whether a process is one of the folder's: after a restart of the machine its number may be that of any other. */
function isOf(folder: string, id: number): boolean {
    try {
        const args = ["-ww", "-o", "args=", "-p", String(id)];
        return execFileSync("ps", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).includes(folder);
    } catch {
        return false;
    }
}

function isAlive(id: number): boolean {
    try {
        process.kill(id, 0);
        return true;
    } catch {
        return false;
    }
}

/** A process with the end of what it said. */
type LoggedProcess = ChildProcess & { lastWords: string };

function run(executable: string, args: readonly string[], log: string): LoggedProcess {
    const child = spawn(executable, args, { stdio: ["ignore", "pipe", "pipe"] });
    const logged = Object.assign(child, { lastWords: "" });
    const file = createWriteStream(log);
    for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data: Buffer) => {
            file.write(data);
            logged.lastWords = (logged.lastWords + data.toString()).slice(-2000);
        });
    }
    child.on("close", () => file.end());
    // A sandbox that ends in any way takes its processes with it.
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.removeListener("exit", kill));
    return logged;
}

function etcdArguments(data: string, clients: number, peers: number): string[] {
    const url = (port: number) => `http://127.0.0.1:${port}`;
    return [
        `--data-dir=${data}`,
        `--listen-client-urls=${url(clients)}`,
        `--advertise-client-urls=${url(clients)}`,
        `--listen-peer-urls=${url(peers)}`,
        `--initial-advertise-peer-urls=${url(peers)}`,
        `--initial-cluster=default=${url(peers)}`,
        // What a crash of the machine would lose is not worth waiting for the disk.
        "--unsafe-no-fsync",
        "--log-level=error",
    ];
}

function apiServerArguments({ folder, authority, hosts, webhooks }: ControlPlaneOptions, etcd: number, port: number) {
    const file = (name: string, content: string) => {
        const path = join(folder, name);
        writeFileSync(path, content, { mode: 0o600 });
        return path;
    };
    const server = authority.issue({ commonName: "kube-apiserver", hosts: [...hosts, "localhost", "127.0.0.1"] });
    const key = file("server.key", server.key);
    const webhook = (name: string, url: string) =>
        file(
            `${name}.yaml`,
            stringify({
                apiVersion: "v1",
                kind: "Config",
                clusters: [{ name, cluster: { server: url } }],
                contexts: [{ name, context: { cluster: name, user: name } }],
                "current-context": name,
                users: [{ name, user: {} }],
            }),
        );
    return [
        `--etcd-servers=http://127.0.0.1:${etcd}`,
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        `--secure-port=${port}`,
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.0.0.0/16",
        `--cert-dir=${folder}`,
        `--tls-cert-file=${file("server.crt", server.certificate)}`,
        `--tls-private-key-file=${key}`,
        `--client-ca-file=${file("authority.crt", authority.certificate)}`,
        "--service-account-issuer=https://kubernetes.default.svc",
        `--service-account-key-file=${key}`,
        `--service-account-signing-key-file=${key}`,
        // As in AKS: Azure is asked first, and where it has nothing to say, roles and bindings of the cluster decide.
        "--authorization-mode=Webhook,RBAC",
        `--authorization-webhook-config-file=${webhook("authorization", webhooks.authorization)}`,
        "--authorization-webhook-version=v1",
        `--authentication-token-webhook-config-file=${webhook("authentication", webhooks.authentication)}`,
        "--authentication-token-webhook-version=v1",
        // A role that was just given, or taken, counts at once.
        "--authorization-webhook-cache-authorized-ttl=1ms",
        "--authorization-webhook-cache-unauthorized-ttl=1ms",
        "--authentication-token-webhook-cache-ttl=1ms",
        // Privileged pods are refused by policies or not at all, as in AKS.
        "--allow-privileged=true",
        // Both wait for controllers, which are not there.
        "--disable-admission-plugins=ServiceAccount,StorageObjectInUseProtection",
    ];
}

/** Waits until the API server is ready, or says why it will not be. */
async function notReady(
    processes: readonly LoggedProcess[],
    port: number,
    { certificate: ca }: CertificateAuthority,
): Promise<string | undefined> {
    const isReady = () =>
        new Promise<boolean>((resolve) => {
            request({ host: "127.0.0.1", port, path: "/readyz", ca }, (response) => {
                response.resume();
                resolve(response.statusCode === 200);
            })
                .on("error", () => {
                    resolve(false);
                })
                .end();
        });
    let closed: LoggedProcess | undefined;
    for (const child of processes) child.on("close", () => (closed ??= child));
    const latest = Date.now() + startsWithin;
    while (!(await isReady())) {
        if (closed !== undefined) return `ended at once:\n${closed.lastWords.trim()}`;
        if (Date.now() > latest) {
            const words = processes.map(({ lastWords }) => lastWords.trim()).join("\n");
            return `was not ready after ${startsWithin / 1000} seconds:\n${words}`;
        }
        await sleep(50);
    }
    return undefined;
}

async function freePorts(count: number): Promise<number[]> {
    const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
    await Promise.all(servers.map((server) => once(server, "listening")));
    const ports = servers.map((server) => (server.address() as AddressInfo).port);
    await Promise.all(servers.map((server) => once(server.close(), "close")));
    return ports;
}
