import type { Property } from "../property";
import { type Setting, text } from "../setting";
import { core, kubernetesObject } from "./kubernetes-object";

/** What Pod Security Admission does with a pod above a level. */
export type PodSecurityMode = "enforce" | "audit" | "warn";

/** A Kubernetes namespace. */
export interface Namespace {
    /** Its name. */
    readonly name: Property;
    /** Whether it changes a namespace that exists, and leaves alone what it does not say. */
    readonly isPatch: boolean;
    /** The level of a mode; Kubernetes allows everything where it is unset. */
    readonly podSecurityLevel: (mode: PodSecurityMode) => Setting<string>;
    /** The version whose rules the level of a mode means; Kubernetes takes its own where it is unset. */
    readonly podSecurityVersion: (mode: PodSecurityMode) => Setting<string>;
}

/** Namespaces. */
export const namespace = kubernetesObject("Namespace", core, ["Namespace"], (object, { form }): Namespace => {
    const label = (name: string) => object.in("metadata", "labels", `pod-security.kubernetes.io/${name}`);
    return {
        name: object.in("metadata", "name"),
        isPatch: form === "Patch",
        podSecurityLevel: (mode) => text(label(mode), "privileged"),
        podSecurityVersion: (mode) => text(label(`${mode}-version`), "latest"),
    };
});
