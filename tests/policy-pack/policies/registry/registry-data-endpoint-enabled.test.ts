import { registryDataEndpointEnabled } from "../../../../policy-pack/policies/registry/registry-data-endpoint-enabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const shared = "and layers then come from addresses that all storage accounts share";
const limited = { publicNetworkAccess: "Enabled", "networkRuleSet.defaultAction": "Deny" };
const classicLimited = { publicNetworkAccessEnabled: true, "networkRuleSet.defaultAction": "Deny" };
const also = ["registry-public-network-access-disabled"];

testPolicy(registryDataEndpointEnabled, {
    compliant: {
        "`true`": { ...registry(limited), also },
        "`true` (classic)": { ...classicRegistry(classicLimited), also },
        "`true`, of a tier that is not known": registry({ "sku.name": UNKNOWN }),
    },
    violating: {
        "`false`": {
            ...registry({ ...limited, dataEndpointEnabled: false }),
            message: `\`dataEndpointEnabled\` is \`false\`, ${shared}; set it to \`true\`.`,
            also,
        },
        unset: {
            ...registry({ ...limited, dataEndpointEnabled: undefined }),
            message: `\`dataEndpointEnabled\` is unset, ${shared}; set it to \`true\`.`,
            also,
        },
        "unset (classic)": {
            ...classicRegistry({ ...classicLimited, dataEndpointEnabled: undefined }),
            message: `\`dataEndpointEnabled\` is unset, ${shared}; set it to \`true\`.`,
            also,
        },
        "a text": {
            ...registry({ ...limited, dataEndpointEnabled: "true" }),
            message: "`dataEndpointEnabled` is a string; set it to `true` or `false`, without quotes.",
            also,
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ ...limited, dataEndpointEnabled: UNKNOWN }),
            undetermined: ["`dataEndpointEnabled` is not known before the update"],
            also,
        },
    },
    notApplicable: {
        "a lower tier": {
            ...registry({ ...limited, "sku.name": "Standard", dataEndpointEnabled: undefined }),
            reason: "only the tier Premium has such an endpoint",
            also,
        },
        "no public endpoint": {
            ...registry({ dataEndpointEnabled: undefined }),
            reason: "a private endpoint has one for data by itself",
        },
    },
});
