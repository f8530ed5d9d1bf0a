import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { AzureNativeProvider } from "./azure-native/provider";
import { AzureAdProvider } from "./azuread/provider";
import { preparePulumiCommand, sandboxPaths } from "./cli/pulumi-command";
import { type Engine, findEngine, findOnPath, launcherMark } from "./engine/engine";
import { CertificateAuthority } from "./kube-apiserver/authority";
import { findKubectl } from "./kube-apiserver/binaries";
import { Clusters } from "./kubernetes/clusters";
import { KubernetesProvider } from "./kubernetes/provider";
import { Cloud } from "./providers/cloud";
import { type Fault, FaultPlan } from "./providers/fault";
import { settle } from "./landscape";
import { type RunningProvider, serveProvider } from "./providers/service";

export type { Fault } from "./providers/fault";

/** How to open a sandbox. */
export interface SandboxOptions {
    /** State folder: backend, cloud, settings. Default: `.sandbox` in this checkout. */
    directory?: string;
    /** Empty the state folder first. Default: what earlier commands left is there. */
    fresh?: boolean;
    /** What is to go wrong, for tests. Default: nothing. */
    faults?: readonly Fault[];
    /** Takes the sandbox's own messages. Default: standard error. */
    log?: (line: string) => void;
}

/** How a command in the sandbox ended. */
export interface CommandResult {
    exitCode: number;
    /** Empty unless captured. */
    stdout: string;
    /** Empty unless captured. */
    stderr: string;
}

/** How to run a command. */
export interface RunOptions {
    /** Default: the current folder. */
    cwd?: string;
    /** Keep the output for the result. Default: false, the command writes to this process' own output. */
    capture?: boolean;
    /** Added to the sandbox's environment. */
    environment?: NodeJS.ProcessEnv;
}

/** An environment in which `pulumi` is a real engine and Azure, Entra ID and Kubernetes answer from this process. */
export class Sandbox {
    private readonly running = new Set<ChildProcess>();

    private constructor(
        /** The state folder. */
        readonly directory: string,
        /** What commands see. */
        readonly environment: NodeJS.ProcessEnv,
        private readonly engine: Engine,
        private readonly providers: readonly RunningProvider[],
        /** The clusters of the pretend Azure, each with a real API server. */
        readonly clusters: Clusters,
        private readonly log: (line: string) => void,
    ) {}

    /** Finds or builds the engine and starts the stand-ins. */
    static async open(options: SandboxOptions = {}): Promise<Sandbox> {
        const log = options.log ?? ((line: string) => process.stderr.write(`sandbox: ${line}\n`));
        const directory = resolve(options.directory ?? join(__dirname, "..", ".sandbox"));
        const engine = await findEngine(log);

        if (options.fresh === true) await emptyState(directory);
        const paths = sandboxPaths(directory);
        for (const folder of [paths.backend, paths.home]) await mkdir(folder, { recursive: true });
        await installLauncher(join(directory, "bin"));

        const faults = new FaultPlan([
            ...(options.faults ?? []),
            ...FaultPlan.parse(process.env.AKSGUARD_SANDBOX_FAULTS),
        ]);
        const cloud = new Cloud(join(directory, "cloud.json"));
        const authority = new CertificateAuthority(join(directory, "authority"));
        await settle(cloud, authority);
        const clusters = await Clusters.open({ cloud, authority, directory, log });
        const providers = await Promise.all([
            serveProvider(new AzureNativeProvider(cloud, faults, authority)),
            serveProvider(new AzureAdProvider(cloud, faults)),
            serveProvider(new KubernetesProvider(clusters, faults)),
        ]);
        return new Sandbox(directory, environmentOf(directory, engine, providers), engine, providers, clusters, log);
    }

