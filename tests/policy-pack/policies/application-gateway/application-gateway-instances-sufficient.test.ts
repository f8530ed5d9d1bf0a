import { applicationGatewayInstancesSufficient } from "../../../../policy-pack/policies/application-gateway/application-gateway-instances-sufficient";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const outage = "and a failure or an update may then be an outage";

testPolicy(applicationGatewayInstancesSufficient, {
    compliant: {
        "two instances or more": applicationGateway(),
        "three instances that do not scale": applicationGateway({
            autoscaleConfiguration: undefined,
            "sku.capacity": 3,
        }),
        "two instances (classic)": classicApplicationGateway(),
        "one instance, by configuration": {
            ...applicationGateway({ autoscaleConfiguration: { minCapacity: 1 } }),
            config: { minimum: 1 },
        },
    },
    violating: {
        "one instance or more": {
            ...applicationGateway({ autoscaleConfiguration: { minCapacity: 1 } }),
            message: `\`autoscaleConfiguration.minCapacity\` is \`1\`, ${outage}; set it to \`2\` or more.`,
        },
        "none when idle (classic)": {
            ...classicApplicationGateway({ autoscaleConfiguration: { minCapacity: 0 } }),
            message: `\`autoscaleConfiguration.minCapacity\` is \`0\`, ${outage}; set it to \`2\` or more.`,
        },
        "one instance that does not scale": {
            ...applicationGateway({ autoscaleConfiguration: undefined, "sku.capacity": 1 }),
            message: `\`sku.capacity\` is \`1\`, ${outage}; set it to \`2\` or more.`,
        },
        unset: {
            ...applicationGateway({ autoscaleConfiguration: undefined }),
            message: `\`sku.capacity\` is unset, ${outage}; set it to \`2\` or more.`,
        },
        "the smaller of two numbers": {
            ...applicationGateway({ autoscaleConfiguration: { minCapacity: 1, maxCapacity: 9 }, "sku.capacity": 4 }),
            message: `\`autoscaleConfiguration.minCapacity\` is \`1\`, ${outage}; set it to \`2\` or more.`,
        },
        "two instances where the configuration asks for three": {
            ...applicationGateway(),
            config: { minimum: 3 },
            message: `\`autoscaleConfiguration.minCapacity\` is \`2\`, ${outage}; set it to \`3\` or more.`,
        },
        "a text": {
            ...applicationGateway({ autoscaleConfiguration: { minCapacity: "2" } }),
            message: "`autoscaleConfiguration.minCapacity` is a string; set it to a number, without quotes.",
        },
    },
    undetermined: {
        "an unknown number": {
            ...applicationGateway({ autoscaleConfiguration: { minCapacity: UNKNOWN } }),
            undetermined: ["`autoscaleConfiguration.minCapacity` is not known before the update"],
        },
    },
});
