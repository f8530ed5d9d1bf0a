import { namespaceNetworkPolicyDefaultDeny } from "../../../../policy-pack/policies/namespace/namespace-network-policy-default-deny";
import { cluster, namespace, object } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { providerFrom, testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

/** A network policy of namespace `shop`. */
function networkPolicy(spec: object, name: unknown = "shop", madeFrom: readonly string[] = []): Member {
    const policy = object("networking.k8s.io/v1", "NetworkPolicy", { metadata: { namespace: name }, spec });
    return madeFrom.length === 0 ? policy : { ...policy, madeFrom: { metadata: madeFrom } };
}

const subject = namespace();
const deny = { podSelector: {}, policyTypes: ["Ingress"] };
const both = { policyTypes: ["Ingress", "Egress"] };
const without = (direction: "Ingress" | "Egress") =>
    `\`subject\` is without a NetworkPolicy that refuses ${direction}, and ${direction === "Ingress" ? "every pod of the cluster reaches its pods" : "its pods reach every address"}; set it to one with an empty \`podSelector\`, that policy type and no rule.`;

/** Policies that leave a namespace open, or parts of it. */
const open: Record<string, Member> = {
    "of another namespace": networkPolicy(deny, "other"),
    "of the namespace default": networkPolicy(deny, null),
    "for some pods": networkPolicy({ ...deny, podSelector: { matchLabels: { app: "shop" } } }),
    "for some pods by an expression": networkPolicy({
        ...deny,
        podSelector: { matchExpressions: [{ key: "app", operator: "Exists" }] },
    }),
    "of egress only": networkPolicy({ ...deny, policyTypes: ["Egress"] }),
    "that allows everything": networkPolicy({ ...deny, ingress: [{}] }),
    ...Object.fromEntries(
        Object.entries({
            "every namespace": { from: [{ ipBlock: { cidr: "10.0.0.0/8" } }, { namespaceSelector: {} }] },
            "every pod of every namespace": { from: [{ namespaceSelector: { matchLabels: {} }, podSelector: {} }] },
            "every address": { from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] },
            "every address of IPv6": { from: [{ ipBlock: { cidr: "::/0" } }] },
            "half of the internet": { from: [{ ipBlock: { cidr: "0.0.0.0/1" } }] },
            "half of the internet, named by a private address": { from: [{ ipBlock: { cidr: "10.0.0.0/1" } }] },
            "every address but one": { from: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["10.0.0.1/32"] } }] },
            "every address but what is no network": {
                from: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["pods"] } }],
            },
            "every address but those of others": { from: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["8.0.0.0/8"] } }] },
            "every port": { ports: [{ port: 1, endPort: 65535 }] },
            "every port, zero too": { ports: [{ port: 0, endPort: 65536 }] },
            "every port of TCP": { ports: [{ port: 443, protocol: "UDP" }, { protocol: "TCP" }] },
            "every port to every namespace": { from: [{ namespaceSelector: {} }], ports: [{}] },
        }).map(([title, rule]) => [`that allows ${title}`, networkPolicy({ ...deny, ingress: [rule] })]),
    ),
};

