import assert from "node:assert/strict";

import type { ResourceKind } from "../../../policy-pack/policy";
import { Malformed, Property, Undetermined } from "../../../policy-pack/property";
import { isOfOtherKind } from "../../../policy-pack/relations/arm-types";
import { attempt, isElsewhere, knownText, topOf } from "../../../policy-pack/relations/stack-index";
import { ingress as ingressKind } from "../../../policy-pack/resources/ingress";
import { managedCluster } from "../../../policy-pack/resources/managed-cluster";
import { registry as registryKind } from "../../../policy-pack/resources/registry";
import { resourceGroup } from "../../../policy-pack/resources/resource-group";
import { service as serviceKind } from "../../../policy-pack/resources/service";
import { userAssignedIdentity } from "../../../policy-pack/resources/user-assigned-identity";
import { cluster, ingress, object, registry } from "../fixtures";
import { UNKNOWN } from "../sdk-server";
import { providerFrom, type Member } from "../stack-policy-tester";
import { stackOf } from "./stack-of";

const group = "/subscriptions/one/resourceGroups/shop";
const registryId = (name: string, inGroup = group) =>
    `${inGroup}/providers/Microsoft.ContainerRegistry/registries/${name}`;
const images = registry({ registryName: "images", resourceGroupName: "shop" });

/** A resource that names others by its property `reference`. */
function naming(reference: unknown, ...madeFrom: readonly string[]): Member {
    return { type: "contoso:index:Thing", props: { reference }, madeFrom: { reference: madeFrom } };
}

/** The name of the resource of a kind that `from` names, by an output. */
function found(members: Record<string, Member>, kind: ResourceKind<unknown> = registryKind, output = "id") {
    const { stack, named } = stackOf(members);
    const from = named("from");
    return stack.find(kind, from.properties.at("reference"), from, output)?.resource.name;
}

const undecided = new Undetermined("from.reference");
const other: Member = { type: "azure-native:network:VirtualNetwork", props: {} };

