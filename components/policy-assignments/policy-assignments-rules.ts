import type * as pulumi from "@pulumi/pulumi";
import { choiceProblems, flagProblems, namesAreKnown, namespaceProblems, partProblems } from "../arguments/forms";
import { problemsBelow, type Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { hostPathProblems } from "./host-paths";
import { imageExpressionProblems, neededImageProblems } from "./image-expression";
import { parameterProblems } from "./parameter-rules";
import {
    PodSecurityLevel,
    PolicyEffect,
    type AssignedPolicyArgs,
    type ClusterPolicyArgs,
    type ContainerImagePolicyArgs,
    type ContainerPortPolicyArgs,
    type ExternalIpPolicyArgs,
    type PodLabelPolicyArgs,
    type PodSecurityPolicyArgs,
    type PolicyAssignmentsArgs,
    type PrivilegedContainerPolicyArgs,
    type ResourceLimitPolicyArgs,
    type ServicePortPolicyArgs,
    type UniqueIngressHostPolicyArgs,
} from "./policy-assignments-args";

type Policies = pulumi.Unwrap<ClusterPolicyArgs>;

const policyNames = {
    excludedNamespaces: true,
    dryRun: true,
    podSecurity: true,
    privilegedContainers: true,
    httpsIngress: true,
    internalLoadBalancers: true,
    externalIps: true,
    containerImages: true,
    containerPorts: true,
    servicePorts: true,
    podLabels: true,
    resourceLimits: true,
    uniqueIngressHosts: true,
} as const;

const common = { effect: true, excludedNamespaces: true } as const;

type NamesOf<Args> = Readonly<Record<keyof Args, true>>;

/** The names of the arguments of each policy. */
const argumentsOf = {
    podSecurity: { ...common, level: true, allowedHostPaths: true } satisfies NamesOf<PodSecurityPolicyArgs>,
    privilegedContainers: { excludedNamespaces: true } satisfies NamesOf<PrivilegedContainerPolicyArgs>,
    httpsIngress: common satisfies NamesOf<AssignedPolicyArgs>,
    internalLoadBalancers: common satisfies NamesOf<AssignedPolicyArgs>,
    externalIps: { ...common, allowedIps: true } satisfies NamesOf<ExternalIpPolicyArgs>,
    containerImages: { ...common, allowedRegex: true, neededImages: true } satisfies NamesOf<ContainerImagePolicyArgs>,
    containerPorts: { ...common, allowedPorts: true } satisfies NamesOf<ContainerPortPolicyArgs>,
    servicePorts: { ...common, allowedPorts: true } satisfies NamesOf<ServicePortPolicyArgs>,
    podLabels: { ...common, labels: true } satisfies NamesOf<PodLabelPolicyArgs>,
    resourceLimits: { ...common, cpu: true, memory: true } satisfies NamesOf<ResourceLimitPolicyArgs>,
    uniqueIngressHosts: { ...common, policyDefinitionId: true } satisfies NamesOf<UniqueIngressHostPolicyArgs>,
};

type PolicyName = keyof typeof argumentsOf;
const policies = Object.keys(argumentsOf) as PolicyName[];

/** What must hold between policies. Each rule reads little: one late value does not keep the others from being judged. */
const policyRules: Rule<ClusterPolicyArgs>[] = [
    ({ dryRun }) => flagProblems("dryRun", dryRun),
    ({ excludedNamespaces }) => namespaceProblems("excludedNamespaces", excludedNamespaces),
    ...policies.flatMap((policy) => rulesOfEach(policy)),
    podSecurityFits,
    imagesAreNamed,
    neededImagesAreAllowed,
    ...parameterProblems,
];

/** The same for policies that are the argument `policies` of a cluster. */
export const clusterPolicyRules: Rule<ClusterPolicyArgs>[] = [
    namesAreKnown<ClusterPolicyArgs>(policyNames),
    ...policyRules,
].map(
    (rule): Rule<ClusterPolicyArgs> =>
        (args) =>
            problemsBelow("policies", rule(args)),
);

/** What must hold between the arguments of policy assignments. */
export const policyAssignmentsRules: Rule<PolicyAssignmentsArgs>[] = [
    namesAreKnown<PolicyAssignmentsArgs>({ scope: true, ...policyNames }),
    scopeHasForm,
    ...policyRules,
];

function rulesOfEach(policy: PolicyName): Rule<ClusterPolicyArgs>[] {
    return [
        (args) => partProblems(policy, args[policy], argumentsOf[policy]),
        (args) =>
            choiceProblems(`${policy}.effect`, (args[policy] as AssignedPolicyArgs | undefined)?.effect, PolicyEffect),
        (args) => namespaceProblems(`${policy}.excludedNamespaces`, args[policy]?.excludedNamespaces),
    ];
}

function* scopeHasForm({ scope }: pulumi.Unwrap<PolicyAssignmentsArgs>): Iterable<Problem> {
    const form =
        /^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+(\/providers\/Microsoft\.ContainerService\/managedClusters\/[^/]+)?)?$/i;
    if (typeof scope !== "string" || !form.test(scope)) {
        yield {
            argument: "scope",
            found: scope,
            why: "which is not the ARM id of a resource group, a subscription or an AKS cluster",
            remedy: "Set the id that `az group show --query id` prints",
        };
    }
}

function* podSecurityFits({ podSecurity = {} }: Policies): Iterable<Problem> {
    yield* choiceProblems("podSecurity.level", podSecurity.level, PodSecurityLevel);
    const { allowedHostPaths = [], level } = podSecurity;
    for (const [index, path] of allowedHostPaths.entries()) {
        yield* hostPathProblems(`podSecurity.allowedHostPaths[${String(index)}]`, path);
    }
    if (level === PodSecurityLevel.Restricted && allowedHostPaths.length > 0) {
        yield {
            argument: "podSecurity.allowedHostPaths",
            found: allowedHostPaths.map(({ pathPrefix }) => pathPrefix),
            why: "and the level Restricted allows no hostPath volumes at all",
            remedy: "Set the level Baseline, or put the namespaces of these pods into podSecurity.excludedNamespaces",
        };
    }
}

function* imagesAreNamed({ containerImages }: Policies): Iterable<Problem> {
    if (containerImages !== undefined) {
        yield* imageExpressionProblems("containerImages.allowedRegex", containerImages.allowedRegex);
    }
}

function* neededImagesAreAllowed({ containerImages }: Policies): Iterable<Problem> {
    if (containerImages?.neededImages !== undefined) {
        const { allowedRegex, neededImages } = containerImages;
        yield* neededImageProblems("containerImages.allowedRegex", allowedRegex, neededImages);
    }
}
