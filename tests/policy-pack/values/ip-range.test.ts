import assert from "node:assert/strict";

import { parseIpRange } from "../../../policy-pack/values/ip-range";

describe("a range of addresses", () => {
    it("has its host bits cleared, and says that there were some", () => {
        assert.deepEqual(parseIpRange("203.0.113.7/24"), {
            family: "ipv4",
            prefixLength: 24,
            isInternal: false,
            network: "203.0.113.0/24",
            hasHostBits: true,
        });
    });

    it("may be one address", () => {
        assert.deepEqual(parseIpRange("2001:db8::1")?.network, "2001:db8::1/128");
    });

    const wrong = ["", "203.0.113.0/", "203.0.113.0/x", "203.0.113.0/24x", "203.0.113.0/x24", "203.0.113.0/33"];
    for (const text of [...wrong, "203.0.113.0/24/24", "203.0.113/24", "0x7f.0.0.1/8", "1/8", "2001:db8::/129"]) {
        it(`is not ${JSON.stringify(text)}`, () => {
            assert.equal(parseIpRange(text), undefined);
        });
    }
});
