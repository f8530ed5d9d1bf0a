import { type PropertyMap, knownString, textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest } from "../behaviour";
import { badRequest } from "./reference";

/** Throws what AKS would refuse an update with although azure-native sends it. */
export function refuseClusterUpdate({ inputs, existing }: ArmRequest): void {
    if (existing === undefined) return;
    const was = existing.outputs;
    const changed = (...path: string[]) =>
        valueAt(inputs, ...path) !== undefined && valueAt(inputs, ...path) !== valueAt(was, ...path);
    const access = "apiServerAccessProfile";
    const integrated = valueAt(was, access, "enableVnetIntegration") === true;
    const isPrivate = (values: PropertyMap) => valueAt(values, access, "enablePrivateCluster") === true;
    if (isPrivate(inputs) !== isPrivate(was) && !integrated) {
        throw new ArmError(
            400,
            "PropertyChangeNotAllowed",
            `Changing property '${access}.enablePrivateCluster' is not allowed without API server VNet integration.`,
        );
    }
    if (integrated && valueAt(inputs, access, "enableVnetIntegration") !== true) {
        throw new ArmError(
            400,
            "PropertyChangeNotAllowed",
            `Changing property '${access}.enableVnetIntegration' is not allowed: it cannot be disabled.`,
        );
    }
    // A public cluster has no zone yet: it is chosen when the cluster becomes private.
    const wasPrivate = valueAt(was, access, "enablePrivateCluster") === true;
    if (wasPrivate && changed(access, "privateDNSZone") && valueAt(inputs, access, "privateDNSZone") !== "none") {
        throw new ArmError(
            400,
            "PropertyChangeNotAllowed",
            `Changing property '${access}.privateDNSZone' is not allowed.`,
        );
    }
    if (changed("servicePrincipalProfile", "clientId")) {
        throw new ArmError(
            400,
            "PropertyChangeNotAllowed",
            "Changing property 'servicePrincipalProfile.clientId' is not allowed.",
        );
    }
    if (
        valueAt(was, "oidcIssuerProfile", "enabled") === true &&
        valueAt(inputs, "oidcIssuerProfile", "enabled") === false
    ) {
        badRequest("The OIDC issuer cannot be disabled.");
    }
    if (valueAt(was, "aadProfile", "managed") === true && valueAt(inputs, "aadProfile", "managed") === false) {
        badRequest("Entra ID integration cannot be disabled.");
    }
    refuseVersionChange(textOf(was.currentKubernetesVersion), knownString(inputs.kubernetesVersion));
}

function refuseVersionChange(current: string, wanted: string | undefined): void {
    if (wanted === undefined) return;
    const minor = (version: string) => Number(version.split(".")[1] ?? 0);
    const step = minor(wanted) - minor(current);
    if (step < 0)
        throw new ArmError(
            400,
            "OperationNotAllowed",
            `Downgrading the cluster from ${current} to ${wanted} is not allowed.`,
        );
    if (step > 1)
        throw new ArmError(
            400,
            "OperationNotAllowed",
            `Upgrading from ${current} to ${wanted} is not allowed: minor versions cannot be skipped.`,
        );
}
