import { applicationGatewayCertificateFromVault } from "../../../../policy-pack/policies/application-gateway/application-gateway-certificate-from-vault";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const id = "https://kit.vault.azure.net/secrets/shop";

testPolicy(applicationGatewayCertificateFromVault, {
    compliant: {
        "a secret without a version": applicationGateway(),
        "a secret without a version (classic)": classicApplicationGateway(),
        "a slash at the end": applicationGateway({ sslCertificates: [{ keyVaultSecretId: `${id}/` }] }),
    },
    violating: {
        "a version": {
            ...applicationGateway({ sslCertificates: [{ keyVaultSecretId: `${id}/0123456789abcdef` }] }),
            message:
                "`sslCertificates[0].keyVaultSecretId` is `https://kit.vault.azure.net/secrets/shop/0123456789abcdef`, one version, which is served beyond its end; set it to the id without the version.",
        },
        "a certificate in the program": {
            ...applicationGateway({ sslCertificates: [{ data: "MIIK", password: "word" }] }),
            message:
                "`sslCertificates[0].data` is set, and the certificate lies with its key in the program; set it to nothing, and `sslCertificates[0].keyVaultSecretId` to the id of a secret.",
        },
        "a certificate in the program (classic)": {
            ...classicApplicationGateway({ sslCertificates: [{ keyVaultSecretId: id }, { data: UNKNOWN }] }),
            message:
                "`sslCertificates[1].data` is set, and the certificate lies with its key in the program; set it to nothing, and `sslCertificates[1].keyVaultSecretId` to the id of a secret.",
        },
        unset: {
            ...applicationGateway({ sslCertificates: [{ name: "shop" }] }),
            message:
                "`sslCertificates[0].keyVaultSecretId` is unset, and nothing then renews the certificate; set it to the id of a secret in a key vault.",
        },
        "a text for certificates": {
            ...applicationGateway({ sslCertificates: "shop" }),
            message: "`sslCertificates` is a string; set it to a list.",
            also: ["application-gateway-identity-assigned"],
        },
    },
    undetermined: {
        "a secret that has no id yet": {
            ...applicationGateway({ sslCertificates: [{ keyVaultSecretId: UNKNOWN }] }),
            undetermined: ["`sslCertificates[0].keyVaultSecretId` is not known before the update"],
        },
    },
    notApplicable: {
        "a gateway without certificates": {
            ...applicationGateway({ sslCertificates: undefined }),
            reason: "the gateway has no certificate",
        },
    },
});
