import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { choice, flag, invertedFlag, list, text, textFlag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** An AKS cluster in ARM's names and meanings, whatever provider it is written for. */
export interface ManagedCluster {
    /** Networks that may reach a public API server. */
    readonly authorizedIPRanges: Setting<readonly Property[]>;
    /** Whether the API server has a private address only. */
    readonly enablePrivateCluster: Setting<boolean>;
    /** Whether a private cluster also has a name in public DNS. */
    readonly enablePrivateClusterPublicFQDN: Setting<boolean>;
    /** `system`, `none` or the id of a private DNS zone. */
    readonly privateDNSZone: Setting<string>;
    /** Whether `az aks command invoke` is off. */
    readonly disableRunCommand: Setting<boolean>;
    /** Whether the API server is projected into a subnet of the cluster's network. */
    readonly enableVnetIntegration: Setting<boolean>;
    /** How the nodes reach the internet. */
    readonly outboundType: Setting<string>;

    /** Whether Kubernetes RBAC is on. */
    readonly enableRBAC: Setting<boolean>;
    /** The Entra ID integration as a whole: given or not. */
    readonly aadProfile: Property;
    /** Whether Azure manages the Entra ID integration. */
    readonly managedEntra: Setting<boolean>;
    /** Whether Azure role assignments authorize requests to the API server. */
    readonly enableAzureRBAC: Setting<boolean>;
    /** Entra groups that administer the cluster. */
    readonly adminGroupObjectIDs: Setting<readonly Property[]>;
    /** The applications and the secret of the legacy Entra ID integration. */
    readonly legacyEntra: readonly Property[];
    /** Whether the cluster's own certificates are refused as credentials. */
    readonly disableLocalAccounts: Setting<boolean>;
    /** The type of the control plane's managed identity. */
    readonly identityType: Setting<string>;
    /** The client id of a service principal; `msi` stands for a managed identity. */
    readonly servicePrincipalClientId: Setting<string>;
    /** Whether the cluster is an OIDC issuer. */
    readonly enableOidcIssuer: Setting<boolean>;
    /** Whether pods can exchange their token for one of Entra ID. */
    readonly enableWorkloadIdentity: Setting<boolean>;
    /** Whether the retired pod identity add-on is on. */
    readonly enablePodIdentity: Setting<boolean>;
    /** Whether the sensor of Microsoft Defender is on; `undefined` where only its workspace says so. */
    readonly defenderSensor: Setting<boolean> | undefined;
    /** The workspace that the sensor of Microsoft Defender reports to. */
    readonly defenderWorkspaceId: Property;
    /** The agents of Container Insights: one for each spelling of the add-on that the resource uses. */
    readonly containerInsights: Iterable<ContainerInsights>;
    /** Drivers that mount secrets of key vaults: one for each spelling of the add-on that the resource uses. */
    readonly secretsStores: Iterable<SecretsStore>;
    /** Which Kubernetes versions AKS upgrades to by itself; `none` for none. */
    readonly upgradeChannel: Setting<string>;
    /** Who updates the operating system of the nodes; `None` for nobody. */
    readonly nodeOSUpgradeChannel: Setting<string>;
    /** Whether the Azure Policy add-on is on. */
    readonly azurePolicy: Setting<boolean>;
    /** Whether an add-on is on: one setting for each spelling of its name that the resource uses. */
    readonly addOn: (name: RetiredAddOn) => Iterable<Setting<boolean>>;

    /** What enforces network policies; `none` for nothing. */
    readonly networkPolicy: Setting<string>;
    /** What connects the pods. */
    readonly networkPlugin: Setting<string>;
    /** What exposes services: `standard`, or the retired `basic`. */
    readonly loadBalancerSku: Setting<string>;
    /** Whether secrets are encrypted with a key of a vault; `undefined` where only the key says so. */
    readonly keyVaultKms: Setting<boolean> | undefined;
    /** The key of a vault, or the block around it. */
    readonly keyVaultKey: Property;
    /** `Enabled` where secrets are encrypted with a key that AKS renews; `undefined` where the provider cannot say. */
    readonly infrastructureEncryption: Setting<string> | undefined;
    /** The set of keys that encrypts the disks of nodes. */
    readonly diskEncryptionSetID: Property;
    /** Whether images that nothing runs are removed from the nodes. */
    readonly enableImageCleaner: Setting<boolean>;
    /** What the control plane costs and promises. */
    readonly tier: Setting<string>;
    /** The Kubernetes version, where it is chosen. */
    readonly kubernetesVersion: Setting<string>;
    /** How long a version is supported. */
    readonly supportPlan: Setting<string>;
    /** The add-on that sends logs to a workspace, given or not. */
    readonly monitoringAddOn: Property;
    /** What else may watch the cluster: whether it does, one for each. */
    readonly monitors: readonly (() => boolean)[];
    /** The driver that mounts secrets of key vaults, given or not. */
    readonly secretsStore: Property;
    /** Who may change the resources of the nodes; `undefined` where the provider cannot say. */
    readonly nodeResourceGroupRestriction: Setting<string> | undefined;
    /** Whether the removed admission of pods by PodSecurityPolicy objects is asked for. */
    readonly enablePodSecurityPolicy: Setting<boolean>;
}

/** Add-ons that nobody should turn on any more, as ARM names them. */
type RetiredAddOn = "kubeDashboard" | "httpApplicationRouting" | "openServiceMesh";

const networkPolicies = ["none", "azure", "calico", "cilium"];
const networkPlugins = ["azure", "kubenet", "none"];
const loadBalancerSkus = ["standard", "basic"];
const tiers = ["Free", "Standard", "Premium", "Paid"];
const supportPlans = ["KubernetesOfficial", "AKSLongTermSupport"];

/** The agent on the nodes that sends logs and inventory to a workspace. */
export interface ContainerInsights {
    readonly isEnabled: boolean;
    /** Whether it signs in by the identity of the cluster, not by the keys of the workspace. */
    readonly useAADAuth: Setting<boolean>;
}

/** The driver that mounts secrets of key vaults into pods. */
export interface SecretsStore {
    readonly isEnabled: boolean;
    /** Whether it looks for renewed secrets. */
    readonly enableSecretRotation: Setting<boolean>;
}

const isNative = azureNative("containerservice", "ManagedCluster");
const isClassic = azureClassic("containerservice", "KubernetesCluster");

/** AKS clusters: ManagedCluster of azure-native, KubernetesCluster of the classic provider. */
export const managedCluster: ResourceKind<ManagedCluster> = {
    name: "ManagedCluster",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties, nodeOSUpgradeChannelUnset(type)) : classic(properties);
    },
};

