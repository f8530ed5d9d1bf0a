import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const program = (args: aksguard.SecureNamespaceArgs) => () => {
    new aksguard.SecureNamespace("shop", args);
};

const label = (name: string) => `metadata.labels["pod-security.kubernetes.io/${name}"]`;

const dnsPorts = (path: string, port: unknown) => ({
    [`${path}[0].port`]: port,
    [`${path}[0].protocol`]: "UDP",
    [`${path}[1].port`]: port,
    [`${path}[1].protocol`]: "TCP",
});

describe("contract of secure namespaces and policies", () => {
    it("no policy objects to a namespace", async () => {
        assert.deepEqual(await objectionsTo(program({})), []);
    });

    it("no policy objects to a namespace with everything named", async () => {
        const everything: aksguard.SecureNamespaceArgs = {
            podSecurityLevel: "Baseline",
            networkPolicyEngine: "KubernetesOnly",
            sameNamespaceTraffic: true,
            ingressFromNetworks: [{ cidr: "10.240.2.0/24", ports: [{ port: 8080 }] }],
            egressToNamespaces: [{ namespaceName: "queue", ports: [{ port: 5672 }] }],
            ingressHostSuffix: "shop.example.com",
            labels: { team: "a" },
        };
        assert.deepEqual(await objectionsTo(program(everything)), []);
    });

    it("policies say what is relaxed", async () => {
        assert.deepEqual(await objectionsTo(program({ podSecurityLevel: "Privileged" })), [
            "namespace-pod-security-privileged-absent",
        ]);
        assert.deepEqual(await objectionsTo(program({ podSecurityVersion: "latest" })), [
            "namespace-pod-security-version-pinned",
        ]);
    });

    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:Namespace",
        opposites: { [label("enforce-version")]: "latest" },
        guarded: {
            [label("enforce")]: ["namespace-pod-security-enforced"],
            [label("enforce-version")]: ["namespace-pod-security-version-pinned"],
        },
        held: {
            apiVersion: "v1",
            kind: "Namespace",
            [label("audit")]: "restricted",
            [label("audit-version")]: "v1.36",
            [label("warn")]: "restricted",
            [label("warn-version")]: "v1.36",
            "metadata.name": "shop",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
        name: "shop-default-deny",
        guarded: {},
        held: {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            "metadata.name": "default-deny",
            "metadata.namespace": "shop",
            "spec.policyTypes[0]": "Ingress",
            "spec.policyTypes[1]": "Egress",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
        name: "shop-allow-dns",
        guarded: {},
        held: {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            "metadata.name": "allow-dns",
            "metadata.namespace": "shop",
            "spec.policyTypes[0]": "Egress",
            'spec.egress[0].to[0].namespaceSelector.matchLabels["kubernetes.io/metadata.name"]': "kube-system",
            "spec.egress[0].to[0].podSelector.matchLabels.k8s-app": "kube-dns",
            ...dnsPorts("spec.egress[0].ports", 53),
            "spec.egress[1].to[0].ipBlock.cidr": "169.254.10.10/31",
            ...dnsPorts("spec.egress[1].ports", 53),
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
        guarded: {},
        held: {
            apiVersion: "cilium.io/v2",
            kind: "CiliumNetworkPolicy",
            "metadata.name": "allow-localdns",
            "metadata.namespace": "shop",
            "spec.egress[0].toEntities[0]": "host",
            ...dnsPorts("spec.egress[0].toPorts[0].ports", "53"),
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:LimitRange",
        guarded: {},
        held: {
            apiVersion: "v1",
            kind: "LimitRange",
            "metadata.name": "containers",
            "metadata.namespace": "shop",
            "spec.limits[0].default.cpu": "500m",
            "spec.limits[0].default.memory": "256Mi",
            "spec.limits[0].defaultRequest.cpu": "100m",
            "spec.limits[0].defaultRequest.memory": "128Mi",
            "spec.limits[0].max.cpu": "2",
            "spec.limits[0].max.memory": "4Gi",
            "spec.limits[0].type": "Container",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:ResourceQuota",
        guarded: {},
        held: {
            apiVersion: "v1",
            kind: "ResourceQuota",
            "metadata.name": "namespace",
            "metadata.namespace": "shop",
            'spec.hard["limits.cpu"]': "16",
            'spec.hard["limits.memory"]': "32Gi",
            "spec.hard.pods": "100",
            'spec.hard["requests.cpu"]': "8",
            'spec.hard["requests.memory"]': "16Gi",
            'spec.hard["services.loadbalancers"]': "0",
            'spec.hard["services.nodeports"]': "0",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:ServiceAccountPatch",
        guarded: { automountServiceAccountToken: ["service-account-token-unmounted"] },
        held: {
            apiVersion: "v1",
            kind: "ServiceAccount",
            "metadata.name": "default",
            "metadata.namespace": "shop",
        },
    });
});
