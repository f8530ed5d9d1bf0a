import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { record, registered, type Registration } from "../../recorded-program";

const type = "azure-native:resources:DeploymentAtSubscriptionScope";

function resourcesOf(registrations: readonly Registration[]): unknown[] {
    const { template } = registered(registrations, type).inputs["properties"] as { template: { resources: unknown[] } };
    return template.resources;
}

const plan = {
    type: "Microsoft.Security/pricings",
    apiVersion: "2024-01-01",
    name: "Containers",
    properties: {
        pricingTier: "Standard",
        extensions: [
            { name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: "True" },
            { name: "AgentlessDiscoveryForKubernetes", isEnabled: "True" },
            { name: "AgentlessVmScanning", isEnabled: "True" },
            { name: "ContainerSensor", isEnabled: "True" },
            { name: "ContainerIntegrityContribution", isEnabled: "True" },
        ],
    },
};

const contact = (emails: string, minimalSeverity: string) => ({
    type: "Microsoft.Security/securityContacts",
    apiVersion: "2023-12-01-preview",
    name: "default",
    properties: {
        emails,
        isEnabled: true,
        notificationsByRole: { state: "On", roles: ["Owner"] },
        notificationsSources: [{ sourceType: "Alert", minimalSeverity }],
    },
});

describe("ThreatDetection", () => {
    it("sets the plan of the subscription, with everything that it can do, and nothing else", async () => {
        const registrations = await record(() => new aksguard.ThreatDetection("kit"));
        assert.deepEqual(registrations.map((registration) => registration.type).sort(), [
            "aksguard:index:ThreatDetection",
            type,
        ]);
        assert.deepEqual(registered(registrations, type).inputs, {
            properties: {
                mode: "Incremental",
                template: {
                    $schema:
                        "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
                    contentVersion: "1.0.0.0",
                    resources: [plan],
                },
            },
        });
    });

    it("has alerts mailed", async () => {
        for (const alertEmails of [
            ["a@example.com", "b@example.com"],
            pulumi.output(["a@example.com", "b@example.com"]),
        ]) {
            const registrations = await record(() => new aksguard.ThreatDetection("kit", { alertEmails }));
            assert.deepEqual(resourcesOf(registrations), [plan, contact("a@example.com;b@example.com", "High")]);
        }
        const registrations = await record(
            () =>
                new aksguard.ThreatDetection("kit", {
                    alertEmails: [pulumi.output("a@example.com")],
                    minimalAlertSeverity: aksguard.AlertSeverity.Low,
                    location: "westeurope",
                    tags: { team: "platform" },
                }),
        );
        assert.deepEqual(resourcesOf(registrations), [plan, contact("a@example.com", "Low")]);
        const { location, tags } = registered(registrations, type).inputs;
        assert.deepEqual({ location, tags }, { location: "westeurope", tags: { team: "platform" } });
    });

    it("names the deployment itself where Azure would not take the name that Pulumi makes", async () => {
        const registrations = await record(() => new aksguard.ThreatDetection("a".repeat(57)));
        assert.match(String(registered(registrations, type).inputs["deploymentName"]), /^a{56}[0-9a-f]{8}$/);
    });

    const rejected: Record<string, [aksguard.ThreatDetectionArgs, string]> = {
        "no address at all": [
            { alertEmails: [] },
            "alertEmails is [], and the subscription would be left without any address. Name an address, or leave it out.",
        ],
        "two addresses in one": [
            { alertEmails: ["a@example.com;b@example.com"] },
            'alertEmails[0] is "a@example.com;b@example.com", which is no mail address. Set one address for each entry, such as security@example.com.',
        ],
        "an expression of a template": [
            { alertEmails: ["[deployment().name]@example.com"] },
            'alertEmails[0] is "[deployment().name]@example.com", which is no mail address. Set one address for each entry, such as security@example.com.',
        ],
        "a severity that is none": [
            { alertEmails: ["a@example.com"], minimalAlertSeverity: "Severe" as aksguard.AlertSeverity },
            'minimalAlertSeverity is "Severe", which is not among its values. Set one of High, Medium, Low.',
        ],
        "a severity for nobody": [
            { minimalAlertSeverity: "Low" },
            'minimalAlertSeverity is "Low", and nobody is mailed. Set alertEmails, or leave it out.',
        ],
    };
    for (const [title, [args, problem]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.throws(() => new aksguard.ThreatDetection("kit", args), {
                message: `ThreatDetection "kit" was given an argument that cannot work:\n  - ${problem}`,
            });
        });
    }
});
