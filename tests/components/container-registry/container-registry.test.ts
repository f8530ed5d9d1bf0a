import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { containerRegistryRules } from "../../../components/container-registry/container-registry-rules";
import { registryArgs } from "../../../components/container-registry/registry-args";
import { record, registered, type Registration } from "../../recorded-program";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999";
const hub = `${subscription}/resourceGroups/hub/providers/Microsoft.Network`;
const privateEndpointSubnetId = `${hub}/virtualNetworks/hub/subnets/endpoints`;
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers";
const workspaceId = `${subscription}/resourceGroups/hub/providers/Microsoft.OperationalInsights/workspaces/logs`;
const principalId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const args: aksguard.ContainerRegistryArgs = { resourceGroupName: "given", privateEndpointSubnetId };

/** Type and name of each child, sorted. */
function childrenOf(registrations: readonly Registration[]): string[] {
    return registrations
        .filter(({ type }) => type.startsWith("azure-native:"))
        .map(({ type, name }) => `${type.replace("azure-native:", "")} ${name}`)
        .sort();
}

describe("ContainerRegistry", () => {
    it("is a closed registry, its private endpoint, and the zone that names it", async () => {
        const registrations = await record(() => new aksguard.ContainerRegistry("kit", args));
        assert.deepEqual(childrenOf(registrations), [
            "containerregistry:Registry kit",
            "network:PrivateDnsZoneGroup kit",
            "network:PrivateEndpoint kit",
            "privatedns:PrivateZone kit",
            "privatedns:VirtualNetworkLink kit",
        ]);
        assert.deepEqual(registered(registrations, "azure-native:containerregistry:Registry").inputs, {
            resourceGroupName: "given",
            registryName: "kitc3f9887d",
            sku: { name: "Premium" },
            adminUserEnabled: false,
            anonymousPullEnabled: false,
            dataEndpointEnabled: true,
            publicNetworkAccess: "Disabled",
            networkRuleSet: { defaultAction: "Deny", ipRules: [] },
            networkRuleBypassOptions: "AzureServices",
            policies: {
                exportPolicy: { status: "disabled" },
                azureADAuthenticationAsArmPolicy: { status: "disabled" },
                retentionPolicy: { status: "enabled", days: 30 },
                // Days that the SDK fills in; they count for nothing.
                softDeletePolicy: { status: "disabled", retentionDays: 7 },
            },
        });
    });

    it("is reached by its usual name from the network of the endpoint", async () => {
        const registrations = await record(() => new aksguard.ContainerRegistry("kit", args));
        assert.deepEqual(registered(registrations, "azure-native:network:PrivateEndpoint").inputs, {
            resourceGroupName: "given",
            subnet: {
                id: privateEndpointSubnetId,
                // Filled in by the SDK. ARM reads nothing but the id of a subnet that is referred to.
                privateEndpointNetworkPolicies: "Disabled",
                privateLinkServiceNetworkPolicies: "Enabled",
            },
            privateLinkServiceConnections: [
                {
                    name: "registry",
                    privateLinkServiceId: `${recorded}/Microsoft.ContainerRegistry/registries/kit`,
                    groupIds: ["registry"],
                },
            ],
        });
        assert.deepEqual(registered(registrations, "azure-native:privatedns:PrivateZone").inputs, {
            resourceGroupName: "given",
            location: "global",
            privateZoneName: "privatelink.azurecr.io",
        });
        assert.deepEqual(registered(registrations, "azure-native:privatedns:VirtualNetworkLink").inputs, {
            resourceGroupName: "given",
            location: "global",
            privateZoneName: "privatelink.azurecr.io",
            virtualNetworkLinkName: "kit",
            virtualNetwork: { id: `${hub}/virtualNetworks/hub` },
            registrationEnabled: false,
        });
        assert.deepEqual(registered(registrations, "azure-native:network:PrivateDnsZoneGroup").inputs, {
            resourceGroupName: "given",
            privateEndpointName: "kit",
            privateDnsZoneGroupName: "default",
            privateDnsZoneConfigs: [
                {
                    name: "privatelink-azurecr-io",
                    privateDnsZoneId: `${recorded}/Microsoft.Network/privateDnsZones/privatelink.azurecr.io`,
                },
            ],
        });
    });

    it("makes no zone beside one that is handed in", async () => {
        const privateDnsZoneId = `${hub}/privateDnsZones/privatelink.azurecr.io`;
        const registrations = await record(
            () => new aksguard.ContainerRegistry("kit", { ...args, privateDnsZoneId, location: "westeurope" }),
        );
        assert.deepEqual(childrenOf(registrations), [
            "containerregistry:Registry kit",
            "network:PrivateDnsZoneGroup kit",
            "network:PrivateEndpoint kit",
        ]);
    });

    it("gives identities the right to pull, and nothing more", async () => {
        const registrations = await record(
            () => new aksguard.ContainerRegistry("kit", { ...args, pullPrincipalIds: { prod: principalId } }),
        );
        const { inputs } = registered(registrations, "azure-native:authorization:RoleAssignment", "kit-pull-prod");
        assert.deepEqual(inputs, {
            roleAssignmentName: "27cd7c64-52f7-5ec2-98e6-dc0aaa6fbd8b",
            principalId,
            principalType: "ServicePrincipal",
            roleDefinitionId:
                "/subscriptions/11111111-1111-4111-8111-111111111111/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
            scope: `${recorded}/Microsoft.ContainerRegistry/registries/kit`,
            description: "Pulls images.",
        });
    });

    it("is known to others when images can be pulled", async () => {
        let outputs: pulumi.Output<unknown> | undefined;
        const registrations = await record(() => {
            const registry = new aksguard.ContainerRegistry("kit", {
                ...args,
                pullPrincipalIds: { prod: principalId },
                artifactCache: true,
            });
            const { registryId, loginServer, privateDnsZoneId } = registry;
            outputs = pulumi.all({ registryId, loginServer, privateDnsZoneId });
            new aksguard.RegistryAccess("late", { registryId, pullPrincipalIds: { late: principalId } });
        });
        const late = registered(registrations, "azure-native:authorization:RoleAssignment", "late-pull-late");
        const needed = ["kit", "kit-pull-prod"].flatMap((name) =>
            registrations.filter(
                (registration) => registration.name === name && !registration.type.includes("aksguard"),
            ),
        );
        for (const { type, urn } of needed.filter(({ type }) => !type.endsWith("PrivateEndpoint"))) {
            assert.ok(late.dependencies.includes(urn), `waits for ${type}`);
        }
        assert.deepEqual(await promised(outputs), {
            registryId: `${recorded}/Microsoft.ContainerRegistry/registries/kit`,
            loginServer: "recorded.azurecr.io",
            privateDnsZoneId: `${recorded}/Microsoft.Network/privateDnsZones/privatelink.azurecr.io`,
        });
    });

    it("holds the images of AKS under the names that AKS demands", async () => {
        const registrations = await record(
            () => new aksguard.ContainerRegistry("kit", { ...args, artifactCache: true }),
        );
        assert.deepEqual(registered(registrations, "azure-native:containerregistry:CacheRule").inputs, {
            resourceGroupName: "given",
            registryName: "kit",
            cacheRuleName: "aks-managed-mcr",
            sourceRepository: "mcr.microsoft.com/*",
            targetRepository: "aks-managed-repository/*",
        });
        const { policies } = registryArgs("kit", { ...args, artifactCache: true });
        assert.deepEqual((policies as { azureADAuthenticationAsArmPolicy: object }).azureADAuthenticationAsArmPolicy, {
            status: "enabled",
        });
    });

    it("logs, and is locked after all that hangs on it", async () => {
        const registrations = await record(
            () =>
                new aksguard.ContainerRegistry("kit", {
                    ...args,
                    workspaceId,
                    lock: true,
                    artifactCache: true,
                    pullPrincipalIds: { prod: principalId },
                }),
        );
        const setting = registered(registrations, "azure-native:monitor:DiagnosticSetting", "kit");
        assert.deepEqual(setting.inputs["logs"], [
            { category: "ContainerRegistryLoginEvents", enabled: true },
            { category: "ContainerRegistryRepositoryEvents", enabled: true },
        ]);
        const lock = registered(registrations, "azure-native:authorization:ManagementLockByScope", "kit");
        const role = registered(registrations, "azure-native:authorization:RoleAssignment");
        const cache = registered(registrations, "azure-native:containerregistry:CacheRule");
        for (const { urn } of [setting, role, cache]) {
            assert.ok(lock.dependencies.includes(urn), urn);
        }
    });
});

