import { isMap, knownString, type PropertyMap, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest } from "../behaviour";
import { assignedIdentities } from "./identity";
import { badRequest, childrenOf, invalidParameter, requireReference } from "./reference";
import { isAllowed, isAllowedData } from "./role-assignment";

/** Throws what AKS would refuse of encryption, monitoring, add-ons, support and bootstrap. */
export function refuseFeatures(request: ArmRequest): void {
    refuseMonitoring(request);
    refuseImageCleaner(request.inputs);
    refuseKeyManagement(request);
    refuseSupportPlan(request.inputs);
    refuseUpgradeChannels(request.inputs);
    refuseIngressAddOn(request);
    refuseIsolation(request);
    refuseDisks(request);
}

function refuseMonitoring({ id, inputs, cloud }: ArmRequest): void {
    const defender = valueAt(inputs, "securityProfile", "defender");
    if (valueAt(defender, "securityMonitoring", "enabled") === true) {
        if (knownString(valueAt(defender, "logAnalyticsWorkspaceResourceId")) === undefined) {
            invalidParameter(
                "securityProfile.defender.logAnalyticsWorkspaceResourceId is required when it is enabled.",
            );
        }
        requireReference(cloud, id, valueAt(defender, "logAnalyticsWorkspaceResourceId"));
    }
    const agent = addOn(inputs, "omsagent");
    if (agent === undefined) return;
    if (knownString(valueAt(agent, "config", "logAnalyticsWorkspaceResourceID")) === undefined) {
        invalidParameter("addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID is required.");
    }
    requireReference(cloud, id, valueAt(agent, "config", "logAnalyticsWorkspaceResourceID"));
}

function refuseImageCleaner(inputs: PropertyMap): void {
    const cleaner = valueAt(inputs, "securityProfile", "imageCleaner");
    if (valueAt(cleaner, "enabled") !== true) return;
    const hours = valueAt(cleaner, "intervalHours");
    if (typeof hours !== "number" || hours < 24 || hours > 2160) {
        invalidParameter("securityProfile.imageCleaner.intervalHours must be between 24 and 2160.");
    }
}

function refuseKeyManagement({ id, inputs, cloud }: ArmRequest): void {
    const kms = valueAt(inputs, "securityProfile", "azureKeyVaultKms");
    if (valueAt(kms, "enabled") !== true) return;
    const [user] = assignedIdentities(cloud, inputs.identity);
    const principal = knownString(user?.outputs.principalId);
    if (principal === undefined) badRequest("Azure Key Vault KMS requires a user-assigned control plane identity.");
    const isPrivate = valueAt(kms, "keyVaultNetworkAccess") === "Private";
    if (!isPrivate) {
        if (valueAt(kms, "keyVaultResourceId") !== undefined) {
            invalidParameter("azureKeyVaultKms.keyVaultResourceId must be empty when the key vault is public.");
        }
        return;
    }
    if (valueAt(inputs, "apiServerAccessProfile", "enableVnetIntegration") !== true) {
        badRequest("Azure Key Vault KMS with a private key vault requires API server VNet integration.");
    }
    const vault = requireReference(cloud, id, valueAt(kms, "keyVaultResourceId"));
    if (vault === undefined)
        invalidParameter("azureKeyVaultKms.keyVaultResourceId is required for a private key vault.");
    // The key itself is out of reach for the check of AKS, which looks at the vault.
    const encrypt = "Microsoft.KeyVault/vaults/keys/encrypt/action";
    const connect = "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action";
    const missing = !isAllowedData(cloud, principal, encrypt, vault.id)
        ? encrypt
        : !isAllowed(cloud, principal, connect, vault.id)
          ? connect
          : undefined;
    if (missing !== undefined) {
        throw new ArmError(
            400,
            "MissingPermissionOnKeyVault",
            `The identity ${principal} is not allowed ${missing} on the key vault ${vault.id}.`,
        );
    }
}

function refuseDisks({ id, inputs, cloud }: ArmRequest): void {
    const set = requireReference(cloud, id, inputs.diskEncryptionSetID);
    const [user] = assignedIdentities(cloud, inputs.identity);
    const principal = knownString(user?.outputs.principalId);
    if (set === undefined || principal === undefined) return;
    const action = "Microsoft.Compute/diskEncryptionSets/read";
    if (!isAllowed(cloud, principal, action, set.id)) {
        throw new ArmError(
            400,
            "LinkedAuthorizationFailed",
            `The client with object id '${principal}' does not have permission to perform action '${action}' on the linked scope '${set.id}'.`,
        );
    }
}

