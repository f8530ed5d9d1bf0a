import assert from "node:assert/strict";

import { allowedOrUnset, quote, quoteUrl } from "../../policy-pack/message";

describe("values in messages", () => {
    it("are cut when they are longer than a line", () => {
        assert.equal(quote("a".repeat(120)), `\`${"a".repeat(120)}\``);
        assert.equal(quote("a".repeat(121)), `\`${"a".repeat(120)}…\``);
    });

    it("stay on one line and inside of their quotes", () => {
        assert.equal(quote("a\nb\u001b[31m`c`"), "`a b [31m c `");
    });

    it("carry no credentials of a URL", () => {
        assert.equal(quoteUrl("https://user:hunter2@host/a.yaml?token=hunter2#hunter2"), "`https://host/a.yaml`");
        assert.equal(quoteUrl("charts/app"), "`charts/app`");
    });

    it("are advised: all of a short list, some of a long one", () => {
        const values = (count: number) => Array.from({ length: count }, (_, index) => String(index));
        assert.equal(allowedOrUnset([]), "leave it unset");
        assert.equal(allowedOrUnset(["a"]), "set it to `a`, or leave it unset");
        assert.equal(allowedOrUnset(["a", "b", "c"]), "set it to `a`, `b` or `c`, or leave it unset");
        assert.match(allowedOrUnset(values(10)), /^set it to `0`, `1`.* or `9`, or leave it unset$/);
        const some = "set it to an allowed one such as `0`, `1` or `2`, or leave it unset";
        assert.equal(allowedOrUnset(values(11)), some);
    });
});
