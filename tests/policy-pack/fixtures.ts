import type { Registered } from "./policy-tester";

/** Properties to change, by path: `undefined` removes one. */
export type Change = Readonly<Record<string, unknown>>;

/** A copy of `base` with some properties set or removed. */
export function change(base: object, changes: Change): object {
    const copy = structuredClone(base) as Record<string, unknown>;
    for (const [path, value] of Object.entries(changes)) {
        const names = path.split(".");
        const last = names.pop() ?? "";
        let owner = copy;
        for (const name of names) owner = (owner[name] ??= {}) as Record<string, unknown>;
        if (value === undefined) Reflect.deleteProperty(owner, last);
        else owner[last] = value;
    }
    return copy;
}

const privateCluster = {
    apiServerAccessProfile: {
        enablePrivateCluster: true,
        enablePrivateClusterPublicFQDN: false,
        enableVnetIntegration: true,
        disableRunCommand: true,
    },
    networkProfile: { outboundType: "userAssignedNATGateway" },
    aadProfile: { managed: true, enableAzureRBAC: true },
    disableLocalAccounts: true,
    identity: { type: "UserAssigned" },
    oidcIssuerProfile: { enabled: true },
    autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
    securityProfile: { workloadIdentity: { enabled: true } },
};

const classicPrivateCluster = {
    privateClusterEnabled: true,
    apiServerAccessProfile: { virtualNetworkIntegrationEnabled: true },
    runCommandEnabled: false,
    networkProfile: { outboundType: "userAssignedNATGateway" },
    azureActiveDirectoryRoleBasedAccessControl: { azureRbacEnabled: true },
    localAccountDisabled: true,
    identity: { type: "UserAssigned" },
    oidcIssuerEnabled: true,
    workloadIdentityEnabled: true,
    automaticUpgradeChannel: "stable",
    defaultNodePool: { name: "system", vmSize: "Standard_D4ds_v5" },
};

/** The smallest private cluster of azure-native that no policy objects to, with changes. */
export function cluster(changes: Change = {}): Registered {
    return { type: "azure-native:containerservice:ManagedCluster", props: change(privateCluster, changes) };
}

/** The same cluster of the classic provider in its current version, with changes. */
export function classicCluster(changes: Change = {}): Registered {
    return {
        type: "azure:containerservice/kubernetesCluster:KubernetesCluster",
        props: change(classicPrivateCluster, changes),
    };
}

/** A public cluster that is limited to `ranges`, with changes: only advice to make it private is given. */
export function publicCluster(ranges: unknown, changes: Change = {}): Registered & { also: string[] } {
    const access = {
        "apiServerAccessProfile.enablePrivateCluster": false,
        "apiServerAccessProfile.authorizedIPRanges": ranges,
    };
    return { ...cluster({ ...access, ...changes }), also: ["cluster-api-server-private"] };
}

/** The same of the classic provider. */
export function classicPublicCluster(ranges: unknown, changes: Change = {}): Registered & { also: string[] } {
    const access = { privateClusterEnabled: false, "apiServerAccessProfile.authorizedIpRanges": ranges };
    return { ...classicCluster({ ...access, ...changes }), also: ["cluster-api-server-private"] };
}

/** A Kubernetes object: the type token follows from its API version and kind. */
export function object(apiVersion: string, kind: string, props: object): Registered {
    return {
        type: `kubernetes:${apiVersion === "v1" ? "core/v1" : apiVersion}:${kind}`,
        props: { apiVersion, kind, ...props },
    };
}

/** A pod with one harmless container, with changes to its spec. */
export function podSpec(changes: object = {}): object {
    return { containers: [{ name: "app", image: "registry.example.com/app:1.0" }], ...changes };
}

/** Every token of a type of azure-native; any other type stands for itself. */
export function nativeTokens(type: string): string[] {
    const [, module, resource] = /^azure-native:(\w+):(\w+)$/.exec(type) ?? [];
    if (module === undefined || resource === undefined) return [type];
    return [
        type,
        `azure-native:${module}/v20240901:${resource}`,
        `azure-native:${module}/v20240102preview:${resource}`,
        `azure-nextgen:${module}/v20210301:${resource}`,
        `azure-nextgen:${module}/latest:${resource}`,
        `azure-native_${module}_v20250701:${module}:${resource}`,
        `azure-native_${module}_v20250602preview:${module}/v20250602preview:${resource}`,
    ];
}
