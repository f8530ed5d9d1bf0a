import assert from "node:assert/strict";
import { parseEventLog, registeredResources, type EngineEvent } from "../../../scripts/preview/engine-events";
import { practiceReport, type PracticeRow, type ReportedPolicy } from "../../../scripts/preview/practice-report";
import { practiceTable, summary } from "../../../scripts/preview/table";

const cluster = "urn:pulumi:prod::aksguard::aksguard:index:Cluster$azure-native:containerservice:ManagedCluster::prod";
const policies: ReportedPolicy[] = [
    { name: "cluster-run-command-disabled", practice: 1 },
    { name: "cluster-authorized-ip-ranges-set", practice: 1 },
    { name: "cluster-local-accounts-disabled", practice: 3 },
];

const passed = (...names: string[]): EngineEvent => ({
    policyAnalyzeSummaryEvent: { policyPackName: "aksguard", resourceUrn: cluster, passed: names },
});
const violation = (policyName: string, enforcementLevel: string, message = "…"): EngineEvent => ({
    policyEvent: { policyName, enforcementLevel, message, policyPackName: "aksguard", resourceUrn: cluster },
});
const cannotRun = violation(
    "cluster-run-command-disabled",
    "advisory",
    "can't run policy 'cluster-run-command-disabled' from policy pack 'aksguard@v0.1.0' during preview: …",
);

const report = (...events: EngineEvent[]) => practiceReport([1, 2, 3], policies, events, "aksguard");

describe("practice report", () => {
    const states: Record<string, [EngineEvent[], Partial<PracticeRow>]> = {
        "held where every policy that looked passed": [
            [passed("cluster-run-command-disabled")],
            { state: "held", policies: ["cluster-run-command-disabled"], resources: [cluster] },
        ],
        "violated, whatever else passed": [
            [
                passed("cluster-run-command-disabled"),
                violation("cluster-authorized-ip-ranges-set", "mandatory"),
                cannotRun,
            ],
            { state: "violated", policies: ["cluster-authorized-ip-ranges-set"], resources: [cluster] },
        ],
        "undetermined where a value is not known": [
            [cannotRun, violation("cluster-authorized-ip-ranges-set", "advisory")],
            { state: "undetermined", policies: ["cluster-run-command-disabled"] },
        ],
        "advisory where nothing is worse": [
            [violation("cluster-authorized-ip-ranges-set", "advisory"), passed("cluster-run-command-disabled")],
            { state: "advisory", policies: ["cluster-authorized-ip-ranges-set"] },
        ],
        "without a resource where no policy looked": [
            [passed("cluster-local-accounts-disabled")],
            { state: "no resource" },
        ],
        "without a resource where only another pack looked": [
            [
                {
                    policyAnalyzeSummaryEvent: {
                        policyPackName: "other",
                        resourceUrn: cluster,
                        passed: ["cluster-run-command-disabled"],
                    },
                },
            ],
            { state: "no resource" },
        ],
        "held by a policy that looks at the stack": [
            [
                {
                    policyAnalyzeStackSummaryEvent: {
                        policyPackName: "aksguard",
                        passed: ["cluster-run-command-disabled"],
                        failed: null,
                    },
                },
            ],
            { state: "held", resources: [] },
        ],
    };
    for (const [title, [events, expected]] of Object.entries(states)) {
        it(`is ${title}`, () => {
            const [first] = report(...events);
            assert.deepEqual({ ...first, ...expected }, first);
        });
    }

    it("says of a practice without a policy that it is not covered", () => {
        assert.equal(report()[1]?.state, "not covered");
    });

    it("is read from a log whose last line was cut off", () => {
        const events = parseEventLog(`${JSON.stringify(passed("a"))}\n\n{"policyEvent":{"mess`);
        assert.deepEqual(events, [passed("a")]);
    });

    it("counts registered resources without the stack and without repetitions", () => {
        const event = (urn: string, type: string): EngineEvent => ({ resourcePreEvent: { metadata: { urn, type } } });
        assert.equal(registeredResources([event("stack", "pulumi:pulumi:Stack")]), 0);
        assert.equal(registeredResources([event("stack", "pulumi:pulumi:Stack"), event("a", "x"), event("a", "x")]), 1);
    });

    it("is a table that a person reads", () => {
        const rows = report(
            passed("cluster-run-command-disabled", "cluster-authorized-ip-ranges-set"),
            violation("cluster-local-accounts-disabled", "mandatory"),
        );
        assert.equal(
            practiceTable(rows, { 1: "Restrict the API server", 2: "Private cluster", 3: "Entra ID" }),
            [
                " 1  Restrict the API server  held         2 policies passed on ManagedCluster prod",
                " 2  Private cluster          not covered  this pack has no policy for it yet",
                " 3  Entra ID                 violated     cluster-local-accounts-disabled on ManagedCluster prod",
            ].join("\n"),
        );
        assert.equal(summary(rows), "1 violated, 1 held, 1 not covered");
    });
});