    /** Runs a command to its end. `pulumi` as its first word is the engine. */
    async run(command: readonly string[], options: RunOptions = {}): Promise<CommandResult> {
        const cwd = resolve(options.cwd ?? process.cwd());
        let [file = "", ...args] = command;
        let environment: NodeJS.ProcessEnv = { ...this.environment, ...options.environment };
        if (file === "pulumi") {
            const paths = sandboxPaths(this.directory);
            const prepared = preparePulumiCommand(this.engine.executable, args, cwd, environment, paths);
            [file, args, environment] = [this.engine.executable, [...prepared.args], prepared.environment];
        } else {
            await this.clusters.keepKubeconfig();
            if (file === "kubectl") file = await findKubectl(this.log);
        }
        return await this.start(file, args, cwd, environment, options.capture === true);
    }

    /** Passes a signal to the commands that are running. */
    signal(signal: NodeJS.Signals): void {
        for (const child of this.running) child.kill(signal);
    }

    /** Ends the stand-ins. */
    async close(): Promise<void> {
        await Promise.all(this.providers.map((provider) => provider.close()));
        await this.clusters.close();
    }

    private start(
        file: string,
        args: string[],
        cwd: string,
        env: NodeJS.ProcessEnv,
        capture: boolean,
    ): Promise<CommandResult> {
        return new Promise((done, fail) => {
            const child = spawn(file, args, { cwd, env, stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit" });
            this.running.add(child);
            const output = { stdout: "", stderr: "" };
            child.stdout?.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
            child.stderr?.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
            child.on("error", fail);
            child.on("close", (code, signal) => {
                this.running.delete(child);
                done({ exitCode: code ?? (signal === "SIGINT" ? 130 : 143), ...output });
            });
        });
    }
}

async function emptyState(directory: string): Promise<void> {
    // Only what the sandbox itself made: the folder may be one that the user named.
    for (const part of ["backend", "home", "config", "bin", "authority", "clusters", "kubeconfig", "cloud.json"]) {
        await rm(join(directory, part), { recursive: true, force: true });
    }
}

async function installLauncher(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const launcher = join(folder, "pulumi");
    const script = `exec "$AKSGUARD_SANDBOX_NODE" --import "$AKSGUARD_SANDBOX_TSX" "$AKSGUARD_SANDBOX_PULUMI" "$@"\n`;
    await writeFile(launcher, launcherMark + script);
    await chmod(launcher, 0o755);
}

function environmentOf(directory: string, engine: Engine, providers: readonly RunningProvider[]): NodeJS.ProcessEnv {
    const paths = sandboxPaths(directory);
    const environment: NodeJS.ProcessEnv = {
        ...process.env,
        PATH: [join(directory, "bin"), process.env.PATH ?? ""].join(delimiter),
        PULUMI_HOME: paths.home,
        PULUMI_BACKEND_URL: pathToFileURL(paths.backend).href,
        PULUMI_CONFIG_PASSPHRASE: "",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        // A program's providers are given theirs; this one is for people and their clients.
        KUBECONFIG: join(directory, "kubeconfig"),
        PULUMI_DEBUG_PROVIDERS: providers.map(({ name, port }) => `${name}:${port}`).join(","),
        AKSGUARD_SANDBOX_STATE: directory,
        AKSGUARD_SANDBOX_ENGINE: engine.executable,
        AKSGUARD_SANDBOX_NODE: process.execPath,
        AKSGUARD_SANDBOX_TSX: pathToFileURL(require.resolve("tsx")).href,
        AKSGUARD_SANDBOX_PULUMI: join(__dirname, "cli", "pulumi.ts"),
        AKSGUARD_SANDBOX_LANGUAGE_HOST: join(__dirname, "engine", "language-host.ts"),
    };
    // The user's own account and settings file have no place here.
    delete environment.PULUMI_ACCESS_TOKEN;
    delete environment.PULUMI_CONFIG_PASSPHRASE_FILE;
    delete environment.PULUMI_OPTION_CONFIG_FILE;
    // An older CLI on PATH brings a host that does not fit the built engine; the one beside the engine is meant.
    if (engine.built && findOnPath("pulumi-language-nodejs") !== undefined)
        environment.PULUMI_IGNORE_AMBIENT_PLUGINS = "true";
    return environment;
}
