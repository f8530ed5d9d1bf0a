import assert from "node:assert/strict";
import { waitForPropagation } from "../../../components/roles/propagation";

const missing = 'Code="CustomPrivateDNSZoneMissingPermissionError" Message="…"';

describe("waitForPropagation", () => {
    it("waits longer from one try to the next, up to a minute", () => {
        const waits = [1, 2, 3, 4, 5, 6].map(
            (tries) => waitForPropagation(Array<string>(tries).fill(missing))?.seconds,
        );
        assert.deepEqual(waits, [5, 10, 20, 40, 60, 60]);
    });

    it("gives up in the end", () => {
        assert.equal(waitForPropagation(Array<string>(10).fill(missing))?.seconds, 60);
        assert.equal(waitForPropagation(Array<string>(11).fill(missing)), undefined);
    });

    it("names the code", () => {
        assert.equal(waitForPropagation([missing])?.code, "CustomPrivateDNSZoneMissingPermissionError");
    });

    for (const error of ['Code="AuthorizationFailed"', 'Code="QuotaExceeded"', ""]) {
        it(`does not try again after ${error || "no message"}`, () => {
            assert.equal(waitForPropagation([error]), undefined);
        });
    }

    it("looks at the newest error", () => {
        assert.equal(waitForPropagation(['Code="QuotaExceeded"', missing]), undefined);
    });

    it("knows the words of an API server, which count for objects of Kubernetes only", () => {
        const forbidden = 'namespaces is forbidden: User "x" cannot create resource "namespaces"';
        assert.deepEqual(waitForPropagation([forbidden], "the API server"), { code: "is forbidden", seconds: 5 });
        assert.equal(waitForPropagation([forbidden]), undefined);
        assert.equal(waitForPropagation([missing], "the API server"), undefined);
    });
});
