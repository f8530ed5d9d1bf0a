import assert from "node:assert/strict";

import { imageExpression } from "../../../policy-pack/values/image-expression";

describe("an expression of images", () => {
    it("is compiled, whatever was compiled before", () => {
        const name = `app-${process.hrtime.bigint()}`;
        const expression = imageExpression(`^${name}$`);
        assert.deepEqual(
            [name, "app"].map((image) => expression?.test(image)),
            [true, false],
        );
    });

    it("is none where RE2 cannot read it", () => {
        assert.equal(imageExpression("(?!a)"), undefined);
    });
});
