// Not every test can take part: those of policies/stack start processes, which know of no mutant.
const policies = "!(stack)";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
    mutate: [`policy-pack/policies/${policies}/*.ts`],
    testRunner: "mocha",
    testRunnerNodeArgs: ["--import", "tsx"],
    mochaOptions: { "no-config": true, spec: [`tests/policy-pack/policies/${policies}/*.test.ts`] },
    coverageAnalysis: "perTest",
    // Tests hold whole messages, and a comparison with a text is changed as a condition already.
    mutator: { excludedMutations: ["StringLiteral"] },
    // A mutant in what is made when a module is loaded needs a process of its own.
    ignoreStatic: true,
    ignorePatterns: ["/dist", "/policy-pack/dist", "/.sandbox", "/docs", "/components"],
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { reportTests: false, logTests: false, reportScoreTable: false },
};
