import assert from "node:assert/strict";

import * as fc from "fast-check";

import { atOnce } from "./at-once";
import { corpus } from "./corpus";
import type { Case } from "./corpus/case";
import { foundBreaches } from "./found-breaches";
import { PodSecurityAdmission, type Told } from "./pod-security-admission";
import { standards } from "./pod-security-controls";
import { randomPod } from "./random-pods";
import { RealCluster } from "./real-cluster";
import { madeBy, podObject, workloadKinds } from "./workload-kinds";

describe("Pod Security Admission and the pack agree", function () {
    this.timeout(300_000);
    let cluster: RealCluster;
    let admission: PodSecurityAdmission;
    before(async () => {
        cluster = await RealCluster.start();
        admission = await PodSecurityAdmission.of(cluster);
    });
    after(async () => {
        await cluster.stop();
    });

    for (const about of new Set(corpus.map((one) => one.about))) {
        it(`on ${about}`, async () => {
            const cases = corpus.filter((one) => one.about === about);
            assert.deepEqual((await atOnce(cases, differencesOfPod)).flat(), []);
        });
    }

    for (const kind of workloadKinds) {
        it(`on pods that a ${kind} makes, which it warns of`, async () => {
            // Templates have no ephemeral containers.
            const cases = corpus.filter(({ pod }) => pod.spec["ephemeralContainers"] === undefined);
            const differences = (await atOnce(cases, (one) => differencesOfWorkload(kind, one))).flat();
            assert.deepEqual(differences, [
                // The ports of such a pod become ports of the node when it is made, and are refused then.
                "a port in the network of the node: told is host namespaces, found is host namespaces, hostPort",
            ]);
        });
    }

    it("in the version that SecureNamespace pins, but for sysctls that are safe since the next one", async () => {
        const differences = await atOnce(corpus, async ({ name, pod, invalid }) => {
            const { restricted } = await foundBreaches(podObject(pod, "corpus"));
            return difference(name, await admission.ofPod(pod, "pinned"), restricted, invalid);
        });
        const refused = ["net.ipv4.tcp_notsent_lowat", "net.ipv4.tcp_slow_start_after_idle"];
        assert.deepEqual(
            differences.flat(),
            refused.map((sysctl) => `sysctl "${sysctl}" in a pod: told is forbidden sysctls, found is nothing`),
        );
    });

    it("on thousands of generated pods", async () => {
        let judged = 0;
        const someAtOnce = fc.array(randomPod, { minLength: 1, maxLength: 100, size: "max" });
        const property = fc.asyncProperty(someAtOnce, async (pods) => {
            const named = pods.map((pod, index): Case => ({ about: "", name: `pod ${index}`, pod }));
            assert.deepEqual((await atOnce(named, differencesOfPod)).flat(), []);
            judged += pods.length;
        });
        await fc.assert(property, { seed: 20_260_811, numRuns: 130 });
        assert.ok(judged >= 5000, `${judged} were judged`);
    });

    async function differencesOfPod({ name, pod, invalid }: Case): Promise<string[]> {
        const found = await foundBreaches(podObject(pod, "corpus"));
        const differences = await atOnce(standards, async (standard) =>
            difference(name, await admission.ofPod(pod, standard), found[standard], invalid),
        );
        return differences.flat();
    }

    /** All controls of the standard baseline are told with those of restricted. */
    async function differencesOfWorkload(kind: string, { name, pod, invalid }: Case): Promise<string[]> {
        const { restricted } = await foundBreaches(madeBy(kind, pod, "corpus"));
        return difference(name, await admission.ofWorkload(kind, pod, "restricted"), restricted, invalid);
    }
});

/** How an answer of the API server differs from what the pack finds; an object that is invalid has no other. */
function difference(name: string, told: Told, found: readonly string[], invalid?: string): string[] {
    if ("invalid" in told) {
        return invalid !== undefined && told.invalid.includes(invalid) ? [] : [`${name}: ${told.invalid}`];
    }
    const [isTold, isFound] = [told.breaches, found].map((breaches) => breaches.join(", ") || "nothing");
    if (isTold === isFound && invalid === undefined) return [];
    return [`${name}: told is ${isTold}, found is ${isFound}`];
}
