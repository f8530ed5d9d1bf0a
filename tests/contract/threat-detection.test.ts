import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const program = () => new aksguard.ThreatDetection("kit", { alertEmails: ["security@example.com"] });

const [template, plan, contact] = ["", ".resources[0]", ".resources[1]"].map(
    (path) => `properties.template${path}`,
) as [string, string, string];
const planEnabled = "defender-containers-plan-enabled";
const scanning = "defender-registry-scanning-enabled";

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
            ...Object.fromEntries(
                [
                    "AgentlessDiscoveryForKubernetes",
                    "AgentlessVmScanning",
                    "ContainerSensor",
                    "ContainerIntegrityContribution",
                ].flatMap((name, index) => [
                    [`${plan}.properties.extensions[${String(index + 1)}].name`, name],
                    [`${plan}.properties.extensions[${String(index + 1)}].isEnabled`, "True"],
                ]),
            ),
            [`${contact}.type`]: "Microsoft.Security/securityContacts",
            [`${contact}.apiVersion`]: "2023-12-01-preview",
            [`${contact}.name`]: "default",
            [`${contact}.properties.emails`]: "security@example.com",
            [`${contact}.properties.isEnabled`]: true,
            [`${contact}.properties.notificationsByRole.state`]: "On",
            [`${contact}.properties.notificationsByRole.roles[0]`]: "Owner",
            [`${contact}.properties.notificationsSources[0].sourceType`]: "Alert",
            [`${contact}.properties.notificationsSources[0].minimalSeverity`]: "High",
        },
    });
});
