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
}

export const controls: readonly Control[] = [
    {
        name: "HostProcess",
        standard: "baseline",
        breach: "hostProcess",
        policies: ["pod-host-process-disallowed"],
    },
    {
        name: "Host Namespaces",
        standard: "baseline",
        breach: "host namespaces",
        policies: ["pod-host-ipc-disallowed", "pod-host-network-disallowed", "pod-host-pid-disallowed"],
    },
    {
        name: "Privileged Containers",
        standard: "baseline",
        breach: "privileged",
        policies: ["pod-privileged-disallowed"],
    },
    {
        name: "Capabilities",
        standard: "baseline",
        breach: "non-default capabilities",
        policies: ["pod-capabilities-limited"],
    },
    {
        name: "HostPath Volumes",
        standard: "baseline",
        breach: "hostPath volumes",
        policies: ["pod-host-paths-limited"],
    },
    {
        name: "Host Ports",
        standard: "baseline",
        breach: "hostPort",
        policies: ["pod-host-ports-limited"],
    },
    {
        name: "Host Probes / Lifecycle Hooks",
        standard: "baseline",
        breach: "probe or lifecycle host",
        policies: ["pod-probe-hosts-disallowed"],
    },
    {
        name: "AppArmor",
        standard: "baseline",
        breach: "forbidden AppArmor profile",
        policies: ["pod-app-armor-profile-limited"],
    },
    {
        name: "SELinux",
        standard: "baseline",
        breach: "seLinuxOptions",
        policies: ["pod-se-linux-options-limited"],
    },
    {
        name: "/proc Mount Type",
        standard: "baseline",
        breach: "procMount",
        policies: ["pod-proc-mount-default"],
    },
    {
        name: "Seccomp",
        standard: "baseline",
        breach: "seccompProfile",
        policies: ["pod-seccomp-profile-limited"],
    },
    {
        name: "Sysctls",
        standard: "baseline",
        breach: "forbidden sysctls",
        policies: ["pod-sysctls-limited"],
    },
    {
        name: "/proc Mount Type, whoever the users are",
        standard: "restricted",
        breach: "procMount",
        covers: "procMount",
        policies: ["pod-proc-mount-default-with-own-users"],
    },
    {
        name: "Volume Types",
        standard: "restricted",
        breach: "restricted volume types",
        covers: "hostPath volumes",
        policies: ["pod-volume-types-limited"],
    },
    {
        name: "Privilege Escalation",
        standard: "restricted",
        breach: "allowPrivilegeEscalation != false",
        policies: ["pod-privilege-escalation-disallowed"],
    },
    {
        name: "Running as Non-root",
        standard: "restricted",
        breach: "runAsNonRoot != true",
        policies: ["pod-run-as-non-root-required"],
    },
    {
        name: "Running as Non-root user",
        standard: "restricted",
        breach: "runAsUser=0",
        policies: ["pod-run-as-user-non-root"],
    },
    {
        name: "Seccomp, set",
        standard: "restricted",
        breach: "seccompProfile",
        covers: "seccompProfile",
        policies: ["pod-seccomp-profile-required"],
    },
    {
        name: "Capabilities, dropped",
        standard: "restricted",
        breach: "unrestricted capabilities",
        covers: "non-default capabilities",
        policies: ["pod-capabilities-dropped"],
    },
];
