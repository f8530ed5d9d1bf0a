import { podCapabilitiesLimited } from "../../../../policy-pack/policies/pod/pod-capabilities-limited";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const add = "securityContext.capabilities.add";
const baseline =
    "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT";
const also = ["pod-capabilities-dropped"];
const some = "set it to an allowed one such as `AUDIT_WRITE`, `CHOWN` or `DAC_OVERRIDE`, or leave it unset";
const message = (path: string, found: string, advice = some) =>
    `\`${path}\` is \`${found}\`, a capability that is not allowed; ${advice}.`;
const adding = (...capabilities: unknown[]) => pod({ [`containers.0.${add}`]: capabilities });
const refused = (capability: string) => [
    capability,
    { ...adding(capability), message: message(`spec.containers[0].${add}[0]`, capability), also },
];

testPolicy(podCapabilitiesLimited, {
    compliant: {
        unset: deployment(),
        null: pod({ [`containers.0.${add}`]: null }),
        empty: adding(),
        "the one that restricted allows": adding("NET_BIND_SERVICE"),
        "those of baseline": { ...adding(...baseline.split(" ")), also },
        "a configured one": { ...adding("SYS_TIME"), config: { allowedCapabilities: ["SYS_TIME"] }, also },
        "a container that is left out": { ...adding("SYS_ADMIN"), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...adding("SYS_ADMIN"), config: { excludedImages: ["shop*"] } },
    },
    violating: {
        ...everyKind(
            podSpec({ [`containers.0.${add}`]: ["SYS_ADMIN"] }),
            (path) => message(`${path}.containers[0].${add}[0]`, "SYS_ADMIN"),
            also,
        ),
        ...(Object.fromEntries(
            ["NET_RAW", "ALL", "all", "chown", "CAP_CHOWN", "AUDIT_READ", ""].map(refused),
        ) as Record<string, ReturnType<typeof adding> & { message: string; also: string[] }>),
        "every container": {
            ...pod(everyContainer({ [add]: ["CHOWN", "BPF"] })),
            message: containerLists.map((container) => message(`spec.${container}.${add}[1]`, "BPF")),
            also,
        },
        "with users of its own": {
            ...pod({ [`containers.0.${add}`]: ["BPF"], hostUsers: false }),
            message: message(`spec.containers[0].${add}[0]`, "BPF"),
            also,
        },
        "a pod of Windows": {
            ...pod({ [`containers.0.${add}`]: ["BPF"], "os.name": "windows" }),
            message: message(`spec.containers[0].${add}[0]`, "BPF"),
        },
        "one that is not configured": {
            ...adding("CHOWN"),
            config: { allowedCapabilities: ["SYS_TIME", "KILL"] },
            message: message(
                `spec.containers[0].${add}[0]`,
                "CHOWN",
                "set it to `SYS_TIME` or `KILL`, or leave it unset",
            ),
            also,
        },
        "any where none is configured": {
            ...adding("NET_BIND_SERVICE"),
            config: { allowedCapabilities: [] },
            message: message(`spec.containers[0].${add}[0]`, "NET_BIND_SERVICE", "leave it unset"),
        },
        "a word": {
            ...pod({ [`containers.0.${add}`]: "CHOWN" }),
            message: `\`spec.containers[0].${add}\` is a string; set it to a list.`,
            also,
        },
        "null in the list": { ...adding(null), message: message(`spec.containers[0].${add}[0]`, ""), also },
        "no word": {
            ...adding(7),
            message: `\`spec.containers[0].${add}[0]\` is a number; set it to a string.`,
            also,
        },
    },
    undetermined: {
        "an unknown one, but says what is wrong with another": {
            ...adding(UNKNOWN, "BPF"),
            undetermined: [`\`spec.containers[0].${add}[0]\` is not known before the update`],
            violations: [message(`spec.containers[0].${add}[1]`, "BPF")],
            also,
        },
    },
});
