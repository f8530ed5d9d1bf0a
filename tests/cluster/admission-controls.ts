/** What a policy of `AdmissionPolicies` and policies of the pack judge alike. */
export interface AdmissionControl {
    /** The argument. */
    readonly argument: string;
    readonly policies: readonly string[];
    /** What the pack alone objects to. There is nothing that it lets through and the API server then refuses. */
    readonly onlyByPack?: { readonly why: string; readonly cases: RegExp };
}

export const admissionControls: readonly AdmissionControl[] = [
    {
        argument: "privilegedContainers",
        policies: ["pod-privileged-disallowed", "pod-host-process-disallowed"],
    },
    { argument: "hostNamespaces", policies: ["pod-host-pid-disallowed", "pod-host-ipc-disallowed"] },
    { argument: "hostNetwork", policies: ["pod-host-network-disallowed", "pod-host-ports-limited"] },
    { argument: "volumeTypes", policies: ["pod-volume-types-limited"] },
    { argument: "hostPaths", policies: ["pod-host-paths-limited"] },
    { argument: "flexVolumes", policies: ["pod-flex-volume-drivers-limited"] },
    {
        argument: "users",
        policies: ["pod-run-as-non-root-required", "pod-run-as-user-non-root"],
        onlyByPack: {
            why: "The admission policy asks who the process is: a user other than 0 is enough, and what the container says counts before what its pod says. The standard restricted, and the pack with it, wants `runAsNonRoot: true`, and no word to the contrary in the pod.",
            cases: /^runAsUser (1 in a pod with|\w+ in a pod with runAsUser 1$)|^runAsNonRoot false of the pod, of a container true$/,
        },
    },
    {
        argument: "groups",
        policies: ["pod-fs-group-limited", "pod-run-as-group-limited", "pod-supplemental-groups-limited"],
    },
    { argument: "seLinux", policies: ["pod-se-linux-options-limited"] },
    {
        argument: "privilegeEscalation",
        policies: ["pod-privilege-escalation-disallowed"],
        onlyByPack: {
            why: "Kubernetes takes no privileged container that forbids escalation. The admission policy leaves it to `privilegedContainers`; the standard restricted, and the pack with it, names both.",
            cases: /^privileged true in /,
        },
    },
    { argument: "capabilities", policies: ["pod-capabilities-dropped", "pod-capabilities-limited"] },
    {
        argument: "seccomp",
        policies: ["pod-seccomp-profile-required", "pod-seccomp-profile-limited"],
        onlyByPack: {
            why: "The admission policy asks what each container runs with. The standards, and the pack with them, want no `Unconfined` in the pod either, which the next container would inherit.",
            cases: /^the pod's Unconfined, a container's (RuntimeDefault|Localhost)$/,
        },
    },
    { argument: "appArmor", policies: ["pod-app-armor-profile-limited"] },
    { argument: "procMount", policies: ["pod-proc-mount-default", "pod-proc-mount-default-with-own-users"] },
    { argument: "sysctls", policies: ["pod-sysctls-limited"] },
    { argument: "hostProbes", policies: ["pod-probe-hosts-disallowed"] },
];
