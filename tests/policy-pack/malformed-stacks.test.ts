import assert from "node:assert/strict";

import * as fc from "fast-check";

import { isResourcePolicy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import {
    applicationGateway,
    classicApplicationGateway,
    classicCluster,
    classicDefenderPlan,
    classicRegistry,
    classicVault,
    cluster,
    defenderPlan,
    defenderTemplate,
    ingress,
    kured,
    namespace,
    object,
    policyAssignment,
    registry,
    vault,
    wafPolicy,
} from "./fixtures";
import { UNKNOWN, urnOf, type Registered } from "./sdk-server";
import { judgeStack, type StackMember } from "./stack-policy-tester";

const stackPolicies = policies.filter((policy) => !isResourcePolicy(policy));
const gatewayApi = "gateway.networking.k8s.io/v1";
const group = "/subscriptions/one/resourceGroups/shop";
const azure = (type: string, props: object): Registered => ({ type, props: { resourceGroupName: "shop", ...props } });

/** One of everything that a stack policy reads. */
const whole: readonly Registered[] = [
    only(
        cluster({
            "addonProfiles.ingressApplicationGateway": { enabled: true, config: { applicationGatewayId: "gw" } },
        }),
        ...[
            "addonProfiles",
            "autoUpgradeProfile",
            "identity",
            "identityProfile",
            "resourceGroupName",
            "securityProfile",
        ],
    ),
    only(
        classicCluster({ "ingressApplicationGateway.gatewayId": "gw" }),
        ...["ingressApplicationGateway", "azurePolicyEnabled", "identity", "kubeletIdentity", "microsoftDefender"],
    ),
    registry(),
    classicRegistry(),
    vault(),
    classicVault(),
    applicationGateway({ tags: { "managed-by-k8s-ingress": "1" }, sslCertificates: [{ name: "shop" }] }),
    classicApplicationGateway(),
    wafPolicy(),
    azure("azure-native:resources:ResourceGroup", {}),
    azure("azure-native:managedidentity:UserAssignedIdentity", { resourceName: "shop" }),
    azure("azure-native:authorization:RoleAssignment", {
        scope: group,
        principalId: "one",
        roleDefinitionId: "Reader",
    }),
    azure("azure:authorization/assignment:Assignment", {
        scope: group,
        principalId: "one",
        roleDefinitionName: "Owner",
    }),
    policyAssignment("95edb821-ddaf-4404-9732-666045e056b4"),
    defenderPlan(),
    classicDefenderPlan(),
    defenderTemplate(),
    azure("azure-native:containerservice:MaintenanceConfiguration", { resourceName: "prod", configName: "default" }),
    azure("azure-native:monitor:DiagnosticSetting", {
        resourceUri: group,
        logs: [{ category: "audit", enabled: true }],
    }),
    azure("azure-native:network:PrivateEndpoint", {
        privateLinkServiceConnections: [{ privateLinkServiceId: group, groupIds: ["vault"] }],
    }),
    azure("azure-native:keyvault:AccessPolicy", { vaultName: "shop", policy: { objectId: "one", permissions: {} } }),
    azure("azure-native:servicenetworking:TrafficControllerInterface", {}),
    azure("azure-native:servicenetworking:SecurityPoliciesInterface", {
        trafficControllerName: "shop",
        wafPolicy: { id: "waf" },
    }),
    { type: "pulumi:providers:kubernetes", props: { kubeconfig: "apiVersion: v1\nusers: []", namespace: "shop" } },
    namespace(),
    object("networking.k8s.io/v1", "NetworkPolicy", {
        metadata: { namespace: "shop" },
        spec: {
            podSelector: { matchLabels: {}, matchExpressions: [] },
            policyTypes: ["Ingress"],
            ingress: [{ from: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8"] } }], ports: [{ port: 1 }] }],
        },
    }),
    object("cilium.io/v2", "CiliumNetworkPolicy", { spec: {} }),
    ingress({ "metadata.annotations": { "appgw.ingress.kubernetes.io/appgw-ssl-certificate": "shop" } }),
    object(gatewayApi, "Gateway", {
        metadata: { name: "shop", namespace: "shop" },
        spec: { listeners: [{ name: "http", port: 80, protocol: "HTTP" }] },
    }),
    object(gatewayApi, "HTTPRoute", {
        metadata: { namespace: "shop" },
        spec: {
            parentRefs: [{ name: "shop", sectionName: "http", port: 80, kind: "Gateway", namespace: "shop" }],
            hostnames: ["shop.example.org"],
            rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https" } }] }],
        },
    }),
    kured(),
    { type: "kubernetes:helm.sh/v4:Chart", props: { chart: "kured", repositoryOpts: { repo: "https://example.org" } } },
];

/** How the engine sends a secret. https://www.pulumi.com/docs/iac/concepts/secrets/ */
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hush" };
const junk = fc.constantFrom<unknown>(
    null,
    true,
    "text",
    "",
    "/",
    7,
    -1,
    [],
    {},
    [null],
    [[]],
    UNKNOWN,
    [UNKNOWN],
    secret,
);

/** A resource with another value in place of one of its own. */
function broken({ type, props }: Registered): fc.Arbitrary<Registered> {
    const change = fc.tuple(fc.constantFrom(...pathsOf(props)), junk);
    return change.map(([path, value]) => ({ type, props: replace(props, path, value) }));
}

/** All of them, each broken in one place, and made from each other at random. */
const stacks = fc.tuple(
    ...whole.map((resource) =>
        fc.record({
            resource: broken(resource),
            outputs: broken(resource),
            madeFrom: fc.nat({ max: whole.length - 1 }),
            provider: fc.nat({ max: whole.length - 1 }),
        }),
    ),
);

/** `<what> is <found>[, <consequence>]; set it to <value>.` */
const grammar = /^`[^`]+` (?:is|are) [^]+; (?:set it to|leave it unset)[^]*\.$/;

describe("a malformed stack", function () {
    this.timeout(60_000);

    it("never crashes a policy, and every message keeps to the grammar", async () => {
        await fc.assert(
            fc.asyncProperty(stacks, async (parts) => {
                const urns = whole.map(({ type }, index) => urnOf({ type, name: `one${String(index)}` }));
                const members = parts.map(({ resource, outputs, madeFrom, provider }, index): StackMember => {
                    const from = urns[madeFrom] ?? "";
                    return {
                        ...resource,
                        outputs: outputs.props,
                        name: `one${String(index)}`,
                        urn: urns[index] ?? "",
                        providerUrn: urns[provider] ?? "",
                        madeFromUrns: Object.fromEntries(Object.keys(resource.props).map((name) => [name, [from]])),
                    };
                });
                const { ofStack } = await judgeStack(members, stackPolicies);
                for (const diagnostic of ofStack.getDiagnosticsList()) {
                    const policy = stackPolicies.find(({ name }) => name === diagnostic.getPolicyname());
                    const message = diagnostic.getMessage().replace(`${policy?.description ?? ""}\n`, "");
                    assert.doesNotMatch(message, /undefined|NaN|\[object/, policy?.name);
                    if (policy?.practice === undefined || /^can't run policy/.test(message)) continue;
                    assert.match(message, grammar, policy.name);
                }
            }),
            { numRuns: 120 },
        );
    });
});

/** What stack policies read of a resource that has much more. */
function only({ type, props }: Registered, ...names: readonly string[]): Registered {
    return { type, props: Object.fromEntries(Object.entries(props).filter(([name]) => names.includes(name))) };
}

function replace(props: object, path: readonly string[], value: unknown): object {
    const [name = "", ...rest] = path;
    const copy = (Array.isArray(props) ? [...(props as unknown[])] : { ...props }) as Record<string, unknown>;
    copy[name] = rest.length === 0 ? value : replace(copy[name] as object, rest, value);
    return copy;
}

function pathsOf(value: object): string[][] {
    return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => [
        [name],
        ...(typeof inner === "object" && inner !== null ? pathsOf(inner).map((path) => [name, ...path]) : []),
    ]);
}
