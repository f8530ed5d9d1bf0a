import assert from "node:assert/strict";
import { plainProgram, type Plan } from "../../benchmarks/plain-program";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const stack = "urn:pulumi:prod::kit";
const component = `${stack}::aksguard:index:Kit::prod`;
const group = `${stack}::aksguard:index:Kit$azure-native:resources:ResourceGroup::prod`;
const network = `${stack}::aksguard:index:Kit$azure-native:network:VirtualNetwork::prod`;
const provider = `${stack}::aksguard:index:Kit$pulumi:providers:kubernetes::prod`;
const standard = `${stack}::pulumi:providers:azure-native::default_3_28_0`;

function resource(type: string, further: Partial<Plan[string]["goal"]> = {}): Plan[string] {
    return { goal: { type, name: "prod", custom: true, inputDiff: {}, ...further } };
}

describe("the plain program that a stack is held against", () => {
    it("registers the custom resources of a plan, with their inputs, in their order", () => {
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: '"pfx"' };
        const program = plainProgram({
            [network]: resource("azure-native:network:VirtualNetwork", {
                inputDiff: { adds: { resourceGroupName: unknown, virtualNetworkName: "made by the provider" } },
                propertyDependencies: { resourceGroupName: [group] },
                dependencies: [group],
                protect: true,
                provider: `${standard}::${unknown}`,
            }),
            [component]: resource("aksguard:index:Kit", { custom: false }),
            [group]: resource("azure-native:resources:ResourceGroup", {
                inputDiff: { adds: { tags: { owner: "me" } } },
                propertyDependencies: { tags: null },
                dependencies: null,
            }),
            [standard]: resource("pulumi:providers:azure-native"),
            [`${component}-policy`]: resource("kubernetes:cilium.io/v2:CiliumNetworkPolicy", {
                provider: `${provider}::${unknown}`,
            }),
            [`${component}-claim`]: resource("kubernetes:networking.k8s.io/v1:NetworkPolicy", {
                provider: `${provider}::${unknown}`,
            }),
            [provider]: resource("pulumi:providers:kubernetes", {
                inputDiff: { adds: { kubeconfig: secret, deleteUnreachable: "true" } },
                propertyDependencies: { kubeconfig: [], deleteUnreachable: [] },
            }),
        });
        assert.deepEqual(program.trimEnd().split("\n"), [
            'import * as pulumi from "@pulumi/pulumi";',
            'import * as module0 from "@pulumi/azure-native/resources/index.js";',
            'import * as module1 from "@pulumi/azure-native/network/index.js";',
            'import * as module2 from "@pulumi/kubernetes/provider";',
            'import * as module3 from "@pulumi/kubernetes/apiextensions/customResource.js";',
            'import * as module4 from "@pulumi/kubernetes/networking/v1/index.js";',
            "const late = (...of: pulumi.CustomResource[]) => pulumi.all(of.map(({ id }) => id)).apply((): any => undefined);",
            'const resource0 = new module0.ResourceGroup("prod", { "tags": { "owner": "me" } }, { dependsOn: [], protect: false });',
            'const resource1 = new module1.VirtualNetwork("prod", { "resourceGroupName": late(resource0) }, { dependsOn: [resource0], protect: true });',
            'const resource2 = new module2.Provider("prod", { "kubeconfig": pulumi.secret("pfx"), "deleteUnreachable": true }, { dependsOn: [], protect: false });',
            'const resource3 = new module3.CustomResource("prod", {  }, { dependsOn: [], protect: false, provider: resource2 });',
            'const resource4 = new module4.NetworkPolicy("prod", {  }, { dependsOn: [], protect: false, provider: resource2 });',
        ]);
    });

    it("gives children of one type and name other names, and refuses what it cannot say", () => {
        const type = "azure-native:resources:ResourceGroup";
        assert.match(
            plainProgram({ [group]: resource(type), [`${component}-other`]: resource(type) }),
            /"prod", .*\n.*"prod-1", /,
        );
        const late = { inputDiff: { adds: { tags: unknown } }, propertyDependencies: { tags: [] } };
        assert.throws(() => plainProgram({ [group]: resource(type, late) }), {
            message: "a value that is not known depends on no resource",
        });
    });
});
