/**
 * With one instance, each failure and each update of the gateway is an outage of everything behind it.
 *
 * Checked property:  ApplicationGateway `sku.capacity`, `autoscaleConfiguration`
 * Compliant values:  parameter `minimum` or more, by default 2; or a gateway that scales, which always has two
 * When unset:        violation (nothing says that there are two)
 * Ruling:            how far a gateway may shrink is not judged: Azure keeps two instances of one that scales, even at 0
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { applicationGateway } from "../../resources/application-gateway";

interface Config {
    readonly minimum: number;
}

export const applicationGatewayInstancesSufficient = definePolicy<Config>({
    name: "application-gateway-instances-sufficient",
    description: "Application gateways should have two instances or more.",
    remediationSteps: "Let the gateway scale, or give it two instances.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000061"],
    advisory: "how much a gateway must withstand, and what that may cost, is for its owner to say",
    configSchema: {
        properties: {
            minimum: {
                type: "integer",
                minimum: 1,
                default: 2,
                description: "The fewest instances that a gateway that does not scale may have.",
            },
        },
    },
    checks: [
        check(applicationGateway, function* ({ autoscaleConfiguration, capacity, tier }, { minimum }) {
            if (autoscaleConfiguration.isGiven) return undefined;
            if (tier.effective.toLowerCase() === "basic") return notApplicable("the tier Basic scales by itself");
            const found = capacity.number();
            if ((found ?? 0) >= minimum) return undefined;
            yield `\`${capacity.path}\` is ${found === undefined ? "unset" : `\`${found}\``}, and a failure or an update may then be an outage; set it to \`${minimum}\` or more.`;
            return undefined;
        }),
    ],
});
