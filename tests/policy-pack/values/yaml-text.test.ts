import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

import { Property, Undetermined } from "../../../policy-pack/property";
import { documentsOf } from "../../../policy-pack/values/yaml-text";

const documents = (text: string) => documentsOf(Property.root(text, "yaml")).map(({ value }) => value);

describe("a text of YAML", () => {
    it("has the documents that are maps or lists", () => {
        assert.deepEqual(documents("a: 1\n---\nnull\n---\n- b\n---\nc\n---\n"), [{ a: 1 }, ["b"]]);
        assert.deepEqual(documents(""), []);
    });

    it("may be JSON", () => {
        assert.deepEqual(documents(' {"a": 1}'), [{ a: 1 }]);
    });

    it("is not quoted where it cannot be read", () => {
        assert.throws(() => documents('a: "secret'), new Undetermined("yaml", "is neither YAML nor JSON"));
    });

    it("is read up to a length, because a gate must not hang", () => {
        const longest = `{"a": 1}`.padEnd(2_000_000);
        assert.deepEqual(documents(longest), [{ a: 1 }]);
        assert.throws(() => documents(`${longest} `), new Undetermined("yaml", "is too long to be read by a policy"));
    });

    it("makes no noise", async () => {
        const warnings: Error[] = [];
        const listen = (warning: Error) => warnings.push(warning);
        process.on("warning", listen);
        documents("? [a]\n: secret");
        await setImmediate();
        process.off("warning", listen);
        assert.deepEqual(warnings, []);
    });
});
