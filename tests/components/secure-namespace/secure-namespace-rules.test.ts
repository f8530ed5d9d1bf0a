import assert from "node:assert/strict";
import type * as aksguard from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { secureNamespaceRules } from "../../../components/secure-namespace/secure-namespace-rules";

const notOurs = "a namespace of Kubernetes or AKS, whose pods would not run under these rules. Set a name of its own.";

/** Arguments that cannot work, with everything that is said of them. */
const refused: Record<string, [aksguard.SecureNamespaceArgs, ...string[]]> = {
    "a name with upper-case letters": [
        { namespaceName: "Shop" },
        'namespaceName is "Shop", where Kubernetes takes 1 to 63 lower-case letters, digits and inner hyphens. Set the name of a namespace, such as shop.',
    ],
    "a level that is none": [
        { podSecurityLevel: "restricted" as aksguard.NamespacePodSecurityLevel },
        'podSecurityLevel is "restricted", which is not among its values. Set one of Restricted, Baseline, Privileged.',
    ],
    "an engine that is none": [
        { networkPolicyEngine: "Calico" as aksguard.NetworkPolicyEngine },
        'networkPolicyEngine is "Calico", which is not among its values. Set one of Cilium, KubernetesOnly.',
    ],
    "a word in place of a truth": [
        { sameNamespaceTraffic: "yes" as unknown as boolean },
        'sameNamespaceTraffic is "yes", which is neither true nor false. Set true or false.',
    ],
    "misspelt arguments of arguments": [
        {
            quota: { pod: 3 } as object,
            containerMaximum: { CPU: "1" } as object,
            egressToNetworks: [{ cidr: "10.0.0.0/24", ports: [{ port: 53, Protocol: "Udp" } as { port: number }] }],
        },
        'egressToNetworks[0].ports[0].Protocol is "given", and there is no argument of this name. Write protocol.',
        'containerMaximum.CPU is "given", and there is no argument of this name. Write cpu.',
        'quota.pod is "given", and there is no argument of this name. The arguments are cpuRequests, cpuLimits, memoryRequests, memoryLimits, pods, loadBalancers, nodePorts.',
    ],
    "a version with its patch": [
        { podSecurityVersion: "v1.36.2" },
        'podSecurityVersion is "v1.36.2", which is no minor version of Kubernetes. Set one such as "v1.36", or "latest".',
    ],
    "traffic without ports": [
        { ingressFromNetworks: [{ cidr: "10.0.0.0/24", ports: [] }] },
        "ingressFromNetworks[0].ports is [], which has no port. Set each port that is meant.",
    ],
    "ports that are none": [
        {
            egressToNamespaces: [
                {
                    namespaceName: "queue",
                    ports: [
                        { port: 0 },
                        { port: 90, endPort: 80 },
                        { port: 1, protocol: "UDP" as aksguard.TrafficProtocol },
                    ],
                },
            ],
        },
        "egressToNamespaces[0].ports[0].port is 0, which is out of range. Set a whole number from 1 to 65535.",
        "egressToNamespaces[0].ports[1].endPort is 80, which is out of range. Set a whole number from 90 to 65535.",
        'egressToNamespaces[0].ports[2].protocol is "UDP", which is not among its values. Set one of Tcp, Udp.',
    ],
    "other namespaces without a name": [
        { ingressFromNamespaces: [{ namespaceName: "*", ports: [{ port: 80 }] }] },
        'ingressFromNamespaces[0].namespaceName is "*", where Kubernetes takes 1 to 63 lower-case letters, digits and inner hyphens. Set the name of a namespace, such as shop.',
    ],
    "an address in place of a network": [
        { egressToNetworks: [{ cidr: "10.0.0.1/24", ports: [{ port: 443 }] }] },
        'egressToNetworks[0].cidr is "10.0.0.1/24", an address inside of a network and not the network itself. Set "10.0.0.0/24".',
    ],
    "amounts that are none": [
        { containerDefaults: { cpuLimit: "half" }, containerMaximum: { memory: "4GB" }, quota: { cpuRequests: "0" } },
        'containerDefaults.cpuLimit is "half", which is no amount of Kubernetes above zero. Set it as text, such as "500m".',
        'containerMaximum.memory is "4GB", which is no amount of Kubernetes above zero. Set it as text, such as "4Gi".',
        'quota.cpuRequests is "0", which is no amount of Kubernetes above zero. Set it as text, such as "8".',
    ],
    "defaults above the most": [
        { containerDefaults: { cpuRequest: "600m", memoryLimit: "8Gi" } },
        'containerDefaults.cpuRequest is "600m", which is above containerDefaults.cpuLimit (500m). Set at most 500m, or raise containerDefaults.cpuLimit.',
        'containerDefaults.memoryLimit is "8Gi", which is above containerMaximum.memory (4Gi). Set at most 4Gi, or raise containerMaximum.memory.',
    ],
    "one container above all of them": [
        { containerMaximum: { cpu: "32" }, quota: { memoryRequests: "64Gi" } },
        'containerMaximum.cpu is "32", which is above quota.cpuLimits (16). Set at most 16, or raise quota.cpuLimits.',
        'quota.memoryRequests is "64Gi", which is above quota.memoryLimits (32Gi). Set at most 32Gi, or raise quota.memoryLimits.',
    ],
    "counts that are none": [
        { quota: { pods: 0, loadBalancers: -1 } },
        "quota.pods is 0, which is out of range. Set a whole number from 1 to 100000.",
        "quota.loadBalancers is -1, which is out of range. Set a whole number from 0 to 1000.",
    ],
    "load balancers without ports of nodes": [
        { quota: { loadBalancers: 2, nodePorts: 1 } },
        "quota.nodePorts is 1, and each of the load balancers (2) needs a port of nodes for each of its own. Set the number of their ports.",
    ],
    "a wildcard as the domain": [
        { ingressHostSuffix: "*.example.com" },
        'ingressHostSuffix is "*.example.com", which is no domain of two or more lower-case parts and at most 63 characters. Set one such as "shop.example.com", with no dot and no wildcard before it.',
    ],
    "labels that have arguments": [
        {
            labels: {
                "pod-security.kubernetes.io/enforce": "privileged",
                "aksguard/ingress-host-suffix": "example.com",
            },
        },
        'labels["pod-security.kubernetes.io/enforce"] is "privileged", and podSecurityLevel sets the labels of pod security. Set podSecurityLevel, and leave this label out.',
        'labels["aksguard/ingress-host-suffix"] is "example.com", and ingressHostSuffix sets it. Set ingressHostSuffix, and leave this label out.',
    ],
    "a misspelt argument": [
        { podsecurityLevel: "Privileged" } as aksguard.SecureNamespaceArgs,
        'podsecurityLevel is "given", and there is no argument of this name. Write podSecurityLevel.',
    ],
};

