import { textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ResourceBehaviour } from "../behaviour";
import { kept } from "./reference";
import { refuseName, refuseTakenName } from "./world-wide-name";

/** Parts of an account that have an address each. */
const services = ["blob", "dfs", "file", "queue", "table"];

/** Has an address for each of its services, named after it. */
export const storageAccount: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(request, /^[a-z0-9]{3,24}$/, "AccountNameInvalid", "have 3 to 24 lower-case letters and digits");
        refuseTakenName(request, "azure-native:storage:StorageAccount", "StorageAccountAlreadyTaken");
    },
    answer: ({ name, inputs, existing }) => ({
        accessTier: inputs.accessTier ?? "Hot",
        allowBlobPublicAccess: inputs.allowBlobPublicAccess ?? false,
        minimumTlsVersion: inputs.minimumTlsVersion ?? "TLS1_0",
        enableHttpsTrafficOnly: inputs.enableHttpsTrafficOnly ?? true,
        publicNetworkAccess: inputs.publicNetworkAccess ?? "Enabled",
        networkRuleSet: inputs.networkRuleSet ?? { bypass: "AzureServices", defaultAction: "Allow" },
        creationTime: kept(existing, () => new Date().toISOString(), "creationTime"),
        primaryEndpoints: Object.fromEntries(
            services.map((service) => [service, `https://${name}.${service}.core.windows.net/`]),
        ),
        primaryLocation: textOf(inputs.location),
        statusOfPrimary: "available",
    }),
};

/** Is as private as its account asks. */
export const blobContainer: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(
            request,
            /^(?=.{3,63}$)[a-z0-9](?:-?[a-z0-9])*$/,
            "InvalidResourceName",
            "have 3 to 63 lower-case letters, digits and single hyphens",
        );
        const { id, inputs, cloud } = request;
        const account = cloud.get(id.slice(0, id.toLowerCase().indexOf("/blobservices/")));
        const isPublic = inputs.publicAccess !== undefined && inputs.publicAccess !== "None";
        if (isPublic && account?.outputs.allowBlobPublicAccess !== true) {
            throw new ArmError(
                409,
                "PublicAccessNotPermitted",
                `Public access is not permitted on storage account ${textOf(account?.id)}.`,
            );
        }
    },
    answer: ({ inputs }) => ({
        publicAccess: inputs.publicAccess ?? "None",
        deleted: false,
        hasImmutabilityPolicy: false,
        hasLegalHold: false,
        leaseState: "Available",
        leaseStatus: "Unlocked",
    }),
};
