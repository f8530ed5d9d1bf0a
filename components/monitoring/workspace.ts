import { Workspace } from "@pulumi/azure-native/operationalinsights/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameUnlessAutomatic } from "../arguments/names";

/** Where a workspace is, and how long it keeps what it is sent. */
export interface WorkspaceParts {
    resourceGroupName: pulumi.Input<string>;
    location?: pulumi.Input<string> | undefined;
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
    /** Default: 90. */
    retentionInDays?: pulumi.Input<number> | undefined;
}

/** Days that a workspace keeps logs where nobody said otherwise. */
export const defaultRetentionInDays = 90;

/** Azure takes 4 to 63 letters, digits and inner hyphens. */
const fits = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,54}$/;
const longestName = 63;

/**
 * A Log Analytics workspace.
 *
 * It takes and answers requests from the internet, each with a token of Entra ID: without a private link scope of Azure
 * Monitor, which belongs to a whole network and not to one cluster, nothing could write to a closed one. Who has such a
 * scope hands in a workspace of their own. Its shared keys are not turned off: it is not documented that the Defender
 * sensor can do without.
 */
export function createWorkspace(
    name: string,
    { retentionInDays = defaultRetentionInDays, ...place }: WorkspaceParts,
    options: pulumi.CustomResourceOptions,
): Workspace {
    return new Workspace(
        name,
        {
            ...place,
            workspaceName: nameUnlessAutomatic(name, fits, longestName),
            sku: { name: "PerGB2018" },
            retentionInDays,
            publicNetworkAccessForIngestion: "Enabled",
            publicNetworkAccessForQuery: "Enabled",
        },
        options,
    );
}
