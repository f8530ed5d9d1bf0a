import type * as pulumi from "@pulumi/pulumi";

/** What happens to an object that breaks a policy. */
export const PolicyEffect = {
    /** The API server refuses it. What runs already keeps running, and is listed. */
    Deny: "Deny",
    /** It is let in, and listed in the compliance view of Azure Policy. */
    Audit: "Audit",
} as const;
export type PolicyEffect = (typeof PolicyEffect)[keyof typeof PolicyEffect];

/** Pod security standards of Kubernetes. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const PodSecurityLevel = {
    /** Nothing that reaches the node: what most charts can live with. */
    Baseline: "Baseline",
    /** No root, no privilege escalation, few kinds of volumes: many charts must be changed for it. */
    Restricted: "Restricted",
} as const;
export type PodSecurityLevel = (typeof PodSecurityLevel)[keyof typeof PodSecurityLevel];

/** How one policy is assigned. */
export interface AssignedPolicyArgs {
    /**
     * What happens to an object that breaks the policy. Default: Deny. Audit costs the protection: such objects are let
     * in, and only listed in the compliance view of Azure Policy.
     *
     * @default PolicyEffect.Deny
     */
    effect?: PolicyEffect;

    /**
     * Namespaces that the policy does not judge, beside those of `excludedNamespaces` of the component. Whoever may
     * create pods there is not held by it. Default: none.
     *
     * @default - none
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Policy of privileged containers. There is no effect to choose: the pod security standards deny them as well. */
export interface PrivilegedContainerPolicyArgs {
    /**
     * Namespaces where containers may be privileged, beside those of `excludedNamespaces` of the component. A privileged
     * container is root on its node. The pod security standards, which forbid them too, do not judge these namespaces
     * either. Default: none.
     *
     * @default - none
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A part of the file system of the nodes. */
export interface AllowedHostPathArgs {
    /** Absolute path; everything below it is allowed as well. */
    pathPrefix: pulumi.Input<string>;

    /**
     * Whether pods can only read there. Default: true. Writing to the node is often a way to become root on it.
     *
     * @default true
     */
    readOnly?: pulumi.Input<boolean>;
}

/** Policies of pod security: one of the two standards, host paths and FlexVolumes. */
export interface PodSecurityPolicyArgs extends AssignedPolicyArgs {
    /**
     * The standard that pods must meet. Default: Baseline, as in AKS Automatic; the Restricted one is then assigned
     * beside it with the effect Audit, so that the compliance view shows what it would refuse. Restricted denies many
     * charts as they are published (ingress controllers, agents, storage drivers): put their namespaces into
     * `excludedNamespaces`.
     *
     * @default PodSecurityLevel.Baseline
     */
    level?: PodSecurityLevel;

    /**
     * Paths of the nodes that pods may mount (`hostPath` volumes), under Baseline only: Restricted allows none. Each one
     * gives pods a part of the node. Default: none.
     *
     * @default - none
     */
    allowedHostPaths?: AllowedHostPathArgs[];
}

/** Policy of the images that containers run. */
export interface ContainerImagePolicyArgs extends AssignedPolicyArgs {
    /**
     * Regular expression (RE2) of the images that may run, tried on the image as it is written in the pod, such as
     * `^(mcr\.microsoft\.com|prod\.azurecr\.io|ghcr\.io/kubereboot)/.+$`. It must begin at the beginning, end the name
     * of each registry with a slash, escape dots, and allow the registry of Microsoft (mcr.microsoft.com), which the
     * add-ons of AKS come from. An expression that allows a whole public registry, such as docker.io, allows everybody's
     * images.
     */
    allowedRegex: pulumi.Input<string>;

    /**
     * Images, or registries by their login server, that the cluster needs, such as `ghcr.io/kubereboot/kured:1.23.0` and
     * `prod.azurecr.io`: an expression that does not allow them is refused before anything is created. They change
     * nothing of the policy. Default: none beside the registry of Microsoft.
     *
     * @default - none
     */
    neededImages?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Policy of the ports that containers declare. */
export interface ContainerPortPolicyArgs extends AssignedPolicyArgs {
    /** Ports that containers may declare, as text: `["8080", "8443"]`. */
    allowedPorts: pulumi.Input<pulumi.Input<string>[]>;
}

/** Policy of the ports that services listen on. */
export interface ServicePortPolicyArgs extends AssignedPolicyArgs {
    /** Ports that services may listen on, as text; a range is written with a hyphen: `["443", "4000-5000"]`. */
    allowedPorts: pulumi.Input<pulumi.Input<string>[]>;
}

/** Policy of the labels of pods. */
export interface PodLabelPolicyArgs extends AssignedPolicyArgs {
    /** Keys of the labels that every pod must have, with any value: `["app.kubernetes.io/name", "team"]`. */
    labels: pulumi.Input<pulumi.Input<string>[]>;
}

/** Policy of the resources that containers may use. */
export interface ResourceLimitPolicyArgs extends AssignedPolicyArgs {
    /** Highest CPU limit of a container, in cores ("2") or thousandths of a core ("500m"). No limit is refused too. */
    cpu: pulumi.Input<string>;

