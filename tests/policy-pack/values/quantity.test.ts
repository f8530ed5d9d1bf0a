import assert from "node:assert/strict";

import * as fc from "fast-check";

import { parseQuantity, quantityPattern } from "../../../policy-pack/values/quantity";

const billion = 1_000_000_000n;

describe("quantities of Kubernetes", () => {
    const sizes: Record<string, bigint> = {
        "0": 0n,
        "1": billion,
        "+1": billion,
        "-1": -billion,
        "007": 7n * billion,
        "1.": billion,
        ".5": 500_000_000n,
        "0.5": 500_000_000n,
        "1.25": 1_250_000_000n,
        "500m": 500_000_000n,
        "0.5m": 500_000n,
        "1u": 1000n,
        "1n": 1n,
        "0.1n": 1n,
        "0.0000000001": 1n,
        "1.0000000000": billion,
        "12e-10": 2n,
        "0e5": 0n,
        "1k": 1000n * billion,
        "1M": 10n ** 6n * billion,
        "1G": 10n ** 9n * billion,
        "1T": 10n ** 12n * billion,
        "1P": 10n ** 15n * billion,
        "1E": 10n ** 18n * billion,
        "1Ki": 1024n * billion,
        "1Mi": 1024n ** 2n * billion,
        "1.5Gi": (3n * 1024n ** 3n * billion) / 2n,
        "1Ti": 1024n ** 4n * billion,
        "1Pi": 1024n ** 5n * billion,
        "1Ei": 1024n ** 6n * billion,
        "1e3": 1000n * billion,
        "1E3": 1000n * billion,
        "1e+3": 1000n * billion,
        "12E-1": 1_200_000_000n,
        "1.5e1": 15n * billion,
    };
    for (const [text, size] of Object.entries(sizes)) {
        it(`reads ${text}`, () => {
            assert.equal(parseQuantity(text), size);
        });
    }

    it("reads numbers", () => {
        assert.equal(parseQuantity(0.25), 250_000_000n);
        assert.equal(parseQuantity(2), 2n * billion);
        assert.equal(parseQuantity(1e21), 10n ** 21n * billion);
        assert.equal(parseQuantity(1e-7), 100n);
    });

    const wrong = [
        "",
        " ",
        "1 ",
        " 1",
        "1 Gi",
        "1K",
        "1ki",
        "1mi",
        "Gi",
        "e3",
        "1e",
        "1e3m",
        "1Gim",
        "1,5",
        "1.2.3",
        ".",
    ];
    for (const text of [...wrong, "--1", "0x10", "one", "NaN", "Infinity", "1e1.5", "1\n", "1g", "1KI"]) {
        it(`refuses ${JSON.stringify(text)}`, () => {
            assert.equal(parseQuantity(text), undefined);
        });
    }

    it("refuses what is no text or number", () => {
        for (const value of [undefined, null, true, [], [1], {}, NaN, Infinity]) {
            assert.equal(parseQuantity(value), undefined);
        }
    });

    it("takes no time for huge exponents, and keeps their order", () => {
        assert.ok((parseQuantity("1e99999") ?? 0n) > (parseQuantity("1000Ei") ?? 0n));
        assert.equal(parseQuantity("1e-99999"), 1n);
        assert.equal(parseQuantity("1e9999999999"), undefined);
    });

    it("are configured by a pattern that knows the same ones", () => {
        const pattern = new RegExp(quantityPattern);
        for (const text of Object.keys(sizes).filter((text) => !/^[+-]/.test(text))) assert.match(text, pattern);
        for (const text of ["", "-1", "1 Gi", "1K", "1ki", "lots", "1e", "."]) assert.doesNotMatch(text, pattern);
    });

    it("means the same in every notation", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (count) => {
                const plain = parseQuantity(String(count));
                assert.equal(parseQuantity(`${count}000m`), plain);
                assert.equal(parseQuantity(`${count}e0`), plain);
                assert.equal(parseQuantity(count), plain);
                assert.equal(parseQuantity(`${count}Ki`), parseQuantity(String(count * 1024)));
                assert.equal(parseQuantity(`${count}k`), parseQuantity(`${count}E3`));
            }),
        );
    });
});
