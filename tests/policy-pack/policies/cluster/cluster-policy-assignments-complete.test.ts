import { clusterPolicyAssignmentsComplete } from "../../../../policy-pack/policies/cluster/cluster-policy-assignments-complete";
import { classicCluster, classicPolicyAssignment, cluster, policyAssignment } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const titles = {
    "46592696-4c7b-4bf3-9e45-6c2763bdc0a6": "labels on pods",
    "233a2a17-77ca-4fb1-9b6b-69223d272a44": "services on allowed ports",
    "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d": "HTTPS ingress",
    "febd0533-8e55-448f-b837-bd0e06f16469": "allowed images",
    "95edb821-ddaf-4404-9732-666045e056b4": "no privileged containers",
    "e345eecc-fa47-480f-9e88-67dcc122b164": "limits of CPU and memory",
    "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e": "internal load balancers",
};
const privileged = "95edb821-ddaf-4404-9732-666045e056b4";
const baseline = "a8640138-9b0a-4a28-b8cb-1666c838647d";
const restricted = "42b8ef37-b724-4e24-bbc8-7a7708edfe00";
const https = "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";
const group = "/subscriptions/one/resourceGroups/shop";

const subject = cluster({ resourceName: "prod", resourceGroupName: "shop" });
const assigned = (guid: string, changes: Record<string, unknown> = {}, parameters: object = {}): Member =>
    policyAssignment(guid, parameters, changes);

/** Every definition assigned to the subscription, with other resources. */
const all = (more: Stack = {}): Stack => ({
    subject,
    ...Object.fromEntries(Object.keys(titles).map((guid) => [guid, assigned(guid)])),
    ...more,
});
/** The same with another assignment of the definition against privileged containers. */
const instead = (assignment: Member, more: Stack = {}): Stack => all({ [privileged]: assignment, ...more });
const standard = (parameters: object, guid = baseline): Member => {
    const { type, props } = assigned(guid, {}, parameters);
    const id = `/providers/Microsoft.Authorization/policySetDefinitions/${guid}`;
    return { type, props: { ...props, policyDefinitionId: id } };
};

