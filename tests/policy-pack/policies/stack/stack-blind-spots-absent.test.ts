import assert from "node:assert/strict";

import { covers, traced } from "../../../../policy-pack/serving/traced";
import { cluster, defenderTemplate, deployment, object } from "../../fixtures";
import { UNKNOWN } from "../../sdk-server";
import { compilePack, startPack } from "../../compiled-pack";
import type { Member } from "../../../../sandbox/policy-pack/served-pack";

const report = "stack-blind-spots-absent";

/** Stacks, each with what is said of it. */
const cases: Record<string, { stack: Member[]; sentences: string[] }> = {
    "nothing where everything is seen": {
        stack: [
            { name: "prod", ...cluster() },
            { name: "shop", ...deployment() },
            { name: "plan", ...defenderTemplate() },
        ],
        sentences: [],
    },
    "releases of Helm": {
        stack: ["a", "b", "c", "d", "e", "f", "g"].map((name) => ({
            name,
            type: "kubernetes:helm.sh/v3:Release",
            props: { chart: name },
        })),
        sentences: [
            "Installed by Helm, so that only name, repository and values are judged (use Chart to have the objects judged): `a`, `b`, `c`, `d`, `e` and 2 more.",
        ],
    },
    "templates and commands": {
        stack: [
            { name: "group", type: "azure-native:resources:Deployment", props: {} },
            { name: "more", ...defenderTemplate({ type: "Microsoft.Storage/storageAccounts" }) },
            {
                name: "old",
                type: "azure-native:resources/v20240301:DeploymentAtSubscriptionScope",
                props: { properties: { template: "{" } },
            },
            {
                name: "classic",
                type: "azure:core/resourceGroupTemplateDeployment:ResourceGroupTemplateDeployment",
                props: {},
            },
            { name: "apply", type: "command:local:Command", props: { create: "kubectl apply -f https://example.com" } },
        ],
        sentences: [
            "Deployed by templates, of which only plans of Defender are judged: `group`, `more`, `old`, `classic`.",
            "Commands, which can change anything: `apply`.",
        ],
    },
    "clusters of another kind": {
        stack: [
            { name: "eks", type: "aws:eks/cluster:Cluster", props: {} },
            { name: "gke", type: "gcp:container/cluster:Cluster", props: {} },
            { name: "arc", type: "azure-native:kubernetes:ConnectedCluster", props: {} },
            { name: "aro", type: "azure-native:redhatopenshift/v20240812preview:OpenShiftCluster", props: {} },
            { name: "sea", type: "digitalocean:index/kubernetesCluster:KubernetesCluster", props: {} },
        ],
        sentences: ["Clusters of another kind than AKS, which no policy judges: `eks`, `gke`, `arc`, `aro`, `sea`."],
    },
    "components that rendered nothing yet": {
        stack: [{ name: "late", type: "kubernetes:yaml/v2:ConfigGroup", props: { yaml: UNKNOWN } }],
        sentences: [
            "Without an object that policies could see before the update: `late`.",
            "With values that are known only after the update: `late`.",
        ],
    },
    "what is read": {
        stack: [
            { name: "found", isRead: true, ...cluster({ disableLocalAccounts: false }) },
            { name: "group", isRead: true, type: "azure-native:resources:ResourceGroup", props: {} },
        ],
        sentences: ["Read and not registered, so that nobody judged them: `found`."],
    },
    "judged properties of which changes are ignored": {
        stack: [
            { name: "prod", ...cluster({ tags: { a: "b" } }), ignoreChanges: ["disableLocalAccounts", "tags"] },
            {
                name: "shop",
                ...deployment(),
                ignoreChanges: ["spec.template.spec.containers[*].image", "spec.replicas"],
            },
        ],
        sentences: [
            "In `ignoreChanges`, so that they are judged by what they were, not by what they are now: `prod.disableLocalAccounts`, `shop.spec.template.spec.containers[*].image`.",
        ],
    },
    "values that are not known": {
        stack: [{ name: "prod", ...cluster({ disableLocalAccounts: UNKNOWN }) }],
        sentences: ["With values that are known only after the update: `prod`."],
    },
    "an object of an unknown kind, in silence": {
        stack: [{ name: "own", ...object("example.com/v1", "Release", {}) }],
        sentences: [],
    },
};

describe(report, function () {
    this.timeout(60_000);

    before(() => {
        compilePack();
    });

    for (const [title, { stack, sentences }] of Object.entries(cases)) {
        it(`tells of ${title}`, async () => {
            const pack = await startPack();
            try {
                const said = (await pack.judge(stack)).filter(({ policy }) => policy === report);
                const message = sentences.join("\n");
                assert.deepEqual(said, message === "" ? [] : [{ policy: report, level: "advisory", message }]);
            } finally {
                await pack.stop();
            }
        });
    }

    const paths: [string, string[], boolean][] = [
        ["a", ["a"], true],
        ["a", ["a", "b"], true],
        ["a.b", ["a"], false],
        ["a.b", ["a", "c"], false],
        ["a[0].b", ["a", "0", "b"], true],
        ["a[1].b", ["a", "0", "b"], false],
        ["a[*].b", ["a", "7", "b"], true],
        ['tags["a.b/c"]', ["tags", "a.b/c"], true],
        ["*", ["a"], true],
        ["", ["a"], false],
    ];
    for (const [ignored, read, expected] of paths) {
        it(`ignoring changes of '${ignored}' ${expected ? "hides" : "does not hide"} ${read.join(".")}`, () => {
            assert.equal(covers(ignored, read), expected);
        });
    }

    it("traces what is read, elements and inner objects too, and changes nothing", () => {
        const read: string[] = [];
        const properties = { a: { b: [{ c: 1 }] }, d: null };
        const proxy = traced<Record<string, unknown>>(properties, (path) => read.push(path.join(".")));
        const [first] = (proxy.a as { b: { c: number }[] }).b;
        assert.equal(first?.c, 1);
        assert.equal(proxy.d, null);
        assert.equal(proxy.missing, undefined);
        assert.deepEqual(
            read,
            ["a", "a.b", "a.b.length", "a.b.0", "a.b.0.c", "d"].filter((path) => read.includes(path)),
        );
        assert.ok(read.includes("a.b.0.c"));
    });
});
