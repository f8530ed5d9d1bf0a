import assert from "node:assert/strict";

import { isOlder } from "../../../policy-pack/values/kubernetes-version";

describe("a version of Kubernetes", () => {
    it("is older than another by its first number that differs", () => {
        for (const [version, minimum] of [
            [[1, 33, 9], "1.34"],
            [[1, 34, 1], "1.34.2"],
            [[0, 99, 9], "1.0"],
        ] as const) {
            assert.equal(isOlder(version, minimum), true);
        }
    });

    it("is not older than itself, nor than what is no version", () => {
        for (const minimum of ["1.34", "1.34.0", "latest"]) {
            assert.equal(isOlder([1, 34, 0], minimum), false);
        }
    });
});
