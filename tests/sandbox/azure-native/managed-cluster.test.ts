import assert from "node:assert/strict";

import { type PropertyMap, type PropertyValue, valueAt, textOf } from "../../../sandbox/providers/property";
import { type Foundation, type Grants, foundation, tweak } from "./hardened-cluster";

const type = "azure-native:containerservice:ManagedCluster";

interface Refusal {
    readonly change?: readonly [path: readonly (string | number)[], value: PropertyValue | undefined][];
    readonly grants?: Grants;
    readonly code: string;
    readonly message: RegExp;
}

describe("a cluster that AKS refuses", () => {
    const access = "apiServerAccessProfile";
    const refusals: Record<string, Refusal> = {
        "no rights on the custom private DNS zone": {
            grants: { zone: false },
            code: "CustomPrivateDNSZoneMissingPermissionError",
            message:
                /must be given permission to read and write to custom private dns zone .*private\.westeurope\.azmk8s\.io/,
        },
        "no rights on the kubelet identity": {
            grants: { kubelet: false },
            code: "CustomKubeletIdentityMissingPermissionError",
            message: /userAssignedIdentities\/assign\/action/,
        },
        "no rights on the subnets": {
            grants: { network: false },
            code: "ResourceMissingPermissionError",
            message: /subnets\/join\/action on resource .*\/subnets\/nodes/,
        },
        "a zone of another region": {
            change: [[["location"], "northeurope"]],
            code: "InvalidParameter",
            message:
                /Private DNS zone 'private\.westeurope\.azmk8s\.io' is invalid: its name must be private\.northeurope/,
        },
        "a custom zone with a system-assigned identity": {
            change: [[["identity"], { type: "SystemAssigned" }]],
            code: "BadRequest",
            message: /custom private DNS zone requires a user-assigned/,
        },
        "a kubelet identity with a system-assigned identity": {
            change: [
                [["identity"], { type: "SystemAssigned" }],
                [[access], undefined],
            ],
            code: "OnlySupportedOnUserAssignedMSICluster",
            message: /custom kubelet identity/,
        },
        "authorized ranges for a private API server": {
            change: [[[access, "authorizedIPRanges"], ["203.0.113.0/24"]]],
            code: "BadRequest",
            message: /Authorized IP ranges are not supported for a private cluster/,
        },
        "no zone and no public name": {
            change: [[[access, "privateDNSZone"], "none"]],
            code: "BadRequest",
            message: /must have its public FQDN enabled/,
        },
        "a user-defined route without a route table": {
            change: [[["networkProfile", "outboundType"], "userDefinedRouting"]],
            code: "ExistingRouteTableNotAssociatedWithSubnet",
            message: /\/subnets\/nodes/,
        },
        "a managed NAT gateway in an own network": {
            change: [[["networkProfile", "outboundType"], "managedNATGateway"]],
            code: "BadRequest",
            message: /use userAssignedNATGateway/,
        },
        "an API server subnet that is not delegated": {
            change: [[[access, "subnetId"], "NODES"]],
            code: "BadRequest",
            message: /must be delegated to Microsoft\.ContainerService\/managedClusters/,
        },
        "VNet integration in an own network without a subnet": {
            change: [[[access, "subnetId"], undefined]],
            code: "BadRequest",
            message: /requires apiServerAccessProfile\.subnetId/,
        },
        "the Kubernetes dashboard": {
            change: [[["addonProfiles", "kubeDashboard"], { enabled: true }]],
            code: "AddonInvalid",
            message: /kube-dashboard/,
        },
        "workload identity without the OIDC issuer": {
            change: [[["oidcIssuerProfile"], undefined]],
            code: "BadRequest",
            message: /requires the OIDC issuer/,
        },
        "local accounts off without Entra ID": {
            change: [[["aadProfile"], undefined]],
            code: "BadRequest",
            message: /only supported on clusters with Entra ID/,
        },
        "a DNS address outside of the service network": {
            change: [[["networkProfile", "dnsServiceIP"], "10.9.0.10"]],
            code: "InvalidParameter",
            message: /dnsServiceIP 10\.9\.0\.10 is not within the serviceCidr 10\.0\.0\.0\/16/,
        },
        "a service network that overlaps the subnet": {
            change: [
                [["networkProfile", "serviceCidr"], "10.10.0.0/16"],
                [["networkProfile", "dnsServiceIP"], "10.10.0.10"],
            ],
            code: "ServiceCidrOverlapExistingSubnetsCidr",
            message: /10\.10\.0\.0\/16/,
        },
        "a name that is too long": {
            change: [[["resourceName"], "c".repeat(64)]],
            code: "InvalidParameter",
            message: /1 to 63 letters/,
        },
        "a pool name with a capital": {
            change: [[["agentPoolProfiles", 0, "name"], "System"]],
            code: "InvalidParameter",
            message: /Agent pool name 'System' is invalid/,
        },
        "no system pool": {
            change: [[["agentPoolProfiles", 0, "mode"], "User"]],
            code: "InvalidParameter",
            message: /mode System is required/,
        },
        "no DNS prefix": {
            change: [[["dnsPrefix"], undefined]],
            code: "InvalidParameter",
            message: /dnsPrefix is missing/,
        },
        "no identity": {
            change: [[["identity"], undefined]],
            code: "InvalidParameter",
            message: /servicePrincipalProfile is missing/,
        },
        "a count that the autoscaler excludes": {
            change: [
                [
                    ["agentPoolProfiles", 0],
                    {
                        name: "system",
                        mode: "System",
                        vmSize: "s",
                        enableAutoScaling: true,
                        minCount: 2,
                        maxCount: 3,
                        count: 5,
                    },
                ],
            ],
            code: "InvalidParameter",
            message: /count 5 outside of minCount 2 to maxCount 3/,
        },
        "a Defender sensor without a workspace": {
            change: [[["securityProfile", "defender"], { securityMonitoring: { enabled: true } }]],
            code: "InvalidParameter",
            message: /logAnalyticsWorkspaceResourceId is required/,
        },
        "a Defender sensor with a workspace that is not there": {
            change: [
                [
                    ["securityProfile", "defender"],
                    { securityMonitoring: { enabled: true }, logAnalyticsWorkspaceResourceId: "/nowhere" },
                ],
            ],
            code: "InvalidResourceReference",
            message: /\/nowhere/,
        },
        "container insights without a workspace": {
            change: [[["addonProfiles", "omsagent"], { enabled: true }]],
            code: "InvalidParameter",
            message: /omsagent\.config\.logAnalyticsWorkspaceResourceID is required/,
        },
        "an image cleaner without an interval": {
            change: [[["securityProfile", "imageCleaner"], { enabled: true }]],
            code: "InvalidParameter",
            message: /intervalHours must be between 24 and 2160/,
        },
        "a private key vault without VNet integration": {
            change: [
                [["securityProfile", "azureKeyVaultKms"], { enabled: true, keyVaultNetworkAccess: "Private" }],
                [[access], undefined],
            ],
            code: "BadRequest",
            message: /private key vault requires API server VNet integration/,
        },
        "a private key vault that is not named": {
            change: [[["securityProfile", "azureKeyVaultKms"], { enabled: true, keyVaultNetworkAccess: "Private" }]],
            code: "InvalidParameter",
            message: /keyVaultResourceId is required/,
        },
        "long-term support without the Premium tier": {
            change: [[["supportPlan"], "AKSLongTermSupport"]],
            code: "BadRequest",
            message: /requires the Premium tier/,
        },
        "long-term support with KMS": {
            change: [
                [["supportPlan"], "AKSLongTermSupport"],
                [["sku"], { name: "Base", tier: "Premium" }],
                [["securityProfile", "azureKeyVaultKms"], { enabled: true, keyVaultNetworkAccess: "Public" }],
            ],
            code: "BadRequest",
            message: /not available with Azure Key Vault KMS/,
        },
        "the channel node-image beside another of the nodes": {
            change: [[["autoUpgradeProfile"], { upgradeChannel: "node-image", nodeOSUpgradeChannel: "SecurityPatch" }]],
            code: "BadRequest",
            message: /node-image requires the node OS upgrade channel NodeImage/,
        },
        "no way out, and images from outside": {
            change: [
                [["networkProfile", "outboundType"], "none"],
                [["autoUpgradeProfile"], { nodeOSUpgradeChannel: "NodeImage" }],
            ],
            code: "BadRequest",
            message: /requires bootstrapProfile\.artifactSource Cache/,
        },
        "no way out, and nodes that patch themselves": {
            change: [
                [["networkProfile", "outboundType"], "none"],
                [["autoUpgradeProfile"], { nodeOSUpgradeChannel: "Unmanaged" }],
            ],
            code: "BadRequest",
            message: /supports the node OS upgrade channels NodeImage and None only/,
        },
        "trusted launch and FIPS in one pool": {
            change: [
                [["agentPoolProfiles", 0, "enableFIPS"], true],
                [["agentPoolProfiles", 0, "securityProfile"], { enableSecureBoot: true }],
            ],
            code: "BadRequest",
            message: /not supported on a node pool with FIPS/,
        },
        "trusted launch on Arm processors": {
            change: [
                [["agentPoolProfiles", 0, "vmSize"], "Standard_D4pds_v5"],
                [["agentPoolProfiles", 0, "securityProfile"], { enableVTPM: true }],
            ],
            code: "BadRequest",
            message: /not supported on Arm64/,
        },
        "an ingress add-on of a gateway that is not there": {
            change: [
                [
                    ["addonProfiles", "ingressApplicationGateway"],
                    { enabled: true, config: { applicationGatewayId: "/nowhere" } },
                ],
            ],
            code: "InvalidResourceReference",
            message: /\/nowhere/,
        },
        "a resource group that is not there": {
            change: [[["resourceGroupName"], "elsewhere"]],
            code: "ResourceGroupNotFound",
            message: /'elsewhere'/,
        },
    };
    for (const [what, { change = [], grants, code, message }] of Object.entries(refusals)) {
        it(what, async () => {
            const built = await foundation(grants);
            const inputs = change.reduce((values, [path, value]) => {
                return tweak(values, path, value === "NODES" ? built.nodes.id : value);
            }, built.cluster);
            await assert.rejects(built.arm.create(type, inputs), (error: Error) => {
                assert.match(error.message, new RegExp(`Code="${code}"`));
                assert.match(error.message, message);
                return true;
            });
        });
    }
});

