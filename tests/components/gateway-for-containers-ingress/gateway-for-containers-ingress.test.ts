import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { gatewayForContainersIngressRules } from "../../../components/gateway-for-containers-ingress/gateway-for-containers-ingress-rules";
import { record, registered, type Registration } from "../../recorded-program";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999";
const hub = `${subscription}/resourceGroups/hub/providers`;
const clusterId = `${hub}/Microsoft.ContainerService/managedClusters/prod`;
const subnetId = `${hub}/Microsoft.Network/virtualNetworks/hub/subnets/gateway`;
const workspaceId = `${hub}/Microsoft.OperationalInsights/workspaces/logs`;
const given: aksguard.GatewayForContainersIngressArgs = {
    resourceGroupName: "given",
    clusterId,
    oidcIssuerUrl: "https://oidc.example.com/prod/",
    nodeResourceGroupName: "MC_hub_prod_westeurope",
    subnetId,
};
const shop: aksguard.HttpsGatewayArgs = { name: "web", namespace: "shop", certificateSecretName: "shop-tls" };

const deployed = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given";
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers";
const firewallId = `${recorded}/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/kit`;
const gatewayId = `${recorded}/Microsoft.ServiceNetworking/trafficControllers/kit`;
const releaseType = "kubernetes:helm.sh/v3:Release";

const withArgs = (change: Partial<aksguard.GatewayForContainersIngressArgs> = {}, name = "kit") =>
    record(() => new aksguard.GatewayForContainersIngress(name, { ...given, ...change }));

/** Type and name of each child, sorted. */
function childrenOf(registrations: readonly Registration[]): string[] {
    return registrations
        .filter(({ type }) => !type.startsWith("aksguard:") && !type.startsWith("pulumi:"))
        .map(({ type, name }) => `${type.replace("azure-native:", "")} ${name}`)
        .sort();
}

