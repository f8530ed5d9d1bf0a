import { applicationGatewayTlsVersionCurrent } from "../../../../policy-pack/policies/application-gateway/application-gateway-tls-version-current";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const passing = "`AppGwSslPolicy20170401S`, `AppGwSslPolicy20220101` or `AppGwSslPolicy20220101S`";

testPolicy(applicationGatewayTlsVersionCurrent, {
    compliant: {
        "the strictest policy": applicationGateway(),
        "the strictest policy (classic)": classicApplicationGateway(),
        "the policy of 2017 from TLS 1.2 on": applicationGateway({ "sslPolicy.policyName": "AppGwSslPolicy20170401S" }),
        "a name without a type": applicationGateway({ sslPolicy: { policyName: "appgwsslpolicy20220101" } }),
        "a custom policy": applicationGateway({ sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_2" } }),
        "a custom policy of the second kind": applicationGateway({
            sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_3" },
        }),
        "a profile with that of the gateway": applicationGateway({ sslProfiles: [{ name: "one" }] }),
        "version 4 (classic)": classicApplicationGateway({
            sslPolicy: undefined,
            sslPolicies: [{ policyType: "Predefined", policyName: "AppGwSslPolicy20220101" }],
        }),
    },
    violating: {
        "the policy of 2015": {
            ...applicationGateway({ "sslPolicy.policyName": "AppGwSslPolicy20150501" }),
            message: `\`sslPolicy.policyName\` is \`AppGwSslPolicy20150501\`; set it to ${passing}.`,
        },
        "the policy of 2015 (classic)": {
            ...classicApplicationGateway({ "sslPolicy.policyName": "AppGwSslPolicy20150501" }),
            message: `\`sslPolicy.policyName\` is \`AppGwSslPolicy20150501\`; set it to ${passing}.`,
        },
        "a policy that the configuration does not let pass": {
            ...applicationGateway({ "sslPolicy.policyName": "AppGwSslPolicy20170401S" }),
            config: { predefinedPolicies: ["AppGwSslPolicy20220101S"] },
            message: "`sslPolicy.policyName` is `AppGwSslPolicy20170401S`; set it to `AppGwSslPolicy20220101S`.",
        },
        "a custom policy with TLS 1.1": {
            ...applicationGateway({ sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_1" } }),
            message: "`sslPolicy.minProtocolVersion` is `TLSv1_1`; set it to `TLSv1_2` or `TLSv1_3`.",
        },
        "a custom policy without a version": {
            ...applicationGateway({ sslPolicy: { policyType: "CustomV2" } }),
            message:
                "`sslPolicy.minProtocolVersion` is unset, and older versions of TLS may then be taken; set it to `TLSv1_2` or `TLSv1_3`.",
        },
        "a profile of 2015": {
            ...applicationGateway({
                sslProfiles: [{ sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20150501" } }],
            }),
            message: `\`sslProfiles[0].sslPolicy.policyName\` is \`AppGwSslPolicy20150501\`; set it to ${passing}.`,
        },
        unset: {
            ...applicationGateway({ sslPolicy: undefined }),
            message:
                "`sslPolicy` is unset, and the version of the API that makes the gateway then decides; set it to the predefined policy `AppGwSslPolicy20220101S`.",
        },
        "unset (classic)": {
            ...classicApplicationGateway({ sslPolicy: undefined }),
            message:
                "`sslPolicy` is unset, and the version of the API that makes the gateway then decides; set it to the predefined policy `AppGwSslPolicy20220101S`.",
        },
        "a text for a policy": {
            ...applicationGateway({ sslPolicy: "AppGwSslPolicy20220101S" }),
            message: "`sslPolicy` is a string; set it to an object.",
        },
    },
    undetermined: {
        "an unknown name": {
            ...applicationGateway({ "sslPolicy.policyName": UNKNOWN }),
            undetermined: ["`sslPolicy.policyName` is not known before the update"],
        },
    },
});
