import { safeSysctls } from "../../safe-sysctls";
import { each, none, texts, valued } from "./case";
import { securityOfPod } from "./secure-pod";

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