describe("registryArgs", () => {
    const open = { resourceGroupName: "given", allowedIpRanges: ["203.0.113.0/24"] };

    it("opens the registry to networks, which rules out a ban on exports", () => {
        const { publicNetworkAccess, networkRuleSet, networkRuleBypassOptions, policies } = registryArgs("kit", open);
        assert.deepEqual(
            { publicNetworkAccess, networkRuleSet, networkRuleBypassOptions },
            {
                publicNetworkAccess: "Enabled",
                networkRuleSet: {
                    defaultAction: "Deny",
                    ipRules: [{ action: "Allow", iPAddressOrRange: "203.0.113.0/24" }],
                },
                networkRuleBypassOptions: "AzureServices",
            },
        );
        assert.deepEqual((policies as { exportPolicy: object }).exportPolicy, { status: "enabled" });
    });

    it("restores in place of purging: ARM takes one of the two", () => {
        const { policies } = registryArgs("kit", { ...open, imageRetention: "RestoreDeleted", imageRetentionDays: 60 });
        const { retentionPolicy, softDeletePolicy } = policies as Record<string, object>;
        assert.deepEqual(
            { retentionPolicy, softDeletePolicy },
            {
                retentionPolicy: { status: "disabled" },
                softDeletePolicy: { status: "enabled", retentionDays: 60 },
            },
        );
    });

    for (const name of ["A", "1-2-3", "ü", "Images of the Platform Team in West Europe, Number 12"]) {
        it(`gives "${name}" a name that Azure takes`, () => {
            assert.match(registryArgs(name, open).registryName as string, /^[a-z][a-z0-9]{4,49}$/);
        });
    }
});