describe("a cluster that AKS accepts", () => {
    let built: Foundation;
    let outputs: PropertyMap;
    let id: string;
    before(async () => {
        built = await foundation();
        ({ outputs, id } = await built.arm.create(type, built.cluster));
    });

    it("has names, an issuer and a version that it was not given", () => {
        assert.equal(outputs.nodeResourceGroup, "MC_rg_cluster_westeurope");
        assert.match(textOf(outputs.privateFQDN), /^cluster-[0-9a-f]{8}\.private\.westeurope\.azmk8s\.io$/);
        assert.equal(outputs.fqdn, undefined);
        assert.match(textOf(outputs.azurePortalFQDN), /\.portal\.hcp\.westeurope\.azmk8s\.io$/);
        assert.match(
            textOf(valueAt(outputs, "oidcIssuerProfile", "issuerURL")),
            /^https:\/\/westeurope\.oic\.prod-aks\.azure\.com\//,
        );
        assert.match(textOf(outputs.currentKubernetesVersion), /^1\.\d+\.\d+$/);
        assert.equal(outputs.provisioningState, "Succeeded");
        assert.deepEqual(outputs.sku, { name: "Base", tier: "Free" });
    });

    it("answers its identities as ARM does: the control plane's by id, the kubelet's with its ids, the add-on's own", () => {
        const { controlPlane, kubelet } = built;
        const { clientId, principalId } = controlPlane.outputs;
        assert.deepEqual(outputs.identity, {
            type: "UserAssigned",
            userAssignedIdentities: { [controlPlane.id]: { clientId, principalId } },
        });
        assert.deepEqual(valueAt(outputs, "identityProfile", "kubeletidentity"), {
            resourceId: kubelet.id,
            clientId: kubelet.outputs.clientId,
            objectId: kubelet.outputs.principalId,
        });
        const addon = valueAt(outputs, "addonProfiles", "azurepolicy", "identity");
        assert.match(textOf(valueAt(addon, "resourceId")), /MC_rg_cluster_westeurope.*\/azurepolicy-cluster$/);
        const resource = built.arm.cloud.get(textOf(valueAt(addon, "resourceId")));
        assert.equal(resource?.outputs.principalId, valueAt(addon, "objectId"));
    });

    it("is the same when it is read", async () => {
        assert.deepEqual((await built.arm.read(type, id))?.outputs, outputs);
    });

    it("can be imported: its inputs come out of its answer", async () => {
        const read = await built.arm.read(type, id);
        assert.deepEqual(await built.arm.failures(type, read?.inputs ?? {}), []);
        assert.equal(read?.inputs.resourceName, "cluster");
        assert.deepEqual(valueAt(read.inputs, "identity", "userAssignedIdentities"), [built.controlPlane.id]);
    });

    it("keeps its subnet from being deleted", async () => {
        await assert.rejects(
            built.arm.delete("azure-native:network:Subnet", built.nodes.id),
            /Code="InUseSubnetCannotBeDeleted"/,
        );
    });
});

