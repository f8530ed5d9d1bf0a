import { spelt, type Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** Who serves an ingress: what decides between HTTP and HTTPS differs. */
export type IngressController = "application gateway" | "gateway for containers" | "nginx" | "other";

/** A Kubernetes ingress. */
export interface Ingress {
    readonly annotation: (name: string) => Property;
    /** All annotations, unread. */
    readonly annotations: Property;
    /** The entries of TLS: hosts and the secret with their certificate. */
    readonly tls: Property;
    /** The rules: hosts and where their requests go. */
    readonly rules: Property;
    /** Where requests go that match no rule. */
    readonly defaultBackend: Property;
    /** Whether it changes an ingress that exists, and leaves alone what it does not say. */
    readonly isPatch: boolean;
    /** Who serves it, by its class. */
    readonly controller: () => IngressController;
}

/** Classes as Azure and the controllers themselves name them: the old annotation, and the field. */
const controllers: Readonly<Record<string, IngressController>> = {
    "azure/application-gateway": "application gateway",
    "azure-application-gateway": "application gateway",
    "azure-alb-external": "gateway for containers",
    nginx: "nginx",
    "webapprouting.kubernetes.azure.com": "nginx",
};

/** Ingresses, in the API groups of all times. */
export const ingress = kubernetesObject(
    "Ingress",
    /(?:networking\.k8s\.io|extensions)\/\w+/,
    ["Ingress"],
    (object, { form }): Ingress => {
        const annotations = object.in("metadata", "annotations");
        const spec = object.at("spec");
        const className = () =>
            annotations.at("kubernetes.io/ingress.class").string() || spec.at("ingressClassName").string() || "";
        return {
            annotation: (name) => annotations.at(name),
            annotations,
            tls: spec.at("tls"),
            rules: spec.at("rules"),
            get defaultBackend() {
                // Groups before networking.k8s.io/v1 called it otherwise.
                return spelt(spec.at("defaultBackend"), spec.at("backend"));
            },
            isPatch: form === "Patch",
            controller: () => {
                const name = className();
                return (Object.hasOwn(controllers, name) ? controllers[name] : undefined) ?? "other";
            },
        };
    },
);
