import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { record, registered, type Registration } from "../../recorded-program";

const policyType = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy";
const bindingType = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding";

const made = (args?: aksguard.AdmissionPoliciesArgs) => record(() => new aksguard.AdmissionPolicies("held", args));

const ofType = (registrations: readonly Registration[], type: string) =>
    registrations.filter((registration) => registration.type === type);

/** Policies that need no value of the user. */
const always = [
    "app-armor",
    "capabilities",
    "dashboards",
    "default-namespace",
    "external-ips",
    "flex-volumes",
    "groups",
    "host-namespaces",
    "host-network",
    "host-paths",
    "host-probes",
    "https-gateways",
    "https-ingress",
    "ingress-host-suffixes",
    "ingress-hosts",
    "internal-load-balancers",
    "privilege-escalation",
    "privileged-containers",
    "proc-mount",
    "se-linux",
    "seccomp",
    "sysctls",
    "users",
    "volume-types",
];

describe("AdmissionPolicies", () => {
    it("holds every policy that needs no value, each bound with Deny", async () => {
        const registrations = await made();
        for (const type of [policyType, bindingType]) {
            assert.deepEqual(
                ofType(registrations, type)
                    .map(({ name }) => name)
                    .sort(),
                always.map((name) => `held-${name}`),
            );
        }
        for (const { name, inputs, dependencies } of ofType(registrations, bindingType)) {
            assert.deepEqual(inputs, {
                apiVersion: "admissionregistration.k8s.io/v1",
                kind: "ValidatingAdmissionPolicyBinding",
                metadata: { name },
                spec: { policyName: name, validationActions: ["Deny"] },
            });
            assert.ok(dependencies.includes(registered(registrations, policyType, name).urn));
        }
    });

    it("holds the others once they have their values", async () => {
        const registrations = await made({
            containerImages: { allowedImages: "^mcr\\.microsoft\\.com/.+$" },
            containerPorts: { allowedPorts: ["8080"] },
            podLabels: { labels: ["team"] },
            resourceLimits: { cpu: "2", memory: "4Gi" },
            servicePorts: { allowedPorts: ["443"] },
        });
        const names = ofType(registrations, policyType).map(({ name }) => name);
        assert.deepEqual(names.filter((name) => !always.includes(name.replace("held-", ""))).sort(), [
            "held-container-images",
            "held-container-ports",
            "held-pod-labels",
            "held-resource-limits",
            "held-service-ports",
        ]);
    });

    it("makes of a policy what the API server takes", async () => {
        const { inputs } = registered(await made(), policyType, "held-host-namespaces");
        const { metadata, spec } = inputs as { metadata: object; spec: Record<string, unknown> };
        const { variables, ...others } = spec as { variables: { name: string; expression: string }[] };
        assert.deepEqual(metadata, { name: "held-host-namespaces" });
        assert.deepEqual(
            variables.map(({ name }) => name),
            ["place", "pod", "spec", "containers", "allContainers", "annotations", "volumes", "windows", "shared"],
        );
        assert.deepEqual(variables.at(-1), {
            name: "shared",
            expression: '["hostPID", "hostIPC"].filter(field, variables.spec[?field].orValue(false))',
        });
        assert.deepEqual(others, {
            failurePolicy: "Fail",
            matchConstraints: {
                namespaceSelector: {
                    matchExpressions: [
                        {
                            key: "kubernetes.io/metadata.name",
                            operator: "NotIn",
                            values: [
                                "aks-command",
                                "aks-istio-egress",
                                "aks-istio-ingress",
                                "aks-istio-system",
                                "app-routing-system",
                                "azure-alb-system",
                                "azure-arc",
                                "azure-extensions-usage-system",
                                "calico-apiserver",
                                "calico-system",
                                "dataprotection-microsoft",
                                "gatekeeper-system",
                                "kube-node-lease",
                                "kube-public",
                                "kube-system",
                                "tigera-operator",
                            ],
                        },
                    ],
                },
                resourceRules: [
                    {
                        apiGroups: [""],
                        apiVersions: ["v1"],
                        operations: ["CREATE", "UPDATE"],
                        resources: [
                            "pods",
                            "pods/ephemeralcontainers",
                            "pods/resize",
                            "replicationcontrollers",
                            "podtemplates",
                        ],
                    },
                    {
                        apiGroups: ["apps"],
                        apiVersions: ["v1"],
                        operations: ["CREATE", "UPDATE"],
                        resources: ["deployments", "statefulsets", "daemonsets", "replicasets"],
                    },
                    {
                        apiGroups: ["batch"],
                        apiVersions: ["v1"],
                        operations: ["CREATE", "UPDATE"],
                        resources: ["jobs", "cronjobs"],
                    },
                ],
            },
            matchConditions: [
                { name: "stays", expression: "!has(object.metadata.deletionTimestamp)" },
                {
                    name: "changes",
                    expression: `request.operation != "UPDATE" || (object.kind == "Pod" ? object.spec != oldObject.spec || object.metadata.?labels.orValue({}) != oldObject.metadata.?labels.orValue({}) :
object.kind == "PodTemplate" ? object.template != oldObject.template :
object.kind == "CronJob" ? object.spec.jobTemplate != oldObject.spec.jobTemplate :
object.spec.?template.orValue({}) != oldObject.spec.?template.orValue({}))`,
                },
            ],
            validations: [
                {
                    expression: "variables.shared.size() == 0",
                    message: "Pods must not share the process and IPC namespaces of the node.",
                    messageExpression:
                        'variables.place + ": namespaces of the node are shared by " + variables.shared.join(", ") + "; set each to false, or leave it out."',
                },
            ],
        });
    });

    it("takes names of any form, and gives objects names that Kubernetes takes", async () => {
        const registrations = await record(() => new aksguard.AdmissionPolicies("Held_Here"));
        const { inputs } = registered(registrations, policyType, "Held_Here-users");
        assert.match((inputs as { metadata: { name: string } }).metadata.name, /^held-here-[0-9a-f]{6}-users$/);
    });

    it("relaxes one policy where it is told to", async () => {
        const registrations = await made({ users: { action: "Warn", excludedNamespaces: ["legacy"] } });
        const { inputs } = registered(registrations, bindingType, "held-users");
        assert.deepEqual((inputs as { spec: { validationActions: string[] } }).spec.validationActions, ["Warn"]);
        const excluded = (name: string) =>
            JSON.stringify(registered(registrations, policyType, name).inputs["spec"]).includes('"legacy"');
        assert.deepEqual([excluded("held-users"), excluded("held-groups")], [true, false]);
    });

    it("waits for values that come late", async () => {
        const registrations = await made({
            excludedNamespaces: [pulumi.output("legacy")],
            kured: { namespaceName: pulumi.output("kured"), image: pulumi.output("ghcr.io/kubereboot/kured:1.23.0") },
        });
        const text = JSON.stringify(registered(registrations, policyType, "held-users").inputs["spec"]);
        assert.ok(text.includes('"legacy"') && text.includes("ghcr.io/kubereboot/kured:1.23.0"));
    });

    it("tells the names of its policies", async () => {
        const component = await new Promise<string[]>((resolve) => {
            void record(() => {
                new aksguard.AdmissionPolicies("held").policyNames.apply(resolve);
            });
        });
        assert.deepEqual(
            component.sort(),
            always.map((name) => `held-${name}`),
        );
    });
});
