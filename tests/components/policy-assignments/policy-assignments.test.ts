import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { clusterPolicyRules } from "../../../components/policy-assignments/policy-assignments-rules";
import { record, type Registration } from "../../recorded-program";

const scope = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given";
const type = "azure-native:authorization:PolicyAssignment";
const allowedRegex = String.raw`^(mcr\.microsoft\.com|prod\.azurecr\.io|ghcr\.io/kubereboot)/.+$`;
const system = [
    "kube-system",
    "gatekeeper-system",
    "azure-arc",
    "azure-extensions-usage-system",
    "calico-apiserver",
    "calico-system",
    "tigera-operator",
];
const definitions = "/providers/Microsoft.Authorization/policyDefinitions";
const initiatives = "/providers/Microsoft.Authorization/policySetDefinitions";

/** What each assignment assigns, and how, by the end of its name. */
async function assignments(args: Partial<aksguard.PolicyAssignmentsArgs>): Promise<Record<string, Registration>> {
    const registrations = await record(() => new aksguard.PolicyAssignments("policy", { scope, ...args }));
    const found = registrations.filter((registration) => registration.type === type);
    return Object.fromEntries(found.map((registration) => [registration.name.replace("policy-", ""), registration]));
}

/** The values of the parameters of an assignment. */
function parametersOf(assignment: Registration | undefined): Record<string, unknown> {
    const parameters = assignment?.inputs["parameters"] as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
}