const without = (...names: string[]) => {
    const quoted = names.map((name) => `\`${name}\``);
    const listed = [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter((part) => part !== "").join(" or ");
    return `\`subject\` is without assignments in the stack that deny what breaks ${listed}; set it to be in the scope of one of each.`;
};
const withoutPrivileged = without(titles[privileged]);

/** Assignments that say in other ways that they do not hold. */
const switchedOff: Stack = {
    "an override that audits": assigned(privileged, { overrides: [{ kind: "policyEffect", value: "Audit" }] }),
    "a cluster that is left out": assigned(privileged, {
        notScopes: [`${group}/providers/Microsoft.ContainerService/managedClusters/prod`],
    }),
    "a group that is left out": assigned(privileged, { notScopes: [group.toUpperCase()] }),
    "a cluster of the stack that is left out": {
        ...assigned(privileged, { notScopes: [UNKNOWN] }),
        madeFrom: { notScopes: ["subject"] },
    },
    "some resources that are selected": assigned(privileged, {
        resourceSelectors: [{ selectors: [{ kind: "resourceLocation", in: ["westeurope"] }] }],
    }),
    "some namespaces only": assigned(privileged, {}, { namespaces: ["shop"] }),
    "no namespace": assigned(privileged, {}, { excludedNamespaces: ["kube-system", "*"] }),
    "some pods by a label": assigned(privileged, {}, { labelSelector: { matchLabels: { app: "shop" } } }),
    "some pods by an expression": assigned(
        privileged,
        {},
        { labelSelector: { matchExpressions: [{ key: "app", operator: "Exists" }] } },
    ),
};

testStackPolicy(clusterPolicyAssignmentsComplete, {
    compliant: {
        "every definition on the subscription": all(),
        "one on the cluster": instead(
            assigned(privileged, { scope: `${group}/providers/Microsoft.ContainerService/managedClusters/prod` }),
        ),
        "one on the cluster that is not there yet": instead({
            ...assigned(privileged, { scope: UNKNOWN }),
            madeFrom: { scope: ["subject"] },
        }),
        "one on the group": instead(assigned(privileged, { scope: group.toUpperCase() })),
        "one on a management group": instead(
            assigned(privileged, { scope: "/providers/Microsoft.Management/managementGroups/platform" }),
        ),
        "one that says that it denies": instead(assigned(privileged, {}, { effect: "deny" })),
        "one that leaves out other places": instead(
            assigned(
                privileged,
                {
                    notScopes: [
                        `${group}s`,
                        `${group}/providers/Microsoft.ContainerService/managedClusters/other`,
                        `${group}/providers/Microsoft.Storage/storageAccounts/prod`,
                        "/subscriptions/one/resourceGroups/prod",
                    ],
                    overrides: [
                        { kind: "policyEffect", value: "Deny" },
                        { kind: "definitionVersion", value: "9.*" },
                    ],
                    resourceSelectors: [],
                },
                {
                    excludedNamespaces: ["kube-system"],
                    namespaces: [],
                    labelSelector: { matchLabels: {}, matchExpressions: [] },
                },
            ),
        ),
        "a pod security standard that denies": instead(standard({ effect: "Deny" })),
        "the stricter pod security standard": instead(standard({ effect: "Deny" }, restricted)),
        ...Object.fromEntries(
            Object.entries({
                resourceGroupId: group,
                subscriptionId: "/subscriptions/one",
                managementGroupId: "/providers/Microsoft.Management/managementGroups/platform",
            }).map(([name, scope]) => [
                `one by the classic provider, by ${name}`,
                all({
                    subject: classicCluster({ name: "prod", resourceGroupName: "shop" }),
                    [privileged]: classicPolicyAssignment(
                        privileged,
                        {},
                        { resourceGroupId: undefined, [name]: scope },
                    ),
                }),
            ]),
        ),
    },
    compliantWith: {
        "the definitions that are configured": {
            stack: { subject, one: assigned(privileged) },
            config: { definitions: [privileged] },
        },
    },
    violating: {
        "no assignment": { stack: { subject }, message: without(...Object.values(titles)) },
        "an assignment that audits": {
            stack: instead(assigned(privileged, {}, { effect: "Audit" })),
            message: withoutPrivileged,
        },
        "an assignment that is not enforced": {
            stack: instead(assigned(privileged, { enforcementMode: "DoNotEnforce" })),
            message: withoutPrivileged,
        },
        "an assignment on another group": {
            stack: instead(assigned(privileged, { scope: `${group}s` })),
            message: withoutPrivileged,
        },
        "an assignment on another cluster": {
            stack: instead(
                assigned(privileged, { scope: `${group}/providers/Microsoft.ContainerService/managedClusters/other` }),
            ),
            message: withoutPrivileged,
        },
        "a pod security standard, for what is in no standard": {
            stack: all({ [https]: standard({ effect: "Deny" }) }),
            message: without(titles[https]),
        },
        "a pod security standard that audits by default": { stack: instead(standard({})), message: withoutPrivileged },
        ...Object.fromEntries(
            Object.entries(switchedOff).map(([title, assignment]) => [
                title,
                { stack: instead(assignment), message: withoutPrivileged },
            ]),
        ),
        "an assignment of the classic provider that leaves out the cluster": {
            stack: all({
                subject: classicCluster({ name: "prod", resourceGroupName: "shop" }),
                [privileged]: classicPolicyAssignment(
                    privileged,
                    {},
                    { resourceGroupId: "/subscriptions/one", notScopes: [group] },
                ),
            }),
            message: withoutPrivileged,
        },
        "a definition that nobody here knows": {
            stack: { subject },
            config: { definitions: ["99999999-9999-4999-8999-999999999999"] },
            message: without("99999999-9999-4999-8999-999999999999"),
        },
    },
    undetermined: {
        "a scope that is not known": {
            stack: instead(assigned(privileged, { scope: UNKNOWN })),
            undetermined: [`\`${privileged}.scope\` is not known before the update`],
        },
        "an effect that is not known": {
            stack: instead(assigned(privileged, {}, { effect: UNKNOWN })),
            undetermined: [`\`${privileged}.parameters.effect.value\` is not known before the update`],
        },
        "places to leave out that are not known": {
            stack: instead(assigned(privileged, { notScopes: UNKNOWN })),
            undetermined: [`\`${privileged}.notScopes\` is not known before the update`],
        },
        "an add-on that is not known": {
            stack: { subject: cluster({ "addonProfiles.azurepolicy.enabled": UNKNOWN }) },
            undetermined: ["`subject.addonProfiles.azurepolicy.enabled` is not known before the update"],
        },
    },
    notApplicable: {
        "a cluster without the add-on": {
            stack: { subject: cluster({ addonProfiles: undefined }) },
            reason: "the add-on is off, which cluster-azure-policy-add-on-enabled refuses",
        },
        "a stack without clusters": { stack: { one: assigned(privileged) }, reason: "has no ManagedCluster" },
    },
});
