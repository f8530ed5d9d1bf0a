import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { changedFiles, Engine, policyPack, root, shownByReadme } from "./engine";

/** The rows of the table at the end, by practice: state and explanation. */
function table(output: string): Record<string, string> {
    const rows = [
        ...output.matchAll(
            /^ (\d+) +\S.*? {2,}(held|violated|advisory|exempt|undetermined|no resource|not covered)\b/gm,
        ),
    ];
    return Object.fromEntries(rows.map(([, practice = "", state = ""]) => [practice, state]));
}

/** The README shows what a command prints: each of these lines. */
function showsAll(output: string, lines: readonly string[]): void {
    const printed = new Set(output.split("\n").map((line) => line.trim()));
    assert.deepEqual(
        lines.filter((line) => !printed.has(line)),
        [],
    );
}

describe("the gate", function () {
    this.timeout(120_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    /** `npm run preview`, as a user calls it. */
    function preview(...args: string[]): { output: string; status: number | null } {
        const { stdout, stderr, status } = spawnSync(
            process.execPath,
            ["--import", "tsx", "scripts/preview/index.ts", "--state", engine.state, ...args],
            { cwd: root, encoding: "utf8" },
        );
        return { output: `${stdout}${stderr}`, status };
    }

    /** Each practice of the ten in one state, but for the ones that are named. */
    function allBut(state: string, others: Record<number, string> = {}): Record<string, string> {
        const rows = Array.from({ length: 10 }, (_, index) => [String(index + 1), others[index + 1] ?? state]);
        return Object.fromEntries(rows) as Record<string, string>;
    }

    it("lets stack prod pass, and says of each practice where it stands", () => {
        const before = changedFiles();
        const { output, status } = preview();
        assert.equal(status, 0, output);
        assert.match(output, /(?:✅|⚠️) +aksguard@v0\.1\.0/);
        assert.doesNotMatch(output, /\[mandatory\]/);
        assert.match(output, /The ten practices in stack prod: 10 held/);
        assert.deepEqual(table(output), allBut("held"));
        assert.equal(changedFiles(), before);
        showsAll(output, shownByReadme("npm run preview"));
    });

    it("lets stack dev pass, and advises a private API server", () => {
        const { output, status } = preview("--stack", "dev");
        assert.equal(status, 0, output);
        assert.deepEqual(
            table(output),
            allBut("held", { 2: "advisory", 7: "advisory", 8: "no resource", 9: "advisory" }),
        );
        assert.match(output, /\[advisory\].*cluster-api-server-private/);
    });

    it("refuses the cluster of 2019, in sentences", () => {
        const { output, status } = preview("--program", "examples/legacy");
        assert.notEqual(status, 0);
        assert.deepEqual(table(output), allBut("violated", { 6: "no resource", 8: "no resource", 10: "advisory" }));
        for (const sentence of [
            "`apiServerAccessProfile.authorizedIPRanges[0]` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            "`enableRBAC` is `false`; set it to `true`.",
            "`disableLocalAccounts` is unset, and local accounts are then enabled; set it to `true`.",
            "`addonProfiles.kubeDashboard.enabled` is `true`; set it to `false`.",
            "`agentPoolProfiles[0].enableNodePublicIP` is `true`; set it to `false`.",
        ]) {
            assert.ok(output.includes(sentence), `${sentence}\n${output}`);
        }
        assert.match(output, /The gate is shut \(exit code \d+\)\./);
        assert.doesNotMatch(output, /undefined|correct-horse/);
        showsAll(output, shownByReadme("npm run preview -- --program examples/legacy"));
    });

    it("is shut for a program that registers nothing", () => {
        const { folder } = engine.program("empty", "");
        const { output, status } = preview("--program", folder, "--stack", "test");
        assert.equal(status, 1, output);
        assert.match(
            output,
            /The program registered no resource: the policies looked at nothing, and the gate is shut\./,
        );
    });

    it("says that its table is not whole where the program fails", () => {
        const body = [
            'new (require("@pulumi/azure-native/resources").ResourceGroup)("kit");',
            // Of any other error the SDK looks for the cause in all installed packages.
            'throw new pulumi.RunError("no more");',
        ].join("\n");
        const { folder } = engine.program("failing", body);
        const { output, status } = preview("--program", folder, "--stack", "test");
        assert.notEqual(status, 0);
        assert.match(output, /The preview failed: the table tells only of what was registered before that\./);
    });

    it("names what is wrong with its own options", () => {
        const wrong = preview("--stak", "prod");
        assert.equal(wrong.status, 2);
        assert.match(wrong.output, /Unknown option '--stak'/);
        const nowhere = preview("--program", "docs");
        assert.equal(nowhere.status, 2);
        assert.match(nowhere.output, /docs is not the folder of a Pulumi program: there is no Pulumi\.yaml in it\./);
    });

    for (const [title, pack] of Object.entries({
        "as a folder": policyPack,
        "as an executable": join(policyPack, "bin", "aksguard-policy-pack"),
    })) {
        it(`refuses a single wrong value when the pack is given ${title}`, async () => {
            const cluster = (dashboard: boolean) =>
                [
                    'const { ManagedCluster } = require("@pulumi/azure-native/containerservice");',
                    `new ManagedCluster("one", { resourceGroupName: "group", addonProfiles: { kubeDashboard: { enabled: ${String(dashboard)} } } });`,
                ].join("\n");
            const { folder } = engine.program(`pack-${title.replace(/ /g, "-")}`, cluster(true));
            const args = ["preview", "--stack", "test", "--policy-pack", pack];
            const output = await engine.pulumi(folder, args, { fails: true });
            assert.match(output, /\[mandatory\].*cluster-dashboard-add-on-disabled/);
        });
    }

    describe("configured by a file", () => {
        let folder: string;

        before(() => {
            const body = 'new aksguard.Cluster("kit", { authorizedIpRanges: ["203.0.113.0/24"] });';
            ({ folder } = engine.program("configured", body));
        });

        /** The preview under this configuration. */
        function previewUnder(configuration: object, expected: { fails?: boolean } = {}): Promise<string> {
            const file = join(folder, "policies.json");
            writeFileSync(file, JSON.stringify(configuration));
            const args = ["preview", "--stack", "test", "--policy-pack", policyPack, "--policy-pack-config", file];
            return engine.pulumi(folder, args, expected);
        }

        it("takes levels", async () => {
            const output = await previewUnder({ "cluster-api-server-private": "mandatory" }, { fails: true });
            assert.match(output, /\[mandatory\].*cluster-api-server-private/);
        });

        it("leaves out what is exempt, and tells it", async () => {
            const exemption = { resource: "name:kit", reason: "open until May", expires: "2999-12-31" };
            const output = await previewUnder({
                "cluster-api-server-private": { enforcementLevel: "mandatory", exemptions: [exemption] },
            });
            assert.match(
                output,
                /`cluster-api-server-private` does not judge `kit` until 2999-12-31: `open until May`\./,
            );
            assert.doesNotMatch(output, /\[mandatory\]/);
        });

        it("refuses what is misspelt, in sentences and without a stack trace", async () => {
            const misspelt = { "cluster-api-server-privat": "mandatory" };
            const output = await previewUnder(misspelt, { fails: true });
            assert.match(output, /The configuration of policy pack aksguard has mistakes:/);
            assert.match(
                output,
                /`cluster-api-server-privat` is no policy of the pack; did you mean `cluster-api-server-private`\?/,
            );
            assert.doesNotMatch(output, /^ +at /m);
        });

        it("refuses an exemption without a reason", async () => {
            const exemptions = [{ resource: "name:kit", expires: "2999-12-31" }];
            const output = await previewUnder({ "cluster-api-server-private": { exemptions } }, { fails: true });
            assert.match(output, /cluster-api-server-private: exemptions\.0: reason is required/);
        });
    });

    it("lets stack prod pass with profile production, too", () => {
        const profile = join(policyPack, "profiles", "production.json");
        const { output, status } = preview("--", "--policy-pack-config", profile);
        assert.equal(status, 0, output);
    });
});
