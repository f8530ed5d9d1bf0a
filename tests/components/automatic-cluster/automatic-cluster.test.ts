import assert from "node:assert/strict";
import * as azure from "@pulumi/azure-native/provider";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { record, registered, type Registration } from "../../recorded-program";

const managedCluster = "azure-native_containerservice_v20260401:containerservice:ManagedCluster";
const provider = "pulumi:providers:azure-native_containerservice_v20260401";
const location = "westeurope";
const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub";
const subnets = `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets`;
const privateDnsZoneId = `${group}/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io`;
const existingNetwork = {
    nodeSubnetId: `${subnets}/nodes`,
    systemNodeSubnetId: `${subnets}/system-nodes`,
    apiServerSubnetId: `${subnets}/api-server`,
};

/** Role GUID and scope of each role assignment, by its name. */
function roles(registrations: readonly Registration[]): Record<string, string> {
    return Object.fromEntries(
        registrations
            .filter(({ type }) => type === "azure-native:authorization:RoleAssignment")
            .map(({ name, inputs }) => [
                name,
                `${String(inputs["roleDefinitionId"]).split("/").pop() ?? ""} on ${String(inputs["scope"]).split("/providers/").pop() ?? ""}`,
            ]),
    );
}

const networkContributor = "4d97b98b-1d4f-4787-a291-c67834d212e7";
const zoneContributor = "b12aa53e-6015-4669-85d0-8515ebb3ae7f";
const clusterUser = "4abbcc35-e782-43d8-92c5-2d3f1bd2253f";
const clusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