describe("an update that AKS refuses", () => {
    const cases: Record<
        string,
        readonly [path: readonly (string | number)[], value: PropertyValue | undefined, message: RegExp]
    > = {
        "VNet integration off": [
            ["apiServerAccessProfile", "enableVnetIntegration"],
            false,
            /it cannot be disabled|privatelink/,
        ],
        "the OIDC issuer off": [["oidcIssuerProfile", "enabled"], false, /OIDC issuer/],
        "another size of a pool": [
            ["agentPoolProfiles", 0, "vmSize"],
            "Standard_D8ds_v5",
            /Changing property 'properties\.vmSize'/,
        ],
        "another pool": [
            ["agentPoolProfiles", 1],
            { name: "more", mode: "User", vmSize: "s" },
            /A new agent pool was introduced: more/,
        ],
        "two minor versions at once": [["kubernetesVersion"], "1.37", /cannot be skipped/],
        "another service principal": [
            ["servicePrincipalProfile"],
            { clientId: "x" },
            /'servicePrincipalProfile\.clientId'/,
        ],
        "an older version": [["kubernetesVersion"], "1.30", /Downgrading/],
    };
    for (const [what, [path, value, message]] of Object.entries(cases)) {
        it(what, async () => {
            const { arm, cluster } = await foundation();
            const created = await arm.create(type, cluster);
            await assert.rejects(arm.update(type, created, tweak(cluster, path, value)), message);
        });
    }

    it("a private cluster that becomes public without VNet integration", async () => {
        const { arm } = await foundation();
        const inputs: PropertyMap = {
            resourceGroupName: "rg",
            resourceName: "linked",
            dnsPrefix: "linked",
            identity: { type: "SystemAssigned" },
            agentPoolProfiles: [{ name: "system", mode: "System", vmSize: "s" }],
            apiServerAccessProfile: { enablePrivateCluster: true },
        };
        const created = await arm.create(type, inputs);
        assert.match(textOf(created.outputs.privateFQDN), /\.privatelink\.westeurope\.azmk8s\.io$/);
        await assert.rejects(
            arm.update(type, created, tweak(inputs, ["apiServerAccessProfile"], undefined)),
            /Code="PropertyChangeNotAllowed"/,
        );
    });
});