describe("GatewayForContainersIngress", () => {
    it("is a gateway with its firewall, and a controller with its identity and rights", async () => {
        assert.deepEqual(childrenOf(await withArgs()), [
            "authorization:RoleAssignment kit-configuration",
            "authorization:RoleAssignment kit-firewall",
            "authorization:RoleAssignment kit-nodes",
            "authorization:RoleAssignment kit-subnet",
            "kubernetes:core/v1:Namespace kit-controller",
            "kubernetes:helm.sh/v3:Release kit-controller",
            "managedidentity:FederatedIdentityCredential kit-controller",
            "managedidentity:UserAssignedIdentity kit-controller",
            "network:WebApplicationFirewallPolicy kit",
            "servicenetworking:AssociationsInterface kit",
            "servicenetworking:FrontendsInterface kit-public",
            "servicenetworking:SecurityPoliciesInterface kit",
            "servicenetworking:TrafficControllerInterface kit",
        ]);
    });

    it("lies in its subnet, behind its firewall", async () => {
        const registrations = await withArgs();
        const inputsOf = (type: string) => registered(registrations, `azure-native:servicenetworking:${type}`).inputs;
        const ofGateway = { resourceGroupName: "given", trafficControllerName: "kit" };
        assert.deepEqual(inputsOf("TrafficControllerInterface"), { resourceGroupName: "given" });
        assert.deepEqual(inputsOf("AssociationsInterface"), {
            ...ofGateway,
            associationName: "cluster",
            associationType: "subnets",
            subnet: { id: subnetId },
        });
        assert.deepEqual(inputsOf("SecurityPoliciesInterface"), {
            ...ofGateway,
            securityPolicyName: "firewall",
            wafPolicy: { id: firewallId },
        });
        assert.deepEqual(inputsOf("FrontendsInterface"), { ...ofGateway, frontendName: "public" });
        const { inputs } = registered(registrations, "azure-native:network:WebApplicationFirewallPolicy");
        assert.equal((inputs["policySettings"] as { mode: string }).mode, "Prevention");
        assert.deepEqual((inputs["managedRules"] as { managedRuleSets: unknown }).managedRuleSets, [
            { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" },
            { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" },
        ]);
    });

    it("gives the controller its four rights before it starts, and no secret", async () => {
        const registrations = await withArgs();
        const roles = registrations.filter(({ type }) => type === "azure-native:authorization:RoleAssignment");
        assert.deepEqual(
            Object.fromEntries(
                roles.map(({ name, inputs }) => [
                    name,
                    [String(inputs["roleDefinitionId"]).split("/").at(-1), inputs["scope"]],
                ]),
            ),
            {
                "kit-nodes": [
                    "acdd72a7-3385-48ef-bd42-f606fba81ae7",
                    `${subscription}/resourceGroups/MC_hub_prod_westeurope`,
                ],
                "kit-configuration": ["fbc52c3f-28ad-4303-a892-8a056630b8f1", deployed],
                "kit-subnet": ["4d97b98b-1d4f-4787-a291-c67834d212e7", subnetId],
                "kit-firewall": ["4d97b98b-1d4f-4787-a291-c67834d212e7", firewallId],
            },
        );
        for (const { inputs } of roles) {
            assert.equal(inputs["principalId"], "kit-controller-principal");
            assert.equal(inputs["principalType"], "ServicePrincipal");
        }
        const credential = registered(registrations, "azure-native:managedidentity:FederatedIdentityCredential");
        assert.equal(credential.inputs["subject"], "system:serviceaccount:azure-alb-system:alb-controller-sa");
        assert.equal(credential.inputs["issuer"], "https://oidc.example.com/prod/");
        const { dependencies } = registered(registrations, releaseType);
        for (const { urn } of roles) {
            assert.ok(dependencies.includes(urn));
        }
        assert.ok(dependencies.includes(credential.urn));
    });

    it("installs one version of the controller, in a namespace that holds it", async () => {
        const registrations = await withArgs();
        const { inputs, dependencies } = registered(registrations, releaseType);
        assert.deepEqual(
            { ...inputs, compat: undefined },
            {
                compat: undefined,
                name: "alb-controller",
                namespace: "azure-alb-system",
                chart: "oci://mcr.microsoft.com/application-lb/charts/alb-controller",
                version: "1.12.1",
                timeout: 600,
                values: {
                    albController: {
                        namespace: "azure-alb-system",
                        podIdentity: { clientID: "kit-controller-client" },
                    },
                },
            },
        );
        const namespace = registered(registrations, "kubernetes:core/v1:Namespace");
        assert.deepEqual(namespace.inputs["metadata"], {
            name: "azure-alb-system",
            labels: {
                "pod-security.kubernetes.io/enforce": "baseline",
                "pod-security.kubernetes.io/enforce-version": "v1.36",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/audit-version": "v1.36",
                "pod-security.kubernetes.io/warn": "restricted",
                "pod-security.kubernetes.io/warn-version": "v1.36",
            },
        });
        assert.ok(dependencies.includes(namespace.urn));
        const older = await withArgs({ controllerVersion: "1.11.5" });
        assert.equal(registered(older, releaseType).inputs["version"], "1.11.5");
    });

    it("serves HTTPS behind the firewall, and sends HTTP there", async () => {
        const registrations = await withArgs({
            frontendNames: ["public", "partners"],
            gateways: [shop, { ...shop, name: "partners", frontendName: "partners" }],
        });
        const gateway = registered(registrations, "kubernetes:gateway.networking.k8s.io/v1:Gateway", "kit-web");
        assert.deepEqual(gateway.inputs["metadata"], {
            name: "web",
            namespace: "shop",
            annotations: { "alb.networking.azure.io/alb-id": gatewayId },
        });
        const allowedRoutes = { namespaces: { from: "Same" } };
        assert.deepEqual(gateway.inputs["spec"], {
            gatewayClassName: "azure-alb-external",
            listeners: [
                { name: "http", port: 80, protocol: "HTTP", allowedRoutes },
                {
                    name: "https",
                    port: 443,
                    protocol: "HTTPS",
                    allowedRoutes,
                    tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", group: "", name: "shop-tls" }] },
                },
            ],
            addresses: [{ type: "alb.networking.azure.io/alb-frontend", value: "public" }],
        });
        const firewall = registered(
            registrations,
            "kubernetes:alb.networking.azure.io/v1:WebApplicationFirewallPolicy",
            "kit-web-firewall",
        );
        assert.deepEqual(firewall.inputs["spec"], {
            targetRef: { group: "gateway.networking.k8s.io", kind: "Gateway", name: "web", namespace: "shop" },
            webApplicationFirewall: { id: firewallId },
        });
        assert.ok(gateway.dependencies.includes(firewall.urn), "the firewall is told of the Gateway first");
        assert.ok(firewall.dependencies.includes(registered(registrations, releaseType).urn));
        const route = registered(
            registrations,
            "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
            "kit-web-to-https",
        );
        assert.deepEqual(route.inputs["spec"], {
            parentRefs: [{ name: "web", sectionName: "http" }],
            rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] }],
        });
        const partners = registered(registrations, "kubernetes:gateway.networking.k8s.io/v1:Gateway", "kit-partners");
        assert.deepEqual((partners.inputs["spec"] as { addresses: unknown }).addresses, [
            { type: "alb.networking.azure.io/alb-frontend", value: "partners" },
        ]);
    });

    it("sends logs where that is asked for, and only detects where that is said", async () => {
        const registrations = await withArgs({ workspaceId, webApplicationFirewall: { detectionOnly: true } });
        const { inputs } = registered(registrations, "azure-native:monitor:DiagnosticSetting");
        assert.equal(inputs["resourceUri"], gatewayId);
        assert.deepEqual(inputs["logs"], [
            { category: "TrafficControllerAccessLog", enabled: true },
            { category: "TrafficControllerFirewallLog", enabled: true },
        ]);
        const policy = registered(registrations, "azure-native:network:WebApplicationFirewallPolicy");
        assert.equal((policy.inputs["policySettings"] as { mode: string }).mode, "Detection");
    });

    it("gets a name that Azure takes, from any name", async () => {
        const registrations = await withArgs({}, "A gateway");
        const { inputs } = registered(registrations, "azure-native:servicenetworking:TrafficControllerInterface");
        assert.match(String(inputs["trafficControllerName"]), /^agateway[0-9a-f]{8}$/);
    });

    it("hands out what Gateways, records and policies ask for", async () => {
        let outputs: unknown;
        await record(() => {
            const gateway = new aksguard.GatewayForContainersIngress("kit", given);
            pulumi
                .all([gateway.gatewayId, gateway.wafPolicyId, gateway.namespaceName, gateway.controllerPrincipalId])
                .apply((values) => (outputs = values));
        });
        assert.deepEqual(outputs, [gatewayId, firewallId, "azure-alb-system", "kit-controller-principal"]);
    });
});

