import { type PropertyMap, isMap, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { badRequest } from "./reference";
import { refuseName, refuseTakenName } from "./world-wide-name";

const statusOf = (inputs: PropertyMap, policy: string) => valueAt(inputs, "policies", policy, "status");

/** Has a login server named after it. */
export const registry: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(request, /^[a-z0-9]{5,50}$/i, "InvalidResourceName", "have 5 to 50 letters and digits");
        refuseTakenName(request, "azure-native:containerregistry:Registry", "AlreadyInUse");
        refusePremiumFeatures(request);
        refusePublicWithoutExports(request);
        refuseTwoRetentions(request);
    },
    answer: ({ name, inputs }) => {
        const region = textOf(inputs.location).toLowerCase().replaceAll(" ", "");
        return {
            adminUserEnabled: inputs.adminUserEnabled ?? false,
            anonymousPullEnabled: inputs.anonymousPullEnabled ?? false,
            dataEndpointEnabled: inputs.dataEndpointEnabled ?? false,
            dataEndpointHostNames:
                inputs.dataEndpointEnabled === true ? [`${name.toLowerCase()}.${region}.data.azurecr.io`] : [],
            loginServer: `${name.toLowerCase()}.azurecr.io`,
            networkRuleBypassOptions: inputs.networkRuleBypassOptions ?? "AzureServices",
            networkRuleSet: { defaultAction: "Allow", ipRules: [], ...mapOf(inputs.networkRuleSet) },
            publicNetworkAccess: inputs.publicNetworkAccess ?? "Enabled",
            zoneRedundancy: inputs.zoneRedundancy ?? "Disabled",
            policies: answerPolicies(mapOf(inputs.policies)),
            sku: { ...mapOf(inputs.sku), tier: valueAt(inputs.sku, "name") ?? null },
        };
    },
};

function mapOf(value: PropertyMap[string] | undefined): PropertyMap {
    return isMap(value) ? value : {};
}

/** Every policy is there, whether or not it was requested. */
function answerPolicies(given: PropertyMap): PropertyMap {
    const disabled = { status: "disabled" };
    const defaults: PropertyMap = {
        quarantinePolicy: disabled,
        trustPolicy: { type: "Notary", ...disabled },
        retentionPolicy: { days: 7, ...disabled },
        exportPolicy: { status: "enabled" },
        azureADAuthenticationAsArmPolicy: { status: "enabled" },
        softDeletePolicy: { retentionDays: 7, ...disabled },
    };
    return Object.fromEntries(
        Object.entries(defaults).map(([name, value]) => [name, { ...mapOf(value), ...mapOf(given[name]) }]),
    );
}

function refusePremiumFeatures({ inputs }: ArmRequest): void {
    const sku = textOf(valueAt(inputs, "sku", "name"));
    if (sku.toLowerCase() === "premium") return;
    if (inputs.publicNetworkAccess === "Disabled") {
        throw new ArmError(
            400,
            "DisablingPublicNetworkAccessNotSupported",
            `Disabling public network access is not supported for the SKU ${sku}. For more information, please visit https://aka.ms/acr/private-link.`,
        );
    }
    const premium = {
        "Network rules": valueAt(inputs, "networkRuleSet", "defaultAction") === "Deny",
        "Dedicated data endpoints": inputs.dataEndpointEnabled === true,
        "Zone redundancy": inputs.zoneRedundancy === "Enabled",
        "A retention policy": statusOf(inputs, "retentionPolicy") === "enabled",
        "Disabling exports": statusOf(inputs, "exportPolicy") === "disabled",
    };
    for (const [feature, used] of Object.entries(premium)) {
        if (used) badRequest(`${feature}: not supported for the SKU ${sku}.`);
    }
}

function refusePublicWithoutExports({ name, inputs }: ArmRequest): void {
    if (statusOf(inputs, "exportPolicy") === "disabled" && inputs.publicNetworkAccess !== "Disabled") {
        badRequest(
            `Enabling public network access is not supported because the registry '${name}' has exports disabled.`,
        );
    }
}

function refuseTwoRetentions({ inputs }: ArmRequest): void {
    if (statusOf(inputs, "retentionPolicy") === "enabled" && statusOf(inputs, "softDeletePolicy") === "enabled") {
        badRequest("The retention policy and the soft delete policy cannot both be enabled.");
    }
}
