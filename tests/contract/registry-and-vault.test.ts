import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { policies } from "../../policy-pack/policies";
import { record, registered } from "../recorded-program";
import { itGuardsOrHoldsEachValue, objections, objectionsTo } from "./contract";
import { withLeaf } from "./leaves";

const hub = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/providers";
const endpoints = `${hub}/Microsoft.Network/virtualNetworks/hub/subnets/endpoints`;
const closed = { resourceGroupName: "given", privateEndpointSubnetId: endpoints };
const limited = { resourceGroupName: "given", allowedIpRanges: ["203.0.113.0/24"] };
const everything = {
    workspaceId: `${hub}/Microsoft.OperationalInsights/workspaces/logs`,
    lock: true,
    location: "westeurope",
    tags: { team: "platform" },
};
const pullPrincipalIds = { prod: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee" };
const certificates = { shop: Buffer.from([0x30, 0x82, 0x01, 0x02]).toString("base64") };

/** Registries and vaults that users build, and the advisory policies that say what each choice costs. */
const programs: Record<string, { program: () => unknown; advised?: string[] }> = {
    "a private registry": {
        program: () => new aksguard.ContainerRegistry("kit", closed),
        advised: ["registry-audit-logs-sent", "registry-image-scanning-enabled"],
    },
    "a registry with everything named": {
        program: () =>
            new aksguard.ContainerRegistry("kit", {
                ...closed,
                ...everything,
                pullPrincipalIds,
                artifactCache: true,
                imageRetention: "RestoreDeleted",
            }),
        advised: ["registry-image-scanning-enabled"],
    },
    "a registry for networks on the internet": {
        program: () => new aksguard.ContainerRegistry("kit", { ...limited, pullPrincipalIds }),
        advised: [
            "registry-audit-logs-sent",
            "registry-image-scanning-enabled",
            "registry-public-network-access-disabled",
        ],
    },
    "access to a registry that exists": {
        program: () =>
            new aksguard.RegistryAccess("kit", {
                registryId: `${hub}/Microsoft.ContainerRegistry/registries/images`,
                pullPrincipalIds,
                permissionMode: "AbacRepositoryPermissions",
            }),
    },
    "a private vault": {
        program: () => new aksguard.KeyVault("kit", closed),
        advised: ["key-vault-audit-logs-sent"],
    },
    "a vault with everything named": {
        program: () =>
            new aksguard.KeyVault("kit", {
                ...closed,
                ...everything,
                tier: "premium",
                certificates,
                keys: [{ name: "etcd" }],
            }),
    },
    "a vault for networks on the internet": {
        program: () => new aksguard.KeyVault("kit", limited),
        advised: ["key-vault-audit-logs-sent", "key-vault-public-network-access-disabled"],
    },
};

describe("contract of registries and vaults with policies", function () {
    this.timeout(60_000);

    for (const [title, { program, advised = [] }] of Object.entries(programs)) {
        it(`no policy objects to ${title}`, async () => {
            assert.deepEqual(await objectionsTo(program), advised);
        });
    }

    it("advises, and never demands, where an argument relaxes a practice", () => {
        for (const name of Object.values(programs).flatMap(({ advised = [] }) => advised)) {
            assert.equal(policies.find((policy) => policy.name === name)?.enforcementLevel, "advisory", name);
        }
    });

    itGuardsOrHoldsEachValue({
        program: () => new aksguard.ContainerRegistry("kit", closed),
        type: "azure-native:containerregistry:Registry",
        guarded: {
            adminUserEnabled: ["registry-admin-user-disabled"],
            anonymousPullEnabled: ["registry-anonymous-pull-disabled"],
            publicNetworkAccess: ["registry-public-network-access-disabled"],
            networkRuleBypassOptions: ["registry-trusted-services-allowed"],
            "sku.name": ["registry-tier-sufficient"],
            "policies.exportPolicy.status": ["registry-export-disabled"],
            "policies.retentionPolicy.status": ["registry-retention-enabled"],
        },
        held: {
            resourceGroupName: "given",
            registryName: "kitc3f9887d",
            // A private endpoint has one by itself.
            dataEndpointEnabled: true,
            // The second line behind an endpoint that is not there.
            "networkRuleSet.defaultAction": "Deny",
            "policies.azureADAuthenticationAsArmPolicy.status": "disabled",
            "policies.retentionPolicy.days": 30,
            "policies.softDeletePolicy.status": "disabled",
            "policies.softDeletePolicy.retentionDays": 7,
        },
    });

    itGuardsOrHoldsEachValue({
        program: () => new aksguard.KeyVault("kit", closed),
        type: "azure-native:keyvault:Vault",
        guarded: {
            "properties.enableRbacAuthorization": ["key-vault-rbac-enabled"],
            "properties.enablePurgeProtection": ["key-vault-purge-protection-enabled"],
            "properties.enableSoftDelete": ["key-vault-soft-delete-enabled"],
            "properties.publicNetworkAccess": ["key-vault-public-network-access-disabled"],
        },
        held: {
            resourceGroupName: "given",
            vaultName: "kitc3f9887d",
            "properties.tenantId": "44444444-4444-4444-8444-444444444444",
            "properties.sku.family": "A",
            "properties.sku.name": "standard",
            "properties.softDeleteRetentionInDays": 90,
            "properties.enabledForDeployment": false,
            "properties.enabledForDiskEncryption": false,
            "properties.enabledForTemplateDeployment": false,
            // The second line behind an endpoint that is not there.
            "properties.networkAcls.defaultAction": "Deny",
            "properties.networkAcls.bypass": "AzureServices",
        },
    });

    for (const [type, path, policy, program] of [
        [
            "azure-native:containerregistry:Registry",
            "networkRuleSet.defaultAction",
            "registry-network-access-limited",
            () => new aksguard.ContainerRegistry("kit", limited),
        ],
        [
            "azure-native:keyvault:Vault",
            "properties.networkAcls.defaultAction",
            "key-vault-network-access-limited",
            () => new aksguard.KeyVault("kit", limited),
        ],
    ] as const) {
        it(`the firewall of a public ${type} is guarded`, async () => {
            const { inputs } = registered(await record(program), type);
            for (const change of ["Allow", undefined]) {
                assert.ok((await objections(type, withLeaf(inputs, path, change))).includes(policy));
            }
        });
    }
});
