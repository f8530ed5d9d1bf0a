import assert from "node:assert/strict";
import { RunError } from "@pulumi/pulumi";
import fc from "fast-check";
import { IPv4 } from "ipaddr.js";
import * as aksguard from "../../components";
import { publicNetworkProblems } from "../../components/arguments/public-networks";
import { policies } from "../../policy-pack/policies";
import { publicCluster, registry, vault } from "../policy-pack/fixtures";
import { evaluate, type Registered } from "../policy-pack/policy-tester";
import { record } from "../recorded-program";

const mandatory = policies.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");

/** Values as people write them: mostly right. */
const mostly = <T>(right: fc.Arbitrary<T>, ...wrong: T[]) =>
    fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const choice = <T extends string>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));

const octet = fc.integer({ min: 0, max: 255 });
const publicNetwork = fc
    .tuple(fc.integer({ min: 20, max: 90 }), octet, octet, fc.integer({ min: 16, max: 32 }))
    .map(
        ([a, b, c, length]) =>
            `${String(a)}.${String(b)}.${length < 24 ? "0" : String(c)}.0/${String(Math.max(length, 16))}`,
    );
const privateNetwork = (second: number) => mostly(fc.constant(`10.${String(second)}.0.0/16`), "10.0.0.0/8", "", "pods");
const count = mostly(fc.integer({ min: 1, max: 5 }), -1, 0, 1.5, 2000);
const shape = fc.record({ minCount: count, maxCount: count.map((most) => most + 5) }, { requiredKeys: [] });

const clusterArgs: fc.Arbitrary<aksguard.ClusterArgs> = fc.record(
    {
        authorizedIpRanges: fc.array(
            mostly(publicNetwork, "0.0.0.0/0", "2001:db8::/32", "203.0.113.7", "10.0.0.0/16"),
            {
                minLength: 1,
                maxLength: 3,
            },
        ),
        apiServerConnection: choice(aksguard.ApiServerConnection),
        addressSpace: privateNetwork(60),
        podCidr: privateNetwork(70),
        serviceCidr: privateNetwork(80),
        firewallPrivateIpAddress: mostly(fc.constant("10.1.0.4"), "firewall"),
        kubernetesVersion: mostly(fc.constant("1.35"), "1.35.2", "latest"),
        tier: choice(aksguard.ClusterTier),
        systemNodePool: shape,
        nodePools: fc.uniqueArray(
            fc.record({
                name: mostly(fc.constantFrom("one", "two", "three"), "system", "Three"),
                mode: choice(aksguard.NodePoolMode),
            }),
            { maxLength: 3, selector: ({ name }) => name },
        ),
        groups: fc.array(fc.record({ name: fc.constantFrom("a", "b"), role: choice(aksguard.ClusterRole) }), {
            maxLength: 2,
        }),
    },
    { requiredKeys: [] },
);

const network = fc.tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 })).map(([a, b, c, d, length]) => {
    const whole = `${[a, b, c, d].map(String).join(".")}/${String(length)}`;
    return `${IPv4.networkAddressFromCIDR(whole).toString()}/${String(length)}`;
});

describe("any network", function () {
    this.timeout(60_000);

    it("is either refused by a component, or one that every policy takes for a limit", async () => {
        const examples = [
            "0.0.0.0/1",
            "127.0.0.0/16",
            "169.254.0.0/16",
            "224.0.0.0/24",
            "255.255.255.255/32",
            "0.0.0.0/16",
        ];
        await fc.assert(
            fc.asyncProperty(network, async (range) => {
                const words = { privateRemedy: "" };
                if ([...publicNetworkProblems("allowedIpRanges", [range], words)].length > 0) return;
                for (const limited of limitedTo(range)) {
                    for (const [name, { violations }] of await evaluate(limited, { of: mandatory })) {
                        assert.deepEqual(violations, [], name);
                    }
                }
            }),
            { numRuns: 200, examples: examples.map((example) => [example]) },
        );
    });
});

/** What components limit to networks. */
function limitedTo(range: string): Registered[] {
    const isOpen = { publicNetworkAccess: "Enabled" };
    const defaultAction = "Deny";
    return [
        publicCluster([range]),
        registry({ ...isOpen, networkRuleSet: { defaultAction, ipRules: [{ iPAddressOrRange: range }] } }),
        vault({ ...isOpen, networkAcls: { defaultAction, ipRules: [{ value: range }] } }),
    ];
}

describe("any arguments of a cluster", function () {
    this.timeout(300_000);

    it("are either refused in words, with nothing registered, or give a cluster that every mandatory policy lets pass", async () => {
        const seen = { refused: 0, accepted: 0 };
        await fc.assert(
            fc.asyncProperty(clusterArgs, async (args) => {
                let refusal: unknown;
                const registrations = await record(() => {
                    try {
                        new aksguard.Cluster("any", { location: "westeurope", ...args });
                    } catch (error) {
                        refusal = error;
                    }
                });
                if (refusal !== undefined) {
                    seen.refused++;
                    assert.ok(RunError.isInstance(refusal), "a mistake in arguments ends in a RunError");
                    assert.match(refusal.message, /^Cluster "any" was given .* cannot work:\n( {2}- \S.+\.\n?)+$/);
                    assert.doesNotMatch(refusal.message, /undefined|NaN|\[object/);
                    assert.deepEqual(registrations, []);
                    return;
                }
                seen.accepted++;
                for (const { type, inputs } of registrations) {
                    for (const [name, { violations }] of await evaluate({ type, props: inputs }, { of: mandatory })) {
                        assert.deepEqual(violations, [], name);
                    }
                }
            }),
            { numRuns: 150 },
        );
        assert.ok(seen.refused > 10 && seen.accepted > 10, JSON.stringify(seen));
    });
});
