/**
 * A cluster that nobody upgrades falls out of support within a year, and gets no more security fixes.
 *
 * Checked property:  ManagedCluster `autoUpgradeProfile.upgradeChannel`
 * Compliant values:  `stable`, `patch`, `rapid`, `node-image`, or the configured ones of them
 * When unset:        violation (AKS upgrades nothing by default); compliant on AKS Automatic (`stable`)
 * Ruling:            `node-image` passes by default as in PSRule and checkov; Azure Policy refuses it
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

interface Config {
    readonly allowedClusterAutoUpgradeChannels: readonly string[];
}

const channels = ["stable", "patch", "rapid", "node-image"];

export const clusterUpgradeChannelEnabled = definePolicy<Config>({
    name: "cluster-upgrade-channel-enabled",
    description: "AKS clusters must be upgraded automatically.",
    remediationSteps: "Choose an upgrade channel, and a maintenance window for it.",
    severity: "medium",
    practice: 4,
    equivalents: ["azure-policy:5c345cdf-2049-47e0-b8fe-b0e96bc2df35", "psrule:AZR-000036", "checkov:CKV_AZURE_171"],
    configSchema: {
        properties: {
            allowedClusterAutoUpgradeChannels: {
                type: "array",
                items: { type: "string", enum: channels },
                minItems: 1,
                default: channels,
                description: "The channels that pass.",
            },
        },
    },
    checks: [
        check(managedCluster, function* ({ upgradeChannel }, { allowedClusterAutoUpgradeChannels: allowed }) {
            if (allowed.includes(upgradeChannel.effective.toLowerCase())) return;
            const found =
                upgradeChannel.value === undefined
                    ? "unset, and Kubernetes then stays at its version"
                    : quote(upgradeChannel.value);
            yield `\`${upgradeChannel.path}\` is ${found}; set it to ${alternatives(allowed)}.`;
        }),
    ],
});
