// The tests of policies/stack start processes of their own, which know of no mutant.
const policies = "policies/!(stack)";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
    mutate: [
        `policy-pack/${policies}/*.ts`,
        "policy-pack/{azure,pods,relations,resources,values}/*.ts",
        "policy-pack/{dashboard,message,policy,property,setting,stack-policy}.ts",
    ],
    buildCommand: "cp scripts/mutation/by-type.ts policy-pack/by-type.ts",
    testRunner: "mocha",
    testRunnerNodeArgs: ["--import", "tsx"],
    mochaOptions: {
        "no-config": true,
        spec: [
            `tests/policy-pack/${policies}/*.test.ts`,
            "tests/policy-pack/{pods,relations,resources,values}/*.test.ts",
            // Braces alone are no pattern to mocha.
            ...["message", "remedies", "spellings"].map((name) => `tests/policy-pack/${name}.test.ts`),
        ],
    },
    coverageAnalysis: "perTest",
    // A mutant that loops for ever counts as caught: a busy machine must not look like one.
    timeoutMS: 60_000,
    // Tests hold whole messages, and a comparison with a text is changed as a condition already.
    mutator: { excludedMutations: ["StringLiteral"] },
    // A mutant in what is made when a module is loaded needs a process of its own.
    ignoreStatic: true,
    ignorePatterns: ["/dist", "/policy-pack/dist", "/.sandbox", "/docs", "/components"],
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { reportTests: false, logTests: false, reportScoreTable: false },
};
