import type { Member } from "../sandbox/policy-pack/served-pack";

/** One of ten kinds of resource, by how often it comes: what a platform team registers around its clusters. */
const kinds: readonly ((name: string) => Omit<Member, "name">)[] = [
    (name) => ({
        type: "azure-native:containerservice:ManagedCluster",
        props: {
            resourceGroupName: "group",
            resourceName: name,
            apiServerAccessProfile: { enablePrivateCluster: true, disableRunCommand: true },
            aadProfile: { managed: true, enableAzureRBAC: true },
            disableLocalAccounts: true,
            agentPoolProfiles: [{ name: "system", mode: "System", count: 3, vmSize: "Standard_D4ds_v5" }],
        },
    }),
    (name) => ({
        type: "azure-native:containerservice:AgentPool",
        props: { resourceGroupName: "group", resourceName: "cluster", agentPoolName: name, vmSize: "Standard_D4ds_v5" },
    }),
    (name) => ({
        type: "azure-native:authorization:RoleAssignment",
        props: {
            scope: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${name}`,
            principalId: "11111111-1111-1111-1111-111111111111",
            roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
        },
    }),
    ...["Deployment", "DaemonSet", "StatefulSet"].map((kind) => (name: string) => ({
        type: `kubernetes:apps/v1:${kind}`,
        props: {
            apiVersion: "apps/v1",
            kind,
            metadata: { name, namespace: "shop" },
            spec: {
                selector: { matchLabels: { app: name } },
                template: { metadata: { labels: { app: name } }, spec: pod },
            },
        },
    })),
    ...[1, 2, 3, 4].map(() => (name: string) => ({
        type: "kubernetes:core/v1:ConfigMap",
        props: { apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace: "shop" }, data: { key: "value" } },
    })),
];

const pod = {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: ["app", "sidecar"].map((name) => ({
        name,
        image: `shop.azurecr.io/${name}@sha256:${"5".repeat(64)}`,
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        resources: { limits: { cpu: "500m", memory: "128Mi" }, requests: { cpu: "100m", memory: "64Mi" } },
    })),
};

/** So many resources, of all kinds in turn. */
export function mixedStack(count: number): Member[] {
    return Array.from({ length: count }, (_, index) => {
        const name = `r${String(index)}`;
        const kind = kinds[index % kinds.length];
        if (kind === undefined) throw new Error("there are no kinds");
        return { name, ...kind(name) };
    });
}
