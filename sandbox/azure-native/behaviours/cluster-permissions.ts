import type { Cloud } from "../../providers/cloud";
import { knownString, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest } from "../behaviour";
import { customZone, nodeSubnets } from "./cluster-inputs";
import { assignedIdentities } from "./identity";
import { badRequest, invalidParameter, requireReference } from "./reference";
import { isAllowed } from "./role-assignment";

/** Rights that the control plane needs before it can be created; a system-assigned identity cannot have any yet. */
export function refuseMissingRights(request: ArmRequest): void {
    const { inputs, cloud } = request;
    const [user] = assignedIdentities(cloud, inputs.identity);
    const principal = knownString(user?.outputs.principalId);
    const zone = customZone(inputs);
    const apiServerSubnet = knownString(valueAt(inputs, "apiServerAccessProfile", "subnetId"));
    const kubelet = knownString(valueAt(inputs, "identityProfile", "kubeletidentity", "resourceId"));

    if (user === undefined || principal === undefined) {
        if (zone !== undefined)
            badRequest("A custom private DNS zone requires a user-assigned control plane identity.");
        if (apiServerSubnet !== undefined)
            badRequest(
                "API server VNet integration in a custom virtual network requires a user-assigned control plane identity.",
            );
        if (kubelet !== undefined) {
            throw new ArmError(
                400,
                "OnlySupportedOnUserAssignedMSICluster",
                "A custom kubelet identity is only supported on a cluster with a user-assigned control plane identity.",
            );
        }
        return;
    }
    if (zone !== undefined) requireZoneRights(cloud, principal, zone);
    for (const subnet of [
        ...nodeSubnets(request).map(({ id }) => id),
        ...(apiServerSubnet === undefined ? [] : [apiServerSubnet]),
    ]) {
        requireSubnetRights(cloud, principal, subnet);
    }
    if (kubelet !== undefined) requireKubeletRights(request, principal, user.id, kubelet);
}

function requireZoneRights(cloud: Cloud, principal: string, zone: string): void {
    const action = "Microsoft.Network/privateDnsZones/write";
    if (isAllowed(cloud, principal, action, zone)) return;
    throw new ArmError(
        400,
        "CustomPrivateDNSZoneMissingPermissionError",
        `Service principal or user-assigned identity must be given permission to read and write to custom private dns zone ${zone}. Check access result not allowed for action ${action}.`,
    );
}

function requireSubnetRights(cloud: Cloud, principal: string, subnet: string): void {
    const action = "Microsoft.Network/virtualNetworks/subnets/join/action";
    if (isAllowed(cloud, principal, action, subnet)) return;
    throw new ArmError(
        400,
        "ResourceMissingPermissionError",
        `The identity ${principal} does not have permission for ${action} on resource ${subnet}.`,
    );
}

function requireKubeletRights(
    { id, cloud, inputs }: ArmRequest,
    principal: string,
    controlPlane: string,
    kubelet: string,
): void {
    const identity = requireReference(cloud, id, kubelet);
    const action = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
    if (!isAllowed(cloud, principal, action, kubelet)) {
        throw new ArmError(
            400,
            "CustomKubeletIdentityMissingPermissionError",
            `The cluster user assigned identity must be given permission to assign kubelet identity ${kubelet}. Check access result not allowed for action ${action}. The cluster identity is ${controlPlane}.`,
        );
    }
    const profile = valueAt(inputs, "identityProfile", "kubeletidentity");
    for (const [property, output] of [
        ["clientId", "clientId"],
        ["objectId", "principalId"],
    ] as const) {
        const given = knownString(valueAt(profile, property));
        if (given !== undefined && given !== identity?.outputs[output]) {
            invalidParameter(`The ${property} of identityProfile.kubeletidentity is not that of ${kubelet}.`);
        }
    }
}
