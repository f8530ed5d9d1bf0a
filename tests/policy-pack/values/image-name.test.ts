import assert from "node:assert/strict";

import { imageReference } from "../../../policy-pack/values/image-name";

const digest = "sha256:0123";
const images: Record<string, ReturnType<typeof imageReference>> = {
    nginx: { tag: undefined, digest: undefined },
    "nginx:1.25": { tag: "1.25", digest: undefined },
    [`nginx:1.25@${digest}`]: { tag: "1.25", digest },
    "example.com:5000/nginx": { tag: undefined, digest: undefined },
    [`example.com:5000/nginx@${digest}`]: { tag: undefined, digest },
    "example.com:5000/web/nginx:1.25": { tag: "1.25", digest: undefined },
};

describe("a reference to an image", () => {
    for (const [image, reference] of Object.entries(images)) {
        it(`is read from ${image}`, () => {
            assert.deepEqual(imageReference(image), reference);
        });
    }
});
