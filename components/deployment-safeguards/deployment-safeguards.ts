import { DeploymentSafeguard } from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../arguments/rules";
import { SafeguardsLevel, type DeploymentSafeguardsArgs } from "./deployment-safeguards-args";
import { deploymentSafeguardsRules } from "./deployment-safeguards-rules";

/**
 * Deployment safeguards: best practices of AKS (requests of resources, probes, images with versions, unique selectors,
 * taints and labels that are not AKS's own) that a cluster demands of what is deployed. Works on any cluster with the
 * Azure Policy add-on, by id; AKS Automatic has them already. Nobody needs rights of Azure Policy for it.
 *
 * Practice 9, beside `PolicyAssignments`: the safeguards are one bundle, without parameters. Their pod security
 * standards stay off here (Privileged, the default of AKS Standard), because `PolicyAssignments` holds these.
 * https://learn.microsoft.com/azure/aks/deployment-safeguards
 */
export class DeploymentSafeguards extends pulumi.ComponentResource {
    /** ARM id of the safeguards. */
    readonly safeguardsId: pulumi.Output<string>;
    /** Namespaces that AKS itself leaves out. */
    readonly systemExcludedNamespaces: pulumi.Output<string[]>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: DeploymentSafeguardsArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("DeploymentSafeguards", name, args, deploymentSafeguardsRules, opts);
        super("aksguard:index:DeploymentSafeguards", name, {}, opts);

        const safeguards = new DeploymentSafeguard(
            name,
            {
                resourceUri: args.clusterId,
                level: args.level ?? SafeguardsLevel.Enforce,
                excludedNamespaces: args.excludedNamespaces,
            },
            // ARM names it `default`: there is one for each cluster.
            { parent: this, dependsOn: checked },
        );

        this.safeguardsId = safeguards.id;
        this.systemExcludedNamespaces = safeguards.systemExcludedNamespaces;
        this.registerOutputs({
            safeguardsId: this.safeguardsId,
            systemExcludedNamespaces: this.systemExcludedNamespaces,
        });
    }
}