    /** Highest memory limit of a container, with its unit: "512Mi", "4Gi". No limit is refused too. */
    memory: pulumi.Input<string>;
}

/** Policy of the external addresses of services. */
export interface ExternalIpPolicyArgs extends AssignedPolicyArgs {
    /**
     * Addresses that services may take by `externalIPs`. Whoever may create a service then receives what is sent to
     * such an address. Default: none.
     *
     * @default - none
     */
    allowedIps?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Policy of hosts that ingresses of two namespaces claim. */
export interface UniqueIngressHostPolicyArgs extends AssignedPolicyArgs {
    /**
     * ARM id of a built-in definition that keeps hosts of ingresses unique across namespaces, as
     * `az policy definition list --query "[?policyType=='BuiltIn' && contains(displayName, 'ngress')].[id, displayName]"`
     * finds it. The parameters `effect` and `excludedNamespaces`, which the definitions of this kind have, are given.
     */
    policyDefinitionId: pulumi.Input<string>;
}

/** Policies that Azure Policy holds inside of clusters. */
export interface ClusterPolicyArgs {
    /**
     * Namespaces that no policy of this component judges, such as the one of kured: whoever may create pods there is
     * held by none. Those of AKS and Azure are always left out: kube-system, gatekeeper-system, azure-arc,
     * azure-extensions-usage-system and those of Calico. Default: none beside them.
     *
     * @default - none beside those of AKS
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Whether all policies only tell what they would do. Default: false. It costs the protection: nothing is refused
     * (enforcementMode DoNotEnforce), but the compliance view is filled, for the days before a policy is enforced.
     *
     * @default false
     */
    dryRun?: boolean;

    /**
     * Pods meet a pod security standard, mount no paths of the node and no FlexVolumes. Default: Baseline, with Deny.
     *
     * @default - Baseline, with Deny
     */
    podSecurity?: PodSecurityPolicyArgs;

    /**
     * Containers are not privileged. Default: Deny, in every namespace that is not excluded.
     *
     * @default - Deny
     */
    privilegedContainers?: PrivilegedContainerPolicyArgs;

    /**
     * Ingresses are served by HTTPS. Default: Deny. Azure knows the controllers nginx and Application Gateway by the
     * annotation `kubernetes.io/ingress.class`, and lets ingresses of all others pass unseen.
     *
     * @default - Deny
     */
    httpsIngress?: AssignedPolicyArgs;

    /**
     * Services of type LoadBalancer have private addresses. Default: Deny. A public ingress controller inside of the
     * cluster then needs its namespace in `excludedNamespaces`; an application gateway does not.
     *
     * @default - Deny
     */
    internalLoadBalancers?: AssignedPolicyArgs;

    /**
     * Services take no `externalIPs`, by which a service receives traffic that is not its own (CVE-2020-8554).
     * Default: Deny for every address.
     *
     * @default - Deny for every address
     */
    externalIps?: ExternalIpPolicyArgs;

    /**
     * Containers run images from known places. Default: not assigned, because the expression must be yours.
     *
     * @default - not assigned
     */
    containerImages?: ContainerImagePolicyArgs;

    /**
     * Containers declare known ports only. Default: not assigned. Azure has deprecated this definition without a
     * successor, because the port that a container declares is a word: it can listen on any other. What limits ports
     * is a NetworkPolicy.
     *
     * @default - not assigned
     */
    containerPorts?: ContainerPortPolicyArgs;

    /**
     * Services listen on known ports only. Default: not assigned, because the ports must be yours.
     *
     * @default - not assigned
     */
    servicePorts?: ServicePortPolicyArgs;

    /**
     * Pods have certain labels. Default: not assigned, because the labels must be yours.
     *
     * @default - not assigned
     */
    podLabels?: PodLabelPolicyArgs;

    /**
     * Containers have limits of CPU and memory, and none above these. Default: not assigned, because the numbers must
     * be yours.
     *
     * @default - not assigned
     */
    resourceLimits?: ResourceLimitPolicyArgs;

    /**
     * No host is claimed by ingresses of two namespaces. Default: not assigned: Azure has no built-in definition that
     * does it today (the old one is deprecated and never judged AKS; a custom one cannot see other ingresses), and
     * Microsoft has announced a new one: https://github.com/Azure/AKS/issues/5513. Give its id once it is there.
     *
     * @default - not assigned
     */
    uniqueIngressHosts?: UniqueIngressHostPolicyArgs;
}

/** Which policies are assigned, and where. */
export interface PolicyAssignmentsArgs extends ClusterPolicyArgs {
    /**
     * ARM id of what the policies count for: a resource group or a subscription, with every cluster in it, or one
     * cluster. In a resource group they can be there before the cluster, so that no pod slips in.
     */
    scope: pulumi.Input<string>;
}
