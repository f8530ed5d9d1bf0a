/**
 * Most settings of the kernel hold for the whole node, and some undo its defences.
 *
 * Checked property:  pod `spec.securityContext.sysctls[*].name`
 * Compliant values:  those of the standard baseline of v1.37, or the configured ones, spelt with dots
 * When unset:        compliant
 */
import { allowedOrUnset, quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";

interface Config {
    readonly allowedSysctls: readonly string[];
}

export const podSysctlsLimited = definePolicy<Config>({
    name: "pod-sysctls-limited",
    description: "Pods must not set sysctls that are not safe.",
    remediationSteps: "Remove the sysctl, or set it on nodes of their own by the node pool.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:56d0a13f-712f-466b-8416-56fb354fb823",
        "azure-policy:5e5a0673-649e-4d50-bf9d-5a387a4e2081",
        "trivy:KSV-0026",
    ],
    configSchema: {
        properties: {
            allowedSysctls: {
                type: "array",
                items: { type: "string", minLength: 1 },
                default: [
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
                ],
                description: "The sysctls that pods may set.",
            },
        },
    },
    checks: [
        check(pod, function* ({ spec }, { allowedSysctls: allowed }) {
            yield* each(spec.in("securityContext", "sysctls").elements(), function* (sysctl) {
                const name = sysctl.at("name");
                const value = name.string() ?? "";
                if (allowed.includes(value)) return;
                yield `\`${name.path}\` is ${value === "" ? "unset" : quote(value)}, and only safe settings of the kernel may be set; ${allowedOrUnset(allowed)}.`;
            });
        }),
    ],
});
