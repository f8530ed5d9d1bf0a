import { safeSysctls } from "../../safe-sysctls";
import { each, none, texts, valued } from "./case";
import { securityOfPod } from "./secure-pod";

const safe = [
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ping_group_range",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_notsent_lowat",
    "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_slow_start_after_idle",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.tcp_wmem",
];
const others = ["net.ipv4.tcp_max_syn_backlog", "net.core.somaxconn", "kernel.msgmax", "net/ipv4/tcp_syncookies"];

/** Settings of the kernel. */
export const sysctls = each(
    "Sysctls",
    { "a pod": securityOfPod },
    {
        ...valued("sysctl", texts(...safeSysctls, ...others), (name) => ({ sysctls: [{ name, value: "1" }] })),
        "a second one": { sysctls: [safeSysctls[0], others[0]].map((name) => ({ name, value: "1" })) },
        ...valued("sysctls", { empty: [], ...none }),
    },
);
