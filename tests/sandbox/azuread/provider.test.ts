import assert from "node:assert/strict";
import { join } from "node:path";

import { AzureAdProvider } from "../../../sandbox/azuread/provider";
import { account } from "../../../sandbox/providers/account";
import { Cloud } from "../../../sandbox/providers/cloud";
import { FaultPlan } from "../../../sandbox/providers/fault";
import { type PropertyMap, isUnknown, textOf } from "../../../sandbox/providers/property";
import { temporaryFolder } from "../../temporary-folders";

const token = (name: string) => `azuread:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

function open() {
    const cloud = new Cloud(join(temporaryFolder(), "cloud.json"));
    const provider = new AzureAdProvider(cloud, new FaultPlan([]));
    const call = (name: string) => ({ peer: "test", urn: "", type: token(name), name: "thing" });
    const create = async (name: string, inputs: PropertyMap, preview = false) => {
        const seed = { randomSeed: new Uint8Array(), autonaming: undefined, olds: {} };
        const { failures } = await provider.check({ ...call(name), ...seed, news: inputs });
        if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
        return await provider.create({ ...call(name), inputs, preview });
    };
    return { provider, call, create };
}

describe("the directory", () => {
    it("makes groups with members", async () => {
        const { create, provider } = open();
        const group = await create("Group", { displayName: "admins", securityEnabled: true });
        assert.equal(group.id, `/groups/${textOf(group.outputs.objectId)}`);
        const groupObjectId = group.outputs.objectId ?? "";
        const member = await create("GroupMember", { groupObjectId, memberObjectId: account.objectId });
        assert.equal(member.id, `${textOf(groupObjectId)}/member/${account.objectId}`);
        const found = await provider.invoke({
            peer: "test",
            token: "azuread:index/getGroup:getGroup",
            args: { displayName: "admins" },
        });
        assert.equal(found.objectId, groupObjectId);
    });

    it("makes applications with what belongs to them", async () => {
        const { create } = open();
        const application = await create("Application", { displayName: "ci" });
        const principal = await create("ServicePrincipal", { clientId: application.outputs.clientId ?? "" });
        assert.match(principal.id, /^\/servicePrincipals\//);
        const credential = await create("ApplicationFederatedIdentityCredential", {
            applicationId: application.id,
            displayName: "main",
            audiences: ["api://AzureADTokenExchange"],
            issuer: "https://issuer.example/",
            subject: "repo:a/b",
        });
        assert.match(
            credential.id,
            new RegExp(`^${textOf(application.outputs.objectId)}/federatedIdentityCredential/`),
        );
    });

    it("previews what was given, and ids as unknown", async () => {
        const { outputs } = await open().create("Group", { displayName: "admins", securityEnabled: true }, true);
        assert.equal(outputs.displayName, "admins");
        assert.ok(isUnknown(outputs.objectId));
        assert.equal(outputs.description, undefined);
    });

    it("replaces a member, updates a group", async () => {
        const { provider, call } = open();
        const diff = { id: "", olds: {} };
        const member = await provider.diff({
            ...call("GroupMember"),
            ...diff,
            oldInputs: { memberObjectId: "a" },
            news: { memberObjectId: "b" },
        });
        assert.equal(member.properties.memberObjectId?.replace, true);
        const group = await provider.diff({
            ...call("Group"),
            ...diff,
            oldInputs: { displayName: "a" },
            news: { displayName: "b" },
        });
        assert.equal(group.properties.displayName?.replace, false);
    });

    const refusals: Record<string, [type: string, inputs: PropertyMap, message: RegExp]> = {
        "a group for nothing": [
            "Group",
            { displayName: "a" },
            /one of 'securityEnabled' and 'mailEnabled' must be true/,
        ],
        "a group without a name": ["Group", { securityEnabled: true }, /missing required property 'displayName'/],
        "a property that a group does not have": [
            "Group",
            { displayName: "a", securityEnabled: true, member: [] },
            /unknown property 'member'; did you mean 'members'\?/,
        ],
        "a member of no group": [
            "GroupMember",
            { groupObjectId: account.tenantId, memberObjectId: account.objectId },
            /unexpected status 404/,
        ],
        "a member by name": [
            "GroupMember",
            { groupObjectId: account.tenantId, memberObjectId: "me" },
            /'memberObjectId' should be a GUID/,
        ],
        "a credential by client id": [
            "ApplicationFederatedIdentityCredential",
            { applicationId: account.clientId, displayName: "a", audiences: ["a"], issuer: "i", subject: "s" },
            /'applicationId' should be the id of an Application/,
        ],
        "another type": [
            "User",
            { userPrincipalName: "a@example", displayName: "a" },
            /the sandbox does not know azuread:index\/user:User/,
        ],
    };
    for (const [what, [type, inputs, message]] of Object.entries(refusals)) {
        it(`refuses ${what}`, async () => {
            await assert.rejects(open().create(type, inputs), message);
        });
    }
});
