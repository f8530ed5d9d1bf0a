import assert from "node:assert/strict";
import { join } from "node:path";
import { promisify } from "node:util";

import { AnalyzeRequest, AnalyzerResourceOptions, type AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { ServedPack, type Member } from "../../../sandbox/policy-pack/served-pack";
import { compilePack, pack, startPack } from "../compiled-pack";
import { cluster } from "../fixtures";
import { UNKNOWN } from "../sdk-server";

/** Two policies, each of which fails when it is asked about what it does not judge; violations tell what was observed. */
const script = `
    const { PolicyPack } = require("@pulumi/policy");
    const { analyzeByType } = require(${JSON.stringify(join(pack, "dist", "serving", "analyze-by-type"))});
    const observed = [];
    analyzeByType(({ name }) => observed.push(name));
    const policy = (kind) => ({
        name: kind + "-ripe",
        description: kind + " must be ripe.",
        kinds: [kind],
        judges: (type) => type === kind,
        validateResource: ({ type }, report) => {
            if (type !== kind) throw new Error("asked about " + type);
            report(observed.join());
        },
    });
    new PolicyPack("fruit", { policies: [policy("apple"), policy("pear")], enforcementLevel: "mandatory" });
`;

describe("the analysis by type", function () {
    this.timeout(60_000);

    before(() => {
        compilePack();
    });

    // What the SDK does inside is not its API: this test is red when another version does it differently.
    it("asks about a resource only those policies that judge its type, and answers for the others", async () => {
        const served = await ServedPack.start({ file: process.execPath, args: ["-e", script], cwd: pack });
        const analyze = promisify<AnalyzeRequest, AnalyzeResponse>(served.client.analyze.bind(served.client));
        const answerTo = async (type: string) => {
            const request = new AnalyzeRequest();
            request.setType(type);
            request.setName(`the ${type}`);
            request.setProperties(new Struct());
            request.setOptions(new AnalyzerResourceOptions());
            const response = await analyze(request);
            return {
                said: response.getDiagnosticsList().map((one) => [one.getPolicyname(), one.getMessage()]),
                notApplicable: response.getNotApplicableList().map((one) => [one.getPolicyName(), one.getReason()]),
            };
        };
        const answers = { apple: ["apple-ripe", "judges only apple"], pear: ["pear-ripe", "judges only pear"] };
        try {
            assert.deepEqual(await answerTo("stone"), { said: [], notApplicable: [answers.apple, answers.pear] });
            assert.deepEqual(await answerTo("pear"), {
                said: [["pear-ripe", "pear must be ripe.\nthe stone,the pear"]],
                notApplicable: [answers.apple],
            });
            assert.deepEqual(await answerTo("apple"), {
                said: [["apple-ripe", "apple must be ripe.\nthe stone,the pear,the apple"]],
                notApplicable: [answers.pear],
            });
        } finally {
            await served.stop();
        }
    });

    it("keeps the inputs of what it is asked about for stack policies", async () => {
        const planned: Member = {
            name: "prod",
            ...cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": "NodeImage" }),
        };
        const served = await startPack();
        try {
            await served.analyze(planned);
            const said = await served.analyzeStack([{ ...planned, props: { autoUpgradeProfile: UNKNOWN } }]);
            assert.deepEqual(
                said.filter(({ policy }) => policy === "cluster-node-reboots-planned"),
                [],
            );
        } finally {
            await served.stop();
        }
    });
});
