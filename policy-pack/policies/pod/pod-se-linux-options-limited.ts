/**
 * SELinux keeps containers from each other and from the node by their type: another type, user or role undoes it.
 *
 * Checked property:  pod and containers `securityContext.seLinuxOptions.type`, `….user`, `….role`
 * Compliant values:  type: `container_t`, `container_init_t`, `container_kvm_t`, `container_engine_t`; user and role:
 *                    none; an empty string counts as none
 * When unset:        compliant (the runtime chooses)
 */
import { eachSecurityContext } from "../../pods/each-security-context";
import { allowedOrUnset, quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";

const types = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

export const podSeLinuxOptionsLimited = definePolicy({
    name: "pod-se-linux-options-limited",
    description: "Pods must not choose their SELinux user, role or an unconfined type.",
    remediationSteps: "Leave out the options, or choose a type for containers.",
    severity: "medium",
    practice: 6,
    equivalents: ["pss:baseline", "azure-policy:e1e6c427-07d9-46ab-9689-bfa85431e636", "trivy:KSV-0025"],
    checks: [
        check(pod, function* (subject) {
            yield* eachSecurityContext(subject, {}, function* (securityContext) {
                const options = securityContext.at("seLinuxOptions");
                yield* each(["type", "user", "role"], function* (name) {
                    const option = options.at(name);
                    const value = option.string() ?? "";
                    const allowed = name === "type" ? types : [];
                    if (value === "" || allowed.includes(value)) return;
                    yield `\`${option.path}\` is ${quote(value)}, a ${name} that a pod may not choose; ${allowedOrUnset(allowed)}.`;
                });
            });
        }),
    ],
});
