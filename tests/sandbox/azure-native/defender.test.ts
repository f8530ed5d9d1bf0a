import assert from "node:assert/strict";

import { account } from "../../../sandbox/providers/account";
import type { PropertyMap } from "../../../sandbox/providers/property";
import { Arm } from "./arm";

const subscription = `/subscriptions/${account.subscriptionId}`;

describe("a plan of Defender for Cloud, which every subscription has", () => {
    const type = "azure-native:security:Pricing";
    const id = `${subscription}/providers/Microsoft.Security/pricings/Containers`;
    const inputs = { scopeId: subscription, pricingName: "Containers", pricingTier: "Standard" };

    it("is there before anyone sets it, so that nobody can create it", async () => {
        const arm = new Arm();
        assert.equal((await arm.read(type, id))?.outputs.pricingTier, "Free");
        await assert.rejects(
            arm.create(type, inputs),
            /cannot create already existing resource '.*\/pricings\/Containers'/,
        );
    });

    it("can be imported and changed, and is not deleted", async () => {
        const arm = new Arm();
        const imported = await arm.read(type, id);
        assert.ok(imported !== undefined);
        assert.deepEqual(imported.inputs, {
            pricingTier: "Free",
            scopeId: subscription.slice(1),
            pricingName: "Containers",
        });
        assert.equal((await arm.update(type, imported, inputs)).pricingTier, "Standard");
        await assert.rejects(arm.delete(type, id), /Code="InvalidUrlConfiguration"/);
    });

    it("says more of extensions than was asked for", async () => {
        const arm = new Arm();
        const imported = await arm.read(type, id);
        assert.ok(imported !== undefined);
        const names = ["ContainerSensor", "AgentlessVmScanning", "AgentlessDiscoveryForKubernetes"];
        const extensions = names.map((name) => ({ name, isEnabled: "True" }));
        assert.deepEqual((await arm.update(type, imported, { ...inputs, extensions })).extensions, [
            {
                name: "ContainerSensor",
                isEnabled: "True",
                additionalExtensionProperties: { AntiMalwareEnabled: "False", SecurityGatingEnabled: "True" },
            },
            {
                name: "AgentlessVmScanning",
                isEnabled: "True",
                additionalExtensionProperties: { ExclusionTags: "[]" },
            },
            { name: "AgentlessDiscoveryForKubernetes", isEnabled: "True" },
        ]);
    });
});

describe("a template for a subscription", () => {
    const type = "azure-native:resources:DeploymentAtSubscriptionScope";
    const template = (...resources: PropertyMap[]) => ({
        properties: { mode: "Incremental", template: { resources } },
    });
    const plan = (pricingTier: string) => ({
        type: "Microsoft.Security/pricings",
        name: "Containers",
        properties: { pricingTier },
    });
    const tier = async (arm: Arm) =>
        (await arm.invoke("azure-native:security:getPricing", { scopeId: subscription, pricingName: "Containers" }))
            .pricingTier;

    it("sets what is there, as often as one likes, and its record is deleted alone", async () => {
        const arm = new Arm();
        assert.equal(await tier(arm), "Free");
        const first = await arm.create(type, template(plan("Standard")), "first");
        const second = await arm.create(type, { ...template(plan("Standard")), deploymentName: "second" });
        assert.equal(await tier(arm), "Standard");
        await arm.delete(type, first.id);
        await arm.delete(type, second.id);
        assert.equal(await tier(arm), "Standard");
    });

    it("is not answered", async () => {
        const { outputs } = await new Arm().create(type, template(plan("Standard")));
        assert.deepEqual(outputs.properties, { mode: "Incremental", provisioningState: "Succeeded" });
    });

    it("may be refused for what is in it", async () => {
        const contact = { type: "Microsoft.Security/securityContacts", name: "team", properties: {} };
        await assert.rejects(new Arm().create(type, template(contact)), /Code="InvalidResourceName"/);
        const group = { type: "Microsoft.Resources/resourceGroups", name: "rg" };
        await assert.rejects(
            new Arm().create(type, template(group)),
            /the sandbox cannot deploy Microsoft.Resources\/resourceGroups by a template/,
        );
    });
});
