import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    duplicateNameProblems,
    flagProblems,
    namesAreKnown,
    partProblems,
    resourceForms,
    resourceIdProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { networkAccessRules } from "../private-endpoint/network-access-rules";
import { privateLinkServices } from "../private-endpoint/private-link-services";
import { KeyVaultTier, type KeyVaultArgs, type KeyVaultKeyArgs } from "./key-vault-args";

type Args = pulumi.Unwrap<KeyVaultArgs>;

/** What must hold between the arguments of a vault. */
export const keyVaultRules: Rule<KeyVaultArgs>[] = [
    namesAreKnown<KeyVaultArgs>({
        resourceGroupName: true,
        location: true,
        vaultName: true,
        privateEndpointSubnetId: true,
        privateDnsZoneId: true,
        allowedIpRanges: true,
        tier: true,
        certificates: true,
        selfSignedCertificates: true,
        keys: true,
        recover: true,
        workspaceId: true,
        lock: true,
        tags: true,
    }),
    ...networkAccessRules(privateLinkServices.vault),
    nameFits,
    ({ tier }) => choiceProblems("tier", tier, KeyVaultTier),
    ({ recover }) => flagProblems("recover", recover),
    ({ lock }) => flagProblems("lock", lock),
    certificatesHaveNames,
    certificatesArePfx,
    selfSignedAreOfHosts,
    keysHaveNames,
    keysArePossible,
    ({ workspaceId }) => resourceIdProblems("workspaceId", workspaceId, resourceForms.workspace),
];

function* nameFits({ vaultName }: Args): Iterable<Problem> {
    if (
        vaultName !== undefined &&
        !(vaultName.length >= 3 && vaultName.length <= 24 && /^[a-z](-?[a-z0-9])*$/i.test(vaultName))
    ) {
        yield {
            argument: "vaultName",
            found: vaultName,
            why: "where Azure takes 3 to 24 letters, digits and single hyphens, the first a letter, the last none of the hyphens",
            remedy: "Set such a name, or leave it out",
        };
    }
}

function* objectNameProblems(argument: string, found: unknown): Iterable<Problem> {
    if (typeof found !== "string" || !/^[a-z0-9-]{1,127}$/i.test(found)) {
        yield {
            argument,
            found,
            why: "where a vault takes names of 1 to 127 letters, digits and hyphens",
            remedy: "Set such a name",
        };
    }
}

function* certificatesHaveNames({ certificates = {} }: Args): Iterable<Problem> {
    for (const name of Object.keys(certificates)) {
        yield* objectNameProblems("certificates", name);
    }
}

/** The byte that every PFX begins with: a sequence in DER. */
const derSequence = 0x30;

function* certificatesArePfx({ certificates = {} }: Args): Iterable<Problem> {
    for (const [name, pfx] of Object.entries(certificates)) {
        const isBase64 = typeof pfx === "string" && /^[A-Za-z0-9+/\s]+=*\s*$/.test(pfx);
        if (!isBase64 || Buffer.from(pfx, "base64")[0] !== derSequence) {
            yield {
                argument: `certificates.${name}`,
                // Of a private key, nothing is shown, even where the program does not mark it as a secret.
                found: "given",
                why: "and it is no PFX in base64",
                remedy: "Set what `base64 --wrap=0 certificate.pfx` prints; `openssl pkcs12 -export` makes a PFX of PEM files",
            };
        }
    }
}

function* selfSignedAreOfHosts({ certificates = {}, selfSignedCertificates = {} }: Args): Iterable<Problem> {
    for (const [name, host] of Object.entries(selfSignedCertificates)) {
        const argument = `selfSignedCertificates.${name}`;
        yield* objectNameProblems("selfSignedCertificates", name);
        if (name in certificates) {
            yield {
                argument,
                found: host,
                why: "a name that certificates has as well",
                remedy: "Leave it out of one of the two",
            };
        }
        if (typeof host !== "string" || !/^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9-]+$/i.test(host)) {
            yield {
                argument,
                found: host,
                why: "which is no name of a host",
                remedy: 'Set the name that clients ask for, such as "shop.example.org"',
            };
        }
    }
}

function* keysHaveNames({ keys = [] }: Args): Iterable<Problem> {
    yield* duplicateNameProblems("keys", keys);
    for (const [index, key] of keys.entries()) {
        yield* partProblems<KeyVaultKeyArgs>(`keys[${String(index)}]`, key, {
            name: true,
            size: true,
            rotationMonths: true,
        });
        yield* objectNameProblems(`keys[${String(index)}].name`, key.name);
    }
}

const keySizes: readonly unknown[] = [3072, 4096];
const mostMonths = 120;

function* keysArePossible({ keys = [] }: Args): Iterable<Problem> {
    for (const [index, { size, rotationMonths }] of keys.entries()) {
        if (size !== undefined && !keySizes.includes(size)) {
            yield {
                argument: `keys[${String(index)}].size`,
                found: size,
                why: "where keys are RSA of 3072 or 4096 bits",
                remedy: "Set one of the two",
            };
        }
        if (
            rotationMonths !== undefined &&
            !(Number.isInteger(rotationMonths) && rotationMonths >= 1 && rotationMonths <= mostMonths)
        ) {
            yield {
                argument: `keys[${String(index)}].rotationMonths`,
                found: rotationMonths,
                why: `where it takes whole months, 1 to ${String(mostMonths)}`,
                remedy: "Set a number in that range",
            };
        }
    }
}
