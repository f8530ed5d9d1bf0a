import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../../components/arguments/problem";
import { checkArguments, judgeAll, type Rule } from "../../../components/arguments/rules";

interface Args {
    one?: pulumi.Input<string>;
    list?: pulumi.Input<pulumi.Input<string>[]>;
    nested?: { two?: pulumi.Input<string> };
}

const wrong = (argument: string, found: unknown): Problem => ({
    argument,
    found,
    why: "which is wrong",
    remedy: "Set right",
});

const rules: Rule<Args>[] = [
    function* oneIsRight({ one }) {
        if (one === "wrong") {
            yield wrong("one", one);
        }
    },
    function* entriesAreRight({ list }) {
        for (const [index, entry] of (list ?? []).entries()) {
            if (entry === "wrong") {
                yield wrong(`list[${String(index)}]`, entry);
            }
        }
    },
    function* oneAndTwoDiffer({ one, nested }) {
        if (one !== undefined && one === nested?.two) {
            yield wrong("nested.two", nested.two);
        }
    },
];

const late = <T>(value: T): pulumi.Output<T> => pulumi.output(Promise.resolve(value)) as pulumi.Output<T>;

function lines(output: pulumi.Output<string[]>): Promise<string[]> {
    return new Promise((resolve) => {
        output.apply(resolve);
    });
}

const line = (argument: string, found = "wrong") => `${argument} is "${found}", which is wrong. Set right.`;

describe("argument rules", () => {
    const messageOf = (args: unknown, judged: readonly Rule<Args>[]): string => {
        try {
            checkArguments("Cluster", "prod", args as Args, judged);
        } catch (error) {
            return (error as Error).message;
        }
        return "";
    };

    it("says in words that there are no arguments at all", () => {
        const said = (found: string) =>
            `Cluster "prod" was given an argument that cannot work:\n  - args is ${found}, which is no object with arguments. Set one such as { name: value }.`;
        assert.equal(messageOf(undefined, rules), said("unset"));
        assert.equal(messageOf(null, rules), said("null"));
        assert.equal(messageOf("prod", rules), said('"prod"'));
    });

    it("says in words what JSON has no words for", () => {
        const anything: Rule<Args>[] = [({ one }) => [wrong("one", one)]];
        for (const [found, words] of [
            [() => 1, "a function"],
            [Symbol("x"), "Symbol(x)"],
            [3n, "3"],
            [NaN, "NaN"],
        ] as const) {
            assert.match(
                messageOf({ one: found }, anything),
                new RegExp(`- one is ${words.replace(/[()]/g, ".")}, which`),
            );
        }
    });

    it("names an argument without a default that was left out", () => {
        const demanding: Rule<Args>[] = [(args) => [wrong("x", (args.nested as { two: string }).two)]];
        const message = "  - nested is unset, and it has no default. Give it a value.";
        assert.ok(messageOf({ one: "right" }, demanding).endsWith(message));
        assert.ok(messageOf({ one: "right", nested: undefined }, demanding).endsWith(message));
    });

    it("does not blame an argument that may be left out for the shape of another", () => {
        const looking: Rule<Args>[] = [
            ({ list = [], one = "default" }) => list.map((entry) => wrong("list", `${one}${entry}`)),
        ];
        assert.ok(messageOf({ list: "text" }, looking).includes('- list is "text", which has another shape'));
        assert.ok(
            messageOf({ list: { a: "text" } }, looking).includes('- list is {"a":"text"}, which has another shape'),
        );
    });

    it("reports all problems of plain values at once", () => {
        assert.throws(
            () => checkArguments("Cluster", "prod", { one: "wrong", list: ["right", "wrong"] }, rules),
            (error: Error) => {
                assert.equal(
                    error.message,
                    [
                        'Cluster "prod" was given 2 arguments that cannot work:',
                        `  - ${line("one")}`,
                        `  - ${line("list[1]")}`,
                    ].join("\n"),
                );
                assert.ok(pulumi.RunError.isInstance(error), "Pulumi prints a RunError without a stack trace");
                return true;
            },
        );
    });

    const judged: Record<string, { args: Args; now?: string[]; late?: string[] }> = {
        "a late value": { args: { one: late("wrong") }, late: [line("one")] },
        "a promise": { args: { one: Promise.resolve("wrong") }, late: [line("one")] },
        "a late list": { args: { list: late(["wrong"]) }, late: [line("list[0]")] },
        "one late entry beside a plain one": {
            args: { list: ["wrong", late("wrong")] },
            late: [line("list[0]"), line("list[1]")],
        },
        "a late value that does not hide a plain problem": {
            args: { one: late("right"), list: ["wrong"] },
            now: [line("list[0]")],
        },
        "two late values that a rule compares": {
            args: { one: late("same"), nested: { two: late("same") } },
            late: [line("nested.two", "same")],
        },
        "a secret, whose value is not told": {
            args: { one: pulumi.secret("wrong") },
            late: ["one is a secret whose value cannot work here. Compare it with the documentation of the argument."],
        },
        "a late value that came to nothing": {
            args: { list: late(null as unknown as string[]) },
            late: ["list is null, which is neither a value nor left out. Give it a value, or leave it out."],
        },
        "a plain value that says nothing": {
            args: { one: null as unknown as string },
            now: ["one is null, which is neither a value nor left out. Give it a value, or leave it out."],
        },
        "a value of another shape": {
            args: { list: "wrong" as unknown as string[] },
            now: [
                'list is "wrong", which has another shape than this argument. Compare it with the documentation of the argument.',
            ],
        },
        "a value of another shape inside": {
            args: { nested: { two: "same" }, list: [5, "wrong"] as unknown as string[] },
            now: [line("list[1]")],
        },
        "right values": { args: { one: late("right"), list: ["right"], nested: { two: "other" } } },
    };
    for (const [title, expected] of Object.entries(judged)) {
        it(`judges ${title}`, async () => {
            const verdict = judgeAll(expected.args, rules);
            assert.deepEqual(verdict.now, expected.now ?? []);
            assert.deepEqual(await lines(verdict.late), expected.late ?? []);
        });
    }

    it("lets an error of a rule itself through", () => {
        const broken: Rule<Args> = () => {
            throw new Error("a bug");
        };
        assert.throws(() => judgeAll({}, [broken]), /a bug/);
    });
});
