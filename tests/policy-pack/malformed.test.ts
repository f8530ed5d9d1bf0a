import assert from "node:assert/strict";

import * as fc from "fast-check";

import { policies } from "../../policy-pack/policies";
import { agentPool, change, classicAgentPool, classicCluster, cluster, deployment, nativeTokens } from "./fixtures";
import { evaluate, UNKNOWN } from "./policy-tester";

const types = [
    ...nativeTokens("azure-native:containerservice:ManagedCluster").slice(0, 2),
    "azure-native:containerservice:AgentPool",
    "azure-native:containerservice:DeploymentSafeguard",
    "azure:containerservice/kubernetesCluster:KubernetesCluster",
    "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool",
    "azure-native:security:Pricing",
    "azure-native:resources:DeploymentAtSubscriptionScope",
    "azure-native:monitor:DiagnosticSetting",
    "azure:monitoring/diagnosticSetting:DiagnosticSetting",
    "azure-native:authorization:PolicyAssignment",
    "azure:core/resourceGroupPolicyAssignment:ResourceGroupPolicyAssignment",
    "pulumi:providers:kubernetes",
    "azure-native:containerregistry:Registry",
    "azure:containerservice/registry:Registry",
    "azure-native:keyvault:Vault",
    "azure:keyvault/keyVault:KeyVault",
    "azure-native:network:ApplicationGateway",
    "azure:network/applicationGateway:ApplicationGateway",
    "azure-native:network:WebApplicationFirewallPolicy",
    "azure:waf/policy:Policy",
    "azure-native:containerregistry:Webhook",
    "azure-native:keyvault:AccessPolicy",
    "azure:keyvault/accessPolicy:AccessPolicy",
    "azure-native:keyvault:Key",
    "azure:keyvault/key:Key",
    "azure-native:keyvault:Secret",
    "azure:keyvault/secret:Secret",
    "azure-native:security:SecurityContact",
    "azure:securitycenter/contact:Contact",
    "azure-native:servicenetworking:SecurityPoliciesInterface",
    "azure:appconfiguration/licationLoadBalancerSecurityPolicy:LicationLoadBalancerSecurityPolicy",
    "kubernetes:core/v1:Pod",
    "kubernetes:core/v1:PodList",
    "kubernetes:apps/v1:DaemonSet",
    "kubernetes:apps/v1:DeploymentPatch",
    "kubernetes:batch/v1:CronJob",
    "kubernetes:core/v1:Namespace",
    "kubernetes:core/v1:ServiceAccount",
    "kubernetes:policy/v1beta1:PodSecurityPolicy",
    "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy",
    "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
    "kubernetes:core/v1:Service",
    "kubernetes:core/v1:ServicePatch",
    "kubernetes:networking.k8s.io/v1:Ingress",
    "kubernetes:extensions/v1beta1:IngressList",
    "kubernetes:helm.sh/v3:Release",
    "kubernetes:yaml/v2:ConfigGroup",
];

/** Names that policies look for, so that junk gets deep into them. */
const names = [
    ..."apiServerAccessProfile authorizedIPRanges authorizedIpRanges enablePrivateCluster privateDNSZone sku name".split(
        " ",
    ),
    ..."networkProfile outboundType aadProfile managed adminGroupObjectIDs addonProfiles kubeDashboard enabled".split(
        " ",
    ),
    ..."agentPoolProfiles defaultNodePool servicePrincipalProfile clientId identity type privateDnsZoneId".split(" "),
    ..."networkPlugin networkPolicy kubernetesVersion azureKeyVaultKms imageCleaner diskEncryptionSetID".split(" "),
    ..."azureMonitorProfile metrics nodeResourceGroupProfile restrictionLevel openServiceMesh skuTier".split(" "),
    ..."mode osSKU osDiskType availabilityZones zones enableAutoScaling minCount count maxPods nodeTaints".split(" "),
    ..."upgradeSettings maxSurge sshAccess enableSecureBoot enableVTPM orchestratorVersion scaleSetPriority".split(" "),
    ..."azureActiveDirectoryRoleBasedAccessControl roleBasedAccessControl addonProfile".split(" "),
    ..."properties networkRuleSet networkAcls defaultAction ipRules value publicNetworkAccess".split(" "),
    ..."kubeconfig users user exec args env token metadata labels spec template jobTemplate items".split(" "),
    ..."containers initContainers image rules apiGroups resources verbs resourceNames roleRef subjects kind".split(" "),
    ..."pricingName pricingTier extensions isEnabled properties template logs category categoryGroup resourceUri".split(
        " ",
    ),
    ..."securityProfile defender securityMonitoring omsagent config useAADAuth omsAgent microsoftDefender".split(" "),
    ..."policyDefinitionId enforcementMode enforce parameters effect excludedNamespaces cpuLimit value".split(" "),
    ..."httpListeners protocol requestRoutingRules httpListener httpListenerName redirectConfigurations sslPolicy".split(
        " ",
    ),
    ..."policies exportPolicy retentionPolicy retentionPolicyInDays status accessPolicies permissions keys policy".split(
        " ",
    ),
    ..."rotationPolicy lifetimeActions action trigger automatic attributes expires contentType serviceUri".split(" "),
    ..."ruleGroupOverrides rules ruleId disabledRules exclusions exceptions exclusionManagedRuleSets ruleGroups".split(
        " ",
    ),
    ..."userAssignedIdentities autoscaleConfiguration minCapacity capacity policySettings requestBodyCheck".split(" "),
    ..."emails notificationsByRole notificationsSources roles alertNotifications wafPolicy workspaceId".split(" "),
    ..."sslCertificates data keyVaultSecretId tier managedRules managedRuleSets ruleSetType ruleSetVersion".split(" "),
    ..."volumes flexVolume driver securityContext runAsUser runAsGroup supplementalGroups fsGroup".split(" "),
    ..."seLinuxOptions readOnlyRootFilesystem windowsOptions runAsUserName nodeSelector os ephemeralContainers".split(
        " ",
    ),
    ..."automountServiceAccountToken namespace ownerReferences controller restartPolicy readinessProbe requests".split(
        " ",
    ),
    ..."hostPID hostNetwork hostUsers hostPath path volumeMounts readOnly ports hostPort containerPort".split(" "),
    ..."capabilities add drop privileged procMount seccompProfile appArmorProfile sysctls hostProcess".split(" "),
    ..."allowPrivilegeEscalation runAsNonRoot livenessProbe lifecycle preStop httpGet tcpSocket host annotations".split(
        " ",
    ),
    ..."annotations tls hosts secretName host ingressClassName ports port containerPort externalIPs".split(" "),
    ..."loadBalancerClass service.beta.kubernetes.io/azure-load-balancer-internal limits cpu memory".split(" "),
    ..."kubernetes.io/ingress.class appgw.ingress.kubernetes.io/appgw-ssl-certificate".split(" "),
    ..."nginx.ingress.kubernetes.io/ssl-redirect nginx.ingress.kubernetes.io/server-snippet".split(" "),
    ..."pod-security.kubernetes.io/enforce failurePolicy validationActions".split(" "),
    ..."chart repositoryOpts repo values files file yaml objs __proto__ constructor".split(" "),
];

