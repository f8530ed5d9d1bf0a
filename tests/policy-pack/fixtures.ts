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

const pool = {
    name: "kit",
    availabilityZones: ["1", "2", "3"],
    enableAutoScaling: true,
    minCount: 3,
    enableEncryptionAtHost: true,
    securityProfile: { enableSecureBoot: true, enableVTPM: true, sshAccess: "Disabled" },
    upgradeSettings: { maxSurge: "33%" },
};

const classicPool = {
    zones: ["1", "2", "3"],
    autoScalingEnabled: true,
    minCount: 3,
    hostEncryptionEnabled: true,
    osDiskType: "Ephemeral",
    upgradeSettings: { maxSurge: "33%" },
};

/** The smallest pool of workloads of azure-native that no policy objects to, with changes. */
export function agentPool(changes: Change = {}): Registered {
    return { type: "azure-native:containerservice:AgentPool", props: change({ ...pool, mode: "User" }, changes) };
}

/** The same pool of the classic provider, with changes. */
export function classicAgentPool(changes: Change = {}): Registered {
    return {
        type: "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool",
        props: change({ name: "kit", ...classicPool }, changes),
    };
}

/** The smallest pool of the system, as it stands inside of a cluster of azure-native, with changes. */
export function systemPool(changes: Change = {}): object {
    return change({ ...pool, mode: "System", nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] }, changes);
}

const privateCluster = {
    apiServerAccessProfile: {
        enablePrivateCluster: true,
        enablePrivateClusterPublicFQDN: false,
        enableVnetIntegration: true,
        disableRunCommand: true,
    },
    networkProfile: { outboundType: "userAssignedNATGateway", networkPlugin: "azure", networkPolicy: "cilium" },
    sku: { name: "Base", tier: "Standard" },
    diskEncryptionSetID: "/disks",
    nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
    aadProfile: { managed: true, enableAzureRBAC: true },
    disableLocalAccounts: true,
    identity: { type: "UserAssigned" },
    oidcIssuerProfile: { enabled: true },
    autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
    securityProfile: {
        workloadIdentity: { enabled: true },
        defender: { logAnalyticsWorkspaceResourceId: "/workspace", securityMonitoring: { enabled: true } },
        imageCleaner: { enabled: true },
        azureKeyVaultKms: { enabled: true },
    },
    azureMonitorProfile: { metrics: { enabled: true } },
    addonProfiles: {
        azurepolicy: { enabled: true },
        azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: "true" } },
    },
};

