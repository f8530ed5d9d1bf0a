import assert from "node:assert/strict";

import { trafficControllerFirewallAttached } from "../../../policy-pack/policies/traffic-controller/traffic-controller-firewall-attached";
import { isResourcePolicy } from "../../../policy-pack/policy";
import { RunRecord } from "../../../policy-pack/serving/run-record";
import { withExemptions } from "../../../policy-pack/serving/with-exemptions";
import { UNKNOWN } from "../sdk-server";
import { evaluateStack, type Stack } from "../stack-policy-tester";

const gateway = { type: "azure-native:servicenetworking:TrafficControllerInterface", props: {} };
/** A firewall of nobody knows which gateway. */
const unknown = {
    type: "azure-native:servicenetworking:SecurityPoliciesInterface",
    props: { trafficControllerName: UNKNOWN, wafPolicy: { id: "waf" } },
};
const exemption = (name: string) => ({ resource: `name:${name}`, reason: "being moved", expires: "2027-01-31" });
const doubt = "`policy.trafficControllerName` is not known before the update";
const open = (name: string) =>
    `\`${name}\` is without a security policy that has a firewall, and requests then reach the workloads unseen; set it to one with a \`wafPolicy\`.`;

/** What the policy says of a stack with exemptions for these resources, and for which of them one was used. */
async function judged(stack: Stack, ...exempt: string[]) {
    const record = new RunRecord();
    const [policy] = withExemptions([trafficControllerFirewallAttached], {
        record,
        honorsProgram: () => false,
        now: () => new Date("2026-11-25T00:00:00Z"),
    });
    assert.ok(policy !== undefined && !isResourcePolicy(policy));
    const verdicts = await evaluateStack(policy, stack, { exemptions: exempt.map(exemption) });
    return {
        said: [...verdicts.values()].flatMap(({ violations, undetermined }) => [...violations, ...undetermined]),
        used: record.uses.flatMap(({ urns }) => [...urns].map((urn) => urn.split("::").at(-1))),
    };
}

describe("an exemption of a stack policy", () => {
    const twoOpen = { one: gateway, two: gateway };
    const twoUnknown = { ...twoOpen, policy: unknown };

    it("keeps a resource from being refused, and is used", async () => {
        assert.deepEqual(await judged(twoOpen, "one"), { said: [open("two")], used: ["one"] });
    });

    it("keeps a resource from being undetermined, and is used", async () => {
        assert.deepEqual(await judged({ one: gateway, policy: unknown }, "one"), { said: [], used: ["one"] });
    });

    it("leaves what is undetermined of other resources", async () => {
        assert.deepEqual(await judged(twoUnknown), { said: [doubt], used: [] });
        assert.deepEqual(await judged(twoUnknown, "one"), { said: [doubt], used: ["one"] });
        assert.deepEqual(await judged(twoUnknown, "one", "two"), { said: [], used: ["one", "two"] });
    });

    it("is not used where the policy has no objection", async () => {
        const policy = { ...unknown, props: { ...unknown.props, trafficControllerName: "shop" } };
        const one = { ...gateway, props: { trafficControllerName: "shop" } };
        assert.deepEqual(await judged({ one, policy }, "one"), { said: [], used: [] });
    });
});
