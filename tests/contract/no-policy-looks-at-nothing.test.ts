import assert from "node:assert/strict";
import * as kubernetes from "@pulumi/kubernetes/provider";
import * as aksguard from "../../components";
import { isResourcePolicy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { evaluate } from "../policy-pack/policy-tester";
import { record } from "../recorded-program";

const location = "westeurope";
const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub";
const keyVaultId = `${group}/providers/Microsoft.KeyVault/vaults/keys`;

/** Every kind of resource that the components make, and every choice that a policy looks at. */
function everything(): void {
    const cluster = new aksguard.Cluster("kit", {
        location,
        nodeUpdates: "Kured",
        registry: { registryName: "contoso" },
        ingress: {
            gateway: "ApplicationGateway",
            keyVaultId,
            certificates: { shop: "https://keys.vault.azure.net/secrets/shop" },
        },
        policies: {
            containerImages: {
                allowedRegex: "^(mcr\\.microsoft\\.com|ghcr\\.io/kubereboot|contoso\\.azurecr\\.io)/.+$",
            },
        },
    });
    new aksguard.Cluster("public", { location, authorizedIpRanges: ["203.0.113.0/24"] });
    new aksguard.KeyVault("kit", {
        resourceGroupName: cluster.resourceGroupName,
        allowedIpRanges: ["203.0.113.0/24"],
        location,
        certificates: { shop: Buffer.from([0x30, 0x82, 0x01, 0x02]).toString("base64") },
        keys: [{ name: "etcd" }],
        workspaceId: `${group}/providers/Microsoft.OperationalInsights/workspaces/logs`,
    });
    new aksguard.GatewayForContainersIngress("kit", {
        resourceGroupName: cluster.resourceGroupName,
        location,
        clusterId: `${group}/providers/Microsoft.ContainerService/managedClusters/prod`,
        oidcIssuerUrl: "https://oidc.example.com/prod/",
        nodeResourceGroupName: "MC_hub_prod_westeurope",
        subnetId: `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets/gateway`,
    });
    new aksguard.DeploymentSafeguards("kit", { clusterId: cluster.clusterId });
    new aksguard.ThreatDetection("kit", { location, alertEmails: ["security@example.com"] });
    const provider = new kubernetes.Provider("kit", { kubeconfig: "apiVersion: v1\nkind: Config\nusers: []\n" });
    new aksguard.SecureNamespace("shop", {}, { provider });
    new aksguard.AdmissionPolicies("kit", {}, { provider });
}

/** Policies that no component gives something to look at, and why. */
const unseen: Record<string, string> = {
    "cluster-pod-security-policy-disabled": "no component asks for what Kubernetes removed",
    "defender-key-vault-plan-enabled": "no component sets the plan",
    "defender-posture-plan-enabled": "no component sets the plan",
    "defender-resource-manager-plan-enabled": "no component sets the plan",
    "ingress-certificate-unshadowed": "components make no ingresses: those come with the workload",
    "ingress-host-required": "components make no ingresses: those come with the workload",
    "ingress-https-only": "components make no ingresses: those come with the workload",
    "ingress-snippets-absent": "components make no ingresses: those come with the workload",
    "key-vault-permissions-narrow": "vaults of components use roles of Azure",
    "key-vault-secret-expiry-set": "components keep no secrets in vaults but certificates",
    "pod-container-ports-allowed": "it judges nothing until ports are allowed",
    "pod-controller-used": "components make no pods without a controller",
    "pod-fs-group-limited": "it judges nothing unless groups are limited",
    "pod-labels-required": "it judges nothing until labels are required",
    "pod-run-as-group-limited": "it judges nothing unless groups are limited",
    "pod-run-as-user-limited": "it judges nothing unless users are limited",
    "pod-se-linux-types-limited": "it judges nothing unless options are limited",
    "pod-supplemental-groups-limited": "it judges nothing unless groups are limited",
    "pod-host-pid-disallowed": "kured, the only pods of a component, is exempt",
    "pod-run-as-non-root-required": "kured, the only pods of a component, is exempt",
    "pod-run-as-user-non-root": "kured, the only pods of a component, is exempt",
    "pod-service-account-token-unmounted": "kured, the only pods of a component, is exempt",
    "registry-webhook-https-used": "no component makes a webhook",
    "service-external-ips-limited": "components make no services: those come with the workload",
    "service-load-balancer-internal": "components make no services: those come with the workload",
    "service-node-port-unused": "components make no services: those come with the workload",
    "service-ports-allowed": "it judges nothing until ports are allowed",
    "manifest-dashboard-absent": "no component uses YAML",
};

describe("every policy", function () {
    this.timeout(60_000);

    it("looks at something that the components make, or is listed here", async () => {
        const seen = new Set<string>();
        for (const { type, inputs } of await record(everything)) {
            for (const [name, { notApplicable }] of await evaluate({ type, props: inputs })) {
                if (notApplicable === undefined) {
                    seen.add(name);
                }
            }
        }
        const names = policies.filter(isResourcePolicy).map(({ name }) => name);
        assert.deepEqual(names.filter((name) => !seen.has(name)).sort(), Object.keys(unseen).sort());
    });
});
