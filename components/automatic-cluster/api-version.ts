import { getVersion } from "@pulumi/azure-native/utilities.js";
import * as pulumi from "@pulumi/pulumi";

/**
 * The API version that AKS Automatic is created with. What azure-native takes by default, 2025-09-01, cannot say which
 * subnet the system nodes are in, and without it ARM refuses an AKS Automatic cluster in a network of one's own:
 * https://github.com/Azure/terraform-azurerm-avm-res-containerservice-managedcluster/issues/199
 */
const apiVersion = "v20260401";

/**
 * The name under which azure-native serves that version, as `pulumi package add azure-native containerservice 2026-04-01`
 * would make a package of it. It is part of the type token, which is state.
 */
export const packageName = `azure-native_containerservice_${apiVersion}`;

/** Tells the engine of the package. In unit tests of programs, where there is no engine, nobody asks for it. */
export function packageReference(): Promise<string | undefined> {
    if (!pulumi.runtime.hasEngine()) {
        return Promise.resolve(undefined);
    }
    if (!("registerPackage" in pulumi.runtime)) {
        throw new pulumi.RunError("AutomaticCluster needs a newer @pulumi/pulumi: set 3.248.0 or later.");
    }
    // What azure-native itself writes into such a package: JSON, base64, and once more as the SDK takes it.
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    const version = getVersion();
    return pulumi.runtime.registerPackage({
        baseProviderName: "azure-native",
        baseProviderVersion: version,
        baseProviderDownloadUrl: "",
        packageName,
        packageVersion: version,
        base64Parameter: base64(base64(JSON.stringify({ module: "containerservice", version: apiVersion }))),
    });
}

/** Settings of azure-native: who signs in, and where. */
const settings = [
    "auxiliaryTenantIds",
    "clientCertificatePassword",
    "clientCertificatePath",
    "clientId",
    "clientSecret",
    "disableInstanceDiscovery",
    "disablePulumiPartnerId",
    "environment",
    "metadataHost",
    "msiEndpoint",
    "oidcRequestToken",
    "oidcRequestUrl",
    "oidcToken",
    "oidcTokenFilePath",
    "partnerId",
    "tenantId",
    "useDefaultAzureCredential",
    "useMsi",
    "useOidc",
] as const;

/** azure-native for that package. */
class ContainerServiceProvider extends pulumi.ProviderResource {}

/**
 * The provider of the package. To Pulumi it is another one than azure-native, and would know neither the configuration
 * of the stack nor a provider that the caller hands to the component: it gets their settings.
 */
export function createProvider(
    name: string,
    subscriptionId: pulumi.Input<string>,
    component: pulumi.ComponentResource,
): pulumi.ProviderResource {
    const given = component.getProvider("azure-native:containerservice:ManagedCluster") as
        Readonly<Record<string, pulumi.Input<string> | undefined>> | undefined;
    const config = new pulumi.Config("azure-native");
    const read = (setting: string) => (given === undefined ? config.getSecret(setting) : given[setting]);
    const inputs = Object.fromEntries(settings.map((setting) => [setting, read(setting)]));
    return new ContainerServiceProvider(
        packageName,
        name,
        { ...inputs, subscriptionId },
        { parent: component },
        false,
        packageReference(),
    );
}