for (const namespaceName of ["default", "kube-system", "aks-tools", "azure-x", "gatekeeper-system", "calico-system"]) {
    refused[`the name ${namespaceName}`] = [{ namespaceName }, `namespaceName is "${namespaceName}", ${notOurs}`];
}

describe("arguments of SecureNamespace", () => {
    const problems = (args: aksguard.SecureNamespaceArgs, name = "shop") =>
        judgeAll(args, secureNamespaceRules(name)).now;

    for (const [what, [args, ...messages]] of Object.entries(refused)) {
        it(`refuses ${what}`, () => {
            assert.deepEqual(problems(args), messages);
        });
    }

    it("refuses a component whose name is that of a namespace of the system", () => {
        assert.deepEqual(problems({}, "default"), [`namespaceName is "default", ${notOurs}`]);
    });

    it("accepts nothing, everything, and arguments that are there and undefined", () => {
        const fine: aksguard.SecureNamespaceArgs[] = [
            {},
            { containerDefaults: { cpuLimit: undefined }, quota: { pods: undefined }, labels: { team: "a" } },
            {
                namespaceName: "kubernetes",
                podSecurityLevel: "Baseline",
                podSecurityVersion: "latest",
                networkPolicyEngine: "KubernetesOnly",
                sameNamespaceTraffic: true,
                ingressFromNetworks: [{ cidr: "10.0.0.0/24", ports: [{ port: 1, endPort: 65535, protocol: "Udp" }] }],
                containerDefaults: { cpuRequest: "500m", cpuLimit: "0.5" },
                containerMaximum: { cpu: "16", memory: "32Gi" },
                quota: { loadBalancers: 1, nodePorts: 1 },
                ingressHostSuffix: "example.com",
            },
        ];
        for (const args of fine) {
            assert.deepEqual(problems(args), []);
        }
    });
});
