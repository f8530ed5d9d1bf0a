import assert from "node:assert/strict";

import { pathParameters } from "../../../sandbox/azure-native/arm-path";
import { resourcePaths } from "../../../sandbox/azure-native/resource-types";
import { directoryTypes } from "../../../sandbox/azuread/directory-objects";
import { Declarations } from "../../../sandbox/schema/declarations";

const azureNative = Declarations.of("@pulumi/azure-native");
const azureAd = Declarations.of("@pulumi/azuread");

describe("declarations of the installed SDK", () => {
    it("tell required from optional inputs, and their shapes", () => {
        const { inputs } = azureNative.resource("containerservice", "ManagedCluster") ?? assert.fail("not declared");
        assert.deepEqual(inputs.get("resourceGroupName"), { required: true, shape: { kind: "string" } });
        assert.deepEqual(inputs.get("disableLocalAccounts"), { required: false, shape: { kind: "boolean" } });
        assert.deepEqual(inputs.get("agentPoolProfiles")?.shape, {
            kind: "array",
            items: { kind: "object", typeName: "inputs.containerservice.ManagedClusterAgentPoolProfileArgs" },
        });
        assert.deepEqual(inputs.get("addonProfiles")?.shape, {
            kind: "map",
            values: { kind: "object", typeName: "inputs.containerservice.ManagedClusterAddonProfileArgs" },
        });
    });

    it("tell outputs that may be absent", () => {
        const { outputs } = azureNative.resource("network", "PublicIPAddress") ?? assert.fail("not declared");
        assert.equal(outputs.get("name")?.required, true);
        assert.equal(outputs.get("ipAddress")?.required, false);
        assert.equal(outputs.get("resourceGroupName"), undefined);
    });

    it("take an enum for the words that it lists, and for more", () => {
        const identity = azureNative.object("inputs.containerservice.ManagedClusterIdentityArgs");
        const { shape } = identity.get("type") ?? assert.fail("not declared");
        assert.equal(shape.kind, "union");
    });

    it("find types at the top of a file as well as in a namespace", () => {
        assert.equal(azureAd.object("inputs.GroupDynamicMembership").get("rule")?.required, true);
    });

    it("know the arguments of functions", () => {
        const declared =
            azureNative.invoke("containerservice", "listManagedClusterUserCredentials") ?? assert.fail("not declared");
        assert.equal(declared.inputs.get("resourceName")?.required, true);
        assert.equal(declared.outputs.get("kubeconfigs")?.required, true);
    });

    it("know nothing of what is not there", () => {
        assert.equal(azureNative.resource("containerservice", "Nothing"), undefined);
        assert.equal(azureNative.resource("nothing", "ManagedCluster"), undefined);
        assert.equal(azureNative.invoke("containerservice", "getNothing"), undefined);
    });

    for (const [key, path] of Object.entries(resourcePaths)) {
        it(`declare ${key} with every word of its path, and nothing else that is only an input and required`, () => {
            const [module = "", name = ""] = key.split(":");
            const declared = azureNative.resource(module, name) ?? assert.fail(`${key} is not declared`);
            const parameters = pathParameters(path);
            assert.deepEqual(
                parameters.filter((parameter) => !declared.inputs.has(parameter)),
                [],
            );
            // ARM's keys of a vault are never read back.
            const writeOnly = key === "keyvault:Key" ? ["properties"] : [];
            const unexplained = [...declared.inputs]
                .filter(([input, { required }]) => required && !declared.outputs.has(input))
                .map(([input]) => input)
                .filter((input) => !parameters.includes(input) && !writeOnly.includes(input));
            assert.deepEqual(unexplained, []);
        });
    }

    for (const name of Object.keys(directoryTypes)) {
        it(`declare azuread's ${name}`, () => {
            const declared = azureAd.resource("", name) ?? assert.fail(`${name} is not declared`);
            for (const input of directoryTypes[name]?.replacedBy ?? []) assert.ok(declared.inputs.has(input), input);
        });
    }
});
