import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

import { urnOf, type Registered } from "./sdk-server";

/** The folder of the pack. */
export const pack = resolve(__dirname, "..", "..", "policy-pack");

const runPolicyPack = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** The two ways in which the engine starts the pack. */
export const ways = {
    "by folder": { file: process.execPath, args: [runPolicyPack, "127.0.0.1:1", pack], cwd: pack },
    "by executable": { file: join(pack, "bin", "aksguard-policy-pack"), args: ["127.0.0.1:1"], cwd: "/" },
};

/** A resource with its logical name. */
export interface Named extends Registered {
    readonly name: string;
    readonly ignoreChanges?: readonly string[];
    /** Whether it is read and not registered, so that it comes with the stack only. */
    readonly isRead?: boolean;
}

/** What is configured of a policy: its level and its properties. */
export interface Configured {
    readonly level?: "advisory" | "mandatory" | "remediate" | "disabled";
    readonly [property: string]: unknown;
}

/** What a policy said: its name, its level, and the message below its description. */
export interface Said {
    readonly policy: string;
    readonly level: string;
    readonly message: string;
}

const levels = {
    advisory: analyzer.EnforcementLevel.ADVISORY,
    mandatory: analyzer.EnforcementLevel.MANDATORY,
    disabled: analyzer.EnforcementLevel.DISABLED,
    remediate: analyzer.EnforcementLevel.REMEDIATE,
};

/** The compiled pack in a process of its own, spoken to as the engine does. */
export class ServedPack {
    private constructor(
        private readonly child: ChildProcess,
        readonly client: AnalyzerClient,
        /** The first line that it printed. */
        readonly port: string,
    ) {}

    private static isCompiled = false;

    /** Once for all tests of a run. */
    static compile(): void {
        if (ServedPack.isCompiled) return;
        const tsc = require.resolve("typescript/bin/tsc");
        execFileSync(process.execPath, [tsc, "-p", join(pack, "tsconfig.build.json")]);
        ServedPack.isCompiled = true;
    }

    static async start({ file, args, cwd } = ways["by folder"]): Promise<ServedPack> {
        const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
        const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
        return new ServedPack(child, new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure()), port);
    }

    info(): Promise<analyzer.AnalyzerInfo> {
        return this.call("getAnalyzerInfo", new Empty());
    }

    /** Rejects with what the engine would print. */
    async configure(configuration: Readonly<Record<string, Configured>>): Promise<void> {
        const request = new analyzer.ConfigureAnalyzerRequest();
        for (const [policy, { level = "mandatory", ...properties }] of Object.entries(configuration)) {
            const config = new analyzer.PolicyConfig();
            config.setEnforcementlevel(levels[level]);
            config.setProperties(Struct.fromJavaScript(properties as Record<string, JavaScriptValue>));
            request.getPolicyconfigMap().set(policy, config);
        }
        await this.call("configure", request);
    }

    /** What the policies say of a resource. */
    async analyze({ type, name, props, ignoreChanges = [] }: Named): Promise<Said[]> {
        const request = new analyzer.AnalyzeRequest();
        request.setType(type);
        request.setName(name);
        request.setUrn(urnOf({ type, name }));
        request.setProperties(Struct.fromJavaScript(props as Record<string, JavaScriptValue>));
        const options = new analyzer.AnalyzerResourceOptions();
        options.setIgnorechangesList([...ignoreChanges]);
        request.setOptions(options);
        return saidIn(await this.call("analyze", request));
    }

    /** What the policies say of each resource, and then of the whole stack. */
    async analyzeStack(resources: readonly Named[]): Promise<Said[]> {
        const said: Said[] = [];
        const request = new analyzer.AnalyzeStackRequest();
        for (const member of resources) {
            if (member.isRead !== true) said.push(...(await this.analyze(member)));
            const resource = new analyzer.AnalyzerResource();
            resource.setType(member.type);
            resource.setName(member.name);
            resource.setUrn(urnOf(member));
            resource.setProperties(Struct.fromJavaScript(member.props as Record<string, JavaScriptValue>));
            resource.setOptions(new analyzer.AnalyzerResourceOptions());
            request.addResources(resource);
        }
        return [...said, ...saidIn(await this.call("analyzeStack", request))];
    }

    /** The properties of a resource after the policies mended it; `undefined` where they left it alone. */
    async remediate({ type, name, props }: Named): Promise<object | undefined> {
        const request = new analyzer.AnalyzeRequest();
        request.setType(type);
        request.setName(name);
        request.setUrn(urnOf({ type, name }));
        request.setProperties(Struct.fromJavaScript(props as Record<string, JavaScriptValue>));
        request.setOptions(new analyzer.AnalyzerResourceOptions());
        const response = await this.call<analyzer.RemediateResponse>("remediate", request);
        return response.getRemediationsList().at(-1)?.getProperties()?.toJavaScript();
    }

    async stop(): Promise<void> {
        this.client.close();
        this.child.kill();
        if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
    }

    private call<Response>(method: string, request: object): Promise<Response> {
        const methods = this.client as unknown as Record<
            string,
            (request: object, callback: (error: grpc.ServiceError | null, response: Response) => void) => void
        >;
        return new Promise((resolve, reject) => {
            methods[method]?.call(this.client, request, (error, response) => {
                if (error === null) resolve(response);
                else reject(new Error(error.details));
            });
        });
    }
}

function saidIn(response: analyzer.AnalyzeResponse): Said[] {
    return response.getDiagnosticsList().map((diagnostic) => {
        const level = Object.entries(levels).find(([, value]) => value === diagnostic.getEnforcementlevel());
        assert.ok(level !== undefined);
        return {
            policy: diagnostic.getPolicyname(),
            level: level[0],
            message: diagnostic.getMessage().replace(`${diagnostic.getDescription()}\n`, ""),
        };
    });
}
