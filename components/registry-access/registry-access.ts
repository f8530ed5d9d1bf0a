import * as pulumi from "@pulumi/pulumi";
import { partsOf } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { assignPullRoles } from "./pull-roles";
import type { RegistryAccessArgs } from "./registry-access-args";
import { registryAccessRules } from "./registry-access-rules";

/**
 * The right to pull images from a registry that exists, for the identities of clusters: nothing else is given, and no
 * password is involved. Works across subscriptions of one tenant.
 *
 * Practice 8. https://learn.microsoft.com/azure/aks/cluster-container-registry-integration
 */
export class RegistryAccess extends pulumi.ComponentResource {
    /** ARM id of the registry. Known when every identity may pull: what is given it finds the rights in place. */
    readonly registryId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: RegistryAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("RegistryAccess", name, args, registryAccessRules, opts);
        super("aksguard:index:RegistryAccess", name, {}, opts);

        const { registryId, pullPrincipalIds, permissionMode } = args;
        const roles = assignPullRoles(
            name,
            {
                component: "RegistryAccess",
                registryId,
                subscriptionId: partsOf(registryId).subscriptionId,
                principalIds: pullPrincipalIds,
                permissionMode,
            },
            { parent: this, dependsOn: checked },
        );

        this.registryId = pulumi.all([registryId, ...roles.map(({ id }) => id)]).apply(([id]) => id ?? "");
        this.registerOutputs({ registryId: this.registryId });
    }
}
