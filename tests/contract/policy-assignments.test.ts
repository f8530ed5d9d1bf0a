import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const scope = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given";
const clusterId = `${scope}/providers/Microsoft.ContainerService/managedClusters/prod`;

/** Every policy that can be assigned, each with the values that it needs. */
const everything: aksguard.ClusterPolicyArgs = {
    excludedNamespaces: ["kured"],
    podSecurity: { allowedHostPaths: [{ pathPrefix: "/var/log/app" }] },
    containerImages: { allowedRegex: String.raw`^(mcr\.microsoft\.com|prod\.azurecr\.io)/.+$` },
    containerPorts: { allowedPorts: ["8080"] },
    servicePorts: { allowedPorts: ["443"] },
    podLabels: { labels: ["team"] },
    resourceLimits: { cpu: "2", memory: "4Gi" },
    uniqueIngressHosts: {
        policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/12345678-1234-4234-8234-123456789abc",
    },
};

const program = (policies: aksguard.ClusterPolicyArgs) => () =>
    new aksguard.PolicyAssignments("policy", { scope, ...policies });

describe("contract of policy assignments", function () {
    this.timeout(60_000);

    const programs: Record<string, { args: aksguard.ClusterPolicyArgs; advised?: string[] }> = {
        "without any argument": { args: {} },
        "with every policy": { args: everything },
        "of the Restricted standard": { args: { podSecurity: { level: "Restricted" } } },
        "that audit pods": {
            args: { podSecurity: { effect: "Audit" } },
            advised: ["policy-assignment-baseline-enforced"],
        },
        "that audit one of the practices": {
            args: { httpsIngress: { effect: "Audit" } },
            advised: ["policy-assignment-effect-deny"],
        },
        "in a dry run": { args: { dryRun: true }, advised: ["policy-assignment-enforced"] },
    };
    for (const [title, { args, advised = [] }] of Object.entries(programs)) {
        it(`no policy objects to assignments ${title}`, async () => {
            assert.deepEqual(await objectionsTo(program(args)), advised);
        });
    }

    it("no policy objects to deployment safeguards", async () => {
        const safeguards = () => new aksguard.DeploymentSafeguards("kit", { clusterId });
        assert.deepEqual(await objectionsTo(safeguards), []);
    });

    const type = "azure-native:authorization:PolicyAssignment";
    const complete = "policy-assignment-parameters-complete";
    const excluded = Object.fromEntries(
        [0, 1, 2, 3].map((index) => [
            `parameters.excludedNamespaces.value[${String(index)}]`,
            ["policy-assignment-system-namespaces-excluded"],
        ]),
    );
    const ofCalico = {
        "parameters.excludedNamespaces.value[4]": "calico-apiserver",
        "parameters.excludedNamespaces.value[5]": "calico-system",
        "parameters.excludedNamespaces.value[6]": "tigera-operator",
    };
    itGuardsOrHoldsEachValue({
        program: program(everything),
        type,
        name: "policy-resource-limits",
        opposites: {
            "parameters.effect.value": "Audit",
            enforcementMode: "DoNotEnforce",
            policyDefinitionId:
                "/providers/Microsoft.Authorization/policyDefinitions/a2d3ed81-8d11-4079-80a5-1faadc0024f4",
            "parameters.cpuLimit.value": "",
            "parameters.memoryLimit.value": "",
        },
        guarded: {
            ...excluded,
            enforcementMode: ["policy-assignment-enforced"],
            policyDefinitionId: ["policy-assignment-definition-current"],
            "parameters.effect.value": ["policy-assignment-effect-deny"],
            "parameters.cpuLimit.value": [complete],
            "parameters.memoryLimit.value": [complete],
        },
        held: {
            ...ofCalico,
            scope,
            policyAssignmentName: "policy-resource-limits",
            displayName: "AKS containers have limits of CPU and memory (policy)",
            description: "Give each container limits of CPU and memory that are not above the highest ones.",
            definitionVersion: "9.*.*",
            "parameters.excludedNamespaces.value[7]": "kured",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({ containerImages: everything.containerImages ?? { allowedRegex: "" } }),
        type,
        name: "policy-container-images",
        opposites: {
            "parameters.effect.value": "Audit",
            enforcementMode: "DoNotEnforce",
            policyDefinitionId:
                "/providers/Microsoft.Authorization/policyDefinitions/5f86cb6e-c4da-441b-807c-44bd0cc14e66",
            "parameters.allowedContainerImagesRegex.value": ".*",
        },
        guarded: {
            ...excluded,
            enforcementMode: ["policy-assignment-enforced"],
            policyDefinitionId: ["policy-assignment-definition-current"],
            "parameters.effect.value": ["policy-assignment-effect-deny"],
            "parameters.allowedContainerImagesRegex.value": ["policy-assignment-allowed-images-narrow", complete],
        },
        held: {
            ...ofCalico,
            scope,
            policyAssignmentName: "policy-container-images",
            displayName: "AKS containers run allowed images (policy)",
            description: "Use an image of an allowed registry.",
            definitionVersion: "9.*.*",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program(everything),
        type,
        name: "policy-pod-security-baseline",
        opposites: { enforcementMode: "DoNotEnforce", "parameters.effect.value": "Audit" },
        guarded: {
            ...excluded,
            enforcementMode: ["policy-assignment-enforced"],
            "parameters.effect.value": ["policy-assignment-baseline-enforced"],
        },
        held: {
            ...ofCalico,
            scope,
            policyAssignmentName: "policy-pod-security-baseline",
            displayName: "AKS pods meet the Baseline pod security standard (policy)",
            description:
                "Remove from the pod what reaches the node: https://kubernetes.io/docs/concepts/security/pod-security-standards/",
            policyDefinitionId:
                "/providers/Microsoft.Authorization/policySetDefinitions/a8640138-9b0a-4a28-b8cb-1666c838647d",
            definitionVersion: "1.*.*",
            "parameters.allowedHostPaths.value.paths[0].pathPrefix": "/var/log/app",
            "parameters.allowedHostPaths.value.paths[0].readOnly": true,
            "parameters.excludedNamespaces.value[7]": "kured",
        },
    });
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.DeploymentSafeguards("kit", { clusterId }),
        type: "azure-native:containerservice:DeploymentSafeguard",
        opposites: { level: "Warn" },
        guarded: { level: ["deployment-safeguard-level-enforced"] },
        held: { resourceUri: clusterId },
    });
});
