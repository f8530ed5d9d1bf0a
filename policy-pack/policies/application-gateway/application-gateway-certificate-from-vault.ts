/**
 * A certificate that is written into a program lies with its key in repositories and states, and runs out one day; one
 * of a key vault stays there, and each renewal is served by itself.
 *
 * Checked property:  ApplicationGateway `sslCertificates[*].keyVaultSecretId`, `sslCertificates[*].data`
 * Compliant values:  the id of a secret without a version, and no data
 * When unset:        violation, unless the gateway has no certificates
 */
import { quoteUrl } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { applicationGateway } from "../../resources/application-gateway";

const withVersion = /\/secrets\/[^/]+\/[^/]+\/?$/i;

export const applicationGatewayCertificateFromVault = definePolicy({
    name: "application-gateway-certificate-from-vault",
    description: "Application gateways must read their certificates from a key vault.",
    remediationSteps: "Set the id of the certificate's secret in a key vault, without its version.",
    severity: "medium",
    practice: 10,
    equivalents: [],
    checks: [
        check(applicationGateway, function* (gateway) {
            const certificates = gateway.certificates();
            if (certificates.length === 0) return notApplicable("the gateway has no certificate");
            yield* each(certificates, function* ({ data, keyVaultSecretId }) {
                if (data.isGiven) {
                    yield `\`${data.path}\` is set, and the certificate lies with its key in the program; set it to nothing, and \`${keyVaultSecretId.path}\` to the id of a secret.`;
                    return;
                }
                const found = keyVaultSecretId.string();
                if (found === undefined) {
                    yield `\`${keyVaultSecretId.path}\` is unset, and nothing then renews the certificate; set it to the id of a secret in a key vault.`;
                } else if (withVersion.test(found)) {
                    yield `\`${keyVaultSecretId.path}\` is ${quoteUrl(found)}, one version, which is served beyond its end; set it to the id without the version.`;
                }
            });
            return undefined;
        }),
    ],
});
