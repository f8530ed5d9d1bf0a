import type * as pulumi from "@pulumi/pulumi";
import type { AllowedHostPathArgs } from "../policy-assignments/policy-assignments-args";

/** What happens to an object that breaks a policy. */
export const AdmissionAction = {
    /** The API server refuses it, and says why. */
    Deny: "Deny",
    /** It is let in, and whoever sent it is told what is wrong. */
    Warn: "Warn",
    /** It is let in, and what is wrong is written to the audit log only. */
    Audit: "Audit",
} as const;
export type AdmissionAction = (typeof AdmissionAction)[keyof typeof AdmissionAction];

/** How one policy is held. */
export interface AdmissionPolicyArgs {
    /**
     * What happens to an object that breaks the policy. Default: Deny. Warn and Audit cost the protection: such objects
     * are let in.
     *
     * @default AdmissionAction.Deny
     */
    action?: AdmissionAction;

    /**
     * Namespaces that the policy does not judge, beside those of `excludedNamespaces` of the component. Whoever may
     * create objects there is not held by it. Default: none.
     *
     * @default - none
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Types of volumes. */
export interface VolumeTypeAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Types that pods may mount, by the names of their fields in Kubernetes. Paths of nodes and FlexVolumes are left to
     * their own policies. Default: configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim,
     * projected and secret. Each further one, such as nfs, is storage that the cluster knows nothing of.
     *
     * @default - configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret
     */
    allowedTypes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Paths of nodes. */
export interface HostPathAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Paths of the node that pods may mount. What they cost: what lies there is no secret any more, and where pods may
     * write, often the node itself. Default: none.
     *
     * @default - none
     */
    allowedPaths?: AllowedHostPathArgs[];
}

/** Drivers of FlexVolumes. */
export interface FlexVolumeAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Drivers that pods may use; they run as root on the node. Default: none.
     *
     * @default - none
     */
    allowedDrivers?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A range of numbers of groups. */
export interface GroupRangeArgs {
    /** First number, 0 to 2147483647; 0 is the group of root. */
    min: pulumi.Input<number>;
    /** Last number, at most 2147483647. */
    max: pulumi.Input<number>;
}

/** Groups of processes and volumes. */
export interface GroupAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Ranges that runAsGroup, fsGroup and supplementalGroups lie in where a pod sets them. Default: all but 0, the group
     * of root.
     *
     * @default - 1 to 2147483647
     */
    allowedRanges?: GroupRangeArgs[];
}

/** Types of SELinux. */
export interface SeLinuxAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Types that pods may set. Default: container_t, container_init_t, container_kvm_t and container_engine_t, those of
     * the pod security standards. A wider one reaches more of the node.
     *
     * @default - container_t, container_init_t, container_kvm_t, container_engine_t
     */
    allowedTypes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Capabilities of Linux. */
export interface CapabilityAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Capabilities that containers may add after dropping all, without CAP_. Default: NET_BIND_SERVICE. Each further one
     * is a part of root.
     *
     * @default - NET_BIND_SERVICE
     */
    allowedCapabilities?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Settings of the kernel. */
export interface SysctlAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Settings that pods may set, beside those that the pod security standards call safe. A setting that is not of
     * the pod alone changes the node for all. Default: none.
     *
     * @default - none
     */
    allowedSysctls?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Places that images come from. */
export interface ImageAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Regular expression of RE2 that the images of all containers match. It is looked for anywhere in the image, so
     * begin it with `^` and end the registry with `/`:
     * `^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$`. Give that of `PolicyAssignments` too.
     */
    allowedImages: pulumi.Input<string>;
}

/** Ports. */
export interface PortAdmissionArgs extends AdmissionPolicyArgs {
    /** Ports and ranges of ports, as text such as "443" or "8000-8999"; at least one. */
    allowedPorts: pulumi.Input<pulumi.Input<string>[]>;
}

/** Labels that pods have. */
export interface PodLabelAdmissionArgs extends AdmissionPolicyArgs {
    /** Keys of the labels, such as app.kubernetes.io/name; at least one. */
    labels: pulumi.Input<pulumi.Input<string>[]>;
}

