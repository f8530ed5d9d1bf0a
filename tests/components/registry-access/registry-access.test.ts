import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const registryId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/shared/providers/Microsoft.ContainerRegistry/registries/images";
const principalId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

const roleOf = async (permissionMode?: aksguard.RegistryPermissionMode) => {
    const args = { registryId, pullPrincipalIds: { prod: principalId } };
    const registrations = await record(
        () => new aksguard.RegistryAccess("kit", permissionMode === undefined ? args : { ...args, permissionMode }),
    );
    return registered(registrations, "azure-native:authorization:RoleAssignment", "kit-pull-prod");
};

describe("RegistryAccess", () => {
    it("gives AcrPull at a registry of another subscription", async () => {
        const { inputs } = await roleOf();
        assert.deepEqual(inputs, {
            roleAssignmentName: "fb509602-e7a7-540f-b799-81ddf31f4611",
            principalId,
            principalType: "ServicePrincipal",
            roleDefinitionId:
                "/subscriptions/99999999-9999-4999-8999-999999999999/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
            scope: registryId,
            description: "Pulls images.",
        });
    });

    it("gives the role that counts where repositories have permissions of their own", async () => {
        const { inputs } = await roleOf("AbacRepositoryPermissions");
        assert.match(String(inputs["roleDefinitionId"]), /\/b93aa761-3e63-49ed-ac28-beffa264f7ac$/);
    });

    it("rejects what cannot work, all at once", () => {
        assert.throws(
            () =>
                new aksguard.RegistryAccess("kit", {
                    registryId: "images.azurecr.io",
                    pullPrincipalIds: {},
                    permissionMode: "Abac" as aksguard.RegistryPermissionMode,
                }),
            {
                message:
                    'RegistryAccess "kit" was given 3 arguments that cannot work:\n' +
                    '  - registryId is "images.azurecr.io", which is not the ARM id of a container registry. Set the id that `az acr show --query id` prints.\n' +
                    '  - permissionMode is "Abac", which is not among its values. Set one of LegacyRegistryPermissions, AbacRepositoryPermissions.\n' +
                    "  - pullPrincipalIds is {}, and then nobody is given the right to pull. Name an identity, such as { prod: cluster.kubeletPrincipalId }.",
            },
        );
    });

    it("rejects a principal by name", () => {
        assert.throws(
            () => new aksguard.RegistryAccess("kit", { registryId, pullPrincipalIds: { prod: "kubelet" } }),
            /pullPrincipalIds\.prod is "kubelet", which is no GUID/,
        );
    });
});
