import assert from "node:assert/strict";

import * as fc from "fast-check";

import * as aksguard from "../../components";
import { judgedElsewhere, usualVolumeTypes } from "../../components/admission-policies/policies/volume-types";
import { policies } from "../../policy-pack/policies";
import { evaluate } from "../policy-pack/policy-tester";
import { type AdmissionControl, admissionControls } from "./admission-controls";
import { atOnce } from "./at-once";
import { corpus } from "./corpus";
import type { Case } from "./corpus/case";
import { deckCorpus } from "./corpus/deck";
import { podWith } from "./corpus/secure-pod";
import { randomPod } from "./random-pods";
import { RealCluster } from "./real-cluster";
import { podObject, typeToken } from "./workload-kinds";

const namespace = "held";
const ranges = [
    { min: 1000, max: 1999 },
    { min: 5000, max: 5000 },
];
const paths = [
    { pathPrefix: "/var/log", readOnly: true },
    { pathPrefix: "/data/", readOnly: false },
];
const drivers = ["example/lvm"];

/** The same parameters in the words of both. A refusal tells one policy only: so all are let in with their warnings. */
const held: aksguard.AdmissionPoliciesArgs = {
    ...Object.fromEntries(admissionControls.map(({ argument }) => [argument, { action: "Warn" }])),
    groups: { action: "Warn", allowedRanges: ranges },
    hostPaths: { action: "Warn", allowedPaths: paths },
    flexVolumes: { action: "Warn", allowedDrivers: drivers },
};
const config = {
    fsGroupRule: "MayRunAs",
    fsGroupRanges: { ranges },
    runAsGroupRule: "MayRunAs",
    runAsGroupRanges: { ranges },
    supplementalGroupsRule: "MayRunAs",
    supplementalGroupsRanges: { ranges },
    allowedHostPaths: { paths },
    allowedFlexVolumeDrivers: drivers,
    // Types with a policy of their own pass that of volume types in the cluster.
    allowedVolumeTypes: [...usualVolumeTypes, ...judgedElsewhere],
};
const judging = policies.filter(({ name }) => admissionControls.some((control) => control.policies.includes(name)));

interface Difference {
    readonly argument: string;
    readonly by: "the API server" | "the pack";
    readonly name: string;
}

describe("AdmissionPolicies and the pack agree", function () {
    this.timeout(300_000);
    let cluster: RealCluster;
    before(async () => {
        cluster = await RealCluster.start();
        await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
        await cluster.apply(debugged(podWith({})));
        await cluster.install(() => new aksguard.AdmissionPolicies("held", held));
    });
    after(async () => {
        await cluster.stop();
    });

    it("at each boundary, but for what only the pack objects to", async () => {
        const cases = [...corpus, ...deckCorpus].filter(({ invalid }) => invalid === undefined);
        const differences = (await atOnce(cases, differencesOf)).flat();
        const known = ({ argument, by, name }: Difference) =>
            by === "the pack" && controlOf(argument).onlyByPack?.cases.test(name) === true;
        assert.deepEqual(
            differences.filter((one) => !known(one)),
            [],
        );
        const explained = admissionControls.filter(({ onlyByPack }) => onlyByPack !== undefined);
        const met = new Set(differences.map(({ argument }) => argument));
        assert.deepEqual(
            explained.map(({ argument }) => argument),
            explained.map(({ argument }) => argument).filter((argument) => met.has(argument)),
        );
    });

    it("on generated pods", async () => {
        const someAtOnce = fc.array(randomPod, { minLength: 1, maxLength: 100, size: "max" });
        const property = fc.asyncProperty(someAtOnce, async (pods) => {
            const cases = pods.map((pod, index): Case => ({ about: "", name: `pod ${index}`, pod }));
            const differences = (await atOnce(cases, differencesOf)).flat();
            const mayDiffer = ({ argument, by }: Difference) =>
                by === "the pack" && controlOf(argument).onlyByPack !== undefined;
            assert.deepEqual(
                differences.filter((one) => !mayDiffer(one)),
                [],
            );
        });
        await fc.assert(property, { seed: 20_191_203, numRuns: 25 });
    });

    async function differencesOf({ about, name, pod }: Case): Promise<Difference[]> {
        const object = podObject(pod, namespace);
        const { ephemeralContainers } = pod.spec;
        const { allowed, message, warnings } =
            ephemeralContainers === undefined
                ? await cluster.judge(object)
                : await cluster.judge(
                      debugged({ annotations: {}, spec: { ephemeralContainers } }),
                      "ephemeralcontainers",
                  );
        assert.ok(allowed, `${about}, ${name}: ${message}`);
        const verdicts = await evaluate({ type: typeToken(object), props: object }, { of: judging, config });
        return admissionControls.flatMap(({ argument, policies: names }): Difference[] => {
            const isRefused = warnings.some((warning) => warning.includes(`'held-${kebab(argument)}'`));
            const isFound = names.some((policy) => verdicts.get(policy)?.violations.length !== 0);
            return isRefused === isFound ? [] : [{ argument, by: isRefused ? "the API server" : "the pack", name }];
        });
    }
});

function debugged({ spec }: Case["pod"]) {
    return { apiVersion: "v1", kind: "Pod", metadata: { name: "debugged", namespace }, spec };
}

function controlOf(argument: string): AdmissionControl {
    const found = admissionControls.find((control) => control.argument === argument);
    assert.ok(found !== undefined);
    return found;
}

function kebab(argument: string): string {
    return argument.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
