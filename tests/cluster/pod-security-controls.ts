/** The standards that a namespace may enforce; each holds the ones before it. */
export const standards = ["baseline", "restricted"] as const;
export type Standard = (typeof standards)[number];

/** One control of the Pod Security Standards, and who judges it. */
export interface Control {
    /** Its name in the standards. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
    readonly name: string;
    readonly standard: Standard;
    /** What Pod Security Admission calls a breach of it. */
    readonly breach: string;
    /** The breach of the standard below that is not told beside it. */
    readonly covers?: string;
    /** The policies of the pack. */
    readonly policies: readonly string[];
    /** The arguments of `AdmissionPolicies`. */
    readonly admissionPolicies: readonly string[];
}

export const controls: readonly Control[] = [
    {
        name: "HostProcess",
        standard: "baseline",
        breach: "hostProcess",
        policies: ["pod-host-process-disallowed"],
        admissionPolicies: ["privilegedContainers"],
    },
    {
        name: "Host Namespaces",
        standard: "baseline",
        breach: "host namespaces",
        policies: ["pod-host-ipc-disallowed", "pod-host-network-disallowed", "pod-host-pid-disallowed"],
        admissionPolicies: ["hostNamespaces", "hostNetwork"],
    },
    {
        name: "Privileged Containers",
        standard: "baseline",
        breach: "privileged",
        policies: ["pod-privileged-disallowed"],
        admissionPolicies: ["privilegedContainers"],
    },
    {
        name: "Capabilities",
        standard: "baseline",
        breach: "non-default capabilities",
        policies: ["pod-capabilities-limited"],
        admissionPolicies: ["capabilities"],
    },
    {
        name: "HostPath Volumes",
        standard: "baseline",
        breach: "hostPath volumes",
        policies: ["pod-host-paths-limited"],
        admissionPolicies: ["hostPaths"],
    },
    {
        name: "Host Ports",
        standard: "baseline",
        breach: "hostPort",
        policies: ["pod-host-ports-limited"],
        admissionPolicies: ["hostNetwork"],
    },
    {
        name: "Host Probes / Lifecycle Hooks",
        standard: "baseline",
        breach: "probe or lifecycle host",
        policies: ["pod-probe-hosts-disallowed"],
        admissionPolicies: ["hostProbes"],
    },
    {
        name: "AppArmor",
        standard: "baseline",
        breach: "forbidden AppArmor profile",
        policies: ["pod-app-armor-profile-limited"],
        admissionPolicies: ["appArmor"],
    },
    {
        name: "SELinux",
        standard: "baseline",
        breach: "seLinuxOptions",
        policies: ["pod-se-linux-options-limited"],
        admissionPolicies: ["seLinux"],
    },
    {
        name: "/proc Mount Type",
        standard: "baseline",
        breach: "procMount",
        policies: ["pod-proc-mount-default"],
        admissionPolicies: ["procMount"],
    },
    {
        name: "Seccomp",
        standard: "baseline",
        breach: "seccompProfile",
        policies: ["pod-seccomp-profile-limited"],
        admissionPolicies: ["seccomp"],
    },
    {
        name: "Sysctls",
        standard: "baseline",
        breach: "forbidden sysctls",
        policies: ["pod-sysctls-limited"],
        admissionPolicies: ["sysctls"],
    },
    {
        name: "/proc Mount Type, whoever the users are",
        standard: "restricted",
        breach: "procMount",
        covers: "procMount",
        policies: ["pod-proc-mount-default-with-own-users"],
        admissionPolicies: ["procMount"],
    },
    {
        name: "Volume Types",
        standard: "restricted",
        breach: "restricted volume types",
        covers: "hostPath volumes",
        policies: ["pod-volume-types-limited"],
        admissionPolicies: ["volumeTypes", "hostPaths", "flexVolumes"],
    },
    {
        name: "Privilege Escalation",
        standard: "restricted",
        breach: "allowPrivilegeEscalation != false",
        policies: ["pod-privilege-escalation-disallowed"],
        admissionPolicies: ["privilegeEscalation"],
    },
    {
        name: "Running as Non-root",
        standard: "restricted",
        breach: "runAsNonRoot != true",
        policies: ["pod-run-as-non-root-required"],
        admissionPolicies: ["users"],
    },
    {
        name: "Running as Non-root user",
        standard: "restricted",
        breach: "runAsUser=0",
        policies: ["pod-run-as-user-non-root"],
        admissionPolicies: ["users"],
    },
    {
        name: "Seccomp, set",
        standard: "restricted",
        breach: "seccompProfile",
        covers: "seccompProfile",
        policies: ["pod-seccomp-profile-required"],
        admissionPolicies: ["seccomp"],
    },
    {
        name: "Capabilities, dropped",
        standard: "restricted",
        breach: "unrestricted capabilities",
        covers: "non-default capabilities",
        policies: ["pod-capabilities-dropped"],
        admissionPolicies: ["capabilities"],
    },
];