testStackPolicy(namespaceNetworkPolicyDefaultDeny, {
    compliant: {
        "a policy that refuses by default": { subject, policy: networkPolicy(deny) },
        "a policy without types, which is one of ingress": { subject, policy: networkPolicy({ podSelector: {} }) },
        "a policy without a selector": { subject, policy: networkPolicy({ policyTypes: ["Ingress"] }) },
        "a policy with empty parts": {
            subject,
            policy: networkPolicy({ podSelector: { matchLabels: {}, matchExpressions: [] }, ingress: [] }),
        },
        "a policy that allows one port": {
            subject,
            policy: networkPolicy({ ...deny, ingress: [{ ports: [{ port: 443 }] }] }),
        },
        "a policy that allows one peer": {
            subject,
            policy: networkPolicy({ ...deny, ingress: [{ from: [{ podSelector: {} }] }] }),
        },
        ...Object.fromEntries(
            Object.entries({
                "some namespaces": { from: [{ namespaceSelector: { matchLabels: { app: "shop" } } }] },
                "some pods of every namespace": {
                    from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: "shop" } } }],
                },
                "one port to every namespace": { from: [{ namespaceSelector: {} }], ports: [{ port: 443 }] },
                "every port to some addresses": { from: [{ ipBlock: { cidr: "10.0.0.0/8" } }], ports: [{}] },
                "every address but the private ones": {
                    from: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["192.168.0.0/16"] } }],
                },
                "a provider, and what is private in IPv6": {
                    from: [{ ipBlock: { cidr: "20.0.0.0/8" } }, { ipBlock: { cidr: "fc00::/7" } }],
                },
                "some ports": {
                    ports: [
                        { port: 2, endPort: 65535 },
                        { port: 1, endPort: 65534 },
                        { port: 1 },
                        { port: "https" },
                        { port: 1, endPort: 65535, protocol: "UDP" },
                        { protocol: "UDP" },
                    ],
                },
                "one port to a peer that is not known": { from: UNKNOWN, ports: [{ port: 443 }] },
                "a port that is not known to some pods": { from: [{ podSelector: {} }], ports: UNKNOWN },
                "some addresses that nobody can read": { from: [{ ipBlock: { cidr: "everything" } }] },
            }).map(([title, rule]): [string, Stack] => [
                `a policy that allows ${title}`,
                { subject, policy: networkPolicy({ ...deny, ingress: [rule] }) },
            ]),
        ),
        "a policy made from the namespace": { subject, policy: networkPolicy(deny, UNKNOWN, ["subject"]) },
        "a policy of the older group": {
            subject,
            policy: { ...networkPolicy(deny), type: "kubernetes:extensions/v1beta1:NetworkPolicy" },
        },
        "a policy in a list": {
            subject,
            policies: {
                type: "kubernetes:networking.k8s.io/v1:NetworkPolicyList",
                props: { items: [networkPolicy(deny).props] },
            },
        },
        "one policy among others": { subject, ...open, policy: networkPolicy(deny) },
        "a policy of the same cluster by another provider": {
            prod: cluster(),
            one: providerFrom("prod"),
            two: providerFrom("prod"),
            subject: { ...subject, provider: "one" },
            policy: { ...networkPolicy(deny), provider: "two" },
        },
        "a policy in the namespace of its provider": {
            subject,
            app: { type: "pulumi:providers:kubernetes", props: { namespace: "shop" } },
            policy: { ...networkPolicy(deny, null), provider: "app" },
        },
        "a policy in each of two clusters": twoClusters({ other: networkPolicy(deny) }),
    },
    compliantWith: {
        "both directions, where both are demanded": {
            stack: { subject, policy: networkPolicy({ podSelector: {}, ...both }) },
            config: both,
        },
        "egress by its rules, where it is demanded": {
            stack: { subject, policy: networkPolicy({ podSelector: {}, egress: [] }) },
            config: { policyTypes: ["Egress"] },
        },
    },
    violating: {
        "no policy": { stack: { subject }, message: without("Ingress") },
        "a namespace whose name is only like those of Kubernetes": {
            stack: { subject: namespace({}, "shop-kube-tools") },
            message: without("Ingress"),
        },
        ...Object.fromEntries(
            Object.entries(open).map(([title, policy]) => [
                `a policy ${title}`,
                { stack: { subject, policy }, message: without("Ingress") },
            ]),
        ),
        "a policy with a rule that allows everything beside one that is not known": {
            stack: { subject, policy: networkPolicy({ ...deny, ingress: [{ from: UNKNOWN }, {}] }) },
            message: without("Ingress"),
        },
        "no policy, where both directions are demanded": {
            stack: { subject },
            config: both,
            message: [without("Ingress"), without("Egress")],
        },
        "a policy that allows all egress": {
            stack: { subject, policy: networkPolicy({ ...both, podSelector: {}, egress: [{ to: [] }] }) },
            config: both,
            message: without("Egress"),
        },
        "a policy of ingress by default, where egress is demanded": {
            stack: { subject, policy: networkPolicy({ podSelector: {} }) },
            config: { policyTypes: ["Egress"] },
            message: without("Egress"),
        },
        "a policy in another namespace than its provider's": {
            stack: {
                subject,
                app: { type: "pulumi:providers:kubernetes", props: { namespace: "shop" } },
                policy: { ...networkPolicy(deny, "other"), provider: "app" },
            },
            message: without("Ingress"),
        },
        "a policy in another cluster": {
            stack: twoClusters({}),
            message: without("Ingress"),
        },
        "a policy that is no object": {
            stack: { subject, policy: networkPolicy({ podSelector: "all" }) },
            message: "`policy.spec.podSelector` is a string; set it to an object.",
        },
        "a namespace beside one that nobody can read": {
            stack: { subject, broken: { ...subject, props: { metadata: "oops" } } },
            message: without("Ingress"),
            others: { broken: "`broken.metadata` is a string; set it to an object." },
        },
    },
    undetermined: {
        "a policy whose namespace is not known": {
            stack: { subject, policy: networkPolicy(deny, UNKNOWN) },
            undetermined: ["`policy.metadata.namespace` is not known before the update"],
        },
        "a policy whose provider has a namespace that is not known": {
            stack: {
                subject,
                app: { type: "pulumi:providers:kubernetes", props: { namespace: UNKNOWN } },
                policy: { ...networkPolicy(deny, null), provider: "app" },
            },
            undetermined: ["`app.namespace` is not known before the update"],
        },
        "a policy whose types are not known": {
            stack: { subject, policy: networkPolicy({ podSelector: {}, policyTypes: UNKNOWN }) },
            undetermined: ["`policy.spec.policyTypes` is not known before the update"],
        },
        "a policy with a rule that is not known": {
            stack: { subject, policy: networkPolicy({ ...deny, ingress: [{ from: UNKNOWN }] }) },
            undetermined: ["`policy.spec.ingress[0].from` is not known before the update"],
        },
        "a policy with an exception that is not known": {
            stack: {
                subject,
                policy: networkPolicy({
                    ...deny,
                    ingress: [{ from: [{ ipBlock: { cidr: "0.0.0.0/0", except: UNKNOWN } }] }],
                }),
            },
            undetermined: ["`policy.spec.ingress[0].from[0].ipBlock.except` is not known before the update"],
        },
        "a policy of Cilium": {
            stack: { subject, policy: object("cilium.io/v2", "CiliumNetworkPolicy", { spec: {} }) },
            undetermined: ["`policy` is a policy that is not read, and may be about it"],
        },
        "a policy of Calico": {
            stack: { subject, policy: object("projectcalico.org/v3", "GlobalNetworkPolicy", { spec: {} }) },
            undetermined: ["`policy` is a policy that is not read, and may be about it"],
        },
        "a list of namespaces": {
            stack: { subject: { type: "kubernetes:core/v1:NamespaceList", props: { items: [subject.props] } } },
            undetermined: ["`subject` is a list, whose namespaces are not told apart"],
        },
    },
    notApplicable: {
        "a patch": {
            stack: { subject: { ...subject, type: "kubernetes:core/v1:NamespacePatch" } },
            reason: "a patch leaves the policies of its namespace alone",
        },
        "a namespace of Kubernetes": {
            stack: { subject: namespace({}, "kube-system") },
            reason: "the namespace is one of Kubernetes itself",
        },
        "the namespace of Microsoft's controller of gateways": {
            stack: { subject: namespace({}, "azure-alb-system") },
            reason: "the namespace is that of Microsoft's controller of gateways",
        },
        "a stack without a namespace": { stack: { policy: networkPolicy(deny) }, reason: "has no Namespace" },
    },
});

/** Namespace `shop` in two clusters, isolated in the first one. */
function twoClusters(more: Record<string, Member>): Stack {
    const policies = Object.entries(more).map(([name, policy]) => [name, { ...policy, provider: "two" }] as const);
    return {
        prod: cluster(),
        test: cluster(),
        one: providerFrom("prod"),
        two: providerFrom("test"),
        first: { ...subject, provider: "one" },
        subject: { ...subject, provider: "two" },
        policy: { ...networkPolicy(deny), provider: "one" },
        ...Object.fromEntries(policies),
    };
}
