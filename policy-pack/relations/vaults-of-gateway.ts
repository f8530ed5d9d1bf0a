import { spelt, Undetermined } from "../property";
import type { GatewayReferences } from "../resources/gateway-references";
import { vault, type Vault } from "../resources/vault";
import { nameOf } from "./stack-index";
import type { Found, Stack, StackResource } from "../stack-policy";

/** The vaults of the stack that hold certificates of a gateway. */
export function vaultsOf(
    { certificateSecrets }: GatewayReferences,
    gateway: StackResource,
    stack: Stack,
): Found<Vault>[] {
    const vaults = stack.of(vault);
    if (vaults.length === 0) return [];
    const found = new Set<Found<Vault>>();
    for (const secret of certificateSecrets()) {
        if (secret.isKnown) {
            const host = /^https:\/\/([^./]+)\./.exec((secret.string() ?? "").toLowerCase())?.[1];
            for (const one of vaults) if (host !== undefined && nameOf(one.resource) === host) found.add(one);
            continue;
        }
        const sources = gateway.dependenciesOf("sslCertificates").flatMap((source) => vaultOf(source, stack) ?? []);
        if (sources.length === 0) throw new Undetermined(secret.path);
        for (const one of sources) found.add(one);
    }
    return [...found];
}

/** The vault that a resource is, or that it is in. */
function vaultOf(source: StackResource, stack: Stack): Found<Vault> | undefined {
    if (vault.matches(source.type)) return stack.of(vault).find(({ resource }) => resource.urn === source.urn);
    if (!/:keyvault[:/]/i.test(source.type)) return undefined;
    return stack.find(vault, spelt(source.properties.at("vaultName"), source.properties.at("keyVaultId")), source);
}
