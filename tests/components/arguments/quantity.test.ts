import assert from "node:assert/strict";
import { thousandths } from "../../../components/arguments/quantity";

const amounts: Record<string, bigint | undefined> = {
    "0": 0n,
    "1": 1000n,
    "1.5": 1500n,
    "0.25": 250n,
    "1500m": 1500n,
    "1k": 1_000_000n,
    "1Ki": 1_024_000n,
    "1.5Gi": 1_610_612_736_000n,
    "2E": 2n * 10n ** 21n,
    "1Ei": (1n << 60n) * 1000n,
    "": undefined,
    "-1": undefined,
    ".5": undefined,
    "1.": undefined,
    "1 Gi": undefined,
    "1gi": undefined,
    "1KI": undefined,
    "1.2345": undefined,
    many: undefined,
};

describe("quantities of Kubernetes", () => {
    for (const [text, amount] of Object.entries(amounts)) {
        it(`"${text}" is ${amount === undefined ? "none" : `${String(amount)} thousandths`}`, () => {
            assert.equal(thousandths(text), amount);
        });
    }

    it("are texts", () => {
        assert.equal(thousandths(1), undefined);
    });
});
