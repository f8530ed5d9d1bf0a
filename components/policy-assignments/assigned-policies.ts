import type * as pulumi from "@pulumi/pulumi";
import { excludedNamespaces } from "./excluded-namespaces";
import {
    PodSecurityLevel,
    PolicyEffect,
    type AssignedPolicyArgs,
    type ClusterPolicyArgs,
    type PodSecurityPolicyArgs,
} from "./policy-assignments-args";
import { policyDefinitions, type PolicyDefinition } from "./policy-definitions";

/** One policy that is assigned. */
export interface AssignedPolicy {
    /** End of its names, and its key among the outputs. */
    suffix: string;
    definition: { id: pulumi.Input<string>; version?: string };
    /** What holds where it is met. */
    title: string;
    /** What to do about a violation: part of the answer of Azure Policy. */
    description: string;
    parameters: Record<string, { value: unknown }>;
}

/** The policies that the arguments ask for, with their parameters in the names and shapes of Azure's definitions. */
export function assignedPolicies(args: ClusterPolicyArgs): AssignedPolicy[] {
    return [...podSecurity(args), ...alwaysAssigned(args), ...assignedIfGiven(args)];
}

/** The parameters that every definition of this kind has. Effects are written as the strictest definitions spell them. */
function common(
    args: ClusterPolicyArgs,
    policy: AssignedPolicyArgs,
    ...lists: AssignedPolicyArgs["excludedNamespaces"][]
) {
    const namespaces = excludedNamespaces(args.excludedNamespaces, policy.excludedNamespaces, ...lists);
    return { effect: policy.effect ?? PolicyEffect.Deny, excludedNamespaces: namespaces };
}

/** Practice 6: a standard, and the two rows of the old pod security policies that the Restricted one leaves out. */
function podSecurity(args: ClusterPolicyArgs): AssignedPolicy[] {
    const policy = args.podSecurity ?? {};
    // The standards forbid privileged containers as well, so they cannot judge where these are allowed.
    const shared = common(args, policy, args.privilegedContainers?.excludedNamespaces);
    const paths = { allowedHostPaths: { paths: allowedHostPaths(policy) } };
    const volumes = [
        assigned("host-paths", policyDefinitions.hostPaths, { ...shared, ...paths }, [
            "pods mount only allowed paths of the node",
            "Replace the hostPath volume by a volume of another kind, or allow its path.",
        ]),
        assigned("flex-volumes", policyDefinitions.flexVolumes, { ...shared, allowedFlexVolumeDrivers: [] }, [
            "pods use no FlexVolumes",
            "Replace the FlexVolume by a CSI driver.",
        ]),
    ];
    return policy.level === PodSecurityLevel.Restricted
        ? [restricted(shared), ...volumes]
        : [baseline({ ...shared, ...paths }), restricted({ ...shared, effect: PolicyEffect.Audit }), ...volumes];
}

function baseline(parameters: Record<string, unknown>): AssignedPolicy {
    return assigned("pod-security-baseline", policyDefinitions.podSecurityBaseline, parameters, [
        "pods meet the Baseline pod security standard",
        "Remove from the pod what reaches the node: https://kubernetes.io/docs/concepts/security/pod-security-standards/",
    ]);
}

function restricted(parameters: Record<string, unknown>): AssignedPolicy {
    return assigned("pod-security-restricted", policyDefinitions.podSecurityRestricted, parameters, [
        "pods meet the Restricted pod security standard",
        "Run the pod without root and privilege escalation: https://kubernetes.io/docs/concepts/security/pod-security-standards/",
    ]);
}

function allowedHostPaths({ allowedHostPaths: paths = [] }: PodSecurityPolicyArgs) {
    return paths.map(({ pathPrefix, readOnly }) => ({ pathPrefix, readOnly: readOnly ?? true }));
}

/** Policies that need no value of the user. */
function alwaysAssigned(args: ClusterPolicyArgs): AssignedPolicy[] {
    const { privilegedContainers = {}, httpsIngress = {}, internalLoadBalancers = {}, externalIps = {} } = args;
    return [
        assigned("privileged-containers", policyDefinitions.privilegedContainers, common(args, privilegedContainers), [
            "containers are not privileged",
            "Remove privileged from the security context of the container.",
        ]),
        assigned("https-ingress", policyDefinitions.httpsIngress, common(args, httpsIngress), [
            "ingresses are served by HTTPS",
            "Give the ingress TLS, and let its controller redirect HTTP.",
        ]),
        assigned(
            "internal-load-balancers",
            policyDefinitions.internalLoadBalancers,
            common(args, internalLoadBalancers),
            [
                "load balancers are internal",
                'Annotate the service with service.beta.kubernetes.io/azure-load-balancer-internal: "true".',
            ],
        ),
        assigned(
            "external-ips",
            policyDefinitions.externalIps,
            { ...common(args, externalIps), allowedExternalIPs: externalIps.allowedIps ?? [] },
            ["services use only allowed external addresses", "Remove externalIPs from the service."],
        ),
    ];
}

/** Policies whose values only the user knows. */
function assignedIfGiven(args: ClusterPolicyArgs): AssignedPolicy[] {
    const { containerImages, containerPorts, servicePorts, podLabels, resourceLimits, uniqueIngressHosts } = args;
    return [
        containerImages &&
            assigned(
                "container-images",
                policyDefinitions.containerImages,
                { ...common(args, containerImages), allowedContainerImagesRegex: containerImages.allowedRegex },
                ["containers run allowed images", "Use an image of an allowed registry."],
            ),
        containerPorts &&
            assigned(
                "container-ports",
                policyDefinitions.containerPorts,
                { ...common(args, containerPorts), allowedContainerPortsList: containerPorts.allowedPorts },
                ["containers declare allowed ports", "Declare only ports that are allowed."],
            ),
        servicePorts &&
            assigned(
                "service-ports",
                policyDefinitions.servicePorts,
                { ...common(args, servicePorts), allowedServicePortsList: servicePorts.allowedPorts },
                ["services listen on allowed ports", "Let the service listen on an allowed port."],
            ),
        podLabels &&
            assigned(
                "pod-labels",
                policyDefinitions.podLabels,
                { ...common(args, podLabels), labelsList: podLabels.labels },
                ["pods have the required labels", "Add the missing labels to the pod template."],
            ),
        resourceLimits &&
            assigned(
                "resource-limits",
                policyDefinitions.resourceLimits,
                { ...common(args, resourceLimits), cpuLimit: resourceLimits.cpu, memoryLimit: resourceLimits.memory },
                [
                    "containers have limits of CPU and memory",
                    "Give each container limits of CPU and memory that are not above the highest ones.",
                ],
            ),
        uniqueIngressHosts &&
            assigned(
                "unique-ingress-hosts",
                { id: uniqueIngressHosts.policyDefinitionId },
                common(args, uniqueIngressHosts),
                ["no host has ingresses in two namespaces", "Give the ingress a host of its own."],
            ),
    ].filter((policy) => policy !== undefined);
}

function assigned(
    suffix: string,
    definition: PolicyDefinition | AssignedPolicy["definition"],
    parameters: Record<string, unknown>,
    [title, description]: readonly [string, string],
): AssignedPolicy {
    const values = Object.entries(parameters).map(([name, value]) => [name, { value }]);
    return {
        suffix,
        definition,
        title,
        description,
        parameters: Object.fromEntries(values) as Record<string, { value: unknown }>,
    };
}
