import assert from "node:assert/strict";

import { applyDrift } from "../../../sandbox/providers/drift";
import type { PropertyMap } from "../../../sandbox/providers/property";
import { Arm } from "./arm";

describe("a change of inputs", () => {
    const arm = new Arm();
    const cluster = "azure-native:containerservice:ManagedCluster";
    const role = "azure-native:authorization:RoleAssignment";
    const pool = "azure-native:containerservice:AgentPool";
    const cases: Record<
        string,
        [
            type: string,
            olds: PropertyMap,
            news: PropertyMap,
            properties: Record<string, [kind: string, replace: boolean]>,
        ]
    > = {
        "of nothing": [cluster, { tags: { a: "b" } }, { tags: { a: "b" } }, {}],
        "of a tag": [cluster, { tags: { a: "b" } }, { tags: { a: "c" } }, { "tags.a": ["update", false] }],
        "of a new tag": [cluster, { tags: {} }, { tags: { a: "c" } }, { "tags.a": ["add", false] }],
        "of the name": [cluster, { resourceName: "a" }, { resourceName: "b" }, { resourceName: ["update", true] }],
        "of the group": [
            cluster,
            { resourceGroupName: "a" },
            { resourceGroupName: "b" },
            { resourceGroupName: ["update", true] },
        ],
        "of the location": [
            cluster,
            { location: "westeurope" },
            { location: "northeurope" },
            { location: ["update", true] },
        ],
        "of a location's spelling": [cluster, { location: "westeurope" }, { location: "West Europe" }, {}],
        "of the DNS prefix": [cluster, { dnsPrefix: "a" }, { dnsPrefix: "b" }, { dnsPrefix: ["update", true] }],
        "of the network plugin": [
            cluster,
            { networkProfile: { networkPlugin: "azure", loadBalancerSku: "standard" } },
            { networkProfile: { networkPlugin: "none", loadBalancerSku: "basic" } },
            { "networkProfile.networkPlugin": ["update", true], "networkProfile.loadBalancerSku": ["update", false] },
        ],
        "of authorized ranges": [
            cluster,
            { apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24"] } },
            { apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24", "198.51.100.0/24"] } },
            { "apiServerAccessProfile.authorizedIPRanges[1]": ["add", false] },
        ],
        "of a pool's size": [pool, { vmSize: "a" }, { vmSize: "b" }, { vmSize: ["update", true] }],
        "of a pool's count": [pool, { count: 1 }, { count: 2 }, { count: ["update", false] }],
        "of a role's principal": [role, { principalId: "a" }, { principalId: "b" }, { principalId: ["update", true] }],
        "of a role": [
            role,
            { roleDefinitionId: "a" },
            { roleDefinitionId: "b" },
            { roleDefinitionId: ["update", true] },
        ],
        "of an endpoint's subnet": [
            "azure-native:network:PrivateEndpoint",
            { subnet: { id: "a" } },
            { subnet: { id: "b" } },
            { "subnet.id": ["update", true] },
        ],
        "of what azure-native notes for itself": [cluster, { __createBeforeDelete: true }, {}, {}],
    };
    for (const [what, [type, olds, news, properties]] of Object.entries(cases)) {
        it(what, async () => {
            const difference = await arm.diff(type, olds, news);
            const found = Object.entries(difference.properties).map(
                ([path, { kind, replace }]) => [path, [kind, replace]] as const,
            );
            assert.deepEqual(Object.fromEntries(found), properties);
        });
    }

    it("deletes first what could not exist beside its replacement", async () => {
        const fixed = await arm.diff(cluster, { dnsPrefix: "a" }, { dnsPrefix: "b" });
        assert.equal(fixed.deleteBeforeReplace, true);
        const random = await arm.diff(cluster, { dnsPrefix: "a", __createBeforeDelete: true }, { dnsPrefix: "b" });
        assert.equal(random.deleteBeforeReplace, false);
    });
});

describe("drift", () => {
    const cases: Record<string, [inputs: PropertyMap, before: PropertyMap, after: PropertyMap, expected: PropertyMap]> =
        {
            "nothing changed, and defaults do not become inputs": [{ a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }],
            "a changed value": [{ a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }],
            "a changed default": [{ a: 1 }, { a: 1, b: 2 }, { a: 1, b: 3 }, { a: 1, b: 3 }],
            "a removed value": [{ a: 1, b: 1 }, { a: 1, b: 1 }, { a: 1 }, { a: 1 }],
            "a value deep inside": [{ a: { b: 1 } }, { a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, { a: { b: 2 } }],
            "a further element": [
                { a: [{ b: 1 }] },
                { a: [{ b: 1, c: 1 }] },
                { a: [{ b: 1, c: 1 }, { b: 2 }] },
                { a: [{ b: 1 }, { b: 2 }] },
            ],
        };
    for (const [what, [inputs, before, after, expected]] of Object.entries(cases)) {
        it(what, () => {
            assert.deepEqual(applyDrift(inputs, before, after), expected);
        });
    }
});
