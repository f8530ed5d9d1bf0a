import assert from "node:assert/strict";

import { hasPort } from "../../../policy-pack/values/port-list";

describe("a list of ports", () => {
    it("has the ports that it names, and both ends of its ranges", () => {
        const list = [80, "443", " 4000-5000 "];
        const within = [80, 443, 4000, 5000];
        const without = [79, 81, 442, 444, 3999, 5001];
        assert.deepEqual(
            [...within, ...without].filter((port) => hasPort(list, port)),
            within,
        );
    });

    it("has none by what is neither a port nor a range", () => {
        for (const entry of [-1, "-1", "x1", "1x", "1-", "any", ""]) assert.equal(hasPort([entry], 1), false);
    });
});
