import assert from "node:assert/strict";
import { imageExpressionProblems, neededImageProblems } from "../../../components/policy-assignments/image-expression";
import { describe as inWords } from "../../../components/arguments/problem";

const { raw } = String;

describe("an expression of allowed images", () => {
    const words = (expression: unknown) => [...imageExpressionProblems("regex", expression)].map(inWords);

    for (const expression of [
        raw`^(mcr\.microsoft\.com|prod\.azurecr\.io|ghcr\.io/kubereboot)/.+$`,
        raw`^([^\/]+\.azurecr\.io|mcr\.microsoft\.com)\/.+$`,
        raw`\Amcr\.microsoft\.com/`,
        raw`^mcr\.microsoft\.com/.+$|^prod\.azurecr\.io/.+$`,
        raw`(?i)^mcr[.]microsoft[.]com/`,
    ]) {
        it(`may be ${expression}`, () => {
            assert.deepEqual(words(expression), []);
        });
    }

    const begin = 'Begin it with "^", before a group that holds all alternatives.';
    const pause = "oss/kubernetes/pause:3.10";
    const cases: Record<string, string> = {
        ".*": "which allows images of every registry, attacker.example/app:1.0 among them. Name the registries whose images may run.",
        "^.+/.+$":
            "which allows images of every registry, attacker.example/app:1.0 among them. Name the registries whose images may run.",
        [raw`mcr\.microsoft\.com/`]: `which also allows attacker.example/mcr.microsoft.com/${pause}, of another registry. ${begin}`,
        [raw`^mcr\.microsoft\.com/|mcr`]: `which also allows attacker.example/mcr.microsoft.com/${pause}, of another registry. ${begin}`,
        [raw`^mcr\.microsoft\.com`]: `which also allows mcr.microsoft.com.attacker.example/${pause}, of another registry. End the name of each registry with "/".`,
        [raw`^mcr.microsoft\.com/`]: `which also allows mcrxmicrosoft.com/${pause}, of another registry. Escape each dot in the name of a registry: "\\\\.".`,
        [raw`^(mcr\.microsoft\.com|prod.azurecr\.io)/`]: `which also allows prodxazurecr.io/app:1.0, of another registry. Escape each dot in the name of a registry: "\\\\.".`,
        [raw`^prod\.azurecr\.io/`]: `which does not allow mcr.microsoft.com/${pause}, and add-ons of AKS come from that registry. Let it allow "mcr\\\\.microsoft\\\\.com/" as well.`,
    };
    for (const [expression, why] of Object.entries(cases)) {
        it(`may not be ${expression}`, () => {
            assert.deepEqual(words(expression), [`regex is ${JSON.stringify(expression)}, ${why}`]);
        });
    }

    for (const expression of ["(", "^(?=mcr)", raw`^(a)\1$`, "", 7, undefined]) {
        it(`may not be ${String(expression)}, which is none of RE2`, () => {
            assert.match(words(expression).join(), /which is no regular expression of RE2 \(/);
        });
    }
});

describe("images that a cluster needs", () => {
    const expression = raw`^(mcr\.microsoft\.com|prod\.azurecr\.io|ghcr\.io/kubereboot)/.+$`;
    const words = (regex: string, images: string[]) => [...neededImageProblems("regex", regex, images)].map(inWords);

    it("are allowed, as images and as registries", () => {
        assert.deepEqual(words(expression, ["ghcr.io/kubereboot/kured:1.23.0", "prod.azurecr.io"]), []);
    });

    it("may be demanded by digest", () => {
        assert.deepEqual(words(raw`^prod\.azurecr\.io/[a-z/]+@sha256:[0-9a-f]{64}$`, ["prod.azurecr.io"]), []);
    });

    it("are missed by name", () => {
        assert.deepEqual(words("^a/", ["ghcr.io/kubereboot/kured:1.23.0", "prod.azurecr.io"]), [
            'regex is "^a/", which does not allow ghcr.io/kubereboot/kured:1.23.0, and the cluster needs it. Let the expression allow it as well.',
            'regex is "^a/", which does not allow prod.azurecr.io, and the cluster needs it. Let the expression allow it as well.',
        ]);
    });

    it("are not confused with what looks like them", () => {
        assert.deepEqual(words("^prod.azurecr.io/", ["prod.azurecr.io"]), [
            'regex is "^prod.azurecr.io/", which also allows prodxazurecr.io/app:1.0, of another registry. Escape each dot in the name of a registry: "\\\\.".',
        ]);
    });
});
