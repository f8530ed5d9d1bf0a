import { booleans, each, invalid, mapped, none, texts, valued } from "./case";
import { type Fields, containers, securityOfContainers, securityOfNewContainers, withOwnUsers } from "./secure-pod";

const added = [
    ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
    ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT", "NET_RAW", "SYS_ADMIN", "ALL", "CAP_CHOWN", "chown", ""],
];
const withUsers = mapped(securityOfNewContainers, (make) => (fields: Fields) => withOwnUsers(make(fields)));
const masked = valued("procMount", { Default: "Default", ...none });
const unmasked = { "procMount Unmasked": { procMount: "Unmasked" } };

/** What containers may do, but for their users. */
export const privileges = [
    ...each("Privileged Containers", securityOfContainers, {
        ...valued("privileged", { false: false, ...none }),
        "privileged true": { privileged: true, allowPrivilegeEscalation: true },
    }),
    ...invalid(
        "cannot set `allowPrivilegeEscalation` to false and `privileged` to true",
        each("Privileged Containers", securityOfContainers, { "privileged, not to escalate": { privileged: true } }),
    ),
    ...each("Capabilities", securityOfContainers, {
        ...mapped(
            texts(...added),
            (name) => ({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE", name] } }),
            "add",
        ),
        ...valued("add", { nothing: [], ...none }, (add) => ({ capabilities: { drop: ["ALL"], add } })),
    }),
    ...each("Capabilities, dropped", securityOfContainers, {
        ...valued(
            "drop",
            { nothing: [], all: ["all"], one: ["NET_RAW"], more: ["NET_RAW", "ALL"], ...none },
            (drop) => ({
                capabilities: { drop },
            }),
        ),
        ...valued("capabilities", none),
    }),
    ...each("Privilege Escalation", securityOfContainers, valued("allowPrivilegeEscalation", booleans)),
    ...each("Privilege Escalation", containers, valued("securityContext", { empty: {}, ...none })),
    ...each("/proc Mount Type", securityOfContainers, masked),
    ...invalid("`hostUsers` must be false", each("/proc Mount Type", securityOfContainers, unmasked)),
    ...each("/proc Mount Type, whoever the users are", withUsers, { ...masked, ...unmasked }),
];
