import type { DataCollectionRuleArgs } from "@pulumi/azure-native/monitor/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { nameUnlessAutomatic } from "../arguments/names";
import type { MonitoringArgs } from "./monitoring-args";

/** Interval of collection where nobody said otherwise. */
export const defaultCollectionInterval = "1m";

/** Everything that Container Insights can send. Container logs in the new schema: the old one is being retired. */
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

/** Name of the workspace inside of the rule. */
const destination = "workspace";

/** Azure takes 64 letters, digits, hyphens and underscores. */
const fits = /^[a-zA-Z0-9][-_a-zA-Z0-9]{0,55}$/;
const longestName = 64;

/** What the agent on the nodes sends, and where to. The agent knows the rule by the names of its extension. */
export function dataCollectionRuleArgs(
    name: string,
    args: MonitoringArgs,
    workspaceId: pulumi.Input<string>,
): DataCollectionRuleArgs {
    const excluded = args.excludedNamespaces ?? [];
    return {
        resourceGroupName: args.resourceGroupName,
        location: args.location,
        tags: args.tags,
        dataCollectionRuleName: nameUnlessAutomatic(name, fits, longestName),
        kind: "Linux",
        dataSources: {
            extensions: [
                {
                    name: "ContainerInsightsExtension",
                    extensionName: "ContainerInsights",
                    streams,
                    extensionSettings: {
                        dataCollectionSettings: {
                            interval: args.collectionInterval ?? defaultCollectionInterval,
                            namespaceFilteringMode: lift(excluded, ({ length }) => (length === 0 ? "Off" : "Exclude")),
                            namespaces: excluded,
                            enableContainerLogV2: true,
                        },
                    },
                },
            ],
        },
        destinations: { logAnalytics: [{ name: destination, workspaceResourceId: workspaceId }] },
        dataFlows: [{ streams, destinations: [destination] }],
    };
}
