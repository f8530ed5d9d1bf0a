import { applicationGatewayInstancesSufficient } from "../../../../policy-pack/policies/application-gateway/application-gateway-instances-sufficient";
import { applicationGateway, classicApplicationGateway, type Change } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const outage = "and a failure or an update may then be an outage";
const fixed = (capacity: unknown): Change => ({ autoscaleConfiguration: undefined, "sku.capacity": capacity });

testPolicy(applicationGatewayInstancesSufficient, {
    compliant: {
        "a gateway that scales": applicationGateway(),
        "a gateway that scales from nothing": applicationGateway({ autoscaleConfiguration: { minCapacity: 0 } }),
        "a gateway that scales, it is not known how": applicationGateway({ autoscaleConfiguration: UNKNOWN }),
        "two instances": applicationGateway(fixed(2)),
        "three instances (classic)": classicApplicationGateway(fixed(3)),
        "one instance, by configuration": { ...applicationGateway(fixed(1)), config: { minimum: 1 } },
    },
    violating: {
        "one instance": {
            ...applicationGateway(fixed(1)),
            message: `\`sku.capacity\` is \`1\`, ${outage}; set it to \`2\` or more.`,
        },
        "one instance (classic)": {
            ...classicApplicationGateway(fixed(1)),
            message: `\`sku.capacity\` is \`1\`, ${outage}; set it to \`2\` or more.`,
        },
        unset: {
            ...applicationGateway(fixed(undefined)),
            message: `\`sku.capacity\` is unset, ${outage}; set it to \`2\` or more.`,
        },
        "two instances where the configuration asks for three": {
            ...applicationGateway(fixed(2)),
            config: { minimum: 3 },
            message: `\`sku.capacity\` is \`2\`, ${outage}; set it to \`3\` or more.`,
        },
        "a text": {
            ...applicationGateway(fixed("2")),
            message: "`sku.capacity` is a string; set it to a number, without quotes.",
        },
    },
    undetermined: {
        "an unknown number": {
            ...applicationGateway(fixed(UNKNOWN)),
            undetermined: ["`sku.capacity` is not known before the update"],
        },
    },
    notApplicable: {
        "a tier that scales by itself": {
            ...applicationGateway({ ...fixed(undefined), "sku.tier": "Basic" }),
            also: ["application-gateway-waf-enabled"],
            reason: "the tier Basic scales by itself",
        },
    },
});
