import assert from "node:assert/strict";

import { policies } from "../../policy-pack/policies";
import { controls, standards } from "./pod-security-controls";

describe("the controls of the Pod Security Standards", () => {
    for (const standard of standards) {
        it(`of ${standard} are judged by the policies that say so`, () => {
            const tagged = policies.filter(({ equivalents }) => equivalents.includes(`pss:${standard}`));
            const judging = controls.filter((control) => control.standard === standard);
            assert.deepEqual(
                judging.flatMap((control) => control.policies).sort(),
                tagged.map(({ name }) => name).sort(),
            );
        });
    }
});
