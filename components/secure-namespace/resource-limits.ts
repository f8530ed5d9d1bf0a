import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import type { SecureNamespaceArgs } from "./secure-namespace-args";

/** Amounts that nobody set. */
export const resourceDefaults = {
    containerDefaults: { cpuRequest: "100m", cpuLimit: "500m", memoryRequest: "128Mi", memoryLimit: "256Mi" },
    containerMaximum: { cpu: "2", memory: "4Gi" },
    quota: {
        cpuRequests: "8",
        cpuLimits: "16",
        memoryRequests: "16Gi",
        memoryLimits: "32Gi",
        pods: 100,
        loadBalancers: 0,
        nodePorts: 0,
    },
} as const;

/** Defaults in place of what was not given; an argument that is there and undefined was not. */
export function withDefaults<Defaults extends object, Given extends { [Name in keyof Defaults]?: unknown }>(
    defaults: Defaults,
    given: Given | undefined,
): { [Name in keyof Defaults]: Exclude<Given[Name], undefined> } {
    const entries = Object.entries(defaults).map(([name, value]: [string, unknown]) => [
        name,
        given?.[name as keyof Defaults] ?? value,
    ]);
    return Object.fromEntries(entries) as { [Name in keyof Defaults]: Exclude<Given[Name], undefined> };
}

/** What each container gets, and may ask for at most. */
export function limitRange({ containerDefaults, containerMaximum }: SecureNamespaceArgs) {
    const defaults = withDefaults(resourceDefaults.containerDefaults, containerDefaults);
    const maximum = withDefaults(resourceDefaults.containerMaximum, containerMaximum);
    return {
        limits: [
            {
                type: "Container",
                defaultRequest: { cpu: defaults.cpuRequest, memory: defaults.memoryRequest },
                default: { cpu: defaults.cpuLimit, memory: defaults.memoryLimit },
                max: { cpu: maximum.cpu, memory: maximum.memory },
            },
        ],
    };
}

/** What all objects of the namespace take together at most. */
export function resourceQuota({ quota }: SecureNamespaceArgs) {
    const most = withDefaults(resourceDefaults.quota, quota);
    return {
        hard: {
            "requests.cpu": most.cpuRequests,
            "limits.cpu": most.cpuLimits,
            "requests.memory": most.memoryRequests,
            "limits.memory": most.memoryLimits,
            pods: text(most.pods),
            "services.loadbalancers": text(most.loadBalancers),
            "services.nodeports": text(most.nodePorts),
        },
    };
}

function text(count: pulumi.Input<number>): pulumi.Input<string> {
    return lift(count, String);
}
