import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { createDiagnosticSetting } from "../../../components/monitoring/diagnostic-setting";
import { record, registered } from "../../recorded-program";

const providers = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers";
const clusterId = `${providers}/Microsoft.ContainerService/managedClusters/prod`;
const workspaceId = `${providers}/Microsoft.OperationalInsights/workspaces/central`;
const args: aksguard.MonitoringArgs = { clusterId, resourceGroupName: "group" };

const type = {
    workspace: "azure-native:operationalinsights:Workspace",
    setting: "azure-native:monitor:DiagnosticSetting",
    rule: "azure-native:monitor:DataCollectionRule",
    association: "azure-native:monitor:DataCollectionRuleAssociation",
};

const streams = [
    "Microsoft-ContainerLogV2",
    "Microsoft-KubeEvents",
    "Microsoft-KubePodInventory",
    "Microsoft-KubeNodeInventory",
    "Microsoft-KubePVInventory",
    "Microsoft-KubeServices",
    "Microsoft-KubeMonAgentEvents",
    "Microsoft-InsightsMetrics",
    "Microsoft-ContainerInventory",
    "Microsoft-ContainerNodeInventory",
    "Microsoft-Perf",
];

describe("Monitoring", () => {
    it("makes a workspace, and sends all logs of the control plane to it", async () => {
        const registrations = await record(
            () =>
                new aksguard.Monitoring("kit", {
                    ...args,
                    location: "westeurope",
                    tags: { team: "platform" },
                    retentionInDays: 365,
                }),
        );
        assert.deepEqual(registrations.map((registration) => registration.type).sort(), [
            "aksguard:index:Monitoring",
            type.rule,
            type.association,
            type.setting,
            type.workspace,
        ]);
        assert.ok(registrations.every(({ name }) => name === "kit"));
        assert.deepEqual(registered(registrations, type.workspace).inputs, {
            resourceGroupName: "group",
            location: "westeurope",
            tags: { team: "platform" },
            sku: { name: "PerGB2018" },
            retentionInDays: 365,
            publicNetworkAccessForIngestion: "Enabled",
            publicNetworkAccessForQuery: "Enabled",
        });
        const setting = registered(registrations, type.setting);
        assert.match(String(setting.inputs["workspaceId"]), /\/Workspace\/kit$/);
        const categories = [
            "kube-audit-admin",
            "kube-audit",
            "guard",
            "kube-apiserver",
            "kube-controller-manager",
            "kube-scheduler",
            "cluster-autoscaler",
            "cloud-controller-manager",
            "csi-azuredisk-controller",
            "csi-azurefile-controller",
            "csi-snapshot-controller",
        ];
        assert.deepEqual(setting.inputs, {
            resourceUri: clusterId,
            workspaceId: setting.inputs["workspaceId"],
            logAnalyticsDestinationType: "Dedicated",
            logs: categories.map((category) => ({ category, enabled: true })),
        });
        assert.deepEqual(setting.ignoreChanges, ["logAnalyticsDestinationType"]);
        assert.equal(setting.deleteBeforeReplace, true);
    });

    it("keeps logs for 90 days", async () => {
        const registrations = await record(() => new aksguard.Monitoring("kit", args));
        assert.equal(registered(registrations, type.workspace).inputs["retentionInDays"], 90);
    });

    it("sends everything to a workspace that exists, and makes none", async () => {
        const registrations = await record(
            () =>
                new aksguard.Monitoring("kit", { ...args, workspaceId, logCategories: ["kube-audit-admin", "guard"] }),
        );
        assert.equal(
            registrations.some((registration) => registration.type === type.workspace),
            false,
        );
        const setting = registered(registrations, type.setting).inputs;
        assert.equal(setting["workspaceId"], workspaceId);
        assert.deepEqual(setting["logs"], [
            { category: "kube-audit-admin", enabled: true },
            { category: "guard", enabled: true },
        ]);
        assert.deepEqual(registered(registrations, type.rule).inputs["destinations"], {
            logAnalytics: [{ name: "workspace", workspaceResourceId: workspaceId }],
        });
    });

    it("tells the agent on the nodes what to collect", async () => {
        const registrations = await record(() => new aksguard.Monitoring("kit", { ...args, workspaceId }));
        assert.deepEqual(registered(registrations, type.rule).inputs, {
            resourceGroupName: "group",
            kind: "Linux",
            dataSources: {
                extensions: [
                    {
                        name: "ContainerInsightsExtension",
                        extensionName: "ContainerInsights",
                        streams,
                        extensionSettings: {
                            dataCollectionSettings: {
                                interval: "1m",
                                namespaceFilteringMode: "Off",
                                namespaces: [],
                                enableContainerLogV2: true,
                            },
                        },
                    },
                ],
            },
            destinations: { logAnalytics: [{ name: "workspace", workspaceResourceId: workspaceId }] },
            dataFlows: [{ streams, destinations: ["workspace"] }],
        });
        const association = registered(registrations, type.association).inputs;
        assert.match(String(association["dataCollectionRuleId"]), /\/DataCollectionRule\/kit$/);
        assert.deepEqual(association, {
            associationName: "ContainerInsightsExtension",
            resourceUri: clusterId,
            dataCollectionRuleId: association["dataCollectionRuleId"],
        });
    });

    it("leaves namespaces out, also where they come late", async () => {
        for (const excludedNamespaces of [["noisy"], pulumi.output(["noisy"])]) {
            const registrations = await record(
                () =>
                    new aksguard.Monitoring("kit", {
                        ...args,
                        workspaceId,
                        excludedNamespaces,
                        collectionInterval: "30m",
                    }),
            );
            const { extensions } = registered(registrations, type.rule).inputs["dataSources"] as {
                extensions: { extensionSettings: unknown }[];
            };
            assert.deepEqual(extensions[0]?.extensionSettings, {
                dataCollectionSettings: {
                    interval: "30m",
                    namespaceFilteringMode: "Exclude",
                    namespaces: ["noisy"],
                    enableContainerLogV2: true,
                },
            });
        }
    });

    it("names what Azure would not take by the name that Pulumi makes", async () => {
        const registrations = await record(() => new aksguard.Monitoring("my_kit.monitoring", args));
        assert.match(String(registered(registrations, type.workspace).inputs["workspaceName"]), /^[a-z0-9]{4,63}$/);
        assert.match(
            String(registered(registrations, type.rule).inputs["dataCollectionRuleName"]),
            /^mykitmonitoring[a-z0-9]{8}$/,
        );
    });

    it("offers the logs of any resource to other components, with metrics where they are asked for", async () => {
        const registrations = await record(() =>
            createDiagnosticSetting(
                "vault",
                { resourceId: "vault-id", workspaceId, categories: ["AuditEvent"], metrics: true },
                { ignoreChanges: ["name"] },
            ),
        );
        const setting = registered(registrations, type.setting);
        assert.deepEqual(setting.inputs, {
            resourceUri: "vault-id",
            workspaceId,
            logAnalyticsDestinationType: "Dedicated",
            logs: [{ category: "AuditEvent", enabled: true }],
            metrics: [{ category: "AllMetrics", enabled: true }],
        });
        assert.deepEqual(setting.ignoreChanges, ["name", "logAnalyticsDestinationType"]);
    });

    const rejected: Record<string, [Partial<aksguard.MonitoringArgs>, string]> = {
        "the name of a cluster": [
            { clusterId: "prod" },
            'clusterId is "prod", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.',
        ],
        "the name of a workspace": [
            { workspaceId: "central" },
            'workspaceId is "central", which is not the ARM id of a Log Analytics workspace. Set the id that `az monitor log-analytics workspace show --query id` prints.',
        ],
        "a retention that no workspace has": [
            { retentionInDays: 7 },
            "retentionInDays is 7, where a workspace keeps logs for 30 to 730 days. Set a whole number in that range.",
        ],
        "a retention for a workspace that exists": [
            { workspaceId, retentionInDays: 90 },
            "retentionInDays is 90, and the workspace that exists keeps its own setting. Leave it out, or leave out workspaceId.",
        ],
        "logs without audit": [
            { logCategories: ["kube-apiserver"] },
            'logCategories is ["kube-apiserver"], and nobody could say later who did what in the cluster. Add kube-audit-admin and guard.',
        ],
        "logs without guard": [
            { logCategories: ["kube-audit"] },
            'logCategories is ["kube-audit"], and nobody could say later who did what in the cluster. Add guard.',
        ],
        "a category that is there twice": [
            { logCategories: ["guard", "kube-audit", "guard"] },
            'logCategories[2] is "guard", a category that is there twice. Set names such as kube-audit-admin, each once.',
        ],
        "a category that is none": [
            { logCategories: ["guard", "kube-audit", "Kube Audit"] },
            'logCategories[2] is "Kube Audit", which is no name of a log category. Set names such as kube-audit-admin, each once.',
        ],
        "an interval in seconds": [
            { collectionInterval: "60s" },
            'collectionInterval is "60s", where the agent takes whole minutes from 1m to 30m. Set a text such as "5m".',
        ],
        "an interval that is too long": [
            { collectionInterval: "31m" },
            'collectionInterval is "31m", where the agent takes whole minutes from 1m to 30m. Set a text such as "5m".',
        ],
        "a wildcard for namespaces": [
            { excludedNamespaces: ["team-*"] },
            'excludedNamespaces[0] is "team-*", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
        ],
    };
    for (const [title, [change, problem]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.throws(() => new aksguard.Monitoring("kit", { ...args, ...change }), {
                message: `Monitoring "kit" was given an argument that cannot work:\n  - ${problem}`,
            });
        });
    }
});
