import type * as pulumi from "@pulumi/pulumi";
import { liftAll } from "../arguments/lift";
import { AlertSeverity, type ThreatDetectionArgs } from "./threat-detection-args";

/** Name of the plan. */
export const containersPlan = "Containers";

/** Everything that the plan can do. What is not named, Azure would leave as it was. */
const extensions = [
    // Images are scanned when they are pushed, and again while they are used: practice 8.
    "ContainerRegistriesVulnerabilityAssessments",
    "AgentlessDiscoveryForKubernetes",
    "AgentlessVmScanning",
    "ContainerSensor",
    // Findings go with the image, where admission can judge them.
    "ContainerIntegrityContribution",
];

/** The settings of a subscription that detect threats, as an ARM template: what is there already is set, not made. */
export function defenderTemplate({ alertEmails, minimalAlertSeverity }: ThreatDetectionArgs) {
    return {
        $schema: "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        resources: [
            {
                type: "Microsoft.Security/pricings",
                apiVersion: "2024-01-01",
                name: containersPlan,
                properties: {
                    pricingTier: "Standard",
                    // A text, not a boolean.
                    extensions: extensions.map((name) => ({ name, isEnabled: "True" })),
                },
            },
            ...(alertEmails === undefined ? [] : [securityContact(alertEmails, minimalAlertSeverity)]),
        ],
    };
}

function securityContact(emails: pulumi.Input<pulumi.Input<string>[]>, severity: AlertSeverity = AlertSeverity.High) {
    return {
        type: "Microsoft.Security/securityContacts",
        apiVersion: "2023-12-01-preview",
        // A subscription has this one and no other.
        name: "default",
        properties: {
            emails: liftAll(emails, (addresses) => addresses.join(";")),
            isEnabled: true,
            notificationsByRole: { state: "On", roles: ["Owner"] },
            notificationsSources: [{ sourceType: "Alert", minimalSeverity: severity }],
        },
    };
}
