import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { record, registered, type Registration } from "../../recorded-program";

const policyType = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const ciliumType = "kubernetes:cilium.io/v2:CiliumNetworkPolicy";

const made = (args?: aksguard.SecureNamespaceArgs) => record(() => new aksguard.SecureNamespace("shop", args));

interface Inputs {
    metadata: { name: string; namespace?: string; labels: Record<string, string>; annotations?: object };
    spec: Record<string, unknown>;
}
const inputs = (registrations: readonly Registration[], type: string, name = "shop") =>
    registered(registrations, type, name).inputs as unknown as Inputs;
const labels = async (args?: aksguard.SecureNamespaceArgs) =>
    inputs(await made(args), "kubernetes:core/v1:Namespace").metadata.labels;

const dns = [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
];

describe("SecureNamespace", () => {
    it("restricts pods, by the rules of one version", async () => {
        assert.deepEqual(inputs(await made(), "kubernetes:core/v1:Namespace").metadata, {
            name: "shop",
            labels: {
                "pod-security.kubernetes.io/enforce": "restricted",
                "pod-security.kubernetes.io/enforce-version": "v1.36",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/audit-version": "v1.36",
                "pod-security.kubernetes.io/warn": "restricted",
                "pod-security.kubernetes.io/warn-version": "v1.36",
            },
            annotations: {},
        });
    });

    it("keeps watching where less is enforced", async () => {
        const level = async (podSecurityLevel: aksguard.NamespacePodSecurityLevel) => {
            const all = await labels({ podSecurityLevel });
            return ["enforce", "audit", "warn"].map((mode) => all[`pod-security.kubernetes.io/${mode}`]);
        };
        assert.deepEqual(await level("Baseline"), ["baseline", "restricted", "restricted"]);
        assert.deepEqual(await level("Privileged"), ["privileged", "restricted", "privileged"]);
    });

    it("adds labels, a domain and annotations of the user", async () => {
        const { metadata } = inputs(
            await made({
                labels: { team: "a" },
                annotations: { contact: "a@example.com" },
                ingressHostSuffix: "shop.example.com",
                podSecurityVersion: "latest",
            }),
            "kubernetes:core/v1:Namespace",
        );
        assert.equal(metadata.labels["team"], "a");
        assert.equal(metadata.labels["aksguard/ingress-host-suffix"], "shop.example.com");
        assert.equal(metadata.labels["pod-security.kubernetes.io/enforce-version"], "latest");
        assert.deepEqual(metadata.annotations, { contact: "a@example.com" });
    });

    it("keeps its own labels where those of the user come late", async () => {
        const all = await labels({
            labels: pulumi.output({ team: "a", "pod-security.kubernetes.io/enforce": "none" }),
        });
        assert.equal(all["pod-security.kubernetes.io/enforce"], "restricted");
        assert.equal(all["team"], "a");
    });

    it("lets no traffic through but for the resolution of names", async () => {
        const registrations = await made();
        const policies = registrations.filter(({ type }) => type === policyType);
        assert.deepEqual(policies.map(({ name }) => name).sort(), ["shop-allow-dns", "shop-default-deny"]);
        assert.deepEqual(inputs(registrations, policyType, "shop-default-deny"), {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            metadata: { name: "default-deny", namespace: "shop" },
            spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
        });
        assert.deepEqual(inputs(registrations, policyType, "shop-allow-dns").spec, {
            podSelector: {},
            policyTypes: ["Egress"],
            egress: [
                {
                    to: [
                        {
                            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
                            podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
                        },
                    ],
                    ports: dns,
                },
                { to: [{ ipBlock: { cidr: "169.254.10.10/31" } }], ports: dns },
            ],
        });
    });

    it("lets names be resolved on the node, which Cilium knows by name only", async () => {
        assert.deepEqual(registered(await made(), ciliumType, "shop-allow-localdns").inputs, {
            apiVersion: "cilium.io/v2",
            kind: "CiliumNetworkPolicy",
            metadata: { name: "allow-localdns", namespace: "shop" },
            spec: {
                endpointSelector: {},
                egress: [
                    {
                        toEntities: ["host"],
                        toPorts: [
                            {
                                ports: [
                                    { port: "53", protocol: "UDP" },
                                    { port: "53", protocol: "TCP" },
                                ],
                            },
                        ],
                    },
                ],
            },
        });
        const others = await made({ networkPolicyEngine: "KubernetesOnly" });
        assert.ok(!others.some(({ type }) => type === ciliumType));
    });

    it("lets through what is named", async () => {
        const registrations = await made({
            sameNamespaceTraffic: true,
            ingressFromNamespaces: [
                { namespaceName: "monitoring", podLabels: { app: "prometheus" }, ports: [{ port: 9090 }] },
            ],
            ingressFromNetworks: [{ cidr: "10.240.2.0/24", ports: [{ port: 8080, endPort: 8090 }] }],
            egressToNamespaces: [{ namespaceName: "queue", ports: [{ port: 5672 }] }],
            egressToNetworks: [{ cidr: "203.0.113.7/32", ports: [{ port: 123, protocol: "Udp" }] }],
        });
        assert.deepEqual(inputs(registrations, policyType, "shop-allow-same-namespace").spec, {
            podSelector: {},
            policyTypes: ["Ingress", "Egress"],
            ingress: [{ from: [{ podSelector: {} }] }],
            egress: [{ to: [{ podSelector: {} }] }],
        });
        assert.deepEqual(inputs(registrations, policyType, "shop-allow-ingress").spec, {
            podSelector: {},
            policyTypes: ["Ingress"],
            ingress: [
                {
                    from: [
                        {
                            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } },
                            podSelector: { matchLabels: { app: "prometheus" } },
                        },
                    ],
                    ports: [{ protocol: "TCP", port: 9090 }],
                },
                {
                    from: [{ ipBlock: { cidr: "10.240.2.0/24" } }],
                    ports: [{ protocol: "TCP", port: 8080, endPort: 8090 }],
                },
            ],
        });
        assert.deepEqual(inputs(registrations, policyType, "shop-allow-egress").spec, {
            podSelector: {},
            policyTypes: ["Egress"],
            egress: [
                {
                    to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "queue" } } }],
                    ports: [{ protocol: "TCP", port: 5672 }],
                },
                { to: [{ ipBlock: { cidr: "203.0.113.7/32" } }], ports: [{ protocol: "UDP", port: 123 }] },
            ],
        });
    });

    it("limits containers, and all of them together", async () => {
        const registrations = await made({
            containerMaximum: { cpu: "4" },
            quota: { pods: 20, loadBalancers: 1, nodePorts: 2 },
        });
        assert.deepEqual(inputs(registrations, "kubernetes:core/v1:LimitRange").spec, {
            limits: [
                {
                    type: "Container",
                    defaultRequest: { cpu: "100m", memory: "128Mi" },
                    default: { cpu: "500m", memory: "256Mi" },
                    max: { cpu: "4", memory: "4Gi" },
                },
            ],
        });
        assert.deepEqual(inputs(registrations, "kubernetes:core/v1:ResourceQuota").spec, {
            hard: {
                "requests.cpu": "8",
                "limits.cpu": "16",
                "requests.memory": "16Gi",
                "limits.memory": "32Gi",
                pods: "20",
                "services.loadbalancers": "1",
                "services.nodeports": "2",
            },
        });
    });

    it("takes the token from the account that pods have by default, which goes with the namespace", async () => {
        const registrations = await made();
        const account = registered(registrations, "kubernetes:core/v1:ServiceAccountPatch");
        assert.deepEqual(account.inputs, {
            apiVersion: "v1",
            kind: "ServiceAccount",
            metadata: { name: "default", namespace: "shop" },
            automountServiceAccountToken: false,
        });
        assert.equal(account.deletedWith, registered(registrations, "kubernetes:core/v1:Namespace").urn);
    });

    it("creates the namespace before all, and tells its name", async () => {
        let told: Promise<string> | undefined;
        const registrations = await record(() => {
            const { namespaceName } = new aksguard.SecureNamespace("Web_Shop", { namespaceName: pulumi.output("web") });
            told = new Promise((resolve) => namespaceName.apply(resolve));
        });
        assert.equal(await told, "web");
        const { urn } = registered(registrations, "kubernetes:core/v1:Namespace");
        const children = registrations.filter(({ type }) => /^kubernetes:(?!core\/v1:Namespace$)/.test(type));
        assert.equal(children.length, 6);
        assert.ok(children.every(({ dependencies }) => dependencies.includes(urn)));
    });

    it("makes a name of its own for any name of the component", async () => {
        const registrations = await record(() => new aksguard.SecureNamespace("Web_Shop"));
        const { metadata } = inputs(registrations, "kubernetes:core/v1:Namespace", "Web_Shop");
        assert.match(metadata.name, /^web-shop-[0-9a-f]{6}$/);
    });
});
