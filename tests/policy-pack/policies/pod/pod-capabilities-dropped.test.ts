import { podCapabilitiesDropped } from "../../../../policy-pack/policies/pod/pod-capabilities-dropped";
import { containerLists, deployment, everyContainer, everyKind, kured, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const drop = "securityContext.capabilities.drop";
const add = "securityContext.capabilities.add";
const keeps = (path: string, found = "unset") =>
    `\`${path}.${drop}\` is ${found}, and the container keeps capabilities; set it to \`["ALL"]\`.`;
const adds = (path: string, found: string) =>
    `\`${path}.${add}[0]\` is \`${found}\`, which the standard restricted does not allow; set it to \`NET_BIND_SERVICE\`, or leave it unset.`;
const dropping = (value: unknown) => pod({ [`containers.0.${drop}`]: value });
const adding = (...capabilities: unknown[]) => pod({ [`containers.0.${add}`]: capabilities });
const toWindows = "set `spec.os.name` to `windows`, as the node selector says.";
const first = "spec.containers[0]";

testPolicy(podCapabilitiesDropped, {
    compliant: {
        "all dropped": deployment(everyContainer({})),
        "all among others": dropping(["NET_RAW", "ALL"]),
        "all, beside an unknown one": dropping([UNKNOWN, "ALL"]),
        "the one that may be added": deployment(everyContainer({ [add]: ["NET_BIND_SERVICE"] })),
        "none added": adding(),
        null: pod({ [`containers.0.${add}`]: null }),
        "a container that is left out": { ...dropping([]), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...adding("CHOWN"), config: { excludedImages: ["shop.azurecr.io/*"] } },
        "a patch that leaves them": object("v1", "PodPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { containers: [{ name: "app" }] },
        }),
        "kured that restarts its node by a signal": kured(),
    },
    violating: {
        ...everyKind(podSpec({ [`containers.0.${drop}`]: ["NET_RAW"] }), (path) =>
            keeps(`${path}.containers[0]`, "without `ALL`"),
        ),
        "every container": {
            ...pod(everyContainer({ [drop]: undefined })),
            message: containerLists.map((container) => keeps(`spec.${container}`)),
        },
        "no security context": {
            ...pod({ "containers.0.securityContext": undefined }),
            message: keeps(first),
            also: ["pod-privilege-escalation-disallowed", "pod-root-file-system-read-only"],
        },
        "null dropped": { ...dropping(null), message: keeps(first) },
        "none dropped": { ...dropping([]), message: keeps(first, "empty") },
        "all in other letters": { ...dropping(["all"]), message: keeps(first, "without `ALL`") },
        "all with a prefix": { ...dropping(["CAP_ALL"]), message: keeps(first, "without `ALL`") },
        "none dropped in a patch": {
            ...dropping([]),
            type: "kubernetes:core/v1:PodPatch",
            message: keeps(first, "empty"),
        },
        "one of baseline": { ...adding("CHOWN"), message: adds(first, "CHOWN") },
        "a pod that runs on nodes of Windows and does not say so": {
            ...pod({
                "containers.0.securityContext.capabilities": { add: ["CHOWN"] },
                nodeSelector: { "kubernetes.io/os": "windows" },
            }),
            message: [
                keeps(first).replace(/set it to .*/, toWindows),
                adds(first, "CHOWN").replace(/set it to .*/, toWindows),
            ],
        },
        "the signal of kured, of another pod": { ...adding("KILL"), message: adds(first, "KILL") },
        "the one that may be added, in other letters": {
            ...adding("net_bind_service"),
            message: adds(first, "net_bind_service"),
            also: ["pod-capabilities-limited"],
        },
        "one added in every container": {
            ...pod(everyContainer({ [add]: ["CHOWN"] })),
            message: containerLists.map((container) => adds(`spec.${container}`, "CHOWN")),
        },
        "nothing dropped and one added": {
            ...pod({ [`containers.0.${drop}`]: [], [`containers.0.${add}`]: ["CHOWN"] }),
            message: [keeps(first, "empty"), adds(first, "CHOWN")],
        },
        "with users of its own": {
            ...pod({ [`containers.0.${add}`]: ["CHOWN"], hostUsers: false }),
            message: adds(first, "CHOWN"),
        },
        "a pod of Linux": { ...pod({ [`containers.0.${drop}`]: null, "os.name": "linux" }), message: keeps(first) },
        "kured that restarts its node by a command": {
            ...kured({
                "containers.0.args": ["--reboot-method", "command"],
                "containers.0.securityContext.appArmorProfile": null,
            }),
            message: adds("spec.template.spec.containers[0]", "KILL"),
        },
        "kured with another capability": {
            ...kured({ [`containers.0.${add}`]: ["CHOWN", "KILL"] }),
            message: adds("spec.template.spec.containers[0]", "CHOWN"),
        },
        "a word": {
            ...dropping("ALL"),
            message: `\`spec.containers[0].${drop}\` is a string; set it to a list.`,
        },
    },
    undetermined: {
        "an unknown one, but says what is wrong with those that are added": {
            ...pod({ [`containers.0.${drop}`]: [UNKNOWN], [`containers.0.${add}`]: ["CHOWN"] }),
            undetermined: [`\`spec.containers[0].${drop}[0]\` is not known before the update`],
            violations: [adds(first, "CHOWN")],
        },
        "an unknown one that is added": {
            ...adding(UNKNOWN),
            undetermined: [`\`spec.containers[0].${add}[0]\` is not known before the update`],
        },
        "an unknown operating system": {
            ...pod({ [`containers.0.${drop}`]: [], "os.name": UNKNOWN }),
            undetermined: ["`spec.os.name` is not known before the update"],
        },
    },
    notApplicable: {
        "a pod of Windows": {
            ...pod({ [`containers.0.securityContext.capabilities`]: null, "os.name": "windows" }),
            reason: "the pod runs on Windows",
        },
    },
});
