import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { NodePoolArgs } from "../../../components";
import { madeWith, refusedReplacement } from "../../../components/node-pool/made-with";

const pool: NodePoolArgs = { clusterId: "cluster", subnetId: "nodes", name: "gpu" };
const late = pulumi.output("late");
const end =
    "AKS changes none of it in a pool that exists, and has no room for two pools of one name. Change `name` as well: the new pool is then made before this one is deleted.";

function change(before: Partial<NodePoolArgs>, after: Partial<NodePoolArgs>): string | undefined {
    return refusedReplacement(madeWith({ ...pool, ...before }), madeWith({ ...pool, ...after }));
}

describe("a change that would replace a pool under its name", () => {
    const refused: Record<string, [Partial<NodePoolArgs>, Partial<NodePoolArgs>, string]> = {
        "another size": [
            {},
            { vmSize: "Standard_D8ds_v5" },
            "vmSize changed (vmSize from Standard_D4ds_v5 to Standard_D8ds_v5).",
        ],
        "other zones": [{ zones: ["1"] }, { zones: ["2", "1"] }, "zones changed (zones from 1 to 1 2)."],
        "zones where there were none": [
            {},
            { zones: late.apply((zone) => [zone]) },
            "zones changed (zones from none to given).",
        ],
        "another disk and encryption": [
            {},
            { osDiskSizeGb: 64, hostEncryption: true },
            "hostEncryption, osDiskSizeGb changed (hostEncryption from false to true).",
        ],
        "an image with FIPS": [
            { nodeSecurity: "None" },
            { nodeSecurity: "Fips" },
            "nodeSecurity changed (nodeSecurity from an image without FIPS to Fips).",
        ],
        "another subnet": [{}, { subnetId: "others" }, "subnetId changed (subnetId from nodes to others)."],
    };
    for (const [what, [before, after, message]] of Object.entries(refused)) {
        it(`is ${what}`, () => {
            assert.equal(change(before, after), `${message} ${end}`);
        });
    }

    const accepted: Record<string, [Partial<NodePoolArgs>, Partial<NodePoolArgs>]> = {
        "nothing new": [{}, {}],
        "what AKS changes in place": [{}, { minCount: 3, labels: { team: "shop" }, upgradeMaxSurge: "1" }],
        "trusted launch, which AKS turns on and off": [{ nodeSecurity: "None" }, { nodeSecurity: "TrustedLaunch" }],
        "zones in another order": [{ zones: ["1", "2"] }, { zones: ["2", "1"] }],
        "a pool of another name": [{}, { name: "gpu2", vmSize: "Standard_D8ds_v5" }],
        "a value that comes late": [{ subnetId: "nodes" }, { subnetId: late }],
    };
    for (const [what, [before, after]] of Object.entries(accepted)) {
        it(`is not ${what}`, () => {
            assert.equal(change(before, after), undefined);
        });
    }
});