/** Limits of containers. */
export interface ResourceLimitAdmissionArgs extends AdmissionPolicyArgs {
    /** Highest limit of CPU of one container, such as "2" or "1500m". */
    cpu: pulumi.Input<string>;
    /** Highest limit of memory of one container, such as "4Gi". */
    memory: pulumi.Input<string>;
}

/** Addresses outside of Kubernetes. */
export interface ExternalIpAdmissionArgs extends AdmissionPolicyArgs {
    /**
     * Addresses that services may claim. Default: none.
     *
     * @default - none
     */
    allowedIps?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The reboot daemon, which may do what it must: see processes and `/var/run` of nodes, and send signals as root. */
export interface KuredExemptionArgs {
    /** Namespace of kured: `Kured.namespaceName`. */
    namespaceName: pulumi.Input<string>;
    /** Image of kured: `Kured.image`. */
    image: pulumi.Input<string>;
}

/** Which policies the API server holds. Without arguments, all that need no value of yours, with Deny. */
export interface AdmissionPoliciesArgs {
    /**
     * Namespaces that no policy of this component judges. Whoever may create pods there is held by none, and is root on
     * the nodes before long: leave a namespace out of one policy rather than of all. Those of AKS and its add-ons are
     * always left out. Default: none beside them.
     *
     * @default - none beside those of AKS
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Lets kured do what it must: its DaemonSet and the pods of it, with its image and its command, in its namespace, are
     * left out of the policies hostNamespaces, hostPaths, users, groups, capabilities and appArmor. Who may write to
     * that namespace can become root on nodes by it. Default: not given, and kured is refused.
     *
     * @default - kured is refused
     */
    kured?: KuredExemptionArgs;

    /**
     * Containers are not privileged, and none of Windows runs as a process of the node. Default: Deny.
     *
     * @default - Deny
     */
    privilegedContainers?: AdmissionPolicyArgs;

    /**
     * Pods do not share the process and IPC namespaces of the node (hostPID, hostIPC). Default: Deny.
     *
     * @default - Deny
     */
    hostNamespaces?: AdmissionPolicyArgs;

    /**
     * Pods do not share the network of the node, nor its ports (hostNetwork, hostPort). Default: Deny.
     *
     * @default - Deny
     */
    hostNetwork?: AdmissionPolicyArgs;

    /**
     * Pods mount volumes of known types. Default: Deny, with the types of the restricted pod security standard.
     *
     * @default - Deny
     */
    volumeTypes?: VolumeTypeAdmissionArgs;

    /**
     * Pods mount no paths of the node but allowed ones. Default: Deny, for all paths.
     *
     * @default - Deny for all paths
     */
    hostPaths?: HostPathAdmissionArgs;

    /**
     * Pods mount no FlexVolumes but of allowed drivers. Default: Deny, for all drivers.
     *
     * @default - Deny for all drivers
     */
    flexVolumes?: FlexVolumeAdmissionArgs;

    /**
     * Containers do not run as root (runAsUser, runAsNonRoot), unless the pod has users of its own (hostUsers: false), whose
     * root is nobody on the node. Default: Deny.
     *
     * @default - Deny
     */
    users?: AdmissionPolicyArgs;

    /**
     * Groups of pods lie in allowed ranges (fsGroup, runAsGroup, supplementalGroups). Default: Deny for group 0.
     *
     * @default - Deny for group 0
     */
    groups?: GroupAdmissionArgs;

    /**
     * Pods set no options of SELinux but allowed types. Default: Deny, with the types of the pod security standards.
     *
     * @default - Deny
     */
    seLinux?: SeLinuxAdmissionArgs;

    /**
     * Containers cannot gain rights that they did not start with (allowPrivilegeEscalation). Default: Deny.
     *
     * @default - Deny
     */
    privilegeEscalation?: AdmissionPolicyArgs;

    /**
     * Containers drop all capabilities of Linux and add none but allowed ones. Default: Deny, but for NET_BIND_SERVICE.
     *
     * @default - Deny
     */
    capabilities?: CapabilityAdmissionArgs;

