import type { Property } from "../property";
import { type Setting, text } from "../setting";
import { kubernetesObject } from "./kubernetes-object";

const groups = /admissionregistration\.k8s\.io\/v1\w*/;

/** A ValidatingAdmissionPolicy. */
export interface AdmissionPolicy {
    /** What happens to an object where an expression cannot be evaluated; Kubernetes refuses it where this is unset. */
    readonly failurePolicy: Setting<string>;
}

/** Policies that the API server holds by itself. */
export const admissionPolicy = kubernetesObject(
    "ValidatingAdmissionPolicy",
    groups,
    ["ValidatingAdmissionPolicy"],
    (object): AdmissionPolicy => ({ failurePolicy: text(object.in("spec", "failurePolicy"), "Fail") }),
);

/** A ValidatingAdmissionPolicyBinding. */
export interface AdmissionPolicyBinding {
    /** What happens to an object that breaks the policy. */
    readonly validationActions: Property;
    /** Whether it changes a binding that exists, and leaves alone what it does not say. */
    readonly isPatch: boolean;
}

/** What puts such policies to use. */
export const admissionPolicyBinding = kubernetesObject(
    "ValidatingAdmissionPolicyBinding",
    groups,
    ["ValidatingAdmissionPolicyBinding"],
    (object, { form }): AdmissionPolicyBinding => ({
        validationActions: object.in("spec", "validationActions"),
        isPatch: form === "Patch",
    }),
);
