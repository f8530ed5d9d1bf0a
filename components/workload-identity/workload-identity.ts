import * as managedidentity from "@pulumi/azure-native/managedidentity/index.js";
import * as pulumi from "@pulumi/pulumi";
import { identityResourceName, nameUnlessAutomatic } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import type { WorkloadIdentityArgs } from "./workload-identity-args";
import { workloadIdentityRules } from "./workload-identity-rules";

// A child has the name of the component, without digits behind it.
const longestCredentialName = 120;
const credentialName = /^[a-zA-Z0-9][\w-]{2,119}$/;

/**
 * A managed identity that the pods of one service account act as, without any secret: the cluster's token is exchanged
 * for one of Entra ID. Give `principalId` the roles that the workload needs, annotate the service account with
 * `azure.workload.identity/client-id` and label its pods `azure.workload.identity/use: "true"`.
 *
 * Practice 3. https://learn.microsoft.com/azure/aks/workload-identity-overview
 */
export class WorkloadIdentity extends pulumi.ComponentResource {
    /** ARM id of the identity. */
    readonly identityId: pulumi.Output<string>;
    /** Application (client) id, for the annotation of the service account. */
    readonly clientId: pulumi.Output<string>;
    /** Object id of the identity in Entra ID, for role assignments. */
    readonly principalId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: WorkloadIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("WorkloadIdentity", name, args, workloadIdentityRules, opts);
        super("aksguard:index:WorkloadIdentity", name, {}, opts);

        const { resourceGroupName, location, tags } = args;
        const options = { parent: this, dependsOn: checked };
        const identity = new managedidentity.UserAssignedIdentity(
            name,
            { resourceGroupName, location, tags, resourceName: identityResourceName(name) },
            options,
        );
        const credential = new managedidentity.FederatedIdentityCredential(
            name,
            {
                resourceGroupName,
                resourceName: identity.name,
                federatedIdentityCredentialResourceName: nameUnlessAutomatic(
                    name,
                    credentialName,
                    longestCredentialName,
                ),
                issuer: args.oidcIssuerUrl,
                subject: pulumi.interpolate`system:serviceaccount:${args.namespace}:${args.serviceAccountName}`,
                audiences: ["api://AzureADTokenExchange"],
            },
            options,
        );

        this.identityId = identity.id;
        // Known when the credential is: so a workload that is given the client id finds the exchange in place.
        this.clientId = pulumi.all([identity.clientId, credential.id]).apply(([clientId]) => clientId);
        this.principalId = identity.principalId;
        this.registerOutputs({
            identityId: this.identityId,
            clientId: this.clientId,
            principalId: this.principalId,
        });
    }
}
