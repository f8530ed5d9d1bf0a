/**
 * With one instance, each failure and each update of the gateway is an outage of everything behind it.
 *
 * Checked property:  ApplicationGateway `autoscaleConfiguration.minCapacity`, else `sku.capacity`
 * Compliant values:  parameter `minimum` or more, by default 2
 * When unset:        violation (nothing says that there are two)
 */
import { check, definePolicy } from "../../policy";
import { applicationGateway } from "../../resources/application-gateway";

interface Config {
    readonly minimum: number;
}

export const applicationGatewayInstancesSufficient = definePolicy<Config>({
    name: "application-gateway-instances-sufficient",
    description: "Application gateways should always have two instances.",
    remediationSteps: "Let the gateway scale from two instances on.",
    severity: "low",
    practice: 10,
    equivalents: ["psrule:AZR-000061"],
    advisory: "how much a gateway must withstand, and what that may cost, is for its owner to say",
    configSchema: {
        properties: {
            minimum: {
                type: "integer",
                minimum: 1,
                default: 2,
                description: "The fewest instances that a gateway may have.",
            },
        },
    },
    checks: [
        check(applicationGateway, function* ({ fewestInstances }, { minimum }) {
            const fewest = fewestInstances();
            const found = fewest.number();
            if (found !== undefined && found >= minimum) return;
            yield `\`${fewest.path}\` is ${found === undefined ? "unset" : `\`${found}\``}, and a failure or an update may then be an outage; set it to \`${minimum}\` or more.`;
        }),
    ],
});
