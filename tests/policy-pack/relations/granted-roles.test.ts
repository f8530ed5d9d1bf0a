import assert from "node:assert/strict";

import { Undetermined } from "../../../policy-pack/property";
import {
    coversGroupOf,
    coversReference,
    coversResource,
    identitiesOf,
    isGranted,
} from "../../../policy-pack/relations/granted-roles";
import { registry as registryKind } from "../../../policy-pack/resources/registry";
import { roleAssignment } from "../../../policy-pack/resources/role-assignment";
import { cluster, registry } from "../fixtures";
import { UNKNOWN } from "../sdk-server";
import type { Member } from "../stack-policy-tester";
import { stackOf } from "./stack-of";

const subscription = "/subscriptions/one";
const shop = `${subscription}/resourceGroups/shop`;
const images = registry({ registryName: "images", resourceGroupName: "shop" });
const group = (resourceGroupName: unknown): Member => ({
    type: "azure-native:resources:ResourceGroup",
    props: { resourceGroupName },
});
const identity: Member = {
    type: "azure-native:managedidentity:UserAssignedIdentity",
    props: { resourceName: "kubelet", resourceGroupName: "shop" },
};

function assigned(scope: unknown, madeFrom: Member["madeFrom"] = {}, principalId: unknown = "abc"): Member {
    return {
        type: "azure-native:authorization:RoleAssignment",
        props: { scope, principalId, roleDefinitionId: "/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d" },
        madeFrom,
    };
}

/** The stack of an assignment, with the assignment as relations see it. */
function stackWith(assignment: Member, members: Record<string, Member> = {}) {
    const { stack, named } = stackOf({ ...members, assignment });
    const [found] = stack.of(roleAssignment);
    assert.ok(found !== undefined);
    return { stack, named, found };
}

describe("the scope of an assignment", () => {
    const covers = (assignment: Member, more: Record<string, Member> = {}) => {
        const { stack, named, found } = stackWith(assignment, { target: images, ...more });
        return coversResource(found, registryKind, named("target"), stack);
    };

    it("has a resource: itself, a part of it, its group, its subscription", () => {
        const id = `${shop}/providers/Microsoft.ContainerRegistry/registries/images`;
        for (const scope of [id, `${id}/repositories/app`, shop, `${shop.toUpperCase()}/`, subscription]) {
            assert.equal(covers(assigned(scope)), true, scope);
        }
        for (const scope of [`${id}2`, `${shop}2`, `/providers/a/b${subscription}`, "/shop"]) {
            assert.equal(covers(assigned(scope), { group: group("shop") }), false, scope);
        }
    });

    it("is a group that is made in the same program", () => {
        const late = assigned(UNKNOWN, { scope: ["mine"] });
        const inGroup = (name: string): Member => ({
            ...registry({ registryName: "images", resourceGroupName: UNKNOWN }),
            madeFrom: { resourceGroupName: [name] },
        });
        const groups = { mine: group(UNKNOWN), other: group(UNKNOWN) };
        assert.equal(covers(late, { ...groups, target: inGroup("mine") }), true);
        assert.throws(() => covers(late, { ...groups, target: inGroup("other") }), Undetermined);
        const ofGroup = (target: Member) => {
            const { stack, named, found } = stackWith(late, { ...groups, target });
            return coversGroupOf(found, named("target"), stack);
        };
        assert.equal(ofGroup(inGroup("other")), false);
        assert.equal(ofGroup(registry({ resourceGroupName: "elsewhere" })), false);
        assert.equal(covers(assigned(shop), { target: registry({ registryName: "images2" }) }), false);
    });

    it("is what a property of another resource names, or is around it", () => {
        const around = (assignment: Member, reference: unknown, madeFrom: readonly string[] = []) => {
            const network: Member = { type: "azure-native:network:Subnet", props: {} };
            const owner = { ...cluster({ subnet: reference }), madeFrom: { subnet: madeFrom } };
            const component: Member = { type: "contoso:index:Landing", props: {}, isComponent: true };
            const members = { network, other: network, group: group("shop"), component, owner };
            const { named, found } = stackWith(assignment, members);
            return coversReference(found, named("owner").properties.at("subnet"), named("owner"));
        };
        assert.equal(around(assigned(subscription), UNKNOWN), true);
        assert.equal(around(assigned(`${shop}/a`), `${shop}/A`), true);
        assert.equal(around(assigned(shop), `${shop}/a`), true);
        assert.equal(around(assigned(shop), `${shop}2/a`), false);
        assert.equal(around(assigned(UNKNOWN, { scope: ["network"] }), UNKNOWN, ["network"]), true);
        assert.equal(around(assigned(UNKNOWN, { scope: ["other"] }), UNKNOWN, ["network"]), false);
        assert.throws(() => around(assigned(UNKNOWN), `${shop}/a`), new Undetermined("assignment.scope"));
        assert.throws(() => around(assigned(shop), UNKNOWN), new Undetermined("owner.subnet"));
        // What both are in, or were rendered by, says nothing of what they are.
        for (const source of ["group", "component"]) {
            assert.throws(() => around(assigned(UNKNOWN, { scope: [source] }), UNKNOWN, [source]), Undetermined);
        }
    });
});

describe("a role", () => {
    const granted = (assignment: Member, more: Record<string, Member> = {}) => {
        const { stack, named } = stackWith(assignment, { identity, ...more });
        return isGranted({ roles: ["AcrPull"], principals: [named("identity")], covers: () => true }, stack);
    };

    it("is granted to whom an assignment names", () => {
        assert.equal(granted(assigned(shop, { principalId: ["identity"] }, UNKNOWN)), true);
        assert.equal(granted(assigned(shop, {}, "somebody else")), false);
        assert.throws(() => granted(assigned(shop, {}, UNKNOWN)), new Undetermined("assignment.principalId"));
    });
});

describe("the identities of a resource", () => {
    const identities = (props: object, madeFrom: readonly string[] = []) => {
        const owner: Member = { type: "contoso:index:Thing", props, madeFrom: { identity: madeFrom } };
        const { stack, named } = stackOf({
            identity,
            other: { ...identity, props: { resourceName: "other" } },
            group: group("shop"),
            owner,
        });
        return identitiesOf(named("owner").properties.at("ids"), named("owner"), stack).map(({ name }) => name);
    };

    it("are those that it was made from, or those that a list or the keys of a map name", () => {
        const id = `${shop}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Kubelet`;
        assert.deepEqual(identities({ ids: UNKNOWN }, ["group", "identity"]), ["identity"]);
        assert.deepEqual(identities({ ids: [id] }, ["group"]), ["identity"]);
        assert.deepEqual(identities({ ids: { [id]: {} } }), ["identity"]);
        assert.deepEqual(identities({}), []);
    });
});
