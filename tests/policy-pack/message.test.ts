import assert from "node:assert/strict";

import { quote, quoteUrl } from "../../policy-pack/message";

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
});