const junk = fc.letrec((tie) => ({
    value: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom(
            null,
            true,
            false,
            0,
            "",
            "true",
            UNKNOWN,
            "0.0.0.0/0",
            "*",
            "none",
            "{",
            "- a: [",
            "kubernetesui/dashboard",
            "/providers/Microsoft.Authorization/policyDefinitions/e345eecc-fa47-480f-9e88-67dcc122b164",
        ),
        fc.string({ maxLength: 20 }),
        fc.array(tie("value"), { maxLength: 3 }),
        tie("object"),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 6 }),
}));

/** `<property> is <found>[, <consequence>]; set it to <value>.` */
const grammar = /^`[^`]+` (is|are) [^]+; (set it to|leave it unset)[^]*\.$/;

/** Fields that the smallest deployment does without, and policies look for. */
const fieldsOfPods = {
    hostUsers: true,
    hostNetwork: false,
    hostPID: false,
    hostIPC: false,
    "os.name": "linux",
    volumes: [{ name: "cache", hostPath: null, emptyDir: {} }],
    initContainers: [],
    ephemeralContainers: [],
    "securityContext.sysctls": [{ name: "net.ipv4.tcp_syncookies", value: "1" }],
    "securityContext.seLinuxOptions": { type: "container_t", user: "", role: "" },
    "securityContext.appArmorProfile": { type: "RuntimeDefault" },
    "securityContext.windowsOptions": { hostProcess: false },
    "containers.0.args": ["--reboot-method=signal"],
    "containers.0.ports": [{ containerPort: 8080, hostPort: 0 }],
    "containers.0.volumeMounts": [{ name: "cache", mountPath: "/cache", readOnly: false }],
    "containers.0.lifecycle": { preStop: { tcpSocket: { host: "", port: 8080 } } },
    "containers.0.securityContext.capabilities.add": [],
    "containers.0.securityContext.procMount": "Default",
    "containers.0.securityContext.privileged": false,
};

describe("malformed input", () => {
    it("never crashes a policy, and every message keeps to the grammar", async () => {
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(...types), junk.object as fc.Arbitrary<object>, async (type, props) => {
                for (const [name, { violations }] of await evaluate({ type, props })) {
                    for (const message of violations) {
                        assert.match(message, grammar, name);
                        assert.doesNotMatch(message, /undefined|NaN|\[object/, name);
                        assert.ok(message.length < 600, `${name} prints too much`);
                    }
                }
            }),
            { numRuns: 400 },
        );
    });

    it("one change to a good cluster never crashes a policy", async () => {
        for (const { type, props } of [cluster(), classicCluster(), agentPool(), classicAgentPool()]) {
            for (const path of pathsOf(props)) {
                for (const value of [null, "text", 7, [], {}, [null], UNKNOWN]) {
                    await evaluate({ type, props: change(props, { [path]: value }) });
                }
            }
        }
    });

    it("one change to a good deployment never crashes a policy", async () => {
        const { type, props } = deployment(fieldsOfPods);
        const of = policies.filter(({ kinds }) => kinds.includes("Pod"));
        for (const path of pathsOf(props)) {
            for (const value of [null, "text", 7, [], {}, [null], UNKNOWN]) {
                for (const [name, { violations }] of await evaluate(
                    { type, props: change(props, { [path]: value }) },
                    { of },
                )) {
                    for (const message of violations) assert.match(message, grammar, name);
                }
            }
        }
    });
});

function pathsOf(value: object): string[] {
    return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => [
        name,
        ...(typeof inner === "object" && inner !== null ? pathsOf(inner).map((path) => `${name}.${path}`) : []),
    ]);
}