/** The version of ARM's API from which on AKS replaces the images of nodes unless it is told otherwise. */
const firstVersionWithNodeImages = "20230601";

/** The default version of azure-native is a later one, and has no date in its token. */
function nodeOSUpgradeChannelUnset(type: string): string {
    const [, version = firstVersionWithNodeImages] = /[:/_]v(\d{8})/.exec(type) ?? [];
    return version >= firstVersionWithNodeImages ? "NodeImage" : "None";
}

/** Each property is a getter: making a view reads nothing. */
function native(cluster: Property, nodeOSUpgradeChannelUnset: string): ManagedCluster {
    const access = cluster.at("apiServerAccessProfile");
    const entra = cluster.at("aadProfile");
    /** AKS Automatic chooses some values by itself. */
    const isAutomatic = () => cluster.in("sku", "name").string() === "Automatic";
    const defender = cluster.in("securityProfile", "defender");
    /** The same in preview versions of 2021 and 2022. */
    const azureDefender = cluster.in("securityProfile", "azureDefender");
    const addOns = (name: string) =>
        cluster
            .at("addonProfiles")
            .members()
            .filter((member) => member.name.toLowerCase() === name.toLowerCase())
            .map(({ property }) => property);
    return {
        get authorizedIPRanges() {
            // API versions before 2019-10-01 had the list beside the profile.
            return list(spelt(access.at("authorizedIPRanges"), cluster.at("apiServerAuthorizedIPRanges")));
        },
        get enablePrivateCluster() {
            return flag(access.at("enablePrivateCluster"), false);
        },
        get enablePrivateClusterPublicFQDN() {
            return flag(access.at("enablePrivateClusterPublicFQDN"), true);
        },
        get privateDNSZone() {
            return text(access.at("privateDNSZone"), "system");
        },
        get disableRunCommand() {
            return flag(access.at("disableRunCommand"), false);
        },
        get enableVnetIntegration() {
            return flag(access.at("enableVnetIntegration"), isAutomatic);
        },
        get outboundType() {
            // AKS Automatic has a gateway of its own only in the network that AKS makes.
            const inOwnNetwork = () => cluster.in("hostedSystemProfile", "systemNodeSubnetID").isGiven;
            const unset = () => (isAutomatic() && !inOwnNetwork() ? "managedNATGateway" : "loadBalancer");
            return text(cluster.in("networkProfile", "outboundType"), unset);
        },
        get enableRBAC() {
            return flag(cluster.at("enableRBAC"), true);
        },
        aadProfile: entra,
        get managedEntra() {
            return flag(entra.at("managed"), isAutomatic);
        },
        get enableAzureRBAC() {
            return flag(entra.at("enableAzureRBAC"), isAutomatic);
        },
        get adminGroupObjectIDs() {
            return list(entra.at("adminGroupObjectIDs"));
        },
        get legacyEntra() {
            return ["clientAppID", "serverAppID", "serverAppSecret"].map((name) => entra.at(name));
        },
        get disableLocalAccounts() {
            return flag(cluster.at("disableLocalAccounts"), isAutomatic);
        },
        get identityType() {
            return text(cluster.in("identity", "type"), "None");
        },
        get servicePrincipalClientId() {
            return text(cluster.in("servicePrincipalProfile", "clientId"), "msi");
        },
        get enableOidcIssuer() {
            return flag(cluster.in("oidcIssuerProfile", "enabled"), isAutomatic);
        },
        get enableWorkloadIdentity() {
            return flag(cluster.in("securityProfile", "workloadIdentity", "enabled"), isAutomatic);
        },
        get enablePodIdentity() {
            return flag(cluster.in("podIdentityProfile", "enabled"), false);
        },
        get upgradeChannel() {
            const unset = () => (isAutomatic() ? "stable" : "none");
            return text(cluster.in("autoUpgradeProfile", "upgradeChannel"), unset);
        },
        get nodeOSUpgradeChannel() {
            const unset = () => (isAutomatic() ? "NodeImage" : nodeOSUpgradeChannelUnset);
            return text(cluster.in("autoUpgradeProfile", "nodeOSUpgradeChannel"), unset);
        },
        get defenderSensor() {
            return flag(spelt(defender.in("securityMonitoring", "enabled"), azureDefender.at("enabled")), false);
        },
        get defenderWorkspaceId() {
            const name = "logAnalyticsWorkspaceResourceId";
            return spelt(defender.at(name), azureDefender.at(name));
        },
        get containerInsights() {
            return addOns("omsagent").map((addOn) => ({
                get isEnabled() {
                    return addOn.at("enabled").boolean() ?? false;
                },
                useAADAuth: textFlag(addOn.in("config", "useAADAuth"), false),
            }));
        },
        get secretsStores() {
            return addOns("azureKeyvaultSecretsProvider").map((addOn) => ({
                get isEnabled() {
                    return addOn.at("enabled").boolean() ?? false;
                },
                enableSecretRotation: textFlag(addOn.in("config", "enableSecretRotation"), false),
            }));
        },
        get azurePolicy() {
            const [addOn = cluster.in("addonProfiles", "azurepolicy")] = addOns("azurePolicy");
            return flag(addOn.at("enabled"), isAutomatic);
        },
        addOn: (name) => addOns(name).map((addOn) => flag(addOn.at("enabled"), false)),
        get networkPolicy() {
            const unset = () => (isAutomatic() ? "cilium" : "none");
            return choice(cluster.in("networkProfile", "networkPolicy"), networkPolicies, unset);
        },
        get networkPlugin() {
            const unset = () => (isAutomatic() ? "azure" : "kubenet");
            return choice(cluster.in("networkProfile", "networkPlugin"), networkPlugins, unset);
        },
        get loadBalancerSku() {
            return choice(cluster.in("networkProfile", "loadBalancerSku"), loadBalancerSkus, "standard");
        },
        get keyVaultKms() {
            return flag(cluster.in("securityProfile", "azureKeyVaultKms", "enabled"), false);
        },
        keyVaultKey: cluster.in("securityProfile", "azureKeyVaultKms", "keyId"),
        get infrastructureEncryption() {
            const profile = cluster.in("securityProfile", "kubernetesResourceObjectEncryptionProfile");
            return choice(profile.at("infrastructureEncryption"), ["Enabled", "Disabled"], "Disabled");
        },
        diskEncryptionSetID: cluster.at("diskEncryptionSetID"),
        get enableImageCleaner() {
            return flag(cluster.in("securityProfile", "imageCleaner", "enabled"), isAutomatic);
        },
        get tier() {
            const unset = () => (isAutomatic() ? "Standard" : "Free");
            return choice(cluster.in("sku", "tier"), tiers, unset);
        },
        get kubernetesVersion() {
            return text(cluster.at("kubernetesVersion"), "");
        },
        get supportPlan() {
            return choice(cluster.at("supportPlan"), supportPlans, "KubernetesOfficial");
        },
        get monitoringAddOn() {
            return addOns("omsagent")[0] ?? cluster.in("addonProfiles", "omsagent");
        },
        get monitors() {
            return ["metrics", "containerInsights"].map((name) => {
                const monitor = cluster.in("azureMonitorProfile", name, "enabled");
                return () => monitor.boolean() ?? false;
            });
        },
        get secretsStore() {
            const name = "azureKeyvaultSecretsProvider";
            return addOns(name)[0] ?? cluster.in("addonProfiles", name);
        },
        get nodeResourceGroupRestriction() {
            const unset = () => (isAutomatic() ? "ReadOnly" : "Unrestricted");
            const level = cluster.in("nodeResourceGroupProfile", "restrictionLevel");
            return choice(level, ["Unrestricted", "ReadOnly"], unset);
        },
        get enablePodSecurityPolicy() {
            return flag(cluster.at("enablePodSecurityPolicy"), false);
        },
    };
}