const classicPrivateCluster = {
    privateClusterEnabled: true,
    apiServerAccessProfile: { virtualNetworkIntegrationEnabled: true },
    runCommandEnabled: false,
    networkProfile: { outboundType: "userAssignedNATGateway", networkPlugin: "azure", networkPolicy: "cilium" },
    skuTier: "Standard",
    diskEncryptionSetId: "/disks",
    keyManagementService: { keyVaultKeyId: "https://kit.vault.azure.net/keys/etcd/1" },
    imageCleanerEnabled: true,
    monitorMetrics: {},
    keyVaultSecretsProvider: { secretRotationEnabled: true },
    azureActiveDirectoryRoleBasedAccessControl: { azureRbacEnabled: true },
    localAccountDisabled: true,
    identity: { type: "UserAssigned" },
    oidcIssuerEnabled: true,
    workloadIdentityEnabled: true,
    microsoftDefender: { logAnalyticsWorkspaceId: "/workspace" },
    automaticUpgradeChannel: "stable",
    defaultNodePool: { name: "system", vmSize: "Standard_D4ds_v5", ...classicPool, onlyCriticalAddonsEnabled: true },
    azurePolicyEnabled: true,
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

/** An assignment of a built-in definition by azure-native, with its parameters and changes. */
export function policyAssignment(guid: string, parameters: object = {}, changes: Change = {}): Registered {
    const values = Object.entries(parameters).map(([name, value]) => [name, { value: value as unknown }]);
    const assignment = {
        scope: "/subscriptions/one",
        policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${guid}`,
        parameters: Object.fromEntries(values) as object,
    };
    return { type: "azure-native:authorization:PolicyAssignment", props: change(assignment, changes) };
}

/** The same of the classic provider, for a resource group. */
export function classicPolicyAssignment(guid: string, parameters: object = {}, changes: Change = {}): Registered {
    const { policyDefinitionId, parameters: values } = policyAssignment(guid, parameters).props as {
        policyDefinitionId: string;
        parameters: object;
    };
    const assignment = { resourceGroupId: "/one", policyDefinitionId, parameters: JSON.stringify(values) };
    return {
        type: "azure:core/resourceGroupPolicyAssignment:ResourceGroupPolicyAssignment",
        props: change(assignment, changes),
    };
}

const closedRegistry = {
    sku: { name: "Premium" },
    publicNetworkAccess: "Disabled",
    dataEndpointEnabled: true,
    policies: { exportPolicy: { status: "disabled" }, retentionPolicy: { status: "enabled" } },
};

/** The smallest registry of azure-native that no policy objects to, with changes. */
export function registry(changes: Change = {}): Registered {
    return { type: "azure-native:containerregistry:Registry", props: change(closedRegistry, changes) };
}

/** The same registry of the classic provider, with changes. */
export function classicRegistry(changes: Change = {}): Registered {
    const closed = {
        sku: "Premium",
        publicNetworkAccessEnabled: false,
        dataEndpointEnabled: true,
        exportPolicyEnabled: false,
        retentionPolicyInDays: 30,
    };
    return { type: "azure:containerservice/registry:Registry", props: change(closed, changes) };
}

const closedVault = {
    properties: {
        enablePurgeProtection: true,
        enableRbacAuthorization: true,
        publicNetworkAccess: "Disabled",
    },
};

/** The smallest vault of azure-native that no policy objects to, with changes to its properties. */
export function vault(changes: Change = {}): Registered {
    const inside = Object.entries(changes).map(([path, value]) => [`properties.${path}`, value] as const);
    return { type: "azure-native:keyvault:Vault", props: change(closedVault, Object.fromEntries(inside)) };
}

/** The same vault of the classic provider, with changes. */
export function classicVault(changes: Change = {}): Registered {
    const closed = {
        purgeProtectionEnabled: true,
        rbacAuthorizationEnabled: true,
        publicNetworkAccessEnabled: false,
    };
    return { type: "azure:keyvault/keyVault:KeyVault", props: change(closed, changes) };
}

/** A Kubernetes object: the type token follows from its API version and kind. */
export function object(apiVersion: string, kind: string, props: object): Registered {
    return {
        type: `kubernetes:${apiVersion === "v1" ? "core/v1" : apiVersion}:${kind}`,
        props: { apiVersion, kind, ...props },
    };
}

/** A namespace that no policy objects to, with changes to its labels. */
export function namespace(labels: Change = {}, name: string | null = "shop"): Registered {
    const restricted = {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/enforce-version": "v1.36",
        "pod-security.kubernetes.io/audit": "restricted",
    };
    const all: [string, unknown][] = Object.entries({ ...restricted, ...labels });
    const given = all.filter(([, value]) => value !== undefined);
    return object("v1", "Namespace", { metadata: { name, labels: Object.fromEntries(given) as object } });
}

/** An image that may run: of a registry in Azure, by its digest. */
export const image = `shop.azurecr.io/app@sha256:${"5".repeat(64)}`;

const compliantContainer = {
    name: "app",
    image,
    securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
    },
    resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { cpu: "500m", memory: "128Mi" } },
    readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
    livenessProbe: { httpGet: { path: "/alive", port: 8080 } },
};

/** A container that no policy objects to, with changes by path. */
export function container(changes: Change = {}): object {
    return change(compliantContainer, changes);
}

/** The specification of a pod that no policy objects to, with changes by path. */
export function podSpec(changes: Change = {}): object {
    const spec = {
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: "RuntimeDefault" } },
        containers: [compliantContainer],
    };
    return change(spec, changes);
}

/** A deployment that no policy objects to, with changes to the specification of its pod by path. */
export function deployment(changes: Change = {}): Registered {
    return workloadWith("apps/v1", "Deployment", ["spec", "template"], podSpec(changes));
}

/** A pod of a controller, with changes to its specification by path. */
export function pod(changes: Change = {}): Registered {
    return workloadWith("v1", "Pod", [], podSpec(changes));
}

/** kured as its chart or ours makes it, with changes to the specification of its pod by path. */
export function kured(changes: Change = {}): Registered {
    const spec = {
        automountServiceAccountToken: false,
        hostPID: true,
        containers: [
            change(compliantContainer, {
                name: "kured",
                image: `ghcr.io/kubereboot/kured:1.23.0@sha256:${"5".repeat(64)}`,
                args: ["--reboot-method=signal"],
                "securityContext.runAsUser": 0,
                "securityContext.seccompProfile": { type: "RuntimeDefault" },
                "securityContext.appArmorProfile": { type: "Unconfined" },
                "securityContext.capabilities.add": ["KILL"],
                volumeMounts: [{ name: "sentinel", mountPath: "/sentinel", readOnly: true }],
            }),
        ],
        volumes: [{ name: "sentinel", hostPath: { path: "/var/run" } }],
    };
    return workloadWith("apps/v1", "DaemonSet", ["spec", "template"], change(spec, changes));
}

/** Every kind that is a pod or makes pods, in the API groups of all times, with the path to the pod. */
export const kindsWithPods = [
    { apiVersion: "v1", kind: "Pod", path: [] },
    { apiVersion: "v1", kind: "PodTemplate", path: ["template"] },
    { apiVersion: "v1", kind: "ReplicationController", path: ["spec", "template"] },
    { apiVersion: "apps/v1", kind: "Deployment", path: ["spec", "template"] },
    { apiVersion: "extensions/v1beta1", kind: "Deployment", path: ["spec", "template"] },
    { apiVersion: "apps/v1beta2", kind: "StatefulSet", path: ["spec", "template"] },
    { apiVersion: "apps/v1", kind: "DaemonSet", path: ["spec", "template"] },
    { apiVersion: "apps/v1", kind: "ReplicaSet", path: ["spec", "template"] },
    { apiVersion: "batch/v1", kind: "Job", path: ["spec", "template"] },
    { apiVersion: "batch/v1beta1", kind: "CronJob", path: ["spec", "jobTemplate", "spec", "template"] },
] as const;

/** An object of this kind in namespace `shop`, which makes a pod of this specification. */
export function workloadWith(apiVersion: string, kind: string, path: readonly string[], spec: object): Registered {
    const labels = { "app.kubernetes.io/name": "shop" };
    const isPod = path.length === 0;
    // A pod that no controller owns would be one that nobody makes again.
    const owner = isPod ? { ownerReferences: [{ kind: "ReplicaSet", name: "shop", controller: true }] } : {};
    const metadata = { name: "shop", namespace: "shop", labels, ...owner };
    const template = isPod ? { spec } : { metadata: { labels }, spec };
    const nested = path.reduceRight<object>((inner, name) => ({ [name]: inner }), template);
    return object(apiVersion, kind, { metadata, ...nested });
}

/** A service that no policy objects to, with changes by path. */
export function service(changes: Change = {}): Registered {
    const props = { metadata: { name: "shop", namespace: "shop" }, spec: { ports: [{ port: 443 }] } };
    return object("v1", "Service", change(props, changes));
}

/** An ingress of the gateway that no policy objects to, with changes by path. */
export function ingress(changes: Change = {}): Registered {
    const props = {
        metadata: { name: "shop", namespace: "shop", annotations: {} },
        spec: {
            ingressClassName: "azure-application-gateway",
            tls: [{ hosts: ["shop.example.org"], secretName: "shop" }],
            rules: [{ host: "shop.example.org" }],
        },
    };
    return object("networking.k8s.io/v1", "Ingress", change(props, changes));
}

/** A pod of this specification in every kind that makes pods, each by itself, in a list and as a patch, and what is said. */
export function everyKind(
    spec: object,
    message: (pathToSpec: string) => string | readonly string[],
    also: readonly string[] = [],
): Record<string, Registered & { message: string | readonly string[]; also: readonly string[] }> {
    const cases = kindsWithPods.flatMap(({ apiVersion, kind, path }) => {
        const made = workloadWith(apiVersion, kind, path, spec);
        const pathToSpec = [...path, "spec"].join(".");
        const items = [workloadWith(apiVersion, kind, path, podSpec()).props, made.props];
        const list = {
            ...object(apiVersion, `${kind}List`, { items }),
            message: message(`items[1].${pathToSpec}`),
            also,
        };
        const itself = { ...made, message: message(pathToSpec), also };
        return [
            [`${kind} of ${apiVersion}`, itself],
            [`${kind} of ${apiVersion} in a list`, list],
            [`${kind} of ${apiVersion} as a patch`, { ...itself, type: `${made.type}Patch` }],
        ] as const;
    });
    return Object.fromEntries(cases);
}

/** Changes to the specification of a pod: an init, a normal and an ephemeral container, each with these changes. */
export function everyContainer(changes: Change): Change {
    const one = [container(changes)];
    return { initContainers: one, containers: one, ephemeralContainers: one };
}

/** The paths to these containers. */
export const containerLists = ["initContainers[0]", "containers[0]", "ephemeralContainers[0]"] as const;

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

/** Extensions of the plan that the pack asks for beside the one that scans images. */
export const furtherExtensions = ["AgentlessDiscoveryForKubernetes", "AgentlessVmScanning", "ContainerSensor"].map(
    (name) => ({ name, isEnabled: "True" }),
);

const plan = {
    pricingTier: "Standard",
    extensions: [{ name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: "True" }, ...furtherExtensions],
};

/** The smallest plan of Defender for Containers that no policy objects to, with changes. */
export function defenderPlan(changes: Change = {}): Registered {
    return {
        type: "azure-native:security:Pricing",
        props: change({ scopeId: "subscriptions/id", pricingName: "Containers", ...plan }, changes),
    };
}

/** The same plan of the classic provider, with changes. */
export function classicDefenderPlan(changes: Change = {}): Registered {
    const { pricingTier: tier, extensions } = plan;
    return {
        type: "azure:securitycenter/subscriptionPricing:SubscriptionPricing",
        props: change({ resourceType: "Containers", tier, extensions }, changes),
    };
}

const contact = {
    emails: "security@example.com",
    notificationsByRole: { state: "On", roles: ["Owner"] },
    notificationsSources: [{ sourceType: "Alert", minimalSeverity: "High" }],
};

/** The smallest security contact of azure-native that no policy objects to, with changes. */
export function securityContact(changes: Change = {}): Registered {
    return { type: "azure-native:security:SecurityContact", props: change(contact, changes) };
}

/** The same contact of the classic provider, with changes. */
export function classicSecurityContact(changes: Change = {}): Registered {
    const { emails: email } = contact;
    return {
        type: "azure:securitycenter/contact:Contact",
        props: change({ email, alertNotifications: true, alertsToAdmins: true }, changes),
    };
}

/** The same plan in a template for a subscription, with changes. */
export function defenderTemplate(changes: Change = {}): Registered {
    const resources = [
        { type: "Microsoft.Security/securityContacts", name: "default", properties: contact },
        change({ type: "Microsoft.Security/pricings", name: "Containers", properties: plan }, changes),
    ];
    return {
        type: "azure-native:resources:DeploymentAtSubscriptionScope",
        props: { properties: { mode: "Incremental", template: { resources } } },
    };
}

const gateway = {
    applicationGatewayName: "gw",
    sku: { name: "WAF_v2", tier: "WAF_v2" },
    autoscaleConfiguration: { minCapacity: 2 },
    identity: { type: "UserAssigned", userAssignedIdentities: ["/identity"] },
    firewallPolicy: { id: "/waf" },
    sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" },
    sslCertificates: [{ name: "shop", keyVaultSecretId: "https://kit.vault.azure.net/secrets/shop" }],
    httpListeners: [
        { name: "http", protocol: "Http" },
        { name: "https", protocol: "Https" },
    ],
    redirectConfigurations: [{ name: "up", targetListener: { id: "/gw/httpListeners/https" } }],
    requestRoutingRules: [
        {
            name: "http",
            httpListener: { id: "/gw/httpListeners/http" },
            redirectConfiguration: { id: "/gw/redirectConfigurations/up" },
        },
        {
            name: "https",
            httpListener: { id: "/gw/httpListeners/https" },
            backendAddressPool: { id: "/gw/backendAddressPools/pods" },
        },
    ],
};

const classicGatewayProperties = {
    sku: { name: "WAF_v2", tier: "WAF_v2" },
    autoscaleConfiguration: { minCapacity: 2 },
    identity: { type: "UserAssigned", identityIds: ["/identity"] },
    firewallPolicyId: "/waf",
    sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" },
    sslCertificates: [{ name: "shop", keyVaultSecretId: "https://kit.vault.azure.net/secrets/shop" }],
    httpListeners: [
        { name: "http", protocol: "Http" },
        { name: "https", protocol: "Https" },
    ],
    redirectConfigurations: [{ name: "up", targetListenerName: "https" }],
    requestRoutingRules: [
        { name: "http", httpListenerName: "http", redirectConfigurationName: "up" },
        { name: "https", httpListenerName: "https", backendAddressPoolName: "pods" },
    ],
};

/** The smallest application gateway of azure-native with HTTP and HTTPS that no policy objects to, with changes. */
export function applicationGateway(changes: Change = {}): Registered {
    return { type: "azure-native:network:ApplicationGateway", props: change(gateway, changes) };
}

/** The same gateway of the classic provider, with changes. */
export function classicApplicationGateway(changes: Change = {}): Registered {
    return {
        type: "azure:network/applicationGateway:ApplicationGateway",
        props: change(classicGatewayProperties, changes),
    };
}

/** The smallest key in a vault of azure-native that no policy objects to, with changes. */
export function vaultKey(changes: Change = {}): Registered {
    const lifetimeActions = [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } }];
    const key = { properties: { kty: "RSA", rotationPolicy: { lifetimeActions } } };
    return { type: "azure-native:keyvault:Key", props: change(key, changes) };
}

/** The same key of the classic provider, with changes. */
export function classicVaultKey(changes: Change = {}): Registered {
    const key = { keyType: "RSA", rotationPolicy: { automatic: { timeAfterCreation: "P1Y" } } };
    return { type: "azure:keyvault/key:Key", props: change(key, changes) };
}

/** The smallest secret in a vault of azure-native that no policy objects to, with changes. */
export function vaultSecret(changes: Change = {}): Registered {
    const secret = { properties: { contentType: "password", attributes: { expires: 1893456000 } } };
    return { type: "azure-native:keyvault:Secret", props: change(secret, changes) };
}

/** The same secret of the classic provider, with changes. */
export function classicVaultSecret(changes: Change = {}): Registered {
    const secret = { contentType: "password", expirationDate: "2030-01-01T00:00:00Z" };
    return { type: "azure:keyvault/secret:Secret", props: change(secret, changes) };
}

/** The smallest firewall policy of azure-native that no policy objects to, with changes. */
export function wafPolicy(changes: Change = {}): Registered {
    const managedRuleSets = [
        { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" },
        { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.0" },
    ];
    const policy = { policySettings: { state: "Enabled", mode: "Prevention" }, managedRules: { managedRuleSets } };
    return { type: "azure-native:network:WebApplicationFirewallPolicy", props: change(policy, changes) };
}

/** The same policy of the classic provider, with changes. */
export function classicWafPolicy(changes: Change = {}): Registered {
    const managedRuleSets = [
        { type: "Microsoft_DefaultRuleSet", version: "2.1" },
        { type: "Microsoft_BotManagerRuleSet", version: "1.0" },
    ];
    return { type: "azure:waf/policy:Policy", props: change({ managedRules: { managedRuleSets } }, changes) };
}
