import assert from "node:assert/strict";

import { cluster } from "./fixtures";
import { compilePack, startPack } from "./compiled-pack";
import { type ServedPack } from "../../sandbox/policy-pack/served-pack";
import { UNKNOWN } from "./sdk-server";

const policy = "cluster-local-accounts-disabled";
/** A cluster with another property that is not known, which must come back as it was. */
const withLocalAccounts = (disableLocalAccounts: unknown) => ({
    name: "subject",
    ...cluster({ disableLocalAccounts, tags: { late: UNKNOWN } }),
});

describe("remediation", function () {
    this.timeout(60_000);
    let pack: ServedPack;

    before(async () => {
        compilePack();
        pack = await startPack();
    });
    after(() => pack.stop());

    it("is off until it is asked for", async () => {
        assert.equal(await pack.remediate(withLocalAccounts(false)), undefined);
    });

    it("sets what is wrong right at level remediate, and nothing else", async () => {
        await pack.configure({ [policy]: { level: "remediate" } });
        assert.deepEqual(await pack.remediate(withLocalAccounts(false)), withLocalAccounts(true).props);
        assert.equal(await pack.remediate(withLocalAccounts(true)), undefined);
    });

    it("leaves alone what is not known or malformed, and the policy says so", async () => {
        await pack.configure({ [policy]: { level: "remediate" } });
        for (const disableLocalAccounts of [UNKNOWN, "yes"]) {
            const subject = withLocalAccounts(disableLocalAccounts);
            assert.equal(await pack.remediate(subject), undefined);
            const said = (await pack.analyze(subject)).map(({ policy, level }) => [policy, level]);
            const level = disableLocalAccounts === UNKNOWN ? "advisory" : "mandatory";
            assert.deepEqual(said, [[policy, level]]);
        }
    });
});
