/**
 * Nodes whose operating system nobody updates run with known vulnerabilities until they are replaced by hand.
 *
 * Checked property:  ManagedCluster `autoUpgradeProfile.nodeOSUpgradeChannel`
 * Compliant values:  `NodeImage`, `SecurityPatch`, `Unmanaged`, or the configured ones of them; any with upgrade channel
 *                    `node-image`, which updates images itself
 * When unset:        compliant (AKS makes it `NodeImage`); violation before API version 2023-06-01, which made it `None`
 * Ruling:            `Unmanaged` passes by default: nodes patch themselves, and kured restarts them
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy, some } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

interface Config {
    readonly allowedNodeOsUpgradeChannels: readonly string[];
}

const channels = ["NodeImage", "SecurityPatch", "Unmanaged"];

export const clusterNodeOsUpgradeChannelEnabled = definePolicy<Config>({
    name: "cluster-node-os-upgrade-channel-enabled",
    description: "The operating system of AKS nodes must be updated automatically.",
    remediationSteps: "Choose a node OS upgrade channel, and a maintenance window for it.",
    severity: "high",
    practice: 4,
    equivalents: ["azure-policy:04408ca5-aa10-42ce-8536-98955cdddd4c", "psrule:AZR-000435"],
    configSchema: {
        properties: {
            allowedNodeOsUpgradeChannels: {
                type: "array",
                items: { type: "string", enum: channels },
                minItems: 1,
                default: channels,
                description: "The channels that pass.",
            },
        },
    },
    checks: [
        check(managedCluster, function* (cluster, { allowedNodeOsUpgradeChannels: allowed }) {
            const { nodeOSUpgradeChannel: channel } = cluster;
            const isUpdated = some(
                () => allowed.some((name) => name.toLowerCase() === channel.effective.toLowerCase()),
                () => cluster.upgradeChannel.effective.toLowerCase() === "node-image",
            );
            if (isUpdated) return;
            const found =
                channel.value === undefined ? `unset, which is ${quote(channel.effective)}` : quote(channel.value);
            yield `\`${channel.path}\` is ${found}; set it to ${alternatives(allowed)}.`;
        }),
    ],
});
