/**
 * The default namespace is where objects land that nobody placed: it has no owner, no limits and no network policy.
 *
 * Checked property:  `metadata.namespace` of pods, their controllers, services and service accounts
 * Compliant values:  any namespace but `default`
 * When unset:        the namespace of the provider of the object, or else `default`, a violation
 * Ruling:            what Kubernetes itself keeps there passes: service `kubernetes` and service account `default`
 */
import { check, definePolicy, type Judgement } from "../../policy";
import { namespacedObject } from "../../resources/namespaced-object";
import { pod } from "../../resources/pod";
import type { Setting } from "../../setting";

/** What Kubernetes itself makes in the namespace. */
const builtIn: Readonly<Record<string, string>> = { Service: "kubernetes", ServiceAccount: "default" };

export const podDefaultNamespaceUnused = definePolicy({
    name: "pod-default-namespace-unused",
    description: "Pods, services and service accounts must not be in the default namespace.",
    remediationSteps: "Make a namespace for the application, and set `metadata.namespace` to it.",
    severity: "low",
    practice: 9,
    equivalents: [
        "azure-policy:9f061a12-e40d-4183-a00e-171812443373",
        "checkov:CKV_K8S_21",
        "trivy:KSV-0110",
        "cis-aks-1.8:4.6.3",
    ],
    checks: [
        check(pod, function* ({ namespace, isPatch }) {
            yield* mustBeElsewhere(namespace, isPatch);
        }),
        check(namespacedObject, function* ({ kind, name, namespace, isPatch }) {
            if (name.isKnown && name.string() === builtIn[kind]) return;
            yield* mustBeElsewhere(namespace, isPatch);
        }),
    ],
});

function* mustBeElsewhere(namespace: Setting<string>, isPatch: boolean): Judgement {
    const { value } = namespace;
    if ((value === undefined && isPatch) || namespace.effective !== "default") return;
    const state = value === undefined ? "unset, which is `default`" : "`default`, which nobody owns";
    yield `\`${namespace.path}\` is ${state}; set it to the namespace of the application.`;
}
