import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** Settings that belong to the pod alone, by the pod security standards. */
const safeSysctls = [
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

export function sysctls({ allowedSysctls = [] }: { allowedSysctls?: string[] }): AdmissionPolicy {
    const allowed = literal([...safeSysctls, ...allowedSysctls]);
    return {
        judges: workloads,
        demands: [
            {
                name: "unsafe",
                must: "Pods must set only safe settings of the kernel",
                offenders: `variables.spec.?securityContext.?sysctls.orValue([]).filter(sysctl, !(sysctl.name in ${allowed})).map(sysctl, string(sysctl.name))`,
                found: "securityContext.sysctls has",
                remedy: "leave it out",
            },
        ],
    };
}
