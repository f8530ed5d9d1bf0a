import { randomUUID } from "node:crypto";

import type { Cloud } from "../../providers/cloud";
import { type PropertyMap, type PropertyValue, isMap, knownString, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { badRequest, childrenOf, kept, requireReference } from "./reference";

const sinks = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId"];

/** Sends logs of one resource. Every category goes to one place once; some answers tell another table than was asked for. */
export const diagnosticSetting: ResourceBehaviour = {
    refuse: (request) => {
        const { name, inputs, cloud } = request;
        if (!sinks.some((sink) => knownString(inputs[sink]) !== undefined)) {
            badRequest("At least one data sink needs to be specified.");
        }
        requireWorkspace(cloud, inputs.workspaceId);
        for (const { category } of logsOf(inputs)) {
            if (category !== undefined && !isCategory(textOf(inputs.resourceUri), textOf(category))) {
                badRequest(`Category '${textOf(category)}' is not supported.`);
            }
        }
        for (const other of siblings(request)) {
            const twin = enabled(other.inputs).find((category) => enabled(inputs).includes(category));
            const sink = sinks.find(
                (candidate) => inputs[candidate] !== undefined && sameId(inputs, other.inputs, candidate),
            );
            if (twin !== undefined && sink !== undefined && nameOf(other.id) !== name) {
                throw new ArmError(
                    409,
                    "Conflict",
                    `Data sink '${textOf(inputs[sink])}' is already used in diagnostic setting '${nameOf(other.id)}' for category '${twin}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
                );
            }
        }
    },
    answer: ({ inputs }) => ({
        logs: logsOf(inputs).map(withoutRetention),
        // https://github.com/Azure/azure-rest-api-specs/issues/22400
        logAnalyticsDestinationType: null,
    }),
};

/** Says what agents collect. The service adds the ids by which agents know rule and workspace. */
export const dataCollectionRule: ResourceBehaviour = {
    refuse: ({ inputs, cloud }) => {
        for (const { workspaceResourceId } of workspacesOf(inputs)) requireWorkspace(cloud, workspaceResourceId);
        const named = new Set(workspacesOf(inputs).map(({ name }) => name));
        for (const flow of maps(inputs.dataFlows)) {
            for (const destination of Array.isArray(flow.destinations) ? flow.destinations : []) {
                if (named.has(destination)) continue;
                throw new ArmError(
                    400,
                    "InvalidPayload",
                    `Data collection rule is invalid: the destination '${textOf(destination)}' is not defined.`,
                );
            }
        }
    },
    answer: ({ inputs, existing, cloud }) => ({
        immutableId: kept(existing, () => `dcr-${randomUUID().replaceAll("-", "")}`, "immutableId"),
        destinations: {
            ...(isMap(inputs.destinations) ? inputs.destinations : {}),
            logAnalytics: workspacesOf(inputs).map((workspace) => ({
                ...workspace,
                workspaceId: cloud.get(textOf(workspace.workspaceResourceId))?.outputs.customerId ?? null,
            })),
        },
    }),
};

/** Makes a rule count for a resource. */
export const dataCollectionRuleAssociation: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }) => {
        requireReference(cloud, id, inputs.dataCollectionRuleId);
        requireReference(cloud, id, inputs.dataCollectionEndpointId);
    },
};

function requireWorkspace(cloud: Cloud, id: PropertyValue | undefined): void {
    const workspace = knownString(id);
    if (workspace === undefined || cloud.get(workspace) !== undefined) return;
    throw new ArmError(
        404,
        "ResourceNotFound",
        `The Resource '${workspace.replace(/^.*\/providers\//i, "")}' under resource group was not found.`,
    );
}

const categoriesOfClusters = new Set([
    "cloud-controller-manager",
    "cluster-autoscaler",
    "csi-azuredisk-controller",
    "csi-azurefile-controller",
    "csi-snapshot-controller",
    "fleet-mcs-controller-manager",
    "fleet-member-agent",
    "fleet-member-net-controller-manager",
    "guard",
    "karpenter-events",
    "kube-apiserver",
    "kube-audit",
    "kube-audit-admin",
    "kube-controller-manager",
    "kube-scheduler",
]);

/** Categories of other kinds of resources are taken as they come. */
function isCategory(resource: string, category: string): boolean {
    return !/\/managedClusters\/[^/]+$/i.test(resource) || categoriesOfClusters.has(category);
}

function siblings({ id, cloud }: ArmRequest) {
    const resource = id.replace(/\/providers\/Microsoft\.Insights\/diagnosticSettings\/[^/]+$/i, "");
    return childrenOf(cloud, `${resource}/providers/Microsoft.Insights`, "diagnosticSettings");
}

function sameId(left: PropertyMap, right: PropertyMap, name: string): boolean {
    return textOf(left[name]).toLowerCase() === textOf(right[name]).toLowerCase();
}

function logsOf(inputs: PropertyMap): PropertyMap[] {
    return maps(inputs.logs);
}

function enabled(inputs: PropertyMap): string[] {
    return logsOf(inputs)
        .filter((log) => log.enabled === true && log.category !== undefined)
        .map(({ category }) => textOf(category));
}

function withoutRetention(log: PropertyMap): PropertyMap {
    return { retentionPolicy: { days: 0, enabled: false }, ...log };
}

function workspacesOf({ destinations }: PropertyMap): PropertyMap[] {
    return isMap(destinations) ? maps(destinations.logAnalytics) : [];
}

function maps(value: PropertyValue | undefined): PropertyMap[] {
    return Array.isArray(value) ? value.filter(isMap) : [];
}