describe("credentials of a cluster", () => {
    const names = { resourceGroupName: "rg", resourceName: "cluster" };

    it("of a user are a login by device code at the private address", async () => {
        const { arm, cluster } = await foundation();
        const { outputs } = await arm.create(type, cluster);
        const { kubeconfigs } = await arm.invoke(
            "azure-native:containerservice:listManagedClusterUserCredentials",
            names,
        );
        const [first] = kubeconfigs as PropertyMap[];
        const text = Buffer.from(textOf(first?.value), "base64").toString();
        assert.match(text, new RegExp(`server: https://${textOf(outputs.privateFQDN)}:443`));
        assert.match(text, /command: kubelogin/);
        assert.match(text, /- devicecode/);
        assert.doesNotMatch(text, /client-key-data/);
    });

    it("of an administrator are refused when local accounts are off", async () => {
        const { arm, cluster } = await foundation();
        await arm.create(type, cluster);
        const token = "azure-native:containerservice:listManagedClusterAdminCredentials";
        await assert.rejects(arm.invoke(token, names), /Status=400 .*disable local accounts/);
    });

    it("of no cluster are not found", async () => {
        const { arm } = await foundation();
        const token = "azure-native:containerservice:listManagedClusterUserCredentials";
        await assert.rejects(arm.invoke(token, names), /Code="ResourceNotFound"/);
    });
});
