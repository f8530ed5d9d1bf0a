import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** How a process that serves a pack is started. */
export interface Command {
    readonly file: string;
    readonly args: readonly string[];
    readonly cwd: string;
}

/** A resource of a stack. */
export interface Member {
    /** Type token. */
    readonly type: string;
    /** Logical name. */
    readonly name: string;
    /** Inputs; outputs are the same. */
    readonly props: object;
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

/** A stack of ten thousand resources is one message. */
const options = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

const levels = {
    advisory: analyzer.EnforcementLevel.ADVISORY,
    mandatory: analyzer.EnforcementLevel.MANDATORY,
    disabled: analyzer.EnforcementLevel.DISABLED,
    remediate: analyzer.EnforcementLevel.REMEDIATE,
};

/** A compiled policy pack in a process of its own, spoken to as the engine does. */
export class ServedPack {
    private constructor(
        private readonly child: ChildProcess,
        readonly client: AnalyzerClient,
        /** The first line that it printed. */
        readonly port: string,
    ) {}

    /** Starts a pack as the engine does with a folder: compiled, by the SDK's own program. */
    static ofFolder(folder: string): Promise<ServedPack> {
        const runPolicyPack = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
        return ServedPack.start({ file: process.execPath, args: [runPolicyPack, "127.0.0.1:1", folder], cwd: folder });
    }

    static async start({ file, args, cwd }: Command): Promise<ServedPack> {
        const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
        const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
        return new ServedPack(
            child,
            new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), options),
            port,
        );
    }

    /** Most memory that the process ever had, in MiB. */
    get peakMemory(): number {
        const status = readFileSync(`/proc/${String(this.child.pid)}/status`, "utf8");
        return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
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
    async analyze(member: Member): Promise<Said[]> {
        return saidIn(await this.call("analyze", requestOf(member)));
    }

    /** What the policies say of the whole stack. */
    async analyzeStack(members: readonly Member[]): Promise<Said[]> {
        const request = new analyzer.AnalyzeStackRequest();
        request.setResourcesList(members.map(resourceOf));
        return saidIn(await this.call("analyzeStack", request));
    }

    /** What the policies say of each resource that is registered, and then of the whole stack. */
    async judge(members: readonly Member[]): Promise<Said[]> {
        const said: Said[] = [];
        for (const member of members) {
            if (member.isRead !== true) said.push(...(await this.analyze(member)));
        }
        return [...said, ...(await this.analyzeStack(members))];
    }

    /** The properties of a resource after the policies mended it; `undefined` where they left it alone. */
    async remediate(member: Member): Promise<object | undefined> {
        const response = await this.call<analyzer.RemediateResponse>("remediate", requestOf(member));
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

function requestOf({ type, name, props, ignoreChanges = [] }: Member): analyzer.AnalyzeRequest {
    const request = new analyzer.AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urnOf({ type, name }));
    request.setProperties(structOf(props));
    const resourceOptions = new analyzer.AnalyzerResourceOptions();
    resourceOptions.setIgnorechangesList([...ignoreChanges]);
    request.setOptions(resourceOptions);
    return request;
}

function resourceOf({ type, name, props }: Member): analyzer.AnalyzerResource {
    const resource = new analyzer.AnalyzerResource();
    resource.setType(type);
    resource.setName(name);
    resource.setUrn(urnOf({ type, name }));
    resource.setProperties(structOf(props));
    resource.setOptions(new analyzer.AnalyzerResourceOptions());
    return resource;
}

function structOf(properties: object): Struct {
    return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function urnOf({ type, name }: Pick<Member, "type" | "name">): string {
    return `urn:pulumi:test::test::${type}::${name}`;
}
