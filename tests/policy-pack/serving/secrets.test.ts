import assert from "node:assert/strict";

import type { ServedPack } from "../../../sandbox/policy-pack/served-pack";
import { compilePack, startPack } from "../compiled-pack";
import { deployment, publicCluster } from "../fixtures";

/** A value as the engine sends it where it is secret. */
function secret(value: unknown) {
    return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

describe("secrets", function () {
    this.timeout(60_000);
    let pack: ServedPack;

    before(async () => {
        compilePack();
        pack = await startPack();
    });
    after(() => pack.stop());

    const long = "https://very-secret.example.com/".repeat(10);
    const cases = {
        "of a text": [deployment({ "containers.0.image": secret("hunter2-secret") }), "hunter2-secret"],
        "of a list": [publicCluster(secret(["10.2.3.4/8"])), "10.2.3.4/8"],
        "of an element": [publicCluster([secret("10.2.3.5/8")]), "10.2.3.5/8"],
        "of a long text, which messages cut": [deployment({ "containers.0.image": secret(long) }), long.slice(0, 60)],
        "of a text with a line break": [deployment({ "containers.0.image": secret("two\nlines") }), "two lines"],
    } as const;
    for (const [title, [resource, text]] of Object.entries(cases)) {
        it(`${title} are printed by no policy`, async () => {
            const said = await pack.analyze({ name: "subject", ...resource });
            const messages = said.map(({ message }) => message).join("\n");
            assert.ok(messages.includes("[secret]"), messages);
            assert.ok(!messages.includes(text), messages);
        });
    }

    it("leave everything else as it is, and are judged", async () => {
        const { type, props } = deployment({ "containers.0.image": "docker.io/app" });
        const said = await pack.analyze({ name: "subject", type, props });
        assert.ok(said.some(({ message }) => message.includes("`docker.io/app`")));
    });
});
