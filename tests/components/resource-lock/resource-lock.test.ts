import * as resources from "@pulumi/azure-native/resources/index.js";
import assert from "node:assert/strict";
import { lockResource } from "../../../components/resource-lock/resource-lock";
import { record, registered } from "../../recorded-program";

describe("lockResource", () => {
    it("lets the resource be changed, and not deleted", async () => {
        const registrations = await record(() => {
            const group = new resources.ResourceGroup("kit");
            lockResource("kit-lock", group, { parent: group });
        });
        const group = registered(registrations, "azure-native:resources:ResourceGroup");
        const lock = registered(registrations, "azure-native:authorization:ManagementLockByScope", "kit-lock");
        assert.equal(lock.parent, group.urn);
        assert.ok(lock.dependencies.includes(group.urn));
        assert.match(String(lock.inputs["scope"]), /ResourceGroup\/kit$/i);
        assert.deepEqual(
            { ...lock.inputs, scope: "" },
            {
                scope: "",
                level: "CanNotDelete",
                notes: "Deleting this would break what stands on it. Remove the lock first if that is what you want.",
            },
        );
    });
});
