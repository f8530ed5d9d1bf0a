import assert from "node:assert/strict";

import { unknown } from "../../../sandbox/providers/property";
import { editDistance } from "../../../sandbox/schema/check";
import { Arm } from "../azure-native/arm";

describe("inputs that the declarations do not allow", () => {
    const arm = new Arm();
    const cluster = "azure-native:containerservice:ManagedCluster";
    const cases: Record<string, [type: string, inputs: Parameters<Arm["check"]>[1], failures: string[]]> = {
        "nothing wrong": [cluster, { resourceGroupName: "rg" }, []],
        "a missing property": [cluster, {}, ["missing required property 'resourceGroupName'"]],
        "an unknown property": [
            cluster,
            { resourceGroupName: "rg", disableLocalAcounts: true },
            ["unknown property 'disableLocalAcounts'; did you mean 'disableLocalAccounts'?"],
        ],
        "an unknown property far down": [
            cluster,
            { resourceGroupName: "rg", agentPoolProfiles: [{ name: "a", vmsize: "s" }] },
            ["unknown property 'agentPoolProfiles[0].vmsize'; did you mean 'vmSize'?"],
        ],
        "a missing property far down": [
            cluster,
            { resourceGroupName: "rg", addonProfiles: { azurepolicy: {} } },
            ["missing required property 'addonProfiles.azurepolicy.enabled'"],
        ],
        "a name that was cut off": [
            cluster,
            { resourceGroupName: "rg", aadProfile: { adminGroup: [] } },
            ["unknown property 'aadProfile.adminGroup'; did you mean 'adminGroupObjectIDs'?"],
        ],
        "a name like no other": [cluster, { resourceGroupName: "rg", zzzzz: 1 }, ["unknown property 'zzzzz'"]],
        "text where an object belongs": [
            cluster,
            { resourceGroupName: "rg", networkProfile: "azure" },
            ["'networkProfile' should be an object but got a string"],
        ],
        "an object where a list belongs": [
            cluster,
            { resourceGroupName: "rg", agentPoolProfiles: { name: "a" } },
            ["'agentPoolProfiles' should be a list of object values but got an object"],
        ],
        "a number where text belongs": [
            cluster,
            { resourceGroupName: "rg", addonProfiles: { a: { enabled: true, config: { interval: 2 } } } },
            ["'addonProfiles.a.config.interval' should be a string but got a number"],
        ],
        "text where a number belongs": [
            cluster,
            { resourceGroupName: "rg", agentPoolProfiles: [{ name: "a", count: "3" }] },
            ["'agentPoolProfiles[0].count' should be a number but got a string"],
        ],
        "a value that is not known yet": [cluster, { resourceGroupName: unknown, networkProfile: unknown }, []],
        "several at once": [
            cluster,
            { enableRBAC: 1, x: 1 },
            [
                "missing required property 'resourceGroupName'",
                "'enableRBAC' should be a boolean but got a number",
                "unknown property 'x'",
            ],
        ],
    };
    for (const [what, [type, inputs, failures]] of Object.entries(cases)) {
        it(what, async () => {
            assert.deepEqual((await arm.failures(type, inputs)).sort(), [...failures].sort());
        });
    }

    it("a location that neither the program nor its settings give", async () => {
        const without = new Arm([], {});
        const hint = ". Set it, or configure it for all resources: pulumi config set azure-native:location <value>";
        assert.deepEqual(await without.failures("azure-native:resources:ResourceGroup", {}), [
            `missing required property 'location'${hint}`,
        ]);
        assert.deepEqual(await arm.failures("azure-native:resources:ResourceGroup", {}), []);
    });

    it("a type that the SDK does not declare", async () => {
        await assert.rejects(
            async () => arm.check("azure-native:containerservice:Clusters", {}),
            /azure-native:containerservice:Clusters is not declared by @pulumi\/azure-native 3\./,
        );
    });

    it("a type whose place in ARM is not known", async () => {
        await assert.rejects(
            async () => arm.check("azure-native:web:WebApp", {}),
            /does not know where ARM keeps azure-native:web:WebApp/,
        );
    });
});

describe("the distance between two words", () => {
    for (const [left, right, distance] of [
        ["", "abc", 3],
        ["abc", "abc", 0],
        ["kitten", "sitting", 3],
    ] as const) {
        it(`${left} to ${right}`, () => {
            assert.equal(editDistance(left, right), distance);
        });
    }
});
