import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
    GetRequiredPackagesResponse,
    GetRequiredPluginsResponse,
    type InstallDependenciesRequest,
    type InstallDependenciesResponse,
    LanguageHandshakeResponse,
    type ProgramInfo,
    type RunPluginRequest,
    RunPluginResponse,
    type RunRequest,
    RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/*
 * The Node language host beside the built engine: it starts programs, policy packs and plugins on the SDK that they
 * themselves depend on, as the official host does. A process of its own, started by the engine; prints its port.
 */

/** The SDK exits with this code when it has shown the error to the user already. */
const alreadyReported = 32;

let engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
const children = new Set<ChildProcess>();

interface RuntimeOptions {
    readonly typescript: boolean;
    readonly nodeArguments: readonly string[];
    readonly tsconfig: string | undefined;
}

function runtimeOptions(info: ProgramInfo | undefined): RuntimeOptions {
    const options = info?.getOptions()?.toJavaScript() ?? {};
    return {
        typescript: options.typescript !== false,
        nodeArguments: typeof options.nodeargs === "string" ? options.nodeargs.split(" ").filter(Boolean) : [],
        tsconfig: typeof options.tsconfig === "string" ? options.tsconfig : undefined,
    };
}

/** A script of the SDK that the program in that folder depends on. */
function sdkScript(folder: string, script: string): string {
    try {
        return createRequire(join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${script}`);
    } catch {
        throw new Error(`@pulumi/pulumi is not installed where ${folder} can find it; run npm ci`);
    }
}

function runProgram(
    call: grpc.ServerUnaryCall<RunRequest, RunResponse>,
    callback: grpc.sendUnaryData<RunResponse>,
): void {
    const { request } = call;
    const info = request.getInfo();
    const options = runtimeOptions(info);
    const folder = info?.getProgramDirectory() ?? request.getPwd();
    const flags: Record<string, string | undefined> = {
        monitor: request.getMonitorAddress(),
        engine: engineAddress,
        organization: request.getOrganization(),
        project: request.getProject(),
        "root-directory": info?.getRootDirectory(),
        stack: request.getStack(),
        pwd: request.getPwd(),
        parallel: String(request.getParallel()),
    };
    const args = [...options.nodeArguments, sdkScript(folder, "run")];
    for (const [name, value] of Object.entries(flags)) {
        if (value !== undefined && value !== "") args.push(`--${name}`, value);
    }
    if (request.getDryrun()) args.push("--dry-run");
    args.push(info?.getEntryPoint() ?? ".", ...request.getArgsList());

    const child = start(args, folder, {
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        PULUMI_NODEJS_TYPESCRIPT: String(options.typescript),
        ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    });
    // The engine reads this process' own output: what the program prints goes straight through.
    child.stdout?.pipe(process.stdout, { end: false });
    child.stderr?.pipe(process.stderr, { end: false });
    ended(child, (code, problem) => {
        const response = new RunResponse();
        if (problem !== undefined) response.setError(`the program could not be started: ${problem}`);
        else if (code === alreadyReported) response.setBail(true);
        else if (code !== 0) response.setError(`the program exited with code ${code}`);
        callback(null, response);
    });
}

function runPlugin(call: grpc.ServerWritableStream<RunPluginRequest, RunPluginResponse>): void {
    const { request } = call;
    const folder = request.getInfo()?.getProgramDirectory() ?? request.getProgram();
    const [script, args] =
        request.getKind() === "analyzer"
            ? ["run-policy-pack", [...request.getArgsList(), folder]]
            : ["run-plugin", [folder, ...request.getArgsList()]];
    const environment = Object.fromEntries(
        request.getEnvList().map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
    );
    // A policy pack reads package.json from its working directory; the engine names the program's.
    const cwd = request.getKind() === "analyzer" ? folder : request.getPwd();
    const child = start([sdkScript(folder, script), ...args], cwd, environment);
    child.stdout?.on("data", (data: Buffer) => call.write(new RunPluginResponse().setStdout(data)));
    child.stderr?.on("data", (data: Buffer) => call.write(new RunPluginResponse().setStderr(data)));
    ended(child, (code, problem) => {
        if (problem !== undefined) call.write(new RunPluginResponse().setStderr(Buffer.from(`${problem}\n`)));
        call.write(new RunPluginResponse().setExitcode(code));
        call.end();
    });
    call.on("cancelled", () => child.kill());
}

function start(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(process.execPath, args, {
        cwd,
        env: { ...process.env, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    child.on("close", () => children.delete(child));
    return child;
}

/** Tells once how the process ended: by its exit code, or by the reason why it never started. */
function ended(child: ChildProcess, tell: (code: number, problem?: string) => void): void {
    let problem: string | undefined;
    child.on("error", (error) => (problem = error.message));
    child.on("close", (code) => {
        tell(code ?? 1, problem);
    });
}

/** A thrown error becomes the answer of the call, not the end of the host. */
function guarded<Call, Rest extends unknown[]>(
    handler: (call: Call, ...rest: Rest) => void,
    fail: (error: Error, call: Call, ...rest: Rest) => void,
): (call: Call, ...rest: Rest) => void {
    return (call, ...rest) => {
        try {
            handler(call, ...rest);
        } catch (error) {
            fail(error instanceof Error ? error : new Error(String(error)), call, ...rest);
        }
    };
}

const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
server.addService(LanguageRuntimeService, {
    handshake: (
        call: { request: { getEngineAddress(): string } },
        callback: grpc.sendUnaryData<LanguageHandshakeResponse>,
    ) => {
        engineAddress = call.request.getEngineAddress();
        callback(null, new LanguageHandshakeResponse());
    },
    getPluginInfo: (_: unknown, callback: grpc.sendUnaryData<PluginInfo>) => {
        callback(null, new PluginInfo().setVersion("1.0.0"));
    },
    getRequiredPlugins: (_: unknown, callback: grpc.sendUnaryData<GetRequiredPluginsResponse>) => {
        callback(null, new GetRequiredPluginsResponse());
    },
    getRequiredPackages: (_: unknown, callback: grpc.sendUnaryData<GetRequiredPackagesResponse>) => {
        callback(null, new GetRequiredPackagesResponse());
    },
    installDependencies: (call: grpc.ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>) => {
        call.end();
    },
    run: guarded(runProgram, (error, _, callback) => {
        callback(null, new RunResponse().setError(error.message));
    }),
    runPlugin: guarded(runPlugin, (error, call) => {
        call.destroy(error);
    }),
    cancel: (_: unknown, callback: grpc.sendUnaryData<Empty>) => {
        for (const child of children) child.kill();
        callback(null, new Empty());
    },
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    console.log(port);
});