describe("AutomaticCluster", () => {
    it("registers what a private cluster stands on, and nothing that AKS makes by itself", async () => {
        const registrations = await record(() => new aksguard.AutomaticCluster("prod", { location }));
        assert.deepEqual(registrations.map(({ type, name }) => `${type} ${name}`).sort(), [
            "aksguard:index:AutomaticCluster prod",
            "aksguard:index:ClusterAccess prod-access",
            "aksguard:index:MaintenanceWindows prod-maintenance",
            "aksguard:index:Monitoring prod-monitoring",
            "aksguard:index:Network prod",
            "aksguard:index:PolicyAssignments prod-policies",
            "azure-native:authorization:PolicyAssignment prod-policies-external-ips",
            "azure-native:authorization:PolicyAssignment prod-policies-flex-volumes",
            "azure-native:authorization:PolicyAssignment prod-policies-host-paths",
            "azure-native:authorization:PolicyAssignment prod-policies-https-ingress",
            "azure-native:authorization:PolicyAssignment prod-policies-internal-load-balancers",
            "azure-native:authorization:PolicyAssignment prod-policies-pod-security-baseline",
            "azure-native:authorization:PolicyAssignment prod-policies-pod-security-restricted",
            "azure-native:authorization:PolicyAssignment prod-policies-privileged-containers",
            "azure-native:authorization:RoleAssignment prod-deployer",
            "azure-native:authorization:RoleAssignment prod-deployer-kubeconfig",
            "azure-native:authorization:RoleAssignment prod-network",
            "azure-native:authorization:RoleAssignment prod-zone",
            "azure-native:containerservice:MaintenanceConfiguration prod-maintenance-kubernetes",
            "azure-native:containerservice:MaintenanceConfiguration prod-maintenance-nodes",
            "azure-native:containerservice:MaintenanceConfiguration prod-maintenance-releases",
            "azure-native:managedidentity:UserAssignedIdentity prod-control-plane",
            "azure-native:monitor:DataCollectionRule prod-monitoring",
            "azure-native:monitor:DataCollectionRuleAssociation prod-monitoring",
            "azure-native:monitor:DiagnosticSetting prod-monitoring",
            "azure-native:network:NatGateway prod",
            "azure-native:network:NetworkSecurityGroup prod-api-server",
            "azure-native:network:NetworkSecurityGroup prod-endpoints",
            "azure-native:network:NetworkSecurityGroup prod-nodes",
            "azure-native:network:NetworkSecurityGroup prod-system-nodes",
            "azure-native:network:PublicIPAddress prod-egress",
            "azure-native:network:Subnet prod-api-server",
            "azure-native:network:Subnet prod-endpoints",
            "azure-native:network:Subnet prod-nodes",
            "azure-native:network:Subnet prod-system-nodes",
            "azure-native:network:VirtualNetwork prod",
            "azure-native:operationalinsights:Workspace prod",
            "azure-native:privatedns:PrivateZone prod",
            "azure-native:privatedns:VirtualNetworkLink prod",
            "azure-native:resources:ResourceGroup prod",
            `${managedCluster} prod`,
            `${provider} prod`,
        ]);
    });

    it("puts the control plane, system nodes and nodes into their subnets", async () => {
        const registrations = await record(() => new aksguard.AutomaticCluster("prod", { location }));
        const { inputs } = registered(registrations, managedCluster);
        const profile = inputs["hostedSystemProfile"] as Record<string, string>;
        assert.match(String(profile["nodeSubnetID"]), /subnets\/prod-nodes$/);
        assert.match(String(profile["systemNodeSubnetID"]), /subnets\/prod-system-nodes$/);
        const access = inputs["apiServerAccessProfile"] as Record<string, string>;
        assert.match(String(access["subnetId"]), /subnets\/prod-api-server$/);
        assert.equal(inputs["agentPoolProfiles"], undefined);
    });

    it("gives the rights that nodes are provisioned with before the cluster, and lets the deployer in", async () => {
        const registrations = await record(() => new aksguard.AutomaticCluster("prod", { location }));
        const cluster = registered(registrations, managedCluster);
        assert.deepEqual(roles(registrations), {
            "prod-network": `${networkContributor} on Microsoft.Network/virtualNetworks/prod`,
            "prod-zone": `${zoneContributor} on Microsoft.Network/privateDnsZones/prod.private.westeurope.azmk8s.io`,
            "prod-deployer": `${clusterAdmin} on Microsoft.ContainerService/managedClusters/prod`,
            "prod-deployer-kubeconfig": `${clusterUser} on Microsoft.ContainerService/managedClusters/prod`,
        });
        const before = ["prod-network", "prod-zone"].map(
            (name) => registered(registrations, "azure-native:authorization:RoleAssignment", name).urn,
        );
        const link = registered(registrations, "azure-native:privatedns:VirtualNetworkLink").urn;
        const policies = registrations.filter(({ type }) => type.endsWith(":PolicyAssignment")).map(({ urn }) => urn);
        for (const urn of [...before, link, ...policies]) {
            assert.ok(cluster.dependencies.includes(urn), urn);
        }
    });

    it("keeps names apart from those of a Cluster of its name", async () => {
        const both = await record(() => {
            new aksguard.AutomaticCluster("prod", { location });
            new aksguard.Cluster("prod", { location });
        });
        const guids = both
            .filter(({ type }) => type === "azure-native:authorization:RoleAssignment")
            .map(({ inputs }) => inputs["roleAssignmentName"]);
        assert.equal(new Set(guids).size, guids.length);
    });

    it("lets the nodes pull by the identity that AKS made for them", async () => {
        const registrations = await record(
            () =>
                new aksguard.AutomaticCluster("prod", {
                    location,
                    registry: {},
                    attachedRegistries: [
                        {
                            name: "shared",
                            registryId: `${group}/providers/Microsoft.ContainerRegistry/registries/shared`,
                        },
                    ],
                }),
        );
        const pulls = registrations.filter(({ inputs }) => inputs["principalId"] === "kubelet-principal");
        assert.deepEqual(pulls.map(({ inputs }) => String(inputs["scope"]).split("/").pop()).sort(), [
            "prod-registry",
            "shared",
        ]);
    });

    it("uses a network and a zone that exist, with roles of their subscription", async () => {
        const registrations = await record(
            () =>
                new aksguard.AutomaticCluster("prod", {
                    resourceGroupName: "given",
                    existingNetwork: { ...existingNetwork, outboundType: "userDefinedRouting" },
                    privateDnsZoneId,
                }),
        );
        assert.ok(!registrations.some(({ type }) => type.startsWith("azure-native:network:")));
        const { inputs } = registered(registrations, managedCluster);
        assert.deepEqual(inputs["hostedSystemProfile"], {
            enabled: true,
            nodeSubnetID: existingNetwork.nodeSubnetId,
            systemNodeSubnetID: existingNetwork.systemNodeSubnetId,
        });
        assert.equal((inputs["networkProfile"] as Record<string, unknown>)["outboundType"], "userDefinedRouting");
        const network = registered(registrations, "azure-native:authorization:RoleAssignment", "prod-network");
        assert.equal(network.inputs["scope"], `${group}/providers/Microsoft.Network/virtualNetworks/hub`);
        assert.match(String(network.inputs["roleDefinitionId"]), /^\/subscriptions\/99999999-/);
    });

    it("signs in as the provider that it is given, and as the stack is configured where there is none", async () => {
        pulumi.runtime.setAllConfig({ "azure-native:useOidc": "true", "azure-native:tenantId": "of-the-stack" });
        try {
            const configured = await record(() => new aksguard.AutomaticCluster("prod", { location }));
            const subscriptionId = "11111111-1111-4111-8111-111111111111";
            assert.deepEqual(registered(configured, provider).inputs, {
                subscriptionId,
                useOidc: "true",
                tenantId: "of-the-stack",
            });
            const handed = await record(() => {
                const other = new azure.Provider("other", { tenantId: "of-the-provider", useMsi: true });
                new aksguard.AutomaticCluster("prod", { location }, { provider: other });
            });
            assert.deepEqual(registered(handed, provider).inputs, {
                subscriptionId,
                environment: "public",
                tenantId: "of-the-provider",
                useMsi: "true",
                clientId: "other-client",
            });
        } finally {
            pulumi.runtime.setAllConfig({});
        }
    });

    it("hands out what others need of it", async () => {
        const outputs: Record<string, unknown> = {};
        await record(() => {
            const cluster = new aksguard.AutomaticCluster("prod", { location });
            assert.equal(cluster.provider, cluster.provider);
            const { nodeResourceGroupName, apiServerFqdn, oidcIssuerUrl, kubeletPrincipalId, registryId } = cluster;
            const values = { nodeResourceGroupName, apiServerFqdn, oidcIssuerUrl, kubeletPrincipalId, registryId };
            pulumi.output(values).apply((known) => Object.assign(outputs, known));
        });
        assert.deepEqual(outputs, {
            nodeResourceGroupName: "MC_kit",
            apiServerFqdn: "kit.private.westeurope.azmk8s.io",
            oidcIssuerUrl: "https://issuer.example.org/",
            kubeletPrincipalId: "kubelet-principal",
            registryId: "",
        });
    });

    it("keeps itself from being deleted where it is asked to", async () => {
        const registrations = await record(() => new aksguard.AutomaticCluster("prod", { location, lock: true }));
        const { inputs } = registered(registrations, "azure-native:authorization:ManagementLockByScope");
        assert.match(String(inputs["scope"]), /managedClusters\/prod$/);
    });

    it("registers nothing where an argument cannot work", async () => {
        const registrations = await record(() => {
            assert.throws(
                () => new aksguard.AutomaticCluster("prod", { egress: "None", authorizedIpRanges: [] }),
                /AutomaticCluster "prod"[^]*authorizedIpRanges is \[\][^]*egress is "None"/,
            );
        });
        assert.deepEqual(registrations, []);
    });
});