    /**
     * Containers run with a seccomp profile. Default: Deny.
     *
     * @default - Deny
     */
    seccomp?: AdmissionPolicyArgs;

    /**
     * Containers do not switch AppArmor off. Default: Deny.
     *
     * @default - Deny
     */
    appArmor?: AdmissionPolicyArgs;

    /**
     * Containers see the masked `/proc` (procMount). Default: Deny.
     *
     * @default - Deny
     */
    procMount?: AdmissionPolicyArgs;

    /**
     * Pods set only settings of the kernel that are safe. Default: Deny for all others.
     *
     * @default - Deny
     */
    sysctls?: SysctlAdmissionArgs;

    /**
     * Probes and hooks of containers name no host, which the node would ask in place of the container. Default: Deny.
     *
     * @default - Deny
     */
    hostProbes?: AdmissionPolicyArgs;

    /**
     * No pod runs the Kubernetes dashboard. Default: Deny.
     *
     * @default - Deny
     */
    dashboards?: AdmissionPolicyArgs;

    /**
     * No workload lives in the namespace `default`, which has neither limits nor network policies. Default: Deny.
     *
     * @default - Deny
     */
    defaultNamespace?: AdmissionPolicyArgs;

    /**
     * Containers run images from known places. Default: not held, because the expression must be yours.
     *
     * @default - not held
     */
    containerImages?: ImageAdmissionArgs;

    /**
     * Containers declare known ports only. The port is a word: a container can listen on any other, which a network
     * policy forbids. Default: not held, because the ports must be yours.
     *
     * @default - not held
     */
    containerPorts?: PortAdmissionArgs;

    /**
     * Pods have certain labels. Default: not held, because the labels must be yours.
     *
     * @default - not held
     */
    podLabels?: PodLabelAdmissionArgs;

    /**
     * Containers have limits of CPU and memory, and none above these. Controllers are judged as they are written, before
     * a LimitRange fills anything in. Default: not held, because the numbers must be yours.
     *
     * @default - not held
     */
    resourceLimits?: ResourceLimitAdmissionArgs;

    /**
     * Services listen on known ports only. Default: not held, because the ports must be yours.
     *
     * @default - not held
     */
    servicePorts?: PortAdmissionArgs;

    /**
     * Services of type LoadBalancer have private addresses. Default: Deny.
     *
     * @default - Deny
     */
    internalLoadBalancers?: AdmissionPolicyArgs;

    /**
     * Services claim no addresses outside of Kubernetes, by which they receive traffic that is not theirs
     * (CVE-2020-8554). Default: Deny for every address.
     *
     * @default - Deny for every address
     */
    externalIps?: ExternalIpAdmissionArgs;

    /**
     * Each host of an ingress is served by HTTPS, whatever the controller: by `spec.tls`, or for the Application Gateway
     * by the annotation that names its certificate. How a controller redirects HTTP is seen for nginx only: give others
     * their own setting. Default: Deny.
     *
     * @default - Deny
     */
    httpsIngress?: AdmissionPolicyArgs;

    /**
     * Ingresses name their hosts, without wildcards and without a default backend. Default: Deny.
     *
     * @default - Deny
     */
    ingressHosts?: AdmissionPolicyArgs;

    /**
     * Hosts of ingresses and of routes of the Gateway API lie in the domain of their namespace, which its label
     * `aksguard/ingress-host-suffix` says (`SecureNamespace.ingressHostSuffix`), so that no namespace takes a host of
     * another one. A namespace without the label has no ingress. Default: Deny.
     *
     * @default - Deny
     */
    ingressHostSuffixes?: AdmissionPolicyArgs;

    /**
     * Gateways of the Gateway API listen for HTTPS or TLS only, but for a listener called `http`, whose routes redirect.
     * Other routes name their listener (`parentRefs[].sectionName`): without it they would be on that one as well.
     * Default: Deny.
     *
     * @default - Deny
     */
    httpsGateways?: AdmissionPolicyArgs;
}
