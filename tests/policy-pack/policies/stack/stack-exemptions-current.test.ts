import assert from "node:assert/strict";

import { isAbout, isExpired } from "../../../../policy-pack/serving/exemptions";
import { requestOf } from "../../../../policy-pack/serving/exemptions-in-program";
import { cluster, deployment, namespace, object } from "../../fixtures";
import { unknownCheckingProxy, urnOf, UNKNOWN } from "../../sdk-server";
import { compilePack, startPack } from "../../compiled-pack";
import type { Configured, Member, Said } from "../../../../sandbox/policy-pack/served-pack";

const policy = "cluster-local-accounts-disabled";
const report = "stack-exemptions-current";
const wrong: Member = { name: "prod", ...cluster({ disableLocalAccounts: false }) };
const objection = "`disableLocalAccounts` is `false`; set it to `true`.";

const exemption = { resource: "name:prod", reason: "moves to Entra ID in May", expires: "2999-12-31" };

describe("exemptions", function () {
    this.timeout(60_000);

    before(() => {
        compilePack();
    });

    /** What the pack says of a stack under a configuration, without its other advice. */
    async function judge(
        configuration: Readonly<Record<string, Configured>>,
        stack: readonly Member[],
    ): Promise<Said[]> {
        const pack = await startPack();
        try {
            await pack.configure(configuration);
            const said = await pack.judge(stack);
            return said.filter(({ policy: name }) => name === policy || name === report || name.startsWith("pod-host"));
        } finally {
            await pack.stop();
        }
    }

    const violated = { policy, level: "mandatory", message: objection };
    const reported = (...sentences: string[]) => ({ policy: report, level: "advisory", message: sentences.join("\n") });

    it("keeps a policy from judging what it is about, and says so", async () => {
        const owned = { ...exemption, owner: "team-a" };
        assert.deepEqual(await judge({ [policy]: { exemptions: [owned] } }, [wrong]), [
            reported(
                `\`${policy}\` does not judge \`prod\` until 2999-12-31: \`moves to Entra ID in May\`, says \`team-a\`.`,
            ),
        ]);
    });

    it("counts the resources of one exemption", async () => {
        const stack = ["a", "b", "c"].map((name) => ({ ...wrong, name }));
        const all = { ...exemption, resource: `*${wrong.type}::*` };
        assert.deepEqual(await judge({ [policy]: { exemptions: [all] } }, stack), [
            reported(`\`${policy}\` does not judge \`a\` and 2 more until 2999-12-31: \`moves to Entra ID in May\`.`),
        ]);
    });

    it("covers what cannot be decided before the update", async () => {
        const late = { name: "prod", ...cluster({ disableLocalAccounts: UNKNOWN }) };
        assert.deepEqual(
            (await judge({ [policy]: { exemptions: [exemption] } }, [late])).map(({ policy: name }) => name),
            [report],
        );
    });

    it("leaves alone every other resource, and says when no resource needs it", async () => {
        const other = { ...exemption, resource: "name:other" };
        assert.deepEqual(await judge({ [policy]: { exemptions: [other] } }, [wrong]), [
            violated,
            reported(`\`${policy}\` has an exemption of \`name:other\` that no resource needs; remove it.`),
        ]);
    });

    it("ends after its last day, and says so", async () => {
        const over = { ...exemption, expires: "2026-01-31" };
        assert.deepEqual(await judge({ [policy]: { exemptions: [over] } }, [wrong]), [
            violated,
            reported(
                `\`${policy}\` judges \`name:prod\` again: its exemption ended on 2026-01-31 (\`moves to Entra ID in May\`); remove or renew it.`,
            ),
        ]);
    });

    describe("by namespace", () => {
        const agent = { name: "agent", ...deployment({ hostNetwork: true }) };
        const inNamespace = (resource: string): Record<string, Configured> => ({
            "pod-host-network-disallowed": { exemptions: [{ ...exemption, resource }] },
        });
        const names = (said: readonly Said[]) => said.map(({ policy: name }) => name);

        it("are about its objects", async () => {
            assert.deepEqual(names(await judge(inNamespace("namespace:shop"), [agent])), [report]);
            assert.deepEqual(names(await judge(inNamespace("namespace:shop-*"), [agent])), [
                "pod-host-network-disallowed",
                report,
            ]);
        });
    });

    describe("in a program", () => {
        const asked = (text: string): Member => ({
            ...wrong,
            ...cluster({ disableLocalAccounts: false, tags: { [`aksguard-exempt-${policy}`]: text } }),
        });
        const honored: Record<string, Configured> = { [report]: { level: "advisory", exemptionsInProgram: true } };
        const vain = (why: string) => [
            violated,
            reported(`\`prod\` asks to be exempt from \`${policy}\`, in vain: ${why}.`),
        ];

        it("are refused unless the configuration honors them", async () => {
            assert.deepEqual(
                await judge({}, [asked("moves in May; expires=2999-12-31")]),
                vain("the configuration of the pack honors none from a program"),
            );
        });

        it("are granted by a tag of an Azure resource", async () => {
            assert.deepEqual(await judge(honored, [asked("moves in May; expires=2999-12-31; owner=team-a")]), [
                reported(`\`${policy}\` does not judge \`prod\` until 2999-12-31: \`moves in May\`, says \`team-a\`.`),
            ]);
        });

        it("are granted by an annotation of a Kubernetes object", async () => {
            const annotations = { "aksguard/exempt-pod-host-network-disallowed": "reads traffic; expires=2999-12-31" };
            const { type, props } = deployment({ hostNetwork: true });
            const { metadata, ...rest } = props as { metadata: object };
            const agent = { name: "agent", type, props: { ...rest, metadata: { ...metadata, annotations } } };
            assert.deepEqual(await judge(honored, [agent]), [
                reported("`pod-host-network-disallowed` does not judge `agent` until 2999-12-31: `reads traffic`."),
            ]);
        });

        const ended = "moves in May; expires=2026-01-31";
        it("are refused after their last day", async () => {
            assert.deepEqual(await judge(honored, [asked(ended)]), vain("it ended on 2026-01-31"));
        });

        const mistakes = {
            "": "it has no reason",
            "; expires=2999-12-31": "it has no reason",
            "moves in May": "it has no last day, such as `; expires=2027-01-31`",
            "moves in May; expires=2999-02-30": "it has no last day, such as `; expires=2027-01-31`",
            "moves in May; expires=31.12.2999": "it has no last day, such as `; expires=2027-01-31`",
            "moves in May; expire=2999-12-31": "`expire` in it is neither `expires` nor `owner`",
        };
        for (const [text, mistake] of Object.entries(mistakes)) {
            it(`are mistaken where they say ${JSON.stringify(text)}`, () => {
                assert.deepEqual(requestOf(policy, { ...asked(text), urn: "urn" }), { mistake });
            });
        }

        it("are none where the text is not known, or is no text", () => {
            for (const text of [UNKNOWN, 5, null]) {
                const tags = { [`aksguard-exempt-${policy}`]: text };
                const props = unknownCheckingProxy({ tags });
                assert.equal(requestOf(policy, { type: wrong.type, props, urn: "urn" }), undefined);
            }
        });

        it("are refused by a policy that cannot be waived", async () => {
            const tags = { "aksguard-exempt-cluster-rbac-enabled": "legacy; expires=2999-12-31" };
            const pack = await startPack();
            try {
                await pack.configure(honored);
                const said = await pack.judge([{ name: "prod", ...cluster({ enableRBAC: false, tags }) }]);
                assert.deepEqual(
                    said.filter(({ policy: name }) => name === "cluster-rbac-enabled").map(({ level }) => level),
                    ["mandatory"],
                );
                assert.deepEqual(
                    said.filter(({ policy: name }) => name === report),
                    [
                        reported(
                            "`prod` asks to be exempt from `cluster-rbac-enabled`, in vain: the policy cannot be waived.",
                        ),
                    ],
                );
            } finally {
                await pack.stop();
            }
        });
    });

    it("keep a remedy from what it is about", async () => {
        const pack = await startPack();
        try {
            await pack.configure({ [policy]: { level: "remediate", exemptions: [exemption] } });
            assert.equal(await pack.remediate(wrong), undefined);
            assert.notEqual(await pack.remediate({ ...wrong, name: "other" }), undefined);
        } finally {
            await pack.stop();
        }
    });

    describe("match", () => {
        const { type } = wrong;
        const urn = urnOf(wrong);
        const subject = { urn, type, name: "prod", namespace: undefined };
        const shop = { ...subject, namespace: "shop" };
        const table: [string, typeof subject | typeof shop, boolean][] = [
            [urn, subject, true],
            [urn.toUpperCase(), subject, false],
            [urn.slice(0, -1), subject, false],
            ["*::prod", subject, true],
            ["*::pro", subject, false],
            ["*", subject, true],
            ["name:prod", subject, true],
            ["name:pr*d", subject, true],
            ["name:p.od", subject, false],
            ["name:", subject, false],
            ["type:azure-native:containerservice:*", subject, true],
            ["type:azure:*", subject, false],
            ["namespace:*", subject, false],
            ["namespace:shop", shop, true],
            ["namespace:*op", shop, true],
            ["namespace:sho", shop, false],
        ];
        for (const [resource, about, expected] of table) {
            it(`${resource} ${expected ? "is" : "is not"} about ${about.namespace ?? about.name}`, () => {
                assert.equal(isAbout({ ...exemption, resource }, about), expected);
            });
        }

        it("until the end of their last day, in UTC", () => {
            const last = { ...exemption, expires: "2026-02-28" };
            assert.equal(isExpired(last, new Date("2026-02-28T23:59:59.999Z")), false);
            assert.equal(isExpired(last, new Date("2026-03-01T00:00:00Z")), true);
        });
    });

    it("by namespace match a namespace by its own name", async () => {
        const labels = { "pod-security.kubernetes.io/enforce": undefined };
        const pack = await startPack();
        try {
            const exemptions = [{ ...exemption, resource: "namespace:shop" }];
            await pack.configure({ "namespace-pod-security-enforced": { exemptions } });
            const said = await pack.analyze({ name: "shop", ...namespace(labels) });
            assert.deepEqual(said, []);
            const stranger = await pack.analyze({ name: "other", ...namespace(labels, "other") });
            assert.deepEqual(
                stranger.map(({ policy: name }) => name),
                ["namespace-pod-security-enforced"],
            );
        } finally {
            await pack.stop();
        }
    });

    it("leave an object without a namespace to namespace default", async () => {
        const bare = object("v1", "Pod", { metadata: { name: "a" }, spec: { hostNetwork: true } });
        const exemptions = [{ ...exemption, resource: "namespace:default" }];
        const said = await judge({ "pod-host-network-disallowed": { exemptions } }, [{ name: "a", ...bare }]);
        assert.deepEqual(
            said.map(({ policy: name }) => name),
            [report],
        );
    });
});
