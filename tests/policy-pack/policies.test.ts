import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { parse } from "yaml";

import { policies } from "../../policy-pack/policies";
import { isResourcePolicy, type Policy } from "../../policy-pack/policy";
import { practices } from "../../policy-pack/practices";
import { evaluate, UNKNOWN, type Verdict } from "./policy-tester";
import { evaluateStack, type Stack } from "./stack-policy-tester";

const root = resolve(__dirname, "..", "..");
const sources = join(root, "policy-pack", "policies");
const pages = join(root, "docs", "policies");

/** `folder/name` of every policy file. */
const files = readdirSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(sources, name)).map((file) => `${name}/${basename(file, ".ts")}`))
    .sort();

const names = policies.map(({ name }) => name).sort();

describe("the list of policies", () => {
    it("has every policy file, once", () => {
        assert.deepEqual(names, files.map((file) => basename(file)).sort());
    });

    it("has a test for every policy", () => {
        const untested = files.filter((file) => !existsSync(join(__dirname, "policies", `${file}.test.ts`)));
        assert.deepEqual(untested, []);
    });

    it("has a page for every policy, and no page of another", () => {
        const documented = readdirSync(pages).filter((file) => file !== "README.md");
        assert.deepEqual(documented.map((file) => basename(file, ".md")).sort(), names);
    });

    it("explains every kind that policies judge, and no other", () => {
        const [, table = ""] = readFileSync(join(pages, "README.md"), "utf8").split("Kinds, as the pages name them:");
        const [explained = ""] = table.split("<!--");
        const kinds = [...explained.matchAll(/^\| (.+?) +\|/gm)].map(([, kind = ""]) => kind);
        assert.deepEqual(kinds.slice(2).sort(), [...new Set(policies.flatMap((policy) => policy.kinds))].sort());
    });

    it("declares what can be configured, each with a default and its meaning", () => {
        const configurable = policies.filter(({ configSchema }) => configSchema !== undefined);
        for (const { configSchema } of configurable) {
            for (const property of Object.values(configSchema?.properties ?? {})) {
                assert.ok(property.default !== undefined && property.description !== undefined);
            }
        }
    });

    for (const file of files) {
        const policy = policies.find(({ name }) => name === basename(file));

        it(`${file}: name, words and metadata are whole`, () => {
            assert.ok(policy !== undefined);
            const {
                name,
                description,
                remediationSteps = "",
                severity,
                tags = [],
                advisory,
                enforcementLevel,
            } = policy;
            assert.ok(name.length <= 50 && name !== "all", "the name is also a key of configuration");
            assert.ok(name.startsWith(`${file.split("/")[0] ?? ""}-`), "a name begins with its folder");
            assert.match(description, advisory === undefined ? / must .*\.$/ : / should .*\.$/);
            assert.match(remediationSteps, /^[A-Z].*\.$/);
            assert.ok(["low", "medium", "high", "critical"].includes(severity ?? ""));
            assert.equal(enforcementLevel, advisory === undefined ? "mandatory" : "advisory");
            assert.ok(policy.kinds.length > 0);
            assert.ok(policy.practice === undefined || policy.practice in practices);
            assert.deepEqual(tags, [
                ...(policy.practice === undefined ? [] : [`practice:${policy.practice}`]),
                ...policy.equivalents,
            ]);
            for (const tag of policy.equivalents) {
                assert.match(
                    tag,
                    /^(azure-policy:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|psrule:AZR-\d{6}|checkov:CKV2?_(AZURE|K8S)_\d+|trivy:(AZU|KSV)-\d{4}|cis-aks-1\.8:\d\.\d\.\d+|pss:(baseline|restricted))$/,
                );
            }
        });

        it(`${file}: the specification says what is checked, what is compliant and what unset means`, () => {
            const source = readFileSync(join(sources, `${file}.ts`), "utf8");
            for (const heading of ["Checked property:", "Compliant values:", "When unset:"]) {
                assert.ok(source.startsWith("/**") && source.includes(` * ${heading}`), heading);
            }
        });

        it(`${file}: the page is whole, and its snippets are judged as it says`, async () => {
            assert.ok(policy !== undefined);
            const page = readFileSync(join(pages, `${policy.name}.md`), "utf8");
            for (const heading of ["Why", "When unset", "Compliant", "Violating", "Links"]) {
                assert.match(page, new RegExp(`^## ${heading}\n\n\\S`, "m"), heading);
            }
            // What is configured is no resource: the policy that tells of it has tests with a served pack.
            if (page.includes("## Compliant\n\n```json")) return;
            const compliant = await judge(policy, snippet(page, "Compliant"));
            assert.deepEqual(compliant, [{ violations: [], undetermined: [], notApplicable: undefined }]);
            const violating = await judge(policy, snippet(page, "Violating"));
            assert.notDeepEqual(
                violating.flatMap(({ violations }) => violations),
                [],
            );
        });
    }
});

/** What a policy says of a resource; of a program, everything that it says, each verdict once. */
async function judge(policy: Policy, { type, properties, resources, config }: Snippet): Promise<Verdict[]> {
    const verdicts = isResourcePolicy(policy)
        ? await evaluate({ type, props: properties }, { of: [policy], ...(config === undefined ? {} : { config }) })
        : await evaluateStack(policy, stackOf(resources));
    return [...new Map([...verdicts.values()].map((verdict) => [JSON.stringify(verdict), verdict])).values()];
}

/** A page shows a resource, or the resources of a program in Pulumi's YAML. */
interface Snippet {
    type: string;
    properties: object;
    /** The configuration of the policy, where the snippet is judged by another than the default. */
    config?: Readonly<Record<string, unknown>>;
    resources: Record<string, Pick<Snippet, "type" | "properties" | "options">>;
    options?: { readonly provider?: string };
}

/** The code block below a heading of a page. */
function snippet(page: string, heading: string): Snippet {
    const [, text = ""] = new RegExp(`^## ${heading}\n\n\`\`\`yaml\n(.*?)\`\`\``, "ms").exec(page) ?? [];
    return parse(text) as Snippet;
}

/** The resources before the first update: what is made from the output of another is not known. */
function stackOf(resources: Snippet["resources"]): Stack {
    const members = Object.entries(resources).map(([name, { type, properties, options }]) => {
        const madeFrom = Object.entries(properties).map(([property, value]) => [property, sourcesOf(value)] as const);
        const [provider] = sourcesOf(options?.provider);
        return [
            name,
            {
                type,
                props: withoutSources(properties) as object,
                madeFrom: Object.fromEntries(madeFrom.filter(([, sources]) => sources.length > 0)),
                ...(provider === undefined ? {} : { provider }),
            },
        ] as const;
    });
    return Object.fromEntries(members);
}

const reference = /\$\{(\w+)[^}]*\}/g;

/** The names of the resources that a value is made from. */
function sourcesOf(value: unknown): string[] {
    return [...JSON.stringify(value ?? null).matchAll(reference)].map(([, name = ""]) => name);
}

function withoutSources(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
        typeof inner === "string" && inner.search(reference) >= 0 ? UNKNOWN : inner,
    );
}
