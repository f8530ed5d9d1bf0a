import type { Property } from "../property";
import { type Setting, text } from "../setting";
import { core, kubernetesObject } from "./kubernetes-object";

/** A Kubernetes service. */
export interface Service {
    /** How it is reached; `ClusterIP` where that is unset. */
    readonly type: Setting<string>;
    readonly annotation: (name: string) => Property;
    readonly spec: Property;
    /** Whether it changes a service that exists, and leaves alone what it does not say. */
    readonly isPatch: boolean;
    /** Whether it is the one of the API server, which Kubernetes itself makes. */
    readonly isOfApiServer: () => boolean;
}

/** Services. */
export const service = kubernetesObject("Service", core, ["Service"], (object, { form, namespace }): Service => {
    const metadata = object.at("metadata");
    const spec = object.at("spec");
    return {
        type: text(spec.at("type"), "ClusterIP"),
        annotation: (name) => metadata.in("annotations", name),
        spec,
        isPatch: form === "Patch",
        isOfApiServer: () => metadata.at("name").string() === "kubernetes" && namespace.effective === "default",
    };
});
