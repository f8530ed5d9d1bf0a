import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import type { ResourceKind } from "../../../policy-pack/policy";

const folder = resolve(__dirname, "..", "..", "..", "policy-pack", "resources");

function isKind(value: unknown): value is ResourceKind<unknown> {
    return typeof value === "object" && value !== null && "matches" in value && "views" in value;
}

/** Types that are of no kind, though some begin or end like one that is. */
const strangers = [
    "contoso:index:Thing",
    "azure-native:storage:StorageAccount",
    "mykubernetes:helm.sh/v4:Chart",
    "kubernetes:helm.sh/v4:ChartRepository",
    "mykubernetes:yaml/v2:ConfigFile",
    "kubernetes:yaml/v2:ConfigFileSet",
    "mykubernetes:cilium.io/v2:CiliumNetworkPolicy",
    "kubernetes:cilium.io/v2:CiliumNetworkPolicyReport",
    "kubernetes:example.com/v1:DaemonSetStatus",
];

describe("a kind of resource", () => {
    let kinds: ResourceKind<unknown>[] = [];

    before(async () => {
        const modules = readdirSync(folder).map((file) => import(join(folder, file)) as Promise<object>);
        kinds = (await Promise.all(modules)).flatMap((module) => Object.values(module) as unknown[]).filter(isKind);
    });

    it("is one of many", () => {
        assert.ok(kinds.length > 40);
    });

    for (const type of strangers) {
        it(`is never ${type}`, () => {
            assert.deepEqual(
                kinds.filter((kind) => kind.matches(type)).map(({ name }) => name),
                [],
            );
        });
    }
});
