import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Sandbox } from "../../sandbox/sandbox";
import { root } from "../engine/engine";

const golden = join(__dirname, "schema.json");

/**
 * What the engine infers from the components for other languages. A change here is a change of their API: after a look at
 * it, `UPDATE_SCHEMA=1 npm test` writes the file anew.
 */
describe("the schema for other languages", function () {
    this.timeout(120_000);

    it("is what schema.json holds", async () => {
        const state = mkdtempSync(join(tmpdir(), "aksguard-schema-"));
        const sandbox = await Sandbox.open({ directory: state, log: () => undefined });
        try {
            // From another folder: with Pulumi.yaml and PulumiPlugin.yaml in one, the engine does not know which is meant.
            const command = ["pulumi", "package", "get-schema", root];
            const { exitCode, stdout, stderr } = await sandbox.run(command, { cwd: state, capture: true });
            assert.equal(exitCode, 0, stderr);
            const schema = `${JSON.stringify(withoutVersions(JSON.parse(stdout) as object), undefined, 2)}\n`;
            if (process.env["UPDATE_SCHEMA"] === "1") {
                writeFileSync(golden, schema);
            }
            assert.deepEqual(JSON.parse(schema), JSON.parse(readFileSync(golden, "utf8")));
        } finally {
            await sandbox.close();
            rmSync(state, { recursive: true, force: true });
        }
    });

    it("offers every component, and describes everything that it offers", () => {
        const schema = JSON.parse(readFileSync(golden, "utf8")) as Schema;
        assert.deepEqual(Object.keys(schema.resources).sort(), [
            "aksguard:index:AdmissionPolicies",
            "aksguard:index:ApplicationGatewayIngress",
            "aksguard:index:AutomaticCluster",
            "aksguard:index:Cluster",
            "aksguard:index:ClusterAccess",
            "aksguard:index:ClusterBackup",
            "aksguard:index:ClusterConnection",
            "aksguard:index:ContainerRegistry",
            "aksguard:index:DeploymentSafeguards",
            "aksguard:index:EgressFirewall",
            "aksguard:index:EncryptionKeys",
            "aksguard:index:GatewayForContainersIngress",
            "aksguard:index:KeyVault",
            "aksguard:index:Kured",
            "aksguard:index:MaintenanceWindows",
            "aksguard:index:ManagedNamespace",
            "aksguard:index:Monitoring",
            "aksguard:index:Network",
            "aksguard:index:NodePool",
            "aksguard:index:PolicyAssignments",
            "aksguard:index:RegistryAccess",
            "aksguard:index:SecureNamespace",
            "aksguard:index:ThreatDetection",
            "aksguard:index:WorkloadIdentity",
        ]);
        const described = [
            ...Object.values(schema.resources).flatMap(({ inputProperties, properties }) => [
                inputProperties,
                properties,
            ]),
            ...Object.values(schema.types).map(({ properties }) => properties ?? {}),
        ];
        for (const [name, { description }] of described.flatMap((properties) => Object.entries(properties))) {
            assert.ok(description !== undefined && description !== "", `${name} has no description`);
        }
    });

    it("says in words what happens where an argument is left out", () => {
        const { resources, types } = JSON.parse(readFileSync(golden, "utf8")) as Schema;
        const holders = [
            ...Object.values(resources).map(({ inputProperties, requiredInputs }) => ({
                properties: inputProperties,
                required: requiredInputs ?? [],
            })),
            ...Object.values(types).map(({ properties, required }) => ({
                properties: properties ?? {},
                required: required ?? [],
            })),
        ];
        for (const { properties, required } of holders) {
            for (const [name, { description = "" }] of Object.entries(properties)) {
                // Other languages do not see `@default`.
                assert.ok(required.includes(name) || /Default:\s|Needed /.test(description), `${name}: ${description}`);
            }
        }
    });
});

interface Described {
    description?: string;
}

interface Schema {
    resources: Record<
        string,
        {
            inputProperties: Record<string, Described>;
            requiredInputs?: string[];
            properties: Record<string, Described>;
        }
    >;
    types: Record<string, { properties?: Record<string, Described>; required?: string[] }>;
}

/** Versions of providers come from what is installed: they are no part of our API. */
function withoutVersions(schema: object): object {
    const rest: Record<string, unknown> = { ...schema };
    delete rest["version"];
    delete rest["language"];
    return JSON.parse(JSON.stringify(rest).replace(/\/v\d+\.\d+\.\d+\//g, "/")) as object;
}
