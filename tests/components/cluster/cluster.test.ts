import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered, type Registration } from "../../recorded-program";

const managedCluster = "azure-native:containerservice:ManagedCluster";
const roleAssignment = "azure-native:authorization:RoleAssignment";
const location = "westeurope";

const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub";
const nodeSubnetId = `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets/nodes`;
const apiServerSubnetId = `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets/api-server`;
const privateDnsZoneId = `${group}/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io`;

/** Role GUID and scope of each role assignment, by its name. */
function roles(registrations: readonly Registration[]): Record<string, string> {
    return Object.fromEntries(
        registrations
            .filter(({ type }) => type === roleAssignment)
            .map(({ name, inputs }) => [
                name,
                `${String(inputs["roleDefinitionId"]).split("/").pop() ?? ""} on ${String(inputs["scope"]).split("/providers/").pop() ?? ""}`,
            ]),
    );
}

const networkContributor = "4d97b98b-1d4f-4787-a291-c67834d212e7";
const clusterUser = "4abbcc35-e782-43d8-92c5-2d3f1bd2253f";
const clusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

describe("Cluster", () => {
    it("registers what a private cluster stands on", async () => {
        const registrations = await record(() => new aksguard.Cluster("prod", { location }));
        assert.deepEqual(registrations.map(({ type, name }) => `${type} ${name}`).sort(), [
            "aksguard:index:Cluster prod",
            "aksguard:index:ClusterAccess prod-access",
            "aksguard:index:DeploymentSafeguards prod-safeguards",
            "aksguard:index:MaintenanceWindows prod-maintenance",
            "aksguard:index:Monitoring prod-monitoring",
            "aksguard:index:Network prod",
            "aksguard:index:NodePool prod-workload",
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
            "azure-native:authorization:RoleAssignment prod-kubelet-operator",
            "azure-native:authorization:RoleAssignment prod-network",
            "azure-native:authorization:RoleAssignment prod-zone",
            "azure-native:containerservice:AgentPool prod-workload",
            "azure-native:containerservice:DeploymentSafeguard prod-safeguards",
            "azure-native:containerservice:MaintenanceConfiguration prod-maintenance-kubernetes",
            "azure-native:containerservice:MaintenanceConfiguration prod-maintenance-nodes",
            "azure-native:containerservice:MaintenanceConfiguration prod-maintenance-releases",
            "azure-native:containerservice:ManagedCluster prod",
            "azure-native:managedidentity:UserAssignedIdentity prod-control-plane",
            "azure-native:managedidentity:UserAssignedIdentity prod-kubelet",
            "azure-native:monitor:DataCollectionRule prod-monitoring",
            "azure-native:monitor:DataCollectionRuleAssociation prod-monitoring",
            "azure-native:monitor:DiagnosticSetting prod-monitoring",
            "azure-native:network:NatGateway prod",
            "azure-native:network:NetworkSecurityGroup prod-api-server",
            "azure-native:network:NetworkSecurityGroup prod-endpoints",
            "azure-native:network:NetworkSecurityGroup prod-nodes",
            "azure-native:network:PublicIPAddress prod-egress",
            "azure-native:network:Subnet prod-api-server",
            "azure-native:network:Subnet prod-endpoints",
            "azure-native:network:Subnet prod-nodes",
            "azure-native:network:VirtualNetwork prod",
            "azure-native:operationalinsights:Workspace prod",
            "azure-native:privatedns:PrivateZone prod",
            "azure-native:privatedns:VirtualNetworkLink prod",
            "azure-native:resources:ResourceGroup prod",
        ]);
    });

    it("makes the cluster wait for every right of its identity, and for the link of its zone", async () => {
        const registrations = await record(() => new aksguard.Cluster("prod", { location }));
        const { dependencies } = registered(registrations, managedCluster);
        for (const name of ["prod-kubelet-operator", "prod-network", "prod-zone"]) {
            assert.ok(dependencies.includes(registered(registrations, roleAssignment, name).urn), name);
        }
        assert.ok(dependencies.includes(registered(registrations, "azure-native:privatedns:VirtualNetworkLink").urn));
    });

    it("gives the least rights of a private cluster, and lets the deployer in", async () => {
        const registrations = await record(() => new aksguard.Cluster("prod", { location }));
        assert.deepEqual(roles(registrations), {
            "prod-network": `${networkContributor} on Microsoft.Network/virtualNetworks/prod`,
            "prod-zone":
                "b12aa53e-6015-4669-85d0-8515ebb3ae7f on Microsoft.Network/privateDnsZones/prod.private.westeurope.azmk8s.io",
            "prod-kubelet-operator":
                "f1a07417-d97a-45cb-824c-7a7467783830 on Microsoft.ManagedIdentity/userAssignedIdentities/prod-kubelet",
            "prod-deployer-kubeconfig": `${clusterUser} on Microsoft.ContainerService/managedClusters/prod`,
            "prod-deployer": `${clusterAdmin} on Microsoft.ContainerService/managedClusters/prod`,
        });
        const deployer = registered(registrations, roleAssignment, "prod-deployer").inputs;
        assert.equal(deployer["principalId"], "33333333-3333-4333-8333-333333333333");
        assert.equal(deployer["principalType"], undefined);
    });

    it("makes the same for a public API server, so that the knob can be turned", async () => {
        const names = (registrations: Registration[]) =>
            registrations.map(({ type, name }) => `${type} ${name}`).sort();
        const authorizedIpRanges = ["203.0.113.0/24"];
        const open = await record(() => new aksguard.Cluster("prod", { location, authorizedIpRanges }));
        const closed = await record(() => new aksguard.Cluster("prod", { location }));
        assert.deepEqual(names(open), names(closed));
        assert.deepEqual(roles(open), roles(closed));
    });

    it("gives rights on the subnet only where the API server is public and outside of the network", async () => {
        const registrations = await record(
            () =>
                new aksguard.Cluster("dev", {
                    location,
                    authorizedIpRanges: ["203.0.113.0/24"],
                    apiServerConnection: "PrivateLink",
                }),
        );
        const given = roles(registrations);
        assert.equal(
            given["dev-nodes-network"],
            `${networkContributor} on Microsoft.Network/virtualNetworks/recorded/subnets/dev-nodes`,
        );
        assert.equal(given["dev-network"], undefined);
        assert.equal(given["dev-zone"], undefined);
        assert.ok(!registrations.some(({ type }) => type.startsWith("azure-native:privatedns:")));
    });

    it("leaves the deployer out where the caller names an administrator", async () => {
        const registrations = await record(
            () =>
                new aksguard.Cluster("prod", {
                    location,
                    groups: [{ name: "administrators", role: "ClusterAdmin" }],
                }),
        );
        const given = roles(registrations);
        assert.equal(given["prod-deployer"], undefined);
        assert.equal(
            given["prod-access-administrators"],
            `${clusterAdmin} on Microsoft.ContainerService/managedClusters/prod`,
        );
        assert.equal(
            registered(registrations, roleAssignment, "prod-access-administrators").inputs["principalType"],
            "Group",
        );
    });

    it("keeps names apart from a grant called deployer, and from another ClusterAccess of its name", async () => {
        const principalId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
        const grants = [{ name: "deployer", principalId, role: aksguard.ClusterRole.Reader }];
        const registrations = await record(() => {
            const cluster = new aksguard.Cluster("prod", { location, grants });
            new aksguard.ClusterAccess("prod", { clusterId: cluster.clusterId, grants });
        });
        const assignments = registrations.filter(({ type }) => type === roleAssignment);
        const names = assignments.map(({ inputs }) => inputs["roleAssignmentName"]);
        assert.equal(new Set(names).size, names.length, JSON.stringify(assignments.map(({ name }) => name)));
    });

    it("keeps the deployer where only other roles are named", async () => {
        const registrations = await record(
            () => new aksguard.Cluster("prod", { location, groups: [{ name: "auditors", role: "Reader" }] }),
        );
        assert.ok("prod-deployer" in roles(registrations));
    });

    it("uses a network and a zone that exist, with roles of their subscription", async () => {
        const registrations = await record(
            () =>
                new aksguard.Cluster("prod", {
                    resourceGroupName: "given",
                    existingNetwork: { nodeSubnetId, apiServerSubnetId, outboundType: "userDefinedRouting" },
                    privateDnsZoneId,
                }),
        );
        const types = new Set(registrations.map(({ type }) => type));
        assert.ok(![...types].some((type) => /:(network|privatedns|resources):/.test(type)));
        const { inputs } = registered(registrations, managedCluster);
        assert.deepEqual(inputs["apiServerAccessProfile"], {
            disableRunCommand: true,
            enablePrivateCluster: true,
            enablePrivateClusterPublicFQDN: false,
            enableVnetIntegration: true,
            privateDNSZone: privateDnsZoneId,
            subnetId: apiServerSubnetId,
        });
        assert.equal(inputs["location"], "westeurope");
        assert.equal((inputs["networkProfile"] as { outboundType: string }).outboundType, "userDefinedRouting");
        const role = registered(registrations, roleAssignment, "prod-network").inputs;
        assert.equal(role["scope"], `${group}/providers/Microsoft.Network/virtualNetworks/hub`);
        assert.equal(
            role["roleDefinitionId"],
            `/subscriptions/99999999-9999-4999-8999-999999999999/providers/Microsoft.Authorization/roleDefinitions/${networkContributor}`,
        );
    });

    it("routes through a firewall instead of a NAT gateway", async () => {
        const registrations = await record(
            () => new aksguard.Cluster("prod", { location, firewallPrivateIpAddress: "10.1.0.4" }),
        );
        assert.ok(!registrations.some(({ type }) => /NatGateway|PublicIPAddress/.test(type)));
        assert.deepEqual(registered(registrations, "azure-native:network:RouteTable").inputs["routes"], [
            {
                name: "egress",
                addressPrefix: "0.0.0.0/0",
                nextHopType: "VirtualAppliance",
                nextHopIpAddress: "10.1.0.4",
            },
        ]);
        const { inputs } = registered(registrations, managedCluster);
        assert.equal((inputs["networkProfile"] as { outboundType: string }).outboundType, "userDefinedRouting");
    });

    it("creates node pools one after the other", async () => {
        const registrations = await record(
            () => new aksguard.Cluster("prod", { location, nodePools: [{ name: "one" }, { name: "two" }] }),
        );
        const agentPool = "azure-native:containerservice:AgentPool";
        const first = registered(registrations, agentPool, "prod-one");
        const second = registered(registrations, agentPool, "prod-two");
        assert.ok(second.dependencies.includes(first.urn));
        assert.deepEqual(second.ignoreChanges, []);
        assert.equal(second.inputs["count"], undefined, "the count is the autoscaler's");
    });

    it("hands a provider that waits for roles and pools, once", async () => {
        const registrations = await record(() => {
            const cluster = new aksguard.Cluster("prod", { location });
            assert.equal(cluster.provider, cluster.provider);
        });
        const provider = registered(registrations, "pulumi:providers:kubernetes");
        assert.equal(provider.inputs["deleteUnreachable"], "true");
        // Objects stay where the address of the API server changes.
        assert.match(String(provider.inputs["clusterIdentifier"]), /\/managedClusters\/prod$/);
        assert.match(String(provider.inputs["kubeconfig"]), /azurecli/);
        assert.ok(provider.dependencies.includes(registered(registrations, roleAssignment, "prod-deployer").urn));
        assert.ok(
            provider.dependencies.includes(registered(registrations, "azure-native:containerservice:AgentPool").urn),
        );
    });

    it("registers nothing where an argument cannot work", async () => {
        const registrations = await record(() => {
            assert.throws(() => new aksguard.Cluster("prod", { authorizedIpRanges: [] }), /authorizedIpRanges/);
        });
        assert.deepEqual(registrations, []);
    });
});