describe("the rules of a gateway for containers", () => {
    const problems = (change: object) => judgeAll({ ...given, ...change }, gatewayForContainersIngressRules).now;

    const wrong: Record<string, { change: object; message: string }> = {
        "no cluster": {
            change: { clusterId: "prod" },
            message:
                'clusterId is "prod", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.',
        },
        "a cluster without an issuer": {
            change: { oidcIssuerUrl: "" },
            message:
                'oidcIssuerUrl is "", which is no https URL, and without an issuer the controller has no identity. Set the issuer of the cluster (`az aks show --query oidcIssuerProfile.issuerUrl`).',
        },
        "an id for a name": {
            change: { nodeResourceGroupName: `${subscription}/resourceGroups/nodes` },
            message: `nodeResourceGroupName is "${subscription}/resourceGroups/nodes", which is not the name of a resource group. Set what \`az aks show --query nodeResourceGroup\` prints.`,
        },
        "no frontend": {
            change: { frontendNames: [] },
            message: "frontendNames is [], and without one no client comes in. Name at least one, or leave it out.",
        },
        "a frontend twice": {
            change: { frontendNames: ["public", "public"] },
            message: 'frontendNames[1] is "public", a name that is there twice. Give each a name of its own.',
        },
        "an impossible frontend": {
            change: { frontendNames: ["Public"] },
            message:
                'frontendNames[0] is "Public", where a name has at most 63 lower-case letters, digits and inner hyphens. Set another name.',
        },
        "a Gateway without a certificate": {
            change: { gateways: [{ name: "web", namespace: "shop" }] },
            message:
                "gateways[0].certificateSecretName is unset, and without a certificate nothing can be served by HTTPS. Set the name of a Secret of type kubernetes.io/tls in the namespace of the Gateway.",
        },
        "a Gateway of a frontend that is not there": {
            change: { gateways: [{ ...shop, frontendName: "partners" }] },
            message:
                'gateways[0].frontendName is "partners", which is not among frontendNames. Set one of public, or add it.',
        },
        "a Gateway twice": {
            change: { gateways: [shop, { ...shop, namespace: "other" }] },
            message: 'gateways[1].name is "web", a name that is there twice. Give each entry a name of its own.',
        },
        "a range of versions": {
            change: { controllerVersion: "~1.12" },
            message:
                'controllerVersion is "~1.12", which is not one version: what is installed must not change by itself. Set a version such as "1.12.1".',
        },
        "uploads that are too large": {
            change: { webApplicationFirewall: { fileUploadLimitInMb: 4001 } },
            message:
                "webApplicationFirewall.fileUploadLimitInMb is 4001, where Azure takes 1 to 4000. Set a whole number in that range.",
        },
    };
    for (const [title, { change, message }] of Object.entries(wrong)) {
        it(`refuse ${title}`, () => {
            assert.deepEqual(problems(change), [message]);
        });
    }

    it("take what can work", () => {
        assert.deepEqual(problems({}), []);
        assert.deepEqual(
            problems({ gateways: [shop], frontendNames: ["one", "two"], controllerVersion: "1.11.5" }),
            [],
        );
    });
});
