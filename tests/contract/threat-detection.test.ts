import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const program = () => new aksguard.ThreatDetection("kit", { alertEmails: ["security@example.com"] });

const [template, plan, contact] = ["", ".resources[0]", ".resources[1]"].map(
    (path) => `properties.template${path}`,
) as [string, string, string];
const planEnabled = "defender-containers-plan-enabled";
const scanning = "defender-registry-scanning-enabled";
const furtherExtensions = "defender-containers-extensions-enabled";

describe("contract of threat detection and policies", () => {
    it("no policy objects", async () => {
        assert.deepEqual(await objectionsTo(program), []);
        assert.deepEqual(await objectionsTo(() => new aksguard.ThreatDetection("kit")), []);
    });

    itGuardsOrHoldsEachValue({
        program,
        type: "azure-native:resources:DeploymentAtSubscriptionScope",
        guarded: {
            [`${plan}.properties.pricingTier`]: [planEnabled],
            [`${plan}.properties.extensions[0].name`]: [scanning],
            [`${plan}.properties.extensions[0].isEnabled`]: [scanning],
            ...Object.fromEntries(
                [1, 2, 3].flatMap((index) => [
                    [`${plan}.properties.extensions[${String(index)}].name`, [furtherExtensions]],
                    [`${plan}.properties.extensions[${String(index)}].isEnabled`, [furtherExtensions]],
                ]),
            ),
            [`${contact}.properties.emails`]: ["security-contact-email-set"],
            [`${contact}.properties.isEnabled`]: ["security-contact-email-set"],
            [`${contact}.properties.notificationsByRole.state`]: ["security-contact-owners-notified"],
            [`${contact}.properties.notificationsByRole.roles[0]`]: ["security-contact-owners-notified"],
            [`${contact}.properties.notificationsSources[0].sourceType`]: ["security-contact-alerts-enabled"],
        },
        opposites: {
            [`${plan}.properties.pricingTier`]: "Free",
            [`${plan}.properties.extensions[0].isEnabled`]: "False",
        },
        held: {
            "properties.mode": "Incremental",
            [`${template}.$schema`]:
                "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
            [`${template}.contentVersion`]: "1.0.0.0",
            // What is another type or has another name is not the plan.
            [`${plan}.type`]: "Microsoft.Security/pricings",
            [`${plan}.apiVersion`]: "2024-01-01",
            [`${plan}.name`]: "Containers",
            [`${plan}.properties.extensions[4].name`]: "ContainerIntegrityContribution",
            [`${plan}.properties.extensions[4].isEnabled`]: "True",
            [`${contact}.type`]: "Microsoft.Security/securityContacts",
            [`${contact}.apiVersion`]: "2023-12-01-preview",
            [`${contact}.name`]: "default",
            [`${contact}.properties.notificationsSources[0].minimalSeverity`]: "High",
        },
    });
});