describe("containerRegistryRules", () => {
    const rejected: Record<string, [object, string]> = {
        "a misspelt argument": [{ Lock: true }, 'Lock is "given", and there is no argument of this name. Write lock.'],
        "a name with a hyphen": [
            { registryName: "my-registry" },
            'registryName is "my-registry", where Azure takes 5 to 50 letters and digits. Set such a name, or leave it out.',
        ],
        "a word in place of a truth": [
            { lock: "false" },
            'lock is "false", which is neither true nor false. Set true or false.',
        ],
        "the name of an identity": [
            { pullPrincipalIds: { prod: "prod-kubelet" } },
            'pullPrincipalIds.prod is "prod-kubelet", which is no GUID. Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name.',
        ],
        "another retention": [
            { imageRetention: "Forever" },
            'imageRetention is "Forever", which is not among its values. Set one of PurgeUntagged, RestoreDeleted.',
        ],
        "days that only purging takes": [
            { imageRetention: "RestoreDeleted", imageRetentionDays: 120 },
            "imageRetentionDays is 120, where Azure takes 1 to 90 days with RestoreDeleted. Set a whole number in that range.",
        ],
        "no days": [
            { imageRetentionDays: 0 },
            "imageRetentionDays is 0, where Azure takes 1 to 365 days with PurgeUntagged. Set a whole number in that range.",
        ],
        "a cache that no node reaches": [
            { artifactCache: true, privateEndpointSubnetId: undefined, allowedIpRanges: ["203.0.113.0/24"] },
            "artifactCache is true, and without privateEndpointSubnetId no network-isolated cluster would reach the registry. Set privateEndpointSubnetId to a subnet in the network of the cluster.",
        ],
        "a workspace by name": [
            { workspaceId: "logs" },
            'workspaceId is "logs", which is not the ARM id of a Log Analytics workspace. Set the id that `az monitor log-analytics workspace show --query id` prints.',
        ],
    };
    for (const [title, [change, problem]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.deepEqual(judgeAll({ ...args, ...change }, containerRegistryRules).now, [problem]);
        });
    }
});

function promised(output: pulumi.Output<unknown> | undefined): Promise<unknown> {
    return new Promise((resolve) => {
        output?.apply(resolve);
    });
}