function refuseSupportPlan(inputs: PropertyMap): void {
    if (inputs.supportPlan !== "AKSLongTermSupport") return;
    if (valueAt(inputs, "sku", "tier") !== "Premium") badRequest("Long-term support requires the Premium tier.");
    if (addOn(inputs, "ingressApplicationGateway") !== undefined) {
        badRequest("Long-term support is not available with the add-on ingressApplicationGateway.");
    }
    if (valueAt(inputs, "securityProfile", "azureKeyVaultKms", "enabled") === true) {
        badRequest("Long-term support is not available with Azure Key Vault KMS.");
    }
}

function refuseUpgradeChannels(inputs: PropertyMap): void {
    const nodeChannel = valueAt(inputs, "autoUpgradeProfile", "nodeOSUpgradeChannel");
    if (valueAt(inputs, "autoUpgradeProfile", "upgradeChannel") === "node-image" && nodeChannel !== "NodeImage") {
        badRequest("The upgrade channel node-image requires the node OS upgrade channel NodeImage.");
    }
    if (isIsolated(inputs) && nodeChannel !== "NodeImage" && nodeChannel !== "None") {
        badRequest("A network isolated cluster supports the node OS upgrade channels NodeImage and None only.");
    }
}

function refuseIngressAddOn({ id, inputs, cloud }: ArmRequest): void {
    const ingress = addOn(inputs, "ingressApplicationGateway");
    if (ingress !== undefined) requireReference(cloud, id, valueAt(ingress, "config", "applicationGatewayId"));
}

/** A cluster without egress starts its nodes from a registry in its network. */
function refuseIsolation({ id, inputs, cloud }: ArmRequest): void {
    const bootstrap = valueAt(inputs, "bootstrapProfile");
    const registry = requireReference(cloud, id, valueAt(bootstrap, "containerRegistryId"));
    if (isIsolated(inputs) && valueAt(bootstrap, "artifactSource") !== "Cache") {
        badRequest("Outbound type none requires bootstrapProfile.artifactSource Cache.");
    }
    if (registry === undefined) return;
    const rules = childrenOf(cloud, registry.id, "cacheRules");
    if (!rules.some(({ outputs }) => outputs.sourceRepository === "mcr.microsoft.com/*")) {
        badRequest(`The bootstrap registry ${registry.id} has no cache rule for mcr.microsoft.com/*.`);
    }
    const kubelet = cloud.get(knownString(valueAt(inputs, "identityProfile", "kubeletidentity", "resourceId")) ?? "");
    const principal = knownString(kubelet?.outputs.principalId);
    if (
        principal === undefined ||
        !isAllowed(cloud, principal, "Microsoft.ContainerRegistry/registries/pull/read", registry.id)
    ) {
        badRequest(`The kubelet identity must be given AcrPull on the bootstrap registry ${registry.id}.`);
    }
}

function isIsolated(inputs: PropertyMap): boolean {
    const outbound = valueAt(inputs, "networkProfile", "outboundType");
    return outbound === "none" || outbound === "block";
}

/** An add-on that is on; ARM compares its name without case. */
function addOn(inputs: PropertyMap, name: string): PropertyMap | undefined {
    const profiles = isMap(inputs.addonProfiles) ? Object.entries(inputs.addonProfiles) : [];
    const [, profile] = profiles.find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? [];
    return isMap(profile) && profile.enabled === true ? profile : undefined;
}

/** Throws AKS' refusal of a pool that is to have two images at once. */
export function refuseTwoImages(pool: PropertyMap): void {
    const trusted = ["enableSecureBoot", "enableVTPM"].some((name) => valueAt(pool, "securityProfile", name) === true);
    if (trusted && pool.enableFIPS === true) badRequest("Trusted launch is not supported on a node pool with FIPS.");
    if (trusted && pool.osType === "Windows") badRequest("Trusted launch is not supported on Windows node pools.");
    if (trusted && /^Standard_[A-Z]+\d+(-\d+)?[a-z]*p[a-z]*_/i.test(knownString(pool.vmSize) ?? "")) {
        badRequest("Trusted launch is not supported on Arm64 node pools.");
    }
}