describe("what a property names", () => {
    it("is nothing where it is unset, empty, or there is none of the kind", () => {
        assert.equal(found({ images, from: naming(null, "images") }), undefined);
        assert.equal(found({ late: registry({ registryName: UNKNOWN }), from: naming("", "late") }), undefined);
        assert.equal(found({ from: naming(UNKNOWN) }), undefined);
    });

    it("is what its id is that of, before anything else", () => {
        const known = { ...images, outputs: { ...images.props, id: registryId("Images") } };
        assert.equal(found({ other: images, known, from: naming(registryId("images"), "other") }), "known");
    });

    it("is what it was made from, unless its value says another thing", () => {
        assert.equal(found({ images, from: naming(UNKNOWN, "images") }), "images");
        assert.equal(
            found({ late: registry({ registryName: UNKNOWN }), from: naming(registryId("x"), "late") }),
            "late",
        );
        assert.equal(found({ images, from: naming(registryId("images2"), "images") }), undefined);
        assert.equal(found({ images, from: naming(registryId("images", `${group}2`), "images") }), undefined);
        assert.equal(found({ images, from: naming(`${group}/providers/Microsoft.KeyVault/vaults/images`) }), undefined);
    });

    it("is found by its name, whether that is with its group or without", () => {
        assert.equal(found({ images, from: naming("images") }), "images");
        assert.equal(found({ images, from: naming(registryId("IMAGES")) }), "images");
    });

    it("is a group by the name that only groups have of themselves", () => {
        const shop: Member = { type: "azure-native:resources:ResourceGroup", props: { resourceGroupName: "shop" } };
        assert.equal(found({ images, shop, from: naming("shop") }, resourceGroup), "shop");
    });

    it("is none of another cluster", () => {
        const service = object("v1", "Service", { metadata: { name: "web" } });
        const clusters = { a: cluster(), b: cluster(), inA: providerFrom("a"), inB: providerFrom("b") };
        const members = { ...clusters, web: { ...service, provider: "inA" } };
        assert.equal(found({ ...members, from: { ...naming("web"), provider: "inA" } }, serviceKind), "web");
        const from = { ...naming("web"), type: "kubernetes:example.com/v1:Thing", provider: "inB" };
        assert.equal(found({ ...members, from }, serviceKind), undefined);
    });

    it("is rather one of the same provider", () => {
        const own: Member = { ...images, provider: "mine" };
        const mine: Member = { type: "pulumi:providers:azure-native", props: {} };
        assert.equal(found({ images, mine, own, from: { ...naming("images"), provider: "mine" } }), "own");
        assert.equal(found({ mine, own, images, from: naming("images") }), "images");
    });

    it("is undecided where it is not known, and may be any", () => {
        const component: Member = { type: "contoso:index:Landing", props: {}, isComponent: true };
        const reference: Member = { type: "pulumi:pulumi:StackReference", props: {} };
        assert.throws(() => found({ images, from: naming(UNKNOWN) }), undecided);
        assert.throws(() => found({ images, component, from: naming(UNKNOWN, "component") }), undecided);
        assert.throws(
            () => found({ images, other, reference, from: naming(UNKNOWN, "other", "reference") }),
            undecided,
        );
        assert.equal(found({ images, other, from: naming(UNKNOWN, "other") }), undefined);
        assert.throws(
            () => found({ images, more: images, from: naming(UNKNOWN, "images", "more") }),
            new Undetermined(
                "from.reference",
                "is not known before the update, and is made from more than one Registry",
            ),
        );
    });

    it("may be another output than the id, which is no name", () => {
        const props = { resourceName: "kubelet", resourceGroupName: "shop" };
        const identity: Member = { type: "azure-native:managedidentity:UserAssignedIdentity", props };
        const known: Member = { ...identity, outputs: { ...props, principalId: "ABC" } };
        const by = (members: Record<string, Member>) => found(members, userAssignedIdentity, "principalId");
        assert.equal(by({ known, from: naming("abc") }), "known");
        assert.equal(by({ known, from: naming("def", "known") }), undefined);
        assert.equal(by({ identity, from: naming("abc", "identity") }), "identity");
        assert.equal(by({ identity, from: naming("kubelet") }), undefined);
    });

    it("is told apart by the type in an id, the last one of several", () => {
        const prod = `${group}/providers/Microsoft.ContainerService/managedClusters/prod`;
        assert.equal(isOfOtherKind(prod, "ManagedCluster"), false);
        assert.equal(isOfOtherKind(`${prod}/`, "Registry"), true);
        assert.equal(
            isOfOtherKind(`${prod}/providers/Microsoft.Insights/diagnosticSettings/a`, "ManagedCluster"),
            true,
        );
        assert.equal(isOfOtherKind(`${prod}${registryId("a", "")}`, "Registry"), false);
        assert.equal(isOfOtherKind(group, "Registry"), true);
        assert.equal(isOfOtherKind(`${group}/`, "ResourceGroup"), false);
        assert.equal(isOfOtherKind(`/x${group}`, "Registry"), false);
        assert.equal(isOfOtherKind(`${group}/x`, "Registry"), false);
        assert.equal(isOfOtherKind(prod, "Namespace"), false);
        assert.equal(isOfOtherKind("prod", "Registry"), false);
    });
});

