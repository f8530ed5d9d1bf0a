import { podSysctlsLimited } from "../../../../policy-pack/policies/pod/pod-sysctls-limited";
import { deployment, everyKind, pod, podSpec } from "../../fixtures";
import { safeSysctls } from "../../../safe-sysctls";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const sysctls = (...names: unknown[]) => ({ "securityContext.sysctls": names.map((name) => ({ name, value: "1" })) });
const some =
    "set it to an allowed one such as `kernel.shm_rmid_forced`, `net.ipv4.ip_local_port_range` or `net.ipv4.ip_local_reserved_ports`, or leave it unset";
const message = (path: string, found: string, index = 0, advice = some) =>
    `\`${path}.securityContext.sysctls[${index}].name\` is ${found}, and only safe settings of the kernel may be set; ${advice}.`;
const refused = (name: string) => ({ ...pod(sysctls(name)), message: message("spec", `\`${name}\``) });

testPolicy(podSysctlsLimited, {
    compliant: {
        unset: deployment(),
        null: deployment({ "securityContext.sysctls": null }),
        empty: deployment(sysctls()),
        "those that are safe in v1.37": deployment(sysctls(...safeSysctls)),
        "a configured one": {
            ...pod(sysctls("net.core.somaxconn")),
            config: { allowedSysctls: ["net.core.somaxconn"] },
        },
    },
    violating: {
        ...everyKind(podSpec(sysctls("kernel.msgmax")), (path) => message(path, "`kernel.msgmax`")),
        "the second of two": {
            ...pod(sysctls("net.ipv4.tcp_rmem", "net.core.somaxconn")),
            message: message("spec", "`net.core.somaxconn`", 1),
        },
        "a safe one with slashes": refused("net/ipv4/tcp_rmem"),
        "a safe one in other letters": refused("net.ipv4.TCP_RMEM"),
        "an empty name": { ...pod(sysctls("")), message: message("spec", "unset") },
        "no name": { ...pod(sysctls(null)), message: message("spec", "unset") },
        "a safe one, where none is allowed": {
            ...pod(sysctls("net.ipv4.tcp_rmem")),
            config: { allowedSysctls: [] },
            message: message("spec", "`net.ipv4.tcp_rmem`", 0, "leave it unset"),
        },
        "no list": {
            ...pod({ "securityContext.sysctls": { "net.ipv4.tcp_rmem": "1" } }),
            message: "`spec.securityContext.sysctls` is an object; set it to a list.",
        },
    },
    undetermined: {
        "an unknown name, but says what is wrong with another": {
            ...pod(sysctls(UNKNOWN, "kernel.msgmax")),
            undetermined: ["`spec.securityContext.sysctls[0].name` is not known before the update"],
            violations: [message("spec", "`kernel.msgmax`", 1)],
        },
    },
});
