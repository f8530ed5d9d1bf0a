import assert from "node:assert/strict";

import { isResourcePolicy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { classicCluster, classicRegistry, cluster, registry } from "./fixtures";
import { compilePack, startPack } from "./compiled-pack";
import { type ServedPack } from "../../sandbox/policy-pack/served-pack";
import { UNKNOWN, type Registered } from "./sdk-server";

/** Each policy that mends: what is wrong, and what becomes of it. */
const cases: Record<string, { wrong: Registered; right: Registered }[]> = {
    "cluster-local-accounts-disabled": [
        { wrong: cluster({ disableLocalAccounts: undefined }), right: cluster() },
        {
            wrong: cluster({ disableLocalAccounts: false, tags: { late: UNKNOWN } }),
            right: cluster({ tags: { late: UNKNOWN } }),
        },
        { wrong: classicCluster({ localAccountDisabled: false }), right: classicCluster() },
    ],
    "cluster-run-command-disabled": [
        { wrong: cluster({ "apiServerAccessProfile.disableRunCommand": false }), right: cluster() },
        { wrong: classicCluster({ runCommandEnabled: undefined }), right: classicCluster() },
        {
            wrong: { type: "azure-native:containerservice:ManagedCluster", props: { location: "westeurope" } },
            right: {
                type: "azure-native:containerservice:ManagedCluster",
                props: { location: "westeurope", apiServerAccessProfile: { disableRunCommand: true } },
            },
        },
    ],
    "cluster-dashboard-add-on-disabled": [
        {
            wrong: cluster({ "addonProfiles.KubeDashboard": { enabled: true } }),
            right: cluster({ "addonProfiles.KubeDashboard": { enabled: false } }),
        },
    ],
    "cluster-http-application-routing-disabled": [
        {
            wrong: cluster({ "addonProfiles.httpApplicationRouting": { enabled: true } }),
            right: cluster({ "addonProfiles.httpApplicationRouting": { enabled: false } }),
        },
        {
            wrong: classicCluster({ httpApplicationRoutingEnabled: true }),
            right: classicCluster({ httpApplicationRoutingEnabled: false }),
        },
    ],
    "registry-admin-user-disabled": [
        { wrong: registry({ adminUserEnabled: true }), right: registry({ adminUserEnabled: false }) },
        { wrong: classicRegistry({ adminEnabled: true }), right: classicRegistry({ adminEnabled: false }) },
    ],
    "registry-anonymous-pull-disabled": [
        { wrong: registry({ anonymousPullEnabled: true }), right: registry({ anonymousPullEnabled: false }) },
    ],
};

describe("remediation", function () {
    this.timeout(60_000);
    let pack: ServedPack;

    before(async () => {
        compilePack();
        pack = await startPack();
    });
    after(() => pack.stop());

    const mending = policies.filter((policy) => isResourcePolicy(policy) && policy.remediateResource !== undefined);

    it("has a case for every policy that mends, and is off until it is asked for", async () => {
        assert.deepEqual(mending.map(({ name }) => name).sort(), Object.keys(cases).sort());
        for (const { wrong } of Object.values(cases).flat()) {
            assert.equal(await pack.remediate({ name: "subject", ...wrong }), undefined);
        }
    });

    for (const [policy, examples] of Object.entries(cases)) {
        it(`${policy} sets what is wrong right, and nothing else`, async () => {
            await pack.configure({ [policy]: { level: "remediate" } });
            for (const { wrong, right } of examples) {
                assert.deepEqual(await pack.remediate({ name: "subject", ...wrong }), right.props);
                assert.equal(await pack.remediate({ name: "subject", ...right }), undefined);
            }
        });
    }

    it("leaves alone what is not known or malformed, and the policy says so", async () => {
        await pack.configure({ "cluster-local-accounts-disabled": { level: "remediate" } });
        for (const disableLocalAccounts of [UNKNOWN, "yes"]) {
            const subject = { name: "subject", ...cluster({ disableLocalAccounts }) };
            assert.equal(await pack.remediate(subject), undefined);
            const said = (await pack.analyze(subject)).map(({ policy, level }) => [policy, level]);
            const level = disableLocalAccounts === UNKNOWN ? "advisory" : "mandatory";
            assert.deepEqual(said, [["cluster-local-accounts-disabled", level]]);
        }
    });
});
