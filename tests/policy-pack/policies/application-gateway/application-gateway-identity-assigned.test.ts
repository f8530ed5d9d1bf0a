import { applicationGatewayIdentityAssigned } from "../../../../policy-pack/policies/application-gateway/application-gateway-identity-assigned";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const cannot = "and the gateway then cannot read its certificates";

testPolicy(applicationGatewayIdentityAssigned, {
    compliant: {
        "an identity": applicationGateway(),
        "an identity in a map": applicationGateway({ "identity.userAssignedIdentities": { "/identity": {} } }),
        "both kinds": applicationGateway({ "identity.type": "SystemAssigned, UserAssigned" }),
        "another case": applicationGateway({ "identity.type": "userAssigned" }),
        "an identity that is not known": applicationGateway({ "identity.userAssignedIdentities": [UNKNOWN] }),
        "an identity (classic)": classicApplicationGateway(),
    },
    violating: {
        unset: {
            ...applicationGateway({ identity: undefined }),
            message: `\`identity.type\` is unset, ${cannot}; set it to \`UserAssigned\`.`,
        },
        "the identity of the gateway itself": {
            ...applicationGateway({ "identity.type": "SystemAssigned" }),
            message: `\`identity.type\` is \`SystemAssigned\`, ${cannot}; set it to \`UserAssigned\`.`,
        },
        "no identities": {
            ...applicationGateway({ "identity.userAssignedIdentities": undefined }),
            message: `\`identity.userAssignedIdentities\` is unset, ${cannot}; set it to the id of an identity that may.`,
        },
        "an empty list": {
            ...applicationGateway({ "identity.userAssignedIdentities": [] }),
            message: `\`identity.userAssignedIdentities\` is empty, ${cannot}; set it to the id of an identity that may.`,
        },
        "an empty map": {
            ...applicationGateway({ "identity.userAssignedIdentities": {} }),
            message: `\`identity.userAssignedIdentities\` is empty, ${cannot}; set it to the id of an identity that may.`,
        },
        "an id that is not known for a certificate": {
            ...applicationGateway({ identity: undefined, sslCertificates: [{ keyVaultSecretId: UNKNOWN }] }),
            message: `\`identity.type\` is unset, ${cannot}; set it to \`UserAssigned\`.`,
        },
        "unset (classic)": {
            ...classicApplicationGateway({ identity: undefined }),
            message: `\`identity.type\` is unset, ${cannot}; set it to \`UserAssigned\`.`,
        },
        "no identities (classic)": {
            ...classicApplicationGateway({ "identity.identityIds": [] }),
            message: `\`identity.identityIds\` is empty, ${cannot}; set it to the id of an identity that may.`,
        },
        "a text for identities": {
            ...applicationGateway({ "identity.userAssignedIdentities": "/identity" }),
            message: "`identity.userAssignedIdentities` is a string; set it to a list.",
        },
    },
    undetermined: {
        "an unknown kind": {
            ...applicationGateway({ "identity.type": UNKNOWN }),
            undetermined: ["`identity.type` is not known before the update"],
        },
        "unknown identities": {
            ...applicationGateway({ "identity.userAssignedIdentities": UNKNOWN }),
            undetermined: ["`identity.userAssignedIdentities` is not known before the update"],
        },
    },
    notApplicable: {
        "no certificates": {
            ...applicationGateway({ identity: undefined, sslCertificates: undefined }),
            reason: "no certificate comes from a vault",
        },
        "a certificate of the program": {
            ...applicationGateway({ identity: undefined, sslCertificates: [{ name: "shop", data: "MII" }] }),
            also: ["application-gateway-certificate-from-vault"],
            reason: "no certificate comes from a vault",
        },
    },
});