describe("the index of a stack", () => {
    it("looks at each kind, relation and question once", () => {
        const { stack, named } = stackOf({ images, from: naming("images") });
        let [looks, references, questions] = [0, 0, 0];
        const kind: ResourceKind<object> = {
            name: "Thing",
            matches: (type) => type === "contoso:index:Thing",
            *views() {
                looks++;
                yield {};
            },
        };
        const reference = () => {
            references++;
            return named("from").properties.at("reference");
        };
        const relation = { from: kind, to: registryKind, reference };
        const question = () => ++questions;
        for (let time = 0; time < 2; time++) {
            assert.equal(stack.of(kind).length, 1);
            assert.equal(stack.sources(relation, named("images")).found.length, 1);
            assert.equal(stack.once(question), 1);
        }
        assert.deepEqual([looks, references], [1, 1]);
    });

    it("keeps what it cannot see into as a doubt of each relation, and throws it to whoever reads that resource", () => {
        const { stack, named } = stackOf({
            images,
            list: object("networking.k8s.io/v1", "IngressList", { items: UNKNOWN }),
        });
        const doubt = new Undetermined("list.items");
        const relation = { from: ingressKind, to: registryKind, reference: () => Property.root("") };
        assert.deepEqual(stack.sources(relation, named("images")).undecided, [doubt]);
        assert.throws(() => [...stack.viewsOf(ingressKind, named("list"))], doubt);
        assert.deepEqual([...stack.viewsOf(ingressKind, named("images"))], []);
    });

    it("tells components from resources and providers", () => {
        const component: Member = { type: "contoso:index:Landing", props: {}, isComponent: true };
        const provider: Member = { type: "pulumi:providers:kubernetes", props: {}, isComponent: true };
        const { named } = stackOf({ images, component, provider });
        assert.deepEqual(
            ["images", "component", "provider"].map((name) => named(name).isComponent),
            [false, true, false],
        );
    });

    it("knows what a property was made from, as far as that is in the stack", () => {
        const { named, stack } = stackOf({ images, from: naming(UNKNOWN, "images") });
        assert.deepEqual(
            named("from")
                .dependenciesOf("reference")
                .map(({ name }) => name),
            ["images"],
        );
        assert.deepEqual(named("from").dependenciesOf("other"), []);
        assert.equal(stack.resource("urn:of:another"), undefined);
    });
});

describe("the clusters of an object", () => {
    const pods = (provider?: string): Member => ({ ...ingress(), ...(provider === undefined ? {} : { provider }) });
    const { named } = stackOf({
        a: cluster(),
        b: cluster(),
        c: cluster(),
        settings: object("v1", "ConfigMap", {}),
        inA: providerFrom("a", "settings"),
        inBoth: providerFrom("a", "b"),
        inOthers: providerFrom("b", "c"),
        inC: providerFrom("c"),
        first: pods("inA"),
        second: pods("inBoth"),
        third: pods("inOthers"),
        fourth: pods("inC"),
        fifth: pods(),
    });

    it("are those that the kubeconfig of its provider is made from", () => {
        assert.deepEqual(
            named("first").clusters.map(({ name, type }) => [name, managedCluster.matches(type)]),
            [["a", true]],
        );
        assert.deepEqual(named("fifth").clusters, []);
    });

    it("differ from those of another where both are known and have none in common", () => {
        const elsewhere = (one: string, two: string) => isElsewhere(named(one), named(two));
        assert.equal(elsewhere("first", "fourth"), true);
        assert.equal(elsewhere("first", "third"), true);
        for (const [one, two] of [
            ["first", "first"],
            ["first", "second"],
            ["second", "third"],
            ["third", "second"],
            ["first", "fifth"],
            ["fifth", "first"],
        ] as const) {
            assert.equal(elsewhere(one, two), false, `${one} ${two}`);
        }
    });
});

describe("a property of a stack", () => {
    const { named } = stackOf({
        from: { type: "contoso:index:Thing", props: { 'an "odd" name': { inner: [1] }, plain: { a: 1 } } },
    });
    const { properties } = named("from");

    it("is in one of the resource's own", () => {
        assert.equal(topOf(properties.in("plain", "a"), named("from")), "plain");
        assert.equal(topOf(properties.in('an "odd" name', "inner"), named("from")), 'an "odd" name');
        assert.equal(topOf(properties, named("from")), "");
    });

    it("has a text where that is known and not empty", () => {
        const texts = { text: "a", empty: "", number: 7, inside: "x" };
        const root = Property.root(texts);
        assert.deepEqual(
            [root.at("text"), root.at("empty"), root.at("number"), root.in("inside", "x"), root.at("none")].map(
                knownText,
            ),
            ["a", undefined, undefined, undefined, undefined],
        );
    });
});

describe("an attempt", () => {
    it("keeps what cannot be decided, passes over what is malformed, and stops at anything else", () => {
        const doubts: Undetermined[] = [];
        const doubt = new Undetermined("a");
        const throwing = (error: Error) => () => {
            throw error;
        };
        attempt(throwing(doubt), doubts);
        attempt(throwing(new Malformed("a", 1, "b")), doubts);
        attempt(throwing(doubt));
        assert.deepEqual(doubts, [doubt]);
        assert.throws(() => {
            attempt(throwing(new TypeError("c")), doubts);
        }, TypeError);
    });
});
