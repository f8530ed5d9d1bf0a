import assert from "node:assert/strict";

import { configurationProblems, type PolicyConfiguration } from "../../../policy-pack/serving/configuration-problems";
import { policies } from "../../../policy-pack/policies";
import { RunRecord } from "../../../policy-pack/serving/run-record";
import { withExemptions } from "../../../policy-pack/serving/with-exemptions";
import { cluster } from "../fixtures";
import { compilePack, startPack } from "../compiled-pack";
import { type ServedPack, type Configured } from "../../../sandbox/policy-pack/served-pack";

const served = withExemptions(policies, {
    record: new RunRecord(),
    honorsProgram: () => false,
    now: () => new Date(),
});

function problemsOf(configuration: Readonly<Record<string, Configured>>): string[] {
    const entries = Object.entries(configuration).map(([name, { level = "mandatory", ...properties }]) => {
        return [name, { level, properties }] as [string, PolicyConfiguration];
    });
    return [...configurationProblems(served, new Map(entries))];
}

describe("the configuration of the pack", () => {
    const mistakes: Record<string, { given: Readonly<Record<string, Configured>>; problem: string | string[] }> = {
        "a misspelt policy": {
            given: { "cluster-local-acounts-disabled": { level: "advisory" } },
            problem:
                "`cluster-local-acounts-disabled` is no policy of the pack; did you mean `cluster-local-accounts-disabled`?",
        },
        "a name like no policy's": {
            given: { aks: {} },
            problem: "`aks` is no policy of the pack; remove it.",
        },
        "a misspelt property": {
            given: { "cluster-authorized-ip-ranges-narrow": { minimumPrefix: 24 } },
            problem:
                "`cluster-authorized-ip-ranges-narrow` has no property `minimumPrefix`; set `minimumPrefixLength`, `minimumPrefixLengthIPv6` or `exemptions`.",
        },
        "a property of a policy that has none of its own": {
            given: { "cluster-local-accounts-disabled": { exempt: [] } },
            problem: "`cluster-local-accounts-disabled` has no property `exempt`; set `exemptions`.",
        },
        "a property of all policies": {
            given: { all: { level: "advisory", exemptions: [] } },
            problem: "`all` has no property `exemptions`; set it for each policy.",
        },
        "an exemption by a misspelt prefix": {
            given: {
                "cluster-local-accounts-disabled": {
                    exemptions: [{ resource: "urn:*" }, { resource: "nmae:prod", reason: "r", expires: "2027-01-01" }],
                },
            },
            problem:
                "`cluster-local-accounts-disabled` has an exemption `exemptions[1]` of `nmae:prod`, which matches no resource; begin it with `urn:`, `*`, `name:`, `type:` or `namespace:`.",
        },
        "exemptions by programs of which nobody is told": {
            given: { "stack-exemptions-current": { level: "disabled", exemptionsInProgram: true } },
            problem:
                "`stack-exemptions-current` cannot be `disabled` while `exemptionsInProgram` is `true`: it tells what programs exempt; set it to `advisory`.",
        },
        "a remediation that there is none of": {
            given: { "cluster-api-server-private": { level: "remediate" } },
            problem: "`cluster-api-server-private` cannot mend a resource; set it to `mandatory`.",
        },
        "an unwaivable policy that is waived twice": {
            given: { "cluster-rbac-enabled": { level: "disabled", exemptions: [] } },
            problem: [
                "`cluster-rbac-enabled` takes no exemptions: without RBAC every account is an administrator; mend the resource.",
                "`cluster-rbac-enabled` cannot be `disabled`: without RBAC every account is an administrator; remove it from the configuration.",
            ],
        },
    };
    for (const [title, { given, problem }] of Object.entries(mistakes)) {
        it(`refuses ${title}`, () => {
            assert.deepEqual(problemsOf(given), [problem].flat());
        });
    }

    it("accepts what is right: levels, parameters, exemptions", () => {
        const exemptions = ["urn:pulumi:*", "*", "name:a", "type:b", "namespace:c"].map((resource) => ({ resource }));
        const configuration: Record<string, Configured> = {
            all: { level: "advisory" },
            "cluster-authorized-ip-ranges-narrow": { level: "advisory", minimumPrefixLength: 24, exemptions },
            "cluster-local-accounts-disabled": { level: "disabled" },
            "cluster-run-command-disabled": { level: "remediate" },
            "cluster-rbac-enabled": { level: "advisory" },
        };
        assert.deepEqual(problemsOf(configuration), []);
    });
});

describe("the configuration of the served pack", function () {
    this.timeout(60_000);
    let pack: ServedPack;

    before(async () => {
        compilePack();
        pack = await startPack();
    });
    after(() => pack.stop());

    it("is refused in words, all mistakes at once, and without a stack trace", async () => {
        await assert.rejects(pack.configure({ "cluster-api-server-private": { x: 1 }, "no-policy": {} }), {
            message:
                "The configuration of policy pack aksguard has mistakes:\n" +
                "  - `cluster-api-server-private` has no property `x`; set `exemptions`.\n" +
                "  - `no-policy` is no policy of the pack; remove it.",
        });
    });

    it("of all policies does not lower one that cannot be waived", async () => {
        const levels = Object.fromEntries(policies.map(({ name }) => [name, { level: "advisory" } as const]));
        await pack.configure({ all: { level: "advisory" }, ...levels });
        const wrong = cluster({ enableRBAC: false, disableLocalAccounts: false });
        const said = await pack.analyze({ name: "prod", ...wrong });
        assert.deepEqual(said.map(({ policy, level }) => [policy, level]).sort(), [
            ["cluster-local-accounts-disabled", "advisory"],
            ["cluster-rbac-enabled", "mandatory"],
        ]);
    });
});
