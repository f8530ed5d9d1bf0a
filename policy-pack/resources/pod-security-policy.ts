import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** PodSecurityPolicies, by their kind: Kubernetes removed them in version 1.25. */
export const podSecurityPolicy = kubernetesObject(
    "PodSecurityPolicy",
    /(?:policy|extensions)\/v1beta1/,
    ["PodSecurityPolicy"],
    (object): Property => object.at("kind"),
);
