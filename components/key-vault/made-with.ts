import { changedArguments, type MadeWith } from "../arguments/made-with";
import type { KeyVaultArgs } from "./key-vault-args";

/** What a vault is made with: certificates that are made once keep their host. */
export function madeWith({ selfSignedCertificates = {} }: KeyVaultArgs): MadeWith {
    const entries = Object.entries(selfSignedCertificates);
    return Object.fromEntries(entries.map(([certificate, host]) => [`selfSignedCertificates.${certificate}`, host]));
}

/** Why a certificate cannot be one for another host, or `undefined`. */
export function refusedHost(before: MadeWith, after: MadeWith): string | undefined {
    const changed = changedArguments(before, after);
    return (
        changed &&
        `${changed} Such a certificate is made once, and stays one for the host that it was made for. Give the one for the new ` +
            "host another name, or bring a certificate (`certificates`)."
    );
}
