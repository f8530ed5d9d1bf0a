import assert from "node:assert/strict";

import { parsePulumiArguments } from "../../../sandbox/cli/arguments";

describe("arguments of a pulumi command", () => {
    const cases: Record<string, Partial<ReturnType<typeof parsePulumiArguments>>> = {
        preview: { command: ["preview"], stack: undefined },
        "preview --stack dev": { command: ["preview"], stack: "dev" },
        "preview --stack=dev": { command: ["preview"], stack: "dev" },
        "preview -s dev": { command: ["preview"], stack: "dev" },
        "preview -sdev": { command: ["preview"], stack: "dev" },
        "-C examples/legacy preview": { command: ["preview"], cwd: "examples/legacy" },
        "--cwd=examples/legacy up --yes": { command: ["up"], cwd: "examples/legacy" },
        "up --refresh --stack dev": { command: ["up"], stack: "dev" },
        "preview --policy-pack pack --stack dev": { command: ["preview"], stack: "dev" },
        "stack export --file out.json --stack dev": { command: ["stack", "export"], stack: "dev" },
        "stack init dev": { command: ["stack", "init", "dev"] },
        "config set key value -s dev": { command: ["config", "set", "key", "value"], stack: "dev" },
        "preview --config-file other.yaml": { command: ["preview"], configFile: "other.yaml" },
        "up --help": { command: ["up"], help: true },
        "config set key -- --stack": { command: ["config", "set", "key"], stack: undefined },
    };
    for (const [line, expected] of Object.entries(cases)) {
        it(line, () => {
            const parsed = parsePulumiArguments(line.split(" "));
            assert.deepEqual({ ...parsed, ...expected }, parsed);
        });
    }
});
