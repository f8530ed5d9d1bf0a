import assert from "node:assert/strict";

import { ingressHostsUnique } from "../../../../policy-pack/policies/ingress/ingress-hosts-unique";
import { change, cluster, ingress, object } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { urnOf, verdictOf } from "../../sdk-server";
import { judgeStack, providerFrom, testStackPolicy, type Member } from "../../stack-policy-tester";

const extension = "appgw.ingress.kubernetes.io/hostname-extension";

/** An ingress of a namespace with hosts. */
function serving(namespace: unknown, ...hosts: unknown[]): Member {
    return ingress({ "metadata.namespace": namespace, "spec.rules": hosts.map((host) => ({ host })) });
}

function extended(namespace: unknown, hosts: unknown): Member {
    return ingress({
        "metadata.namespace": namespace,
        "metadata.annotations": { [extension]: hosts },
        "spec.rules": [],
    });
}

function route(namespace: string, ...hostnames: unknown[]): Member {
    return object("gateway.networking.k8s.io/v1", "HTTPRoute", { metadata: { namespace }, spec: { hostnames } });
}

function through(member: Member, provider: string): Member {
    return { ...member, provider };
}

const host = "shop.example.org";
const first = "spec.rules[0].host";

function refusal(path: string, found: string, other: string, by: string) {
    return `\`subject.${path}\` is \`${found}\`, which namespace \`${other}\` serves too, by \`${by}\`; set it to a host of its own.`;
}

function wildcard(path: string, found: string, other: string, as: string, by: string) {
    return `\`subject.${path}\` is \`${found}\`, which namespace \`${other}\` serves too as \`${as}\`, by \`${by}\`; set it to a host of its own.`;
}

