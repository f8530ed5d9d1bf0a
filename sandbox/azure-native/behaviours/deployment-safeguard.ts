import { isMap, type PropertyMap, textOf, valueAt } from "../../providers/property";
import { parentId } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { badRequest } from "./reference";

/** One for each cluster, which must have the Azure Policy add-on. */
export const deploymentSafeguard: ResourceBehaviour = {
    refuse: ({ id, inputs, cloud }: ArmRequest) => {
        if (inputs.level !== "Enforce" && inputs.level !== "Warn") {
            badRequest(`The level '${textOf(inputs.level)}' of deployment safeguards is none of Enforce and Warn.`);
        }
        const cluster = cloud.get(parentId(id) ?? "");
        if (cluster !== undefined && !hasPolicyAddOn(cluster.inputs)) {
            badRequest("Deployment safeguards need the Azure Policy add-on, which the cluster does not have.");
        }
    },
    answer: () => ({
        systemExcludedNamespaces: ["kube-system", "calico-system", "tigera-system", "gatekeeper-system"],
    }),
};

/** AKS Automatic has it by itself; the name of the add-on is taken in every casing. */
function hasPolicyAddOn(inputs: PropertyMap): boolean {
    const addOns = isMap(inputs.addonProfiles) ? Object.entries(inputs.addonProfiles) : [];
    return (
        valueAt(inputs, "sku", "name") === "Automatic" ||
        addOns.some(([name, profile]) => name.toLowerCase() === "azurepolicy" && valueAt(profile, "enabled") === true)
    );
}
