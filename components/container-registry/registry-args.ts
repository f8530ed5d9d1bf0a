import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { worldwideName } from "../arguments/names";
import { ImageRetention, type ContainerRegistryArgs } from "./container-registry-args";

const longestName = 50;
const defaultRetentionDays = 30;

/** Name of a registry, and of its login server: known before there is one. */
export function registryNameOf(name: string, { registryName }: Pick<ContainerRegistryArgs, "registryName">) {
    return registryName ?? worldwideName(name, longestName);
}

/** The inputs of a hardened registry. */
export function registryArgs(name: string, args: ContainerRegistryArgs): RegistryArgs {
    const { allowedIpRanges } = args;
    return {
        resourceGroupName: args.resourceGroupName,
        location: args.location,
        registryName: registryNameOf(name, args),
        tags: args.tags,
        // Private endpoints, the firewall and the policies below are of this tier only.
        sku: { name: "Premium" },
        adminUserEnabled: false,
        anonymousPullEnabled: false,
        // Layers come from a name of this registry, so that a firewall need not let every storage account pass.
        dataEndpointEnabled: true,
        publicNetworkAccess: allowedIpRanges === undefined ? "Disabled" : "Enabled",
        networkRuleSet: {
            defaultAction: "Deny",
            ipRules: lift(allowedIpRanges ?? [], (ranges) =>
                ranges.map((range) => ({ action: "Allow", iPAddressOrRange: range })),
            ),
        },
        // Defender for Cloud scans images as such a service: without it, a closed registry is not scanned.
        networkRuleBypassOptions: "AzureServices",
        policies: registryPolicies(args),
        // Azure spreads every registry over the zones of its region. The SDK makes a plain `undefined` Disabled, and
        // "Enabled" is refused where a region has no zones; so it is left out.
        // https://learn.microsoft.com/azure/container-registry/zone-redundancy
        zoneRedundancy: pulumi.output<string | undefined>(undefined),
    };
}

function registryPolicies({
    allowedIpRanges,
    imageRetention = ImageRetention.PurgeUntagged,
    imageRetentionDays = defaultRetentionDays,
    artifactCache = false,
}: ContainerRegistryArgs): NonNullable<RegistryArgs["policies"]> {
    const purges = imageRetention === ImageRetention.PurgeUntagged;
    return {
        // ARM refuses a registry that is both public and without exports.
        exportPolicy: { status: allowedIpRanges === undefined ? "disabled" : "enabled" },
        azureADAuthenticationAsArmPolicy: { status: artifactCache ? "enabled" : "disabled" },
        retentionPolicy: purges ? { status: "enabled", days: imageRetentionDays } : { status: "disabled" },
        softDeletePolicy: purges ? { status: "disabled" } : { status: "enabled", retentionDays: imageRetentionDays },
    };
}