testStackPolicy(ingressHostsUnique, {
    compliant: {
        "an ingress by itself": { subject: serving("shop", host) },
        "other hosts in another namespace": {
            subject: serving("shop", host),
            other: serving("blog", "blog.example.org"),
        },
        "the same host twice in an ingress": { subject: serving("shop", host, host) },
        "the same host in the same namespace": { subject: serving("shop", host), other: serving("shop", host) },
        "the same host in the default namespace, named or not": {
            subject: serving(undefined, host),
            empty: serving("", host),
            other: serving("default", host),
        },
        "the same host in the namespace of the provider, named or not": {
            app: { type: "pulumi:providers:kubernetes", props: { namespace: "shop" } },
            subject: through(serving(undefined, host), "app"),
            other: through(serving("shop", host), "app"),
        },
        "the same namespace, which is not known": { subject: serving(UNKNOWN, host) },
        "no host, which is another matter": { subject: serving("shop", null), other: serving("blog", "", "*") },
        "a wildcard in the same namespace": { subject: serving("shop", host), other: serving("shop", "*.example.org") },
        "a wildcard of another domain": { subject: serving("shop", host), other: serving("blog", "*.example.com") },
        "a wildcard two levels above, which stands for one": {
            subject: serving("shop", `a.${host}`),
            other: serving("blog", "*.example.org"),
        },
        "the domain of a wildcard itself": {
            subject: serving("shop", "example.org"),
            other: serving("blog", "*.example.org"),
        },
        "wildcards of two levels": {
            subject: serving("shop", "*.shop.example.org"),
            other: serving("blog", "*.example.org"),
        },
        "the same host in another cluster": {
            one: cluster(),
            two: cluster(),
            inOne: providerFrom("one"),
            inTwo: providerFrom("two"),
            subject: through(serving("shop", host), "inOne"),
            other: through(serving("blog", host), "inTwo"),
        },
    },
    violating: {
        "a host of the namespace of the provider": {
            stack: {
                app: { type: "pulumi:providers:kubernetes", props: { namespace: "shop" } },
                subject: through(serving("default", host), "app"),
                other: through(serving(undefined, host), "app"),
            },
            message: refusal(first, host, "shop", `other.${first}`),
            others: {
                other: `\`other.${first}\` is \`${host}\`, which namespace \`default\` serves too, by \`subject.${first}\`; set it to a host of its own.`,
            },
        },
        "the same host in two namespaces": {
            stack: { subject: serving("shop", host), other: serving("blog", host) },
            message: refusal(first, host, "blog", `other.${first}`),
            others: {
                other: `\`other.${first}\` is \`${host}\`, which namespace \`shop\` serves too, by \`subject.${first}\`; set it to a host of its own.`,
            },
        },
        "the host of a wildcard in the default namespace": {
            stack: { subject: serving("shop", host), other: serving(undefined, "*.example.org") },
            message: wildcard(first, host, "default", "*.example.org", `other.${first}`),
        },
        "the host of a wildcard": {
            stack: {
                subject: serving("shop", "blog.example.com", host),
                other: serving("blog", "a.b.c", "*.example.org"),
            },
            message: wildcard("spec.rules[1].host", host, "blog", "*.example.org", "other.spec.rules[1].host"),
        },
        "the host of a wildcard, in other letters": {
            stack: { subject: serving("shop", "SHOP.example.org"), other: serving("blog", "*.EXAMPLE.org") },
            message: wildcard(first, host, "blog", "*.example.org", `other.${first}`),
        },
        "a host of the extension": {
            stack: {
                subject: extended("shop", `a.example.org , ${host}`),
                other: serving("blog", "*.example.org", "x.y"),
            },
            message: [
                wildcard(
                    `metadata.annotations["${extension}"]`,
                    "a.example.org",
                    "blog",
                    "*.example.org",
                    `other.${first}`,
                ),
                wildcard(`metadata.annotations["${extension}"]`, host, "blog", "*.example.org", `other.${first}`),
            ],
        },
        "a wildcard of the extension": {
            stack: { subject: serving("shop", host), other: extended("blog", "a.b,*.example.org") },
            message: wildcard(first, host, "blog", "*.example.org", `other.metadata.annotations["${extension}"]`),
        },
        "a host of a route, of any depth": {
            stack: { subject: serving("shop", `a.${host}`), other: route("blog", "*.example.org") },
            message: wildcard(first, `a.${host}`, "blog", "*.example.org", "other.spec.hostnames[0]"),
        },
        "a wildcard below the wildcard of a route": {
            stack: { subject: serving("shop", `*.${host}`), other: route("blog", "*.example.org") },
            message: wildcard(first, `*.${host}`, "blog", "*.example.org", "other.spec.hostnames[0]"),
        },
        "a route, by the wildcard of an ingress": {
            stack: { subject: route("shop", "a.b", host), other: serving("blog", "*.example.org") },
            message: wildcard("spec.hostnames[1]", host, "blog", "*.example.org", `other.${first}`),
        },
        "one of three namespaces, once": {
            stack: {
                subject: serving("shop", host),
                one: serving("shop", "*.example.org"),
                two: serving("blog", "*.example.org"),
                three: serving("blog", "*.example.org"),
            },
            message: wildcard(first, host, "blog", "*.example.org", `two.${first}`),
            others: {
                one: `\`one.${first}\` is \`*.example.org\`, which namespace \`blog\` serves too, by \`two.${first}\`; set it to a host of its own.`,
                two: `\`two.${first}\` is \`*.example.org\`, which namespace \`shop\` serves too, by \`one.${first}\`; set it to a host of its own.`,
                three: `\`three.${first}\` is \`*.example.org\`, which namespace \`shop\` serves too, by \`one.${first}\`; set it to a host of its own.`,
            },
        },
        "items of one list": {
            stack: {
                subject: object("networking.k8s.io/v1", "IngressList", {
                    items: [serving("shop", host).props, serving("blog", "*.example.org").props],
                }),
            },
            message: wildcard(
                "items[0].spec.rules[0].host",
                host,
                "blog",
                "*.example.org",
                "subject.items[1].spec.rules[0].host",
            ),
        },
        "an ingress of an old group": {
            stack: {
                subject: { ...serving("shop", host), type: "kubernetes:extensions/v1beta1:Ingress" },
                other: { ...serving("blog", "*.example.org"), type: "kubernetes:networking.k8s.io/v1beta1:Ingress" },
            },
            message: wildcard(first, host, "blog", "*.example.org", `other.${first}`),
        },
        "the same cluster through two providers": {
            stack: {
                one: cluster(),
                a: providerFrom("one"),
                b: providerFrom("one"),
                subject: through(serving("shop", host), "a"),
                other: through(serving("blog", "*.example.org"), "b"),
            },
            message: wildcard(first, host, "blog", "*.example.org", `other.${first}`),
        },
        "a host that is a number": {
            stack: { subject: serving("shop", 7), other: serving("blog", host) },
            message: `\`subject.${first}\` is a number; set it to a string.`,
        },
    },
    undetermined: {
        "a host that is not known, and refuses the other": {
            stack: { subject: serving("shop", UNKNOWN, host), other: serving("blog", "*.example.org") },
            undetermined: ["`subject.spec.rules[0].host` is not known before the update"],
            violations: [wildcard("spec.rules[1].host", host, "blog", "*.example.org", `other.${first}`)],
        },
        "a namespace that is not known": {
            stack: { subject: serving(UNKNOWN, host), other: serving("blog", "*.example.org") },
            undetermined: [
                `\`subject.metadata.namespace\` is not known before the update, and another object serves \`${host}\` too`,
            ],
        },
        "two namespaces that are not known": {
            stack: { subject: serving(UNKNOWN, host), other: serving(UNKNOWN, host) },
            undetermined: ["subject", "other"].map(
                (name) =>
                    `\`${name}.metadata.namespace\` is not known before the update, and another object serves \`${host}\` too`,
            ),
        },
        "another namespace that is not known": {
            stack: { subject: serving("shop", host), other: serving(UNKNOWN, "*.example.org") },
            undetermined: [
                `\`other.metadata.namespace\` is not known before the update, and another object serves \`${host}\` too`,
            ],
        },
        "another cluster, which may be the same": {
            stack: {
                one: cluster(),
                a: providerFrom("one"),
                subject: through(serving("shop", host), "a"),
                other: serving("blog", "*.example.org"),
            },
            undetermined: [
                `\`subject.${first}\` is also a host of \`other.${first}\`, which may be of another cluster`,
            ],
        },
        "an object in a cluster, which may be the same": {
            stack: {
                one: cluster(),
                a: providerFrom("one"),
                subject: serving("shop", host),
                other: through(serving("blog", "*.example.org"), "a"),
            },
            undetermined: [
                `\`subject.${first}\` is also a host of \`other.${first}\`, which may be of another cluster`,
            ],
        },
        "hosts of a list that is not known": {
            stack: { subject: { ...serving("shop"), props: change(serving("shop").props, { "spec.rules": UNKNOWN }) } },
            undetermined: ["`subject.spec.rules` is not known before the update"],
        },
    },
    notApplicable: {
        "a stack without ingresses": {
            stack: { other: object("v1", "Service", { metadata: { namespace: "shop" } }) },
            reason: "has no Ingress, HTTPRoute, GRPCRoute, TLSRoute",
        },
    },
});

describe("ingress-hosts-unique, of objects with one name", () => {
    it("tells them apart by their types", async () => {
        const members = ["extensions/v1beta1", "networking.k8s.io/v1"].map((version) => {
            const type = `kubernetes:${version}:Ingress`;
            const urn = urnOf({ type, name: "subject" });
            return { ...serving(UNKNOWN, host), type, name: "subject", urn, madeFromUrns: {} };
        });
        const { ofStack } = await judgeStack(members, [ingressHostsUnique]);
        assert.deepEqual(verdictOf(ingressHostsUnique, ofStack).undetermined, [
            `\`subject.metadata.namespace\` is not known before the update, and another object serves \`${host}\` too`,
        ]);
    });
});
