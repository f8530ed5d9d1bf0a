import { getClientConfigOutput } from "@pulumi/azure-native/authorization/index.js";
import { CacheRule, Registry } from "@pulumi/azure-native/containerregistry/index.js";
import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../arguments/rules";
import { createLogs } from "../monitoring/diagnostic-setting";
import { createPrivateEndpointIfAsked } from "../private-endpoint/private-endpoint";
import { privateLinkServices } from "../private-endpoint/private-link-services";
import { assignPullRoles } from "../registry-access/pull-roles";
import { lockResource } from "../resource-lock/resource-lock";
import type { ContainerRegistryArgs } from "./container-registry-args";
import { containerRegistryRules } from "./container-registry-rules";
import { registryArgs } from "./registry-args";

const logCategories = ["ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"];

/**
 * A registry for the images of clusters: reached by a private endpoint only, without passwords and anonymous pulls,
 * closed against export, open to the scanner of Defender for Cloud, with the right to pull for the identities that are
 * named. Premium tier, which costs by the day: https://azure.microsoft.com/pricing/details/container-registry
 *
 * Practice 8. Scanning itself is a plan of the subscription: Defender for Containers.
 * https://learn.microsoft.com/azure/container-registry/container-registry-best-practices
 *
 * ```ts
 * const registry = new aksguard.ContainerRegistry("images", {
 *     resourceGroupName: cluster.resourceGroupName,
 *     privateEndpointSubnetId: network.privateEndpointSubnetId,
 *     pullPrincipalIds: { prod: cluster.kubeletPrincipalId },
 * });
 * ```
 */
export class ContainerRegistry extends pulumi.ComponentResource {
    /** ARM id of the registry. Known when identities may pull and the private endpoint is in place. */
    readonly registryId: pulumi.Output<string>;
    /** Host that images are named by, such as `images1a2b3c4d.azurecr.io`. Known when images can be pulled. */
    readonly loginServer: pulumi.Output<string>;
    /** Name of the registry in Azure, as `az acr` takes it. */
    readonly registryName: pulumi.Output<string>;
    /** ARM id of the private DNS zone, for further registries in the network; empty without a private endpoint. */
    readonly privateDnsZoneId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ContainerRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("ContainerRegistry", name, args, containerRegistryRules, opts);
        super("aksguard:index:ContainerRegistry", name, {}, opts);

        const options = { parent: this, dependsOn: checked };
        const registry = new Registry(name, registryArgs(name, args), options);
        const roles = assignPullRoles(
            name,
            {
                component: "ContainerRegistry",
                registryId: registry.id,
                subscriptionId: getClientConfigOutput({ parent: this }).subscriptionId,
                principalIds: args.pullPrincipalIds ?? {},
            },
            options,
        );
        const cache = args.artifactCache === true ? [createArtifactCache(name, registry, args, options)] : [];
        const endpoint = createPrivateEndpointIfAsked(name, privateLinkServices.registry, registry.id, args, options);
        const logs = createLogs(
            name,
            { resourceId: registry.id, workspaceId: args.workspaceId, categories: logCategories },
            options,
        );
        if (args.lock === true) {
            // After all that hangs on the registry, so that it is the first to go.
            const before = [...roles, ...cache, ...logs, ...(endpoint?.resources ?? [])];
            lockResource(name, registry, { parent: this, dependsOn: before });
        }

        const inPlace = [...[...roles, ...cache].map(({ id }) => id), ...(endpoint?.inPlace ?? [])];
        this.registryId = pulumi.all([registry.id, ...inPlace]).apply(([id]) => id ?? "");
        this.loginServer = pulumi.all([registry.loginServer, ...inPlace]).apply(([host]) => host ?? "");
        this.registryName = registry.name;
        this.privateDnsZoneId = endpoint?.privateDnsZoneId ?? pulumi.output("");
        this.registerOutputs({
            registryId: this.registryId,
            loginServer: this.loginServer,
            registryName: this.registryName,
            privateDnsZoneId: this.privateDnsZoneId,
        });
    }
}

/** The images of AKS, under the names that AKS demands: https://learn.microsoft.com/azure/aks/network-isolated */
function createArtifactCache(
    name: string,
    registry: Registry,
    { resourceGroupName }: ContainerRegistryArgs,
    options: pulumi.CustomResourceOptions,
): CacheRule {
    return new CacheRule(
        name,
        {
            resourceGroupName,
            registryName: registry.name,
            cacheRuleName: "aks-managed-mcr",
            sourceRepository: "mcr.microsoft.com/*",
            targetRepository: "aks-managed-repository/*",
        },
        options,
    );
}
