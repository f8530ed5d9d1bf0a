import assert from "node:assert/strict";

import * as aksguard from "../../components";
import { RealCluster } from "./real-cluster";

describe("the API server accepts", function () {
    this.timeout(120_000);
    let cluster: RealCluster;
    before(async () => {
        cluster = await RealCluster.start();
    });
    after(async () => {
        await cluster.stop();
    });

    it("a namespace", async () => {
        const objects = await cluster.install(() => new aksguard.SecureNamespace("shop", {}));
        assert.notEqual(objects.length, 0);
    });
});
