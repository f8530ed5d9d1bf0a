import * as pulumi from "@pulumi/pulumi";

/** The part of a ManagedCluster's inputs that decides whether its API server is public, and what encrypts etcd. */
interface Inputs {
    apiServerAccessProfile?: { enablePrivateCluster?: boolean; enableVnetIntegration?: boolean };
    securityProfile?: { azureKeyVaultKms?: { enabled?: boolean; keyId?: string } };
}

/**
 * Why a change from one set of inputs to another cannot be made in place, or `undefined`. Azure would refuse it too,
 * but only after the preview, and with everything before it done.
 */
export function refusedChange(before: Inputs, after: Inputs): string | undefined {
    const [old, now] = [before.apiServerAccessProfile ?? {}, after.apiServerAccessProfile ?? {}];
    if (old.enableVnetIntegration === true && now.enableVnetIntegration !== true) {
        return (
            "apiServerConnection is PrivateLink, and this cluster was made with VnetIntegration, which AKS cannot take " +
            "back. Leave apiServerConnection out, or make a new cluster under another name."
        );
    }
    const turned = (old.enablePrivateCluster ?? false) !== (now.enablePrivateCluster ?? false);
    if (turned && old.enableVnetIntegration !== true) {
        const [is, becomes] = now.enablePrivateCluster === true ? ["public", "private"] : ["private", "public"];
        return (
            `authorizedIpRanges was ${becomes === "private" ? "taken away" : "added"}, which would make the API server ${becomes}. ` +
            `This cluster was made with connection PrivateLink, where it stays ${is} for as long as it lives. ` +
            "Take the change back, or make a new cluster under another name, with the default connection."
        );
    }
    return refusedKeyChange(before, after);
}

/** What Azure would do, and leave a control plane that cannot read its own secrets. */
function refusedKeyChange(before: Inputs, after: Inputs): string | undefined {
    const [old, now] = [before.securityProfile?.azureKeyVaultKms, after.securityProfile?.azureKeyVaultKms];
    if (old?.enabled !== true) {
        return undefined;
    }
    const [vault, vaultNow] = [old, now].map((kms) =>
        /^https:\/\/([^/]+)\//i.exec(kms?.keyId ?? "")?.[1]?.toLowerCase(),
    );
    const isOff = now?.enabled !== true;
    if (!isOff && (vault === undefined || vaultNow === undefined || vault === vaultNow)) {
        return undefined;
    }
    const [change, command] = isOff
        ? ["kms was taken away", "--disable-azure-keyvault-kms"]
        : ["kms.keyId lies in another vault", "--azure-keyvault-kms-key-id"];
    return (
        `${change}, and the right to use the earlier key would go with this update, while secrets are still encrypted by it. ` +
        `Make the change with \`az aks update ${command}\`, write all secrets again, run \`pulumi refresh\`, and then change the program.`
    );
}

/** The option `hooks` that refuses such a change, at preview as well. Empty in unit tests of programs. */
export function apiServerHooks(name: string): pulumi.ResourceHookBinding {
    if (!pulumi.runtime.hasEngine()) {
        return {};
    }
    const hook = new pulumi.ResourceHook(
        name,
        ({ name: cluster, oldInputs, newInputs }) => {
            const reason = refusedChange((oldInputs ?? {}) as Inputs, (newInputs ?? {}) as Inputs);
            if (reason !== undefined) {
                throw new Error(`Cluster "${cluster}": ${reason}`);
            }
        },
        { onDryRun: true },
    );
    return { beforeUpdate: [hook] };
}
