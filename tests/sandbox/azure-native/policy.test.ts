import assert from "node:assert/strict";

import { account } from "../../../sandbox/providers/account";
import type { PropertyMap } from "../../../sandbox/providers/property";
import { Arm, withGroup } from "./arm";
import { foundation } from "./hardened-cluster";

const type = "azure-native:authorization:PolicyAssignment";
const scope = `/subscriptions/${account.subscriptionId}/resourceGroups/rg`;
const builtIn = (guid: string) => `/providers/Microsoft.Authorization/policyDefinitions/${guid}`;
const images = builtIn("febd0533-8e55-448f-b837-bd0e06f16469");
const regex = { allowedContainerImagesRegex: { value: "^mcr\\.microsoft\\.com/" } };

async function withScope(): Promise<Arm> {
    const arm = new Arm();
    await withGroup(arm);
    return arm;
}

const assignment = (policyDefinitionId: string, parameters: PropertyMap, more: PropertyMap = {}): PropertyMap => ({
    scope,
    policyAssignmentName: "policy",
    policyDefinitionId,
    parameters,
    ...more,
});

describe("policy assignments", () => {
    it("are answered with the defaults of ARM, and keep what they are", async () => {
        const arm = await withScope();
        const inputs = assignment(images, { effect: { value: "deny" }, ...regex });
        const created = await arm.create(type, inputs);
        assert.equal(created.id, `${scope}/providers/Microsoft.Authorization/policyAssignments/policy`);
        assert.equal(created.outputs.enforcementMode, "Default");
        assert.equal(created.outputs.definitionVersion, "9.*.*");
        const updated = await arm.update(type, created, { ...inputs, enforcementMode: "DoNotEnforce" });
        assert.equal(updated.enforcementMode, "DoNotEnforce");
        assert.equal(updated.instanceId, created.outputs.instanceId);
    });

    const accepted: Record<string, PropertyMap> = {
        "a built-in definition that the sandbox does not know": assignment(
            builtIn("12345678-1234-4234-8234-123456789abc"),
            { anything: { value: 1 } },
        ),
        "parameters of an older major version": assignment(
            builtIn("82985f06-dc18-4a48-bc1c-b9f4f0098cfe"),
            { minPort: { value: 0 } },
            { definitionVersion: "6.*.*" },
        ),
    };
    for (const [title, inputs] of Object.entries(accepted)) {
        it(`may have ${title}`, async () => {
            await (await withScope()).create(type, inputs);
        });
    }

    const refused: Record<string, [PropertyMap, RegExp]> = {
        "a required parameter is missing": [
            assignment(images, { effect: { value: "Deny" } }),
            /Code="MissingPolicyParameter" Message="The policy assignment 'policy' is missing the parameter\(s\) 'allowedContainerImagesRegex' as defined in the policy definition 'febd0533-8e55-448f-b837-bd0e06f16469 version 9\.3\.0'\."/,
        ],
        "a parameter is unknown": [
            assignment(images, { ...regex, allowedRegex: { value: "x" } }),
            /Code="UndefinedPolicyParameter" Message="The policy assignment 'policy' has the parameter\(s\) 'allowedRegex' which are not defined/,
        ],
        "an effect is spelt in another way": [
            assignment(builtIn("1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d"), { effect: { value: "deny" } }),
            /Code="PolicyParameterValueNotAllowed" Message="The value 'deny' is not allowed for policy parameter 'effect' in policy definition '1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d version 9\.0\.0'\. The allowed values are 'Audit, Deny, Disabled'\."/,
        ],
        "a text comes where a list belongs": [
            assignment(builtIn("233a2a17-77ca-4fb1-9b6b-69223d272a44"), { allowedServicePortsList: { value: "443" } }),
            /Code="InvalidPolicyParameters" .*is of type 'String', expected type is 'Array'/,
        ],
        "the version is none": [
            assignment(images, regex, { definitionVersion: "10.*.*" }),
            /The definition version '10\.\*\.\*' of the policy assignment 'policy' does not exist/,
        ],
        "a custom definition is not there": [
            assignment(`${scope}/providers/Microsoft.Authorization/policyDefinitions/mine`, {}),
            /Code="PolicyDefinitionNotFound"/,
        ],
        "the name is too long": [
            assignment(images, regex, { policyAssignmentName: "n".repeat(65) }),
            /must not exceed '64' characters/,
        ],
        "the display name is too long": [
            assignment(images, regex, { displayName: "n".repeat(129) }),
            /The displayName of the policy assignment 'policy' must not exceed '128' characters/,
        ],
        "the name has characters of paths": [
            assignment(images, regex, { policyAssignmentName: "a:b" }),
            /has invalid characters/,
        ],
        "the scope is not there": [
            assignment(images, regex, { scope: `${scope}-other` }),
            /Code="(ResourceGroupNotFound|ParentResourceNotFound)"/,
        ],
    };
    for (const [title, [inputs, message]] of Object.entries(refused)) {
        it(`are refused where ${title}`, async () => {
            await assert.rejects((await withScope()).create(type, inputs), message);
        });
    }
});

describe("deployment safeguards", () => {
    const safeguards = "azure-native:containerservice:DeploymentSafeguard";

    async function withCluster(addonProfiles: PropertyMap) {
        const { arm, cluster } = await foundation();
        const created = await arm.create("azure-native:containerservice:ManagedCluster", { ...cluster, addonProfiles });
        return { arm, resourceUri: created.id };
    }

    it("exist once for each cluster", async () => {
        const { arm, resourceUri } = await withCluster({ azurePolicy: { enabled: true } });
        const created = await arm.create(safeguards, { resourceUri, level: "Enforce" });
        assert.match(
            created.id,
            /\/managedClusters\/[^/]+\/providers\/Microsoft.ContainerService\/deploymentSafeguards\/default$/,
        );
        assert.ok((created.outputs.systemExcludedNamespaces as string[]).includes("kube-system"));
        await assert.rejects(
            arm.create(safeguards, { resourceUri, level: "Warn" }),
            /cannot create already existing resource/,
        );
    });

    it("need the add-on, and a level", async () => {
        const { arm, resourceUri } = await withCluster({ azurepolicy: { enabled: false } });
        await assert.rejects(arm.create(safeguards, { resourceUri, level: "Enforce" }), /need the Azure Policy add-on/);
        await assert.rejects(arm.create(safeguards, { resourceUri, level: "Off" }), /is none of Enforce and Warn/);
    });
});
