import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
    dnsLabel,
    identityResourceName,
    nameUnlessAutomatic,
    networkResourceName,
    stableGuid,
    worldwideName,
} from "../../../components/arguments/names";

/** These names are state of every user's stack: a change of an expected value here replaces resources there. */
describe("names", () => {
    const labels: Record<string, string> = {
        prod: "prod",
        "prod-2": "prod-2",
        Prod: "prod",
        my_cluster: "my-cluster-dd9254",
        "a-name-that-is-longer-than-32-characters": "a-name-that-is-longer-tha-4eda42",
        "-": "k3973e0",
    };
    for (const [name, label] of Object.entries(labels)) {
        it(`makes the DNS label ${label} of ${name}`, () => {
            assert.equal(dnsLabel(name, 32), label);
        });
    }

    it("makes a GUID of place, project, stack, type and name", async () => {
        await pulumi.runtime.setMocks(
            { newResource: () => ({ id: "", state: {} }), call: () => ({}) },
            "project",
            "stack",
        );
        const guid = stableGuid("subscription", "azure-native:authorization:RoleAssignment", "prod-network");
        assert.equal(guid, "173f3040-3c9f-5cba-b9e0-ac2860f7cd23");
        assert.notEqual(guid, stableGuid("another", "azure-native:authorization:RoleAssignment", "prod-network"));
        assert.notEqual(guid, stableGuid("subscription", "azure-native:authorization:RoleAssignment", "prod-zone"));
    });

    it("makes names that are unique in the world, of the letters that every service takes", async () => {
        const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };
        await pulumi.runtime.setMocks(mocks, "project", "stack");
        const names = ["prod", "Prod_Registry-1", "a-name-that-is-longer-than-the-service-takes", "2024", "-"];
        assert.deepEqual(
            names.map((name) => worldwideName(name, 24)),
            ["prod870b6079", "prodregistry154a91a67", "anamethatislonge853db7c0", "k6fdd19e7", "k26896974"],
        );
    });

    it("leaves naming to Pulumi, but for names that a service would refuse", async () => {
        const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };
        await pulumi.runtime.setMocks(mocks, "project", "stack");
        const fits = /^[a-z]{1,16}$/;
        assert.equal(nameUnlessAutomatic("prod", fits, 24), undefined);
        assert.equal(nameUnlessAutomatic("Prod_Registry-1", fits, 24), "prodregistry154a91a67");
    });

    it("keeps names of resources in resource groups within what Azure takes", async () => {
        const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };
        await pulumi.runtime.setMocks(mocks, "project", "stack");
        for (const name of ["prod", "Prod_2", "eu.prod", "a".repeat(56)]) {
            assert.equal(networkResourceName(name, 64), undefined, name);
        }
        for (const name of ["größe", "-prod", "prod/eu", "a".repeat(57)]) {
            assert.match(networkResourceName(name, 64) ?? "", /^[a-z][a-z0-9]{1,63}$/, name);
        }
        assert.equal(identityResourceName("a".repeat(120)), undefined);
        for (const name of ["eu.prod", "a".repeat(121)]) {
            assert.match(identityResourceName(name) ?? "", /^[a-z][a-z0-9]{1,127}$/, name);
        }
    });
});
