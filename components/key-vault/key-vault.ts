import { getClientConfigOutput } from "@pulumi/azure-native/authorization/index.js";
import { Key, Secret, Vault } from "@pulumi/azure-native/keyvault/index.js";
import * as pulumi from "@pulumi/pulumi";
import { replacementHooks } from "../arguments/made-with";
import { checkArguments } from "../arguments/rules";
import { createLogs } from "../monitoring/diagnostic-setting";
import { createPrivateEndpointIfAsked } from "../private-endpoint/private-endpoint";
import { privateLinkServices } from "../private-endpoint/private-link-services";
import { lockResource } from "../resource-lock/resource-lock";
import type { KeyVaultArgs } from "./key-vault-args";
import { keyVaultRules } from "./key-vault-rules";
import { madeWith, refusedHost } from "./made-with";
import { selfSignedPfx } from "./self-signed-certificate";
import { vaultAddress } from "./vault-address";
import { keyProperties, vaultArgs, vaultNameOf } from "./vault-args";

const logCategories = ["AuditEvent"];

/**
 * A vault for certificates and keys: reached by a private endpoint only, with Azure RBAC, and with nothing in it that
 * can be lost by mistake: what is deleted, the vault included, can be recovered for 90 days and not be purged before.
 * Nobody may read in it until a role says so, not even who deploys it.
 *
 * Practice 10. https://learn.microsoft.com/azure/key-vault/general/secure-key-vault
 *
 * For the 90 days after its deletion, the name of the vault is taken. To come back with the same name, set `recover`
 * for one update; what the vault held is in it again and keeps its names, so give the certificates and keys of the
 * program new ones. To come back without what it held, set another `vaultName`.
 *
 * ```ts
 * const vault = new aksguard.KeyVault("certificates", {
 *     resourceGroupName: cluster.resourceGroupName,
 *     privateEndpointSubnetId: network.privateEndpointSubnetId,
 *     certificates: { shop: new pulumi.Config().requireSecret("shopPfx") },
 * });
 * ```
 */
export class KeyVault extends pulumi.ComponentResource {
    /** ARM id of the vault. Known when its private endpoint is in place. */
    readonly vaultId: pulumi.Output<string>;
    /** Address of the vault, such as `https://certificates1a2b.vault.azure.net/`. Known when it can be reached. */
    readonly vaultUri: pulumi.Output<string>;
    /** Name of the vault in Azure, as `az keyvault` takes it. */
    readonly vaultName: pulumi.Output<string>;
    /** Ids of the certificates without a version, by name: a gateway that is given one follows each renewal. */
    readonly certificateSecretIds: pulumi.Output<Record<string, string>>;
    /**
     * Ids of the keys with their version, by name, such as `https://….vault.azure.net/keys/etcd/<version>`: the version
     * that was current when Pulumi last looked.
     */
    readonly keyIds: pulumi.Output<Record<string, string>>;
    /** ARM id of the private DNS zone, for further vaults in the network; empty without a private endpoint. */
    readonly privateDnsZoneId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: KeyVaultArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("KeyVault", name, args, keyVaultRules, opts);
        const hooks = replacementHooks("KeyVault", name, refusedHost, opts?.hooks);
        super("aksguard:index:KeyVault", name, { madeWith: madeWith(args) }, { ...opts, hooks });

        const options = { parent: this, dependsOn: checked };
        const { tenantId } = getClientConfigOutput({ parent: this });
        const vault = new Vault(name, vaultArgs(name, args, tenantId), options);
        // Pulumi deletes them through the vault itself, which the deployer may be unable to reach. With the vault, they
        // go without that.
        const inVault = { ...options, deletedWith: vault };
        const certificates = createCertificates(name, vault, args, inVault);
        const keys = createKeys(name, vault, args, inVault);
        const endpoint = createPrivateEndpointIfAsked(name, privateLinkServices.vault, vault.id, args, options);
        const logs = createLogs(
            name,
            { resourceId: vault.id, workspaceId: args.workspaceId, categories: logCategories },
            options,
        );
        if (args.lock === true) {
            // After all that hangs on the vault, so that it is the first to go.
            const before = [
                ...Object.values(certificates),
                ...Object.values(keys),
                ...logs,
                ...(endpoint?.resources ?? []),
            ];
            lockResource(name, vault, { parent: this, dependsOn: before });
        }

        const inPlace = endpoint?.inPlace ?? [];
        // Unit tests of programs have no answers of Azure.
        const vaultUri = vault.properties.apply((properties: { vaultUri?: string }) => properties.vaultUri ?? "");
        this.vaultId = pulumi.all([vault.id, ...inPlace]).apply(([id]) => id ?? "");
        this.vaultUri = pulumi.all([vaultUri, ...inPlace]).apply(([uri]) => uri ?? "");
        this.vaultName = vault.name;
        const address = vaultAddress(
            vaultNameOf(name, args),
            vaultUri,
            this.getProvider("azure-native:keyvault:Vault"),
        );
        this.certificateSecretIds = pulumi
            // A URN is known at preview, and whoever is given the ids waits for the certificates all the same.
            .all([address, ...Object.values(certificates).map(({ urn }) => urn)])
            .apply(([uri]) => mapValues(certificates, (_, certificate) => `${uri ?? ""}secrets/${certificate}`));
        this.keyIds = pulumi.output(mapValues(keys, ({ keyUriWithVersion }) => keyUriWithVersion));
        this.privateDnsZoneId = endpoint?.privateDnsZoneId ?? pulumi.output("");
        this.registerOutputs({
            vaultId: this.vaultId,
            vaultUri: this.vaultUri,
            vaultName: this.vaultName,
            certificateSecretIds: this.certificateSecretIds,
            keyIds: this.keyIds,
            privateDnsZoneId: this.privateDnsZoneId,
        });
    }
}

function mapValues<From, To>(
    record: Readonly<Record<string, From>>,
    change: (value: From, name: string) => To,
): Record<string, To> {
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/** Those that were brought, and those that are made once: a later run makes another one, which nobody wants. */
function createCertificates(
    name: string,
    vault: Vault,
    { certificates = {}, selfSignedCertificates = {}, resourceGroupName, tags }: KeyVaultArgs,
    options: pulumi.CustomResourceOptions,
): Record<string, Secret> {
    const secret = (certificate: string, pfx: pulumi.Input<string>, further?: pulumi.CustomResourceOptions) =>
        new Secret(
            `${name}-${certificate}`,
            {
                resourceGroupName,
                vaultName: vault.name,
                secretName: certificate,
                tags,
                properties: { contentType: "application/x-pkcs12", value: pulumi.secret(pfx) },
            },
            { ...options, ...further },
        );
    return {
        ...mapValues(certificates, (pfx, certificate) => secret(certificate, pfx)),
        ...mapValues(selfSignedCertificates, (host, certificate) =>
            secret(certificate, selfSignedPfx(host), { ignoreChanges: ["properties.value"] }),
        ),
    };
}

function createKeys(
    name: string,
    vault: Vault,
    { keys, resourceGroupName, tier, tags }: KeyVaultArgs,
    options: pulumi.CustomResourceOptions,
): Record<string, Key> {
    const made = (keys ?? []).map((key) => [
        key.name,
        new Key(
            `${name}-${key.name}`,
            { resourceGroupName, vaultName: vault.name, keyName: key.name, tags, properties: keyProperties(key, tier) },
            options,
        ),
    ]);
    return Object.fromEntries(made) as Record<string, Key>;
}
