import type * as pulumi from "@pulumi/pulumi";

/** `securityProfile.defender`: the sensor of Microsoft Defender on every node. AKS demands the workspace with it. */
export function defenderProfile(workspaceId: pulumi.Input<string>) {
    return { logAnalyticsWorkspaceResourceId: workspaceId, securityMonitoring: { enabled: true } };
}

/**
 * `addonProfiles.omsagent`: the agent of Container Insights, which a `Monitoring` tells what to collect. It signs in by
 * the identity of the cluster: with the keys of the workspace, the old way, Azure takes nothing since 2026-09-30.
 */
export function omsagentAddOn(workspaceId: pulumi.Input<string>) {
    return { enabled: true, config: { logAnalyticsWorkspaceResourceID: workspaceId, useAADAuth: "true" } };
}
