import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/given";
const principalId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const roleAssignment = "azure-native:authorization:RoleAssignment";

const roleIds: Record<aksguard.ClusterRole, string> = {
    ClusterAdmin: "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b",
    Admin: "3498e952-d568-435e-9b2c-8d77e338d7f7",
    Writer: "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb",
    Reader: "7f6c6a51-bcf8-42ba-9220-52d62157d7db",
};

describe("ClusterAccess", () => {
    for (const role of Object.values(aksguard.ClusterRole)) {
        it(`gives ${role} on a cluster that exists, and the right to fetch its kubeconfig`, async () => {
            const registrations = await record(
                () =>
                    new aksguard.ClusterAccess("access", { clusterId, grants: [{ name: "team", principalId, role }] }),
            );
            const roleDefinition = (id: string) =>
                `/subscriptions/99999999-9999-4999-8999-999999999999/providers/Microsoft.Authorization/roleDefinitions/${id}`;
            const given = registered(registrations, roleAssignment, "access-team").inputs;
            assert.equal(given["roleDefinitionId"], roleDefinition(roleIds[role]));
            assert.equal(given["scope"], clusterId);
            assert.equal(given["principalType"], "Group");
            const kubeconfig = registered(registrations, roleAssignment, "access-team-kubeconfig").inputs;
            assert.equal(kubeconfig["roleDefinitionId"], roleDefinition("4abbcc35-e782-43d8-92c5-2d3f1bd2253f"));
            assert.equal(kubeconfig["scope"], clusterId);
        });
    }

    it("limits a role to a namespace", async () => {
        const registrations = await record(
            () =>
                new aksguard.ClusterAccess("access", {
                    clusterId,
                    grants: [
                        {
                            name: "pipeline",
                            principalId,
                            principalType: "ServicePrincipal",
                            role: "Writer",
                            namespace: "shop",
                        },
                    ],
                }),
        );
        const { inputs, deleteBeforeReplace } = registered(registrations, roleAssignment, "access-pipeline");
        assert.equal(inputs["scope"], `${clusterId}/namespaces/shop`);
        assert.equal(inputs["principalType"], "ServicePrincipal");
        assert.equal(deleteBeforeReplace, true);
    });

    it("creates groups with members, and gives their ids back", async () => {
        let ids: Record<string, string> = {};
        const registrations = await record(() => {
            const access = new aksguard.ClusterAccess("access", {
                clusterId,
                groups: [{ name: "team", role: "Reader", members: { alice: principalId } }],
            });
            access.groupIds.apply((groupIds) => (ids = groupIds));
        });
        const group = registered(registrations, "azuread:index/group:Group");
        assert.deepEqual(group.inputs, {
            displayName: "access-team",
            description: "Role Reader in the cluster access.",
            securityEnabled: true,
            preventDuplicateNames: true,
        });
        const member = registered(registrations, "azuread:index/groupMember:GroupMember");
        assert.equal(member.name, "access-team-alice");
        assert.equal(member.inputs["memberObjectId"], principalId);
        assert.deepEqual(ids, { team: "access-team-object" });
    });
});
