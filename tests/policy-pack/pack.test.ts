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

import { policies } from "../../policy-pack/policies";
import { publicCluster } from "./fixtures";

const pack = resolve(__dirname, "..", "..", "policy-pack");
const runPolicyPack = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** The two ways in which the engine starts the pack. */
const ways = {
    "by folder": { file: process.execPath, args: [runPolicyPack, "127.0.0.1:1", pack], cwd: pack },
    "by executable": { file: join(pack, "bin", "aksguard-policy-pack"), args: ["127.0.0.1:1"], cwd: "/" },
};

describe("the compiled pack", function () {
    this.timeout(60_000);

    before(() => {
        execFileSync(process.execPath, [
            require.resolve("typescript/bin/tsc"),
            "-p",
            join(pack, "tsconfig.build.json"),
        ]);
    });

    for (const [way, { file, args, cwd }] of Object.entries(ways)) {
        it(`starts ${way}, prints nothing but its port, and judges with its configuration`, async () => {
            const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
            try {
                const port = await firstLine(child);
                assert.match(port, /^\d+$/);
                const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());

                const info = await call<analyzer.AnalyzerInfo>(client, "getAnalyzerInfo", new Empty());
                assert.equal(info.getName(), "aksguard");
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => [policy.getName(), policy.getTagsList()]),
                    policies.map(({ name, tags }) => [name, tags]),
                );

                const name = "cluster-authorized-ip-ranges-narrow";
                assert.deepEqual(await violationsOf(client, name), []);
                await configure(client, name, { minimumPrefixLength: 28 });
                assert.deepEqual(await violationsOf(client, name), [
                    "Authorized IP ranges of AKS clusters must be narrow.\n" +
                        "`apiServerAccessProfile.authorizedIPRanges[0]` is `203.0.113.0/24`, which is wider than /28; set it to networks of /28 or narrower.",
                ]);
                client.close();
            } finally {
                child.kill();
                await once(child, "exit");
            }
        });
    }

    it("loads no provider SDK and no YAML parser, and prints nothing at load", () => {
        const script = `
            require(${JSON.stringify(join(pack, "dist", "policies"))});
            const loaded = Object.keys(require.cache).filter((file) => /node_modules.(@pulumi.(azure|kubernetes)|yaml.)/.test(file));
            process.stderr.write(JSON.stringify(loaded));
        `;
        const child = execFileSync(process.execPath, ["-e", script], {
            cwd: pack,
            stdio: ["ignore", "pipe", "pipe"],
        });
        assert.equal(child.toString(), "");
        const loaded = execFileSync(process.execPath, ["-e", script.replace("process.stderr", "process.stdout")], {
            cwd: pack,
        });
        assert.deepEqual(JSON.parse(loaded.toString()), []);
    });
});

async function firstLine({ stdout }: ChildProcess): Promise<string> {
    assert.ok(stdout !== null);
    const [line] = (await once(createInterface({ input: stdout }), "line")) as [string];
    return line;
}

function call<Response>(client: AnalyzerClient, method: string, request: object): Promise<Response> {
    const methods = client as unknown as Record<
        string,
        (request: object, callback: (error: Error | null, response: Response) => void) => void
    >;
    return new Promise((resolve, reject) => {
        methods[method]?.call(client, request, (error, response) => {
            if (error === null) resolve(response);
            else reject(error);
        });
    });
}

async function configure(client: AnalyzerClient, policy: string, properties: Record<string, JavaScriptValue>) {
    const request = new analyzer.ConfigureAnalyzerRequest();
    const config = new analyzer.PolicyConfig();
    config.setEnforcementlevel(analyzer.EnforcementLevel.MANDATORY);
    config.setProperties(Struct.fromJavaScript(properties));
    request.getPolicyconfigMap().set(policy, config);
    await call(client, "configure", request);
}

async function violationsOf(client: AnalyzerClient, policy: string): Promise<string[]> {
    const { type, props } = publicCluster(["203.0.113.0/24"]);
    const request = new analyzer.AnalyzeRequest();
    request.setType(type);
    request.setProperties(Struct.fromJavaScript(props as Record<string, JavaScriptValue>));
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    const response = await call<analyzer.AnalyzeResponse>(client, "analyze", request);
    return response
        .getDiagnosticsList()
        .filter((diagnostic) => diagnostic.getPolicyname() === policy)
        .map((diagnostic) => diagnostic.getMessage());
}
