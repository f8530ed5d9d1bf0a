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
            "Commands, scripts and dynamic resources, which can change anything: `apply`.",
        ],
    },
    "scripts and dynamic resources": {
        stack: [
            { name: "cli", type: "azure-native:resources:AzureCliScript", props: {} },
            { name: "shell", type: "azure-native:resources/v20231001:AzurePowerShellScript", props: {} },
            { name: "node", type: "pulumi-nodejs:dynamic:Resource", props: {} },
            { name: "python", type: "pulumi-python:dynamic:Resource", props: {} },
        ],
        sentences: [
            "Commands, scripts and dynamic resources, which can change anything: `cli`, `shell`, `node`, `python`.",
        ],
    },
    "resources of any type": {
        stack: [
            { name: "one", type: "azure-native:resources:Resource", props: {} },
            { name: "two", type: "azure-native_resources_v20240301:resources:Resource", props: {} },
            { name: "three", type: "azapi:resources/resource:Resource", props: {} },
            { name: "four", type: "azapi:index/updateResource:UpdateResource", props: {} },
            { name: "group", type: "azure-native:resources:ResourceGroup", props: {} },
        ],
        sentences: ["Written in ARM's own words, which no policy reads: `one`, `two`, `three`, `four`."],
    },
    "what Flux and Argo CD bring": {
        stack: [
            { name: "native", type: "azure-native:kubernetesconfiguration:FluxConfiguration", props: {} },
            { name: "classic", type: "azure:containerservice/fluxConfiguration:FluxConfiguration", props: {} },
            { name: "release", ...object("helm.toolkit.fluxcd.io/v2", "HelmRelease", {}) },
            { name: "folder", ...object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", {}) },
            { name: "argo", ...object("argoproj.io/v1alpha1", "ApplicationSet", {}) },
            { name: "project", ...object("argoproj.io/v1alpha1", "AppProject", {}) },
        ],
        sentences: [
            "Brought from a repository by Flux or Argo CD, so that no object is judged: `native`, `classic`, `release`, `folder`, `argo`.",
        ],
    },
    "pods of kinds that nobody here knows": {
        stack: [
            { name: "rollout", ...object("argoproj.io/v1alpha1", "Rollout", { spec: {} }) },
            { name: "own", ...object("example.com/v1", "Server", deployment().props) },
            { name: "shop", ...deployment() },
        ],
        sentences: ["With pods in an object of a kind that no policy judges: `rollout`, `own`."],
    },
    "lists of anything": {
        stack: [
            { name: "one", type: "kubernetes:core/v1:List", props: { items: [] } },
            { name: "two", type: "kubernetes:v1:List", props: { items: [] } },
        ],
        sentences: ["Lists of objects of any kind, which no policy looks into: `one`, `two`."],
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
