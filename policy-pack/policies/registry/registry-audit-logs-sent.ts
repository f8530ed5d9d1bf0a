/**
 * Who pushed or pulled an image is in the logs of its registry, and these exist only where a diagnostic setting sends them
 * somewhere.
 *
 * Checked property:  DiagnosticSetting `resourceUri`, `logs`, of a Registry of the stack
 * Compliant values:  one names the registry and sends logs
 * When unset:        violation (a registry keeps no logs by itself)
 */
import { diagnosticSetting } from "../../resources/diagnostic-setting";
import { registry } from "../../resources/registry";
import { logsAreSent, settingOf } from "../../relations/sent-logs";
import { defineStackPolicy } from "../../stack-policy";

const settingOfRegistry = settingOf(registry);

export const registryAuditLogsSent = defineStackPolicy({
    name: "registry-audit-logs-sent",
    description: "Container registries should send their audit logs.",
    remediationSteps:
        "Give the registry a diagnostic setting that sends `ContainerRegistryLoginEvents` and `ContainerRegistryRepositoryEvents` to a workspace.",
    severity: "medium",
    practice: 8,
    equivalents: ["psrule:AZR-000535"],
    advisory: "a policy assignment of the platform team often makes these settings",
    subject: registry,
    related: [diagnosticSetting],
    *judge(_, resource, stack) {
        yield* logsAreSent(resource, stack, settingOfRegistry, {
            lost: "who pushed which image",
            advised: "`ContainerRegistryLoginEvents` and `ContainerRegistryRepositoryEvents`",
        });
    },
});
