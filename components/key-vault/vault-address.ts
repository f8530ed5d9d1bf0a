import * as pulumi from "@pulumi/pulumi";

/** Where vaults are in each cloud of Azure, by the name that azure-native has for it. */
const hosts: Readonly<Record<string, string>> = {
    public: "vault.azure.net",
    usgovernment: "vault.usgovcloudapi.net",
    china: "vault.azure.cn",
};

/**
 * Address of a vault, with a slash at the end. It follows from the name, so that policies can judge at preview what is
 * read from a vault that is not there yet; only where a provider of the program's own may point to another cloud, it is
 * what Azure answers.
 *
 * @param provider the provider of the vault, where it is not the default one.
 */
export function vaultAddress(
    vaultName: pulumi.Input<string>,
    answered: pulumi.Output<string>,
    provider: pulumi.ProviderResource | undefined,
): pulumi.Output<string> {
    const environment = new pulumi.Config("azure-native").get("environment") ?? process.env["ARM_ENVIRONMENT"];
    const host = hosts[environment?.toLowerCase() ?? "public"];
    return provider !== undefined || host === undefined ? answered : pulumi.interpolate`https://${vaultName}.${host}/`;
}
