import assert from "node:assert/strict";

import { Property, Undetermined } from "../../../policy-pack/property";
import { isSeenThrough, resourcesInTemplate } from "../../../policy-pack/resources/subscription-template";

const type = "Microsoft.Security/pricings";
const plan = { type, name: "Containers", properties: { pricingTier: "Standard" } };
const deployment = (properties: object) => Property.root({ properties });
const template = (...resources: object[]) => deployment({ template: { resources } });

const seen: Record<string, Property> = {
    "plans only": template(plan, { ...plan, type: "microsoft.security/securityContacts" }),
    "a JSON text": deployment({ template: JSON.stringify({ resources: [plan] }) }),
    "a map of resources": deployment({ template: { languageVersion: "2.0", resources: { plan } } }),
    "an escaped bracket": template({ ...plan, properties: { description: "[[x]" } }),
    "a condition that is plain": template({ ...plan, condition: true }),
};
const unseen: Record<string, Property> = {
    "a linked template": deployment({ templateLink: { uri: "https://example.com/template.json" } }),
    "a linked template beside one that is given": deployment({
        template: { resources: [plan] },
        templateLink: { uri: "https://example.com/template.json" },
    }),
    "no template": deployment({}),
    "no resources": deployment({ template: {} }),
    "an empty list": template(),
    "an empty map": deployment({ template: { resources: {} } }),
    "other resources": template(plan, { type: "Microsoft.Storage/storageAccounts" }),
    "other resources in a map": deployment({
        template: { resources: { plan, other: { type: "Microsoft.Storage/storageAccounts" } } },
    }),
    "a template in the template": template(plan, { type: "Microsoft.Resources/deployments" }),
    "resources in a resource": template({ ...plan, resources: [{ type: "Microsoft.Storage/storageAccounts" }] }),
    "an expression": template({ ...plan, name: "[parameters('name')]" }),
    "an expression deep inside": template({ ...plan, properties: { extensions: [{ name: "[variables('one')]" }] } }),
    "a condition": template({ ...plan, condition: "[parameters('isProduction')]" }),
    "no JSON": deployment({ template: "{" }),
};

/** The names of the plans in a template, and what could not be decided. */
function plansIn(found: Property): unknown[] {
    const names: unknown[] = [];
    try {
        for (const resource of resourcesInTemplate(found, type)) names.push(resource.at("name").string());
    } catch (error) {
        assert.ok(error instanceof Undetermined);
        names.push(error.message);
    }
    return names;
}

describe("templates for a subscription", () => {
    for (const [title, found] of Object.entries(seen)) {
        it(`are seen through: ${title}`, () => {
            assert.equal(isSeenThrough(found), true);
        });
        it(`have a plan: ${title}`, () => {
            assert.deepEqual(plansIn(found), ["Containers"]);
        });
    }
    for (const [title, found] of Object.entries(unseen)) {
        it(`are not seen through: ${title}`, () => {
            assert.equal(isSeenThrough(found), false);
        });
    }

    it("leave open what an expression says, and nothing else", () => {
        const [found] = resourcesInTemplate(
            template({ ...plan, properties: { pricingTier: "[parameters('tier')]", extensions: [{ name: "[x()]" }] } }),
            type,
        );
        assert.ok(found !== undefined);
        assert.equal(found.at("name").string(), "Containers");
        const [extension] = found.in("properties", "extensions").elements();
        for (const unknown of [found.in("properties", "pricingTier"), extension?.at("name")]) {
            assert.throws(() => unknown?.value, Undetermined);
        }
    });

    it("leave open whether a resource with a condition is there, and show the others", () => {
        const conditional = { ...plan, condition: "[parameters('isProduction')]" };
        const open = "`properties.template.resources[0].condition` is not known before the update";
        assert.deepEqual(plansIn(template(conditional, plan)), ["Containers", open]);
        assert.deepEqual(plansIn(template({ ...plan, condition: false })), []);
        assert.deepEqual(plansIn(template({ ...conditional, type: "Microsoft.Storage/storageAccounts" })), []);
    });

    it("can be mended", () => {
        const given = { properties: { template: { resources: [{ ...plan, properties: { pricingTier: "Free" } }] } } };
        for (const resource of resourcesInTemplate(Property.root(given), type)) {
            resource.in("properties", "pricingTier").set("Standard");
        }
        assert.deepEqual(given.properties.template.resources, [plan]);
    });
});