describe("PolicyAssignments", () => {
    it("assigns what needs no value, with Deny, to the current definitions", async () => {
        const found = await assignments({});
        const summary = Object.entries(found).map(([suffix, { inputs }]) => [
            suffix,
            inputs["policyDefinitionId"],
            inputs["definitionVersion"],
            parametersOf(found[suffix])["effect"],
        ]);
        assert.deepEqual(
            summary.sort(([one = ""], [other = ""]) => String(one).localeCompare(String(other))),
            [
                ["external-ips", `${definitions}/d46c275d-1680-448d-b2ec-e495a3b6cc89`, "5.*.*", "Deny"],
                ["flex-volumes", `${definitions}/f4a8fce0-2dd5-4c21-9a36-8f0ec809d663`, "5.*.*", "Deny"],
                ["host-paths", `${definitions}/098fc59e-46c7-4d99-9b16-64990e543d75`, "6.*.*", "Deny"],
                ["https-ingress", `${definitions}/1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d`, "9.*.*", "Deny"],
                ["internal-load-balancers", `${definitions}/3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e`, "8.*.*", "Deny"],
                ["pod-security-baseline", `${initiatives}/a8640138-9b0a-4a28-b8cb-1666c838647d`, "1.*.*", "Deny"],
                ["pod-security-restricted", `${initiatives}/42b8ef37-b724-4e24-bbc8-7a7708edfe00`, "2.*.*", "Audit"],
                ["privileged-containers", `${definitions}/95edb821-ddaf-4404-9732-666045e056b4`, "9.*.*", "Deny"],
            ],
        );
    });

    it("assigns a policy whole", async () => {
        const { "container-images": images } = await assignments({ containerImages: { allowedRegex } });
        assert.deepEqual(images?.inputs, {
            scope,
            policyAssignmentName: "policy-container-images",
            displayName: "AKS containers run allowed images (policy)",
            description: "Use an image of an allowed registry.",
            policyDefinitionId: `${definitions}/febd0533-8e55-448f-b837-bd0e06f16469`,
            definitionVersion: "9.*.*",
            enforcementMode: "Default",
            parameters: {
                effect: { value: "Deny" },
                excludedNamespaces: { value: system },
                allowedContainerImagesRegex: { value: allowedRegex },
            },
        });
        assert.equal(images.deleteBeforeReplace, true);
        assert.match(images.parent, /aksguard:index:PolicyAssignments::policy$/);
    });

    it("hands values over in the names and shapes of Azure's definitions", async () => {
        const found = await assignments({
            podSecurity: {
                allowedHostPaths: [{ pathPrefix: "/var/log/app" }, { pathPrefix: "/data", readOnly: false }],
            },
            externalIps: { allowedIps: ["10.240.0.10"] },
            containerPorts: { allowedPorts: ["8080"] },
            servicePorts: { allowedPorts: ["443", "4000-5000"] },
            podLabels: { labels: ["app.kubernetes.io/name", "team"] },
            resourceLimits: { cpu: "1500m", memory: "4Gi" },
            uniqueIngressHosts: { policyDefinitionId: `${definitions}/12345678-1234-4234-8234-123456789abc` },
        });
        const shared = { effect: "Deny", excludedNamespaces: system };
        const allowedHostPaths = {
            paths: [
                { pathPrefix: "/var/log/app", readOnly: true },
                { pathPrefix: "/data", readOnly: false },
            ],
        };
        const expected: Record<string, object> = {
            "pod-security-baseline": { ...shared, allowedHostPaths },
            "pod-security-restricted": { ...shared, effect: "Audit" },
            "host-paths": { ...shared, allowedHostPaths },
            "flex-volumes": { ...shared, allowedFlexVolumeDrivers: [] },
            "external-ips": { ...shared, allowedExternalIPs: ["10.240.0.10"] },
            "container-ports": { ...shared, allowedContainerPortsList: ["8080"] },
            "service-ports": { ...shared, allowedServicePortsList: ["443", "4000-5000"] },
            "pod-labels": { ...shared, labelsList: ["app.kubernetes.io/name", "team"] },
            "resource-limits": { ...shared, cpuLimit: "1500m", memoryLimit: "4Gi" },
            "unique-ingress-hosts": shared,
        };
        for (const [suffix, parameters] of Object.entries(expected)) {
            assert.deepEqual(parametersOf(found[suffix]), parameters, suffix);
        }
        const definitionOf = (suffix: string) => [
            found[suffix]?.inputs["policyDefinitionId"],
            found[suffix]?.inputs["definitionVersion"],
        ];
        assert.deepEqual(definitionOf("container-ports"), [
            `${definitions}/440b515e-a580-421e-abeb-b159a61ddcbc`,
            undefined,
        ]);
        assert.deepEqual(definitionOf("service-ports"), [
            `${definitions}/233a2a17-77ca-4fb1-9b6b-69223d272a44`,
            "8.*.*",
        ]);
        assert.deepEqual(definitionOf("pod-labels"), [`${definitions}/46592696-4c7b-4bf3-9e45-6c2763bdc0a6`, "7.*.*"]);
        assert.deepEqual(definitionOf("resource-limits"), [
            `${definitions}/e345eecc-fa47-480f-9e88-67dcc122b164`,
            "9.*.*",
        ]);
        assert.deepEqual(definitionOf("unique-ingress-hosts"), [
            `${definitions}/12345678-1234-4234-8234-123456789abc`,
            undefined,
        ]);
    });

    it("leaves the namespaces of AKS out of every list, and each other one once", async () => {
        const found = await assignments({
            excludedNamespaces: ["kured", "kube-system"],
            privilegedContainers: { excludedNamespaces: ["storage"] },
            podSecurity: { excludedNamespaces: ["agents"] },
            httpsIngress: { excludedNamespaces: ["kured", pulumi.output("legacy")] },
        });
        const excluded = (suffix: string) => parametersOf(found[suffix])["excludedNamespaces"];
        assert.deepEqual(excluded("internal-load-balancers"), [...system, "kured"]);
        assert.deepEqual(excluded("https-ingress"), [...system, "kured", "legacy"]);
        assert.deepEqual(excluded("privileged-containers"), [...system, "kured", "storage"]);
        // Where privileged containers may run, no standard that forbids them can be held.
        for (const suffix of ["pod-security-baseline", "pod-security-restricted", "host-paths", "flex-volumes"]) {
            assert.deepEqual(excluded(suffix), [...system, "kured", "agents", "storage"], suffix);
        }
    });

    it("holds the Restricted standard alone where it is the level", async () => {
        const found = await assignments({ podSecurity: { level: "Restricted" } });
        assert.equal(found["pod-security-baseline"], undefined);
        assert.equal(parametersOf(found["pod-security-restricted"])["effect"], "Deny");
    });

    it("audits one policy, and leaves the others as they are", async () => {
        const found = await assignments({ httpsIngress: { effect: "Audit" } });
        assert.equal(parametersOf(found["https-ingress"])["effect"], "Audit");
        assert.equal(parametersOf(found["privileged-containers"])["effect"], "Deny");
    });

    it("only tells what it would do in a dry run", async () => {
        const modes = Object.values(await assignments({ dryRun: true })).map(({ inputs }) => inputs["enforcementMode"]);
        assert.deepEqual(new Set(modes), new Set(["DoNotEnforce"]));
    });

    it("keeps names within the limits of ARM for every logical name", async () => {
        const name = `Team/Shop: ${"long".repeat(40)}?`;
        const registrations = await record(() => new aksguard.PolicyAssignments(name, { scope }));
        const found = registrations.filter((registration) => registration.type === type);
        const names = found.map(({ inputs }) => String(inputs["policyAssignmentName"]));
        assert.equal(new Set(names).size, found.length);
        for (const { inputs } of found) {
            assert.match(String(inputs["policyAssignmentName"]), /^[a-z0-9-]{1,64}$/);
            assert.match(String(inputs["displayName"]), /^[^<>*%&:\\?.+/#]{1,128}$/);
        }
    });

    it("gives the ids of the assignments back", async () => {
        let ids: Record<string, string> = {};
        await record(() => {
            new aksguard.PolicyAssignments("policy", { scope }).assignmentIds.apply((found) => (ids = found));
        });
        assert.match(ids["https-ingress"] ?? "", /policy-https-ingress$/);
    });

    it("takes a cluster and a subscription as its scope", async () => {
        for (const id of [
            "/subscriptions/99999999-9999-4999-8999-999999999999",
            `${scope}/providers/Microsoft.ContainerService/managedClusters/prod`,
        ]) {
            assert.equal((await assignments({ scope: id }))["https-ingress"]?.inputs["scope"], id);
        }
    });
});

describe("the arguments of PolicyAssignments", () => {
    const refused: Record<string, [Partial<aksguard.PolicyAssignmentsArgs>, string[]]> = {
        "a management group": [
            { scope: "/providers/Microsoft.Management/managementGroups/root" },
            [
                'scope is "/providers/Microsoft.Management/managementGroups/root", which is not the ARM id of a resource group, a subscription or an AKS cluster. Set the id that `az group show --query id` prints.',
            ],
        ],
        "names that nobody knows": [
            { podSecurity: { excludedNamespace: ["a"] } as object, httpIngress: {} } as object,
            [
                'httpIngress is "given", and there is no argument of this name. Similar ones are httpsIngress, uniqueIngressHosts.',
                'podSecurity.excludedNamespace is "given", and there is no argument of this name. Similar ones are excludedNamespaces.',
            ],
        ],
        "words in place of values": [
            {
                dryRun: "false" as unknown as boolean,
                httpsIngress: { effect: "deny" as "Deny" },
                podSecurity: { level: "Privileged" as "Baseline" },
                privilegedContainers: { effect: "Audit" } as object,
            },
            [
                'dryRun is "false", which is neither true nor false. Set true or false.',
                'privilegedContainers.effect is "given", and there is no argument of this name. The arguments are excludedNamespaces.',
                'httpsIngress.effect is "deny", which is not among its values. Set one of Deny, Audit.',
                'podSecurity.level is "Privileged", which is not among its values. Set one of Baseline, Restricted.',
            ],
        ],
        "namespaces by wildcard": [
            { excludedNamespaces: ["kube-*"], servicePorts: { allowedPorts: ["443"], excludedNamespaces: ["A"] } },
            [
                'excludedNamespaces[0] is "kube-*", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
                'servicePorts.excludedNamespaces[0] is "A", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
            ],
        ],
        "host paths that are the whole node, or nothing": [
            { podSecurity: { allowedHostPaths: [{ pathPrefix: "/" }, { pathPrefix: "logs" }] } },
            [
                'podSecurity.allowedHostPaths[0].pathPrefix is "/", which is the whole disk of the node. Set the path that the pods need, such as /var/log/app.',
                'podSecurity.allowedHostPaths[1].pathPrefix is "logs", which is no absolute path below the root of the node. Set the path that the pods need, such as /var/log/app.',
            ],
        ],
        "host paths that lead elsewhere, in words in place of values": [
            {
                podSecurity: {
                    allowedHostPaths: [
                        { pathPrefix: "/var/../etc", readOnly: "no" as unknown as boolean },
                        { pathPrefix: "/srv", readonly: false } as object as { pathPrefix: string },
                    ],
                },
            },
            [
                'podSecurity.allowedHostPaths[0].readOnly is "no", which is neither true nor false. Set true or false.',
                'podSecurity.allowedHostPaths[0].pathPrefix is "/var/../etc", which is no absolute path below the root of the node. Set the path that the pods need, such as /var/log/app.',
                'podSecurity.allowedHostPaths[1].readonly is "given", and there is no argument of this name. Write readOnly.',
            ],
        ],
        "a policy that is switched off by false": [
            { httpsIngress: false as unknown as object },
            [
                "httpsIngress is false, which is no object with arguments. Set one with any of effect, excludedNamespaces.",
            ],
        ],
        "one text in place of a list": [
            { servicePorts: { allowedPorts: "443" as unknown as string[] } },
            [
                'servicePorts.allowedPorts is "443", which has another shape than this argument. Compare it with the documentation of the argument.',
            ],
        ],
        "host paths where there are none": [
            { podSecurity: { level: "Restricted", allowedHostPaths: [{ pathPrefix: "/var/log" }] } },
            [
                'podSecurity.allowedHostPaths is ["/var/log"], and the level Restricted allows no hostPath volumes at all. Set the level Baseline, or put the namespaces of these pods into podSecurity.excludedNamespaces.',
            ],
        ],
        "expressions that miss an image that the cluster needs": [
            { containerImages: { allowedRegex, neededImages: ["prod.azurecr.io", "quay.io/team/agent:2.0"] } },
            [
                String.raw`containerImages.allowedRegex is "^(mcr\\.microsoft\\.com|prod\\.azurecr\\.io|ghcr\\.io/kubereboot)/.+$", which does not allow quay.io/team/agent:2.0, and the cluster needs it. Let the expression allow it as well.`,
            ],
        ],
        "ports that are none": [
            {
                containerPorts: { allowedPorts: ["80-90"] },
                servicePorts: { allowedPorts: ["443", "5000-4000", "65536", "1-2-3", 80 as unknown as string] },
            },
            [
                'containerPorts.allowedPorts[0] is "80-90", which is no port (the definition of Azure knows no ranges here). Set a port between 1 and 65535 as text, such as "8080".',
                ...['1] is "5000-4000"', '2] is "65536"', '3] is "1-2-3"', "4] is 80"].map(
                    (found) =>
                        `servicePorts.allowedPorts[${found}, which is neither a port nor a range of ports. Set it as text, such as "443" or "4000-5000".`,
                ),
            ],
        ],
        "lists that would refuse everything": [
            { servicePorts: { allowedPorts: [] }, podLabels: { labels: [] } },
            [
                "servicePorts.allowedPorts is [], which has no entry. Set at least one, or leave the policy out.",
                "podLabels.labels is [], which has no entry. Set at least one, or leave the policy out.",
            ],
        ],
        "labels with values": [
            { podLabels: { labels: ["team=shop", "-a", "a/b/c", "Example.com/name"] } },
            ["team=shop", "-a", "a/b/c", "Example.com/name"].map(
                (label, index) =>
                    `podLabels.labels[${String(index)}] is "${label}", which is no key of a label. Set a key without a value, such as team or app.kubernetes.io/name.`,
            ),
        ],
        "limits that Azure Policy cannot read": [
            { resourceLimits: { cpu: "0.5", memory: "512" } },
            [
                'resourceLimits.cpu is "0.5", which is neither a whole number of cores nor of thousandths, and Azure Policy enforces no other. Set it as text, such as "2" or "1500m".',
                'resourceLimits.memory is "512", which is no whole number with a unit of memory, and Azure Policy enforces no other. Set it as text, such as "512Mi" or "4Gi".',
            ],
        ],
        "external addresses that are none": [
            { externalIps: { allowedIps: ["10.240.0.0/16"] } },
            [
                'externalIps.allowedIps[0] is "10.240.0.0/16", which is no IPv4 address. Set one address, such as 10.240.0.10.',
            ],
        ],
        "definitions of hosts that judge nothing": [
            { uniqueIngressHosts: { policyDefinitionId: `${definitions}/B2FD3E59-6390-4f2b-8247-ea676bd03e2d` } },
            [
                'uniqueIngressHosts.policyDefinitionId is "/providers/Microsoft.Authorization/policyDefinitions/B2FD3E59-6390-4f2b-8247-ea…, which is deprecated and judges no cluster of AKS. Leave uniqueIngressHosts out until the new definition is there (https://github.com/Azure/AKS/issues/5513).',
            ],
        ],
        "definitions of hosts that are custom ones": [
            { uniqueIngressHosts: { policyDefinitionId: `${scope}/x` } },
            [
                'uniqueIngressHosts.policyDefinitionId is "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/x", which is not the id of a built-in definition, and a custom one cannot see the ingresses of other namespaces. Set /providers/Microsoft.Authorization/policyDefinitions/ and the GUID of the definition.',
            ],
        ],
    };
    it("are judged under the name that another component has for them", () => {
        const problems = clusterPolicyRules.flatMap((rule) => [
            ...rule({ dryRun: "no" as unknown as boolean, podLabels: { labels: [] }, pods: {} } as object),
        ]);
        assert.deepEqual(
            problems.map(({ argument }) => argument),
            ["policies.pods", "policies.dryRun", "policies.podLabels.labels"],
        );
    });

    for (const [title, [args, problems]] of Object.entries(refused)) {
        it(`are refused: ${title}`, () => {
            const count = problems.length === 1 ? "an argument" : `${String(problems.length)} arguments`;
            assert.throws(() => new aksguard.PolicyAssignments("policy", { scope, ...args }), {
                message: [
                    `PolicyAssignments "policy" was given ${count} that cannot work:`,
                    ...problems.map((problem) => `  - ${problem}`),
                ].join("\n"),
            });
        });
    }
});
