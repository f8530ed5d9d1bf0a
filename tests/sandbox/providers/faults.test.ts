import assert from "node:assert/strict";

import { type Fault, FaultPlan } from "../../../sandbox/providers/fault";
import { PartialFailure } from "../../../sandbox/providers/provider";
import { Arm } from "../azure-native/arm";

const type = "azure-native:resources:ResourceGroup";

describe("faults on demand", () => {
    const messages: Record<string, RegExp> = {
        Throttled: /^Status=429 Code="TooManyRequests" Message="/,
        PrincipalNotFound: /^Status=400 Code="PrincipalNotFound" Message="/,
        Conflict: /^Status=409 Code="Conflict" Message="/,
    };
    for (const [error, message] of Object.entries(messages)) {
        it(`${error} in azure-native's words`, async () => {
            const arm = new Arm([{ operation: "create", type, error: error as "Conflict" }]);
            await assert.rejects(arm.create(type, {}), { message });
            await arm.create(type, {});
        });
    }

    it("Failed leaves the resource behind", async () => {
        const arm = new Arm([{ operation: "create", type, error: "Failed" }]);
        await assert.rejects(arm.create(type, { resourceGroupName: "rg" }), (error) => error instanceof PartialFailure);
        assert.equal(arm.cloud.ofType(type).length, 1);
    });

    it("an error of one's own", async () => {
        const arm = new Arm([{ operation: "create", type, error: { code: "QuotaExceeded", message: "no more" } }]);
        await assert.rejects(arm.create(type, {}), {
            message: `Status=400 Code="QuotaExceeded" Message="no more"`,
        });
    });

    it("happen as often as they say, to the resource that they name, by either name", async () => {
        for (const name of ["thing", "rg"]) {
            const arm = new Arm([
                { operation: "create", type: "Microsoft.Resources/resourceGroups", name, error: "Conflict", times: 2 },
            ]);
            await arm.create(type, { resourceGroupName: "other" }, "another");
            await assert.rejects(arm.create(type, { resourceGroupName: "rg" }));
            await assert.rejects(arm.create(type, { resourceGroupName: "rg" }));
            await arm.create(type, { resourceGroupName: "rg" });
        }
    });

    it("of other operations", async () => {
        const faults: Fault[] = (["read", "update", "delete"] as const).map((operation) => ({
            operation,
            type,
            error: "Conflict",
        }));
        const arm = new Arm(faults);
        const group = await arm.create(type, {});
        await assert.rejects(async () => arm.read(type, group.id), /Conflict/);
        await assert.rejects(async () => arm.update(type, group, { tags: {} }), /Conflict/);
        await assert.rejects(async () => arm.delete(type, group.id), /Conflict/);
    });
});

describe("faults in a variable", () => {
    it("are a JSON array", () => {
        const fault = { operation: "create", type, error: "Throttled", times: 3 };
        assert.deepEqual(FaultPlan.parse(JSON.stringify([fault])), [fault]);
        assert.deepEqual(FaultPlan.parse(undefined), []);
        assert.deepEqual(FaultPlan.parse(" "), []);
    });
    const wrong: Record<string, RegExp> = {
        "[": /AKSGUARD_SANDBOX_FAULTS is not JSON/,
        "{}": /must be a JSON array/,
        '[{"operation":"make"}]': /\[0\]: operation must be one of create, update, delete, read/,
        '[{"operation":"create"}]': /\[0\]: type must be/,
        '[{"operation":"create","type":"t","error":"Broken"}]': /\[0\]: error must be one of Throttled/,
        '[{"operation":"create","type":"t"}]': /\[0\]: error must be one of Throttled/,
    };
    for (const [text, message] of Object.entries(wrong)) {
        it(`are refused: ${text}`, () => {
            assert.throws(() => FaultPlan.parse(text), message);
        });
    }
});
