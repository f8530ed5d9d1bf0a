import type { Property } from "../property";
import { flag, type Setting } from "../setting";
import { core, kubernetesObject } from "./kubernetes-object";

/** A service account of Kubernetes. */
export interface ServiceAccount {
    /** Its name. */
    readonly name: Property;
    /** Whether its pods mount its token where they do not say themselves. */
    readonly automountToken: Setting<boolean>;
    /** Whether it changes an account that exists, and leaves alone what it does not say. */
    readonly isPatch: boolean;
}

/** Service accounts. */
export const serviceAccount = kubernetesObject(
    "ServiceAccount",
    core,
    ["ServiceAccount"],
    (object, { form }): ServiceAccount => ({
        name: object.in("metadata", "name"),
        automountToken: flag(object.at("automountServiceAccountToken"), true),
        isPatch: form === "Patch",
    }),
);
