import { invalid, mapped, pods } from "./case";
import { type Fields, type PodParts, podWith, windowsPodWith } from "./secure-pod";

const runAsNonRoot = true;
const unconfined = { type: "Unconfined" };
const withSecurity = (fields: Fields) => windowsPodWith({ securityContext: { runAsNonRoot, ...fields } });
const withSecurityOfContainer = (fields: Fields) => windowsPodWith({}, { securityContext: fields });
const hostProcess = (value: boolean | null) => ({
    securityContext: { runAsNonRoot, windowsOptions: { hostProcess: value } },
});

/** What Windows has of its own, and what it has not. */
export const windows = [
    ...pods("HostProcess", {
        "of the pod": windowsPodWith({ hostNetwork: true, ...hostProcess(true) }),
        "of the container": windowsPodWith({ hostNetwork: true }, hostProcess(true)),
        "false of the pod": windowsPodWith(hostProcess(false)),
        "false of the container": windowsPodWith({}, hostProcess(false)),
        "null of the pod": windowsPodWith(hostProcess(null)),
        "null of the container": windowsPodWith({}, hostProcess(null)),
        "windowsOptions null": withSecurityOfContainer({ windowsOptions: null }),
        "of a pod that names no system": podWith({ hostNetwork: true, ...hostProcess(true) }),
        "an administrator": withSecurity({ windowsOptions: { runAsUserName: "ContainerAdministrator" } }),
    }),
    ...invalid(
        "hostNetwork must be true",
        pods("HostProcess", { "without the network of the node": windowsPodWith(hostProcess(true)) }),
    ),
    ...invalid(
        "windows options cannot be set for a linux pod",
        pods("HostProcess", {
            "of Linux": podWith({ os: { name: "linux" }, hostNetwork: true, ...hostProcess(true) }),
        }),
    ),
    ...pods("Host Probes / Lifecycle Hooks", {
        "of Windows": windowsPodWith({}, { livenessProbe: { tcpSocket: { port: 80, host: "other" } } }),
    }),
    ...pods("Seccomp", {
        "only a node selector says Windows": podWith({
            nodeSelector: { "kubernetes.io/os": "windows" },
            securityContext: { runAsNonRoot },
        }),
        "of Linux": podWith({ os: { name: "linux" }, securityContext: { runAsNonRoot } }),
        "os null": podWith({ os: null, securityContext: { runAsNonRoot } }),
    }),
    ...invalid("cannot be set for a windows pod", [
        ...pods("Host Namespaces", { "of Windows": windowsPodWith({ hostPID: true }) }),
        ...pods("Running as Non-root", { "users of its own, of Windows": windowsPodWith({ hostUsers: false }) }),
        ...pods("Running as Non-root user", onWindows({ runAsUser: 0 })),
        ...pods("Seccomp", onWindows({ seccompProfile: unconfined })),
        ...pods("SELinux", onWindows({ seLinuxOptions: { type: "spc_t" } })),
        ...pods("AppArmor", onWindows({ appArmorProfile: unconfined })),
        ...pods("Sysctls", {
            "of Windows": withSecurity({ sysctls: [{ name: "kernel.msgmax", value: "1" }] }),
        }),
        ...pods("Privileged Containers", { "of Windows": withSecurityOfContainer({ privileged: true }) }),
        ...pods("Privilege Escalation", {
            "of Windows": withSecurityOfContainer({ allowPrivilegeEscalation: true }),
        }),
        ...pods("Capabilities", { "of Windows": withSecurityOfContainer({ capabilities: { add: ["SYS_ADMIN"] } }) }),
        ...pods("/proc Mount Type", { "of Windows": withSecurityOfContainer({ procMount: "Unmasked" }) }),
    ]),
];

function onWindows(fields: Fields): Record<string, PodParts> {
    return mapped(
        { "the pod": withSecurity, "the container": withSecurityOfContainer },
        (make) => make(fields),
        "Windows, of",
    );
}