/** Names of versions 6, 5 and 4 of the classic provider; its own defaults for what is unset. */
function classic(cluster: Property): ManagedCluster {
    const access = cluster.at("apiServerAccessProfile");
    const rbac = cluster.at("roleBasedAccessControl");
    const entra = () =>
        spelt(cluster.at("azureActiveDirectoryRoleBasedAccessControl"), rbac.at("azureActiveDirectory"));
    const legacyEntra = () => ["clientAppId", "serverAppId", "serverAppSecret"].map((name) => entra().at(name));
    return {
        get authorizedIPRanges() {
            return list(spelt(access.at("authorizedIpRanges"), cluster.at("apiServerAuthorizedIpRanges")));
        },
        get enablePrivateCluster() {
            return flag(spelt(cluster.at("privateClusterEnabled"), cluster.at("privateLinkEnabled")), false);
        },
        get enablePrivateClusterPublicFQDN() {
            return flag(cluster.at("privateClusterPublicFqdnEnabled"), false);
        },
        get privateDNSZone() {
            return text(cluster.at("privateDnsZoneId"), "System");
        },
        get disableRunCommand() {
            return invertedFlag(cluster.at("runCommandEnabled"), false);
        },
        get enableVnetIntegration() {
            const spellings = ["virtualNetworkIntegrationEnabled", "vnetIntegrationEnabled"] as const;
            return flag(spelt(access.at(spellings[0]), access.at(spellings[1])), false);
        },
        get outboundType() {
            return text(cluster.in("networkProfile", "outboundType"), "loadBalancer");
        },
        get enableRBAC() {
            return flag(spelt(cluster.at("roleBasedAccessControlEnabled"), rbac.at("enabled")), true);
        },
        get aadProfile() {
            return entra();
        },
        get managedEntra() {
            // Version 6 has only the managed integration, and no property for it.
            const unset = () => entra().isGiven && !legacyEntra().some(({ isGiven }) => isGiven);
            return flag(entra().at("managed"), unset);
        },
        get enableAzureRBAC() {
            return flag(entra().at("azureRbacEnabled"), false);
        },
        get adminGroupObjectIDs() {
            return list(entra().at("adminGroupObjectIds"));
        },
        get legacyEntra() {
            return legacyEntra();
        },
        get disableLocalAccounts() {
            return flag(cluster.at("localAccountDisabled"), false);
        },
        get identityType() {
            return text(cluster.in("identity", "type"), "None");
        },
        get servicePrincipalClientId() {
            return text(cluster.in("servicePrincipal", "clientId"), "msi");
        },
        get enableOidcIssuer() {
            return flag(cluster.at("oidcIssuerEnabled"), false);
        },
        get enableWorkloadIdentity() {
            return flag(cluster.at("workloadIdentityEnabled"), false);
        },
        get enablePodIdentity() {
            // The classic provider never offered it: always unset.
            return flag(cluster.at("podIdentityEnabled"), false);
        },
        get upgradeChannel() {
            return text(spelt(cluster.at("automaticUpgradeChannel"), cluster.at("automaticChannelUpgrade")), "none");
        },
        get nodeOSUpgradeChannel() {
            return text(spelt(cluster.at("nodeOsUpgradeChannel"), cluster.at("nodeOsChannelUpgrade")), "NodeImage");
        },
        // Giving it a workspace turns it on.
        defenderSensor: undefined,
        defenderWorkspaceId: cluster.in("microsoftDefender", "logAnalyticsWorkspaceId"),
        get containerInsights() {
            const agent = cluster.at("omsAgent");
            const addOn = cluster.in("addonProfile", "omsAgent");
            return [
                {
                    get isEnabled() {
                        return agent.isGiven;
                    },
                    useAADAuth: flag(agent.at("msiAuthForMonitoringEnabled"), false),
                },
                {
                    get isEnabled() {
                        return addOn.at("enabled").boolean() ?? false;
                    },
                    useAADAuth: flag(addOn.at("msiAuthForMonitoringEnabled"), false),
                },
            ];
        },
        get secretsStores() {
            const provider = cluster.at("keyVaultSecretsProvider");
            const addOn = cluster.in("addonProfile", "azureKeyvaultSecretsProvider");
            return [
                {
                    // Giving it turns it on.
                    get isEnabled() {
                        return provider.isGiven;
                    },
                    enableSecretRotation: flag(provider.at("secretRotationEnabled"), false),
                },
                {
                    get isEnabled() {
                        return addOn.at("enabled").boolean() ?? false;
                    },
                    enableSecretRotation: flag(addOn.at("secretRotationEnabled"), false),
                },
            ];
        },
        get azurePolicy() {
            const older = cluster.in("addonProfile", "azurePolicy", "enabled");
            return flag(spelt(cluster.at("azurePolicyEnabled"), older), false);
        },
        addOn: (name) => [
            ...(name === "kubeDashboard" ? [] : [flag(cluster.at(`${name}Enabled`), false)]),
            flag(cluster.in("addonProfile", name, "enabled"), false),
        ],
        get networkPolicy() {
            return choice(cluster.in("networkProfile", "networkPolicy"), networkPolicies, "none");
        },
        get networkPlugin() {
            return choice(cluster.in("networkProfile", "networkPlugin"), networkPlugins, "kubenet");
        },
        get loadBalancerSku() {
            return choice(cluster.in("networkProfile", "loadBalancerSku"), loadBalancerSkus, "standard");
        },
        // Giving it a key turns it on.
        keyVaultKms: undefined,
        keyVaultKey: cluster.in("keyManagementService", "keyVaultKeyId"),
        infrastructureEncryption: undefined,
        diskEncryptionSetID: cluster.at("diskEncryptionSetId"),
        get enableImageCleaner() {
            return flag(cluster.at("imageCleanerEnabled"), false);
        },
        get tier() {
            return choice(cluster.at("skuTier"), tiers, "Free");
        },
        get kubernetesVersion() {
            return text(cluster.at("kubernetesVersion"), "");
        },
        get supportPlan() {
            return choice(cluster.at("supportPlan"), supportPlans, "KubernetesOfficial");
        },
        get monitoringAddOn() {
            return spelt(cluster.at("omsAgent"), cluster.in("addonProfile", "omsAgent"));
        },
        get monitors() {
            return [() => cluster.at("monitorMetrics").isGiven];
        },
        get secretsStore() {
            const older = cluster.in("addonProfile", "azureKeyvaultSecretsProvider");
            return spelt(cluster.at("keyVaultSecretsProvider"), older);
        },
        // The classic provider does not offer it.
        nodeResourceGroupRestriction: undefined,
        get enablePodSecurityPolicy() {
            return flag(cluster.at("enablePodSecurityPolicy"), false);
        },
    };
}
