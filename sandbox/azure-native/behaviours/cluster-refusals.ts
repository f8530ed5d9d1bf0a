import type { Cloud, CloudResource } from "../../providers/cloud";
import { type PropertyMap, isMap, knownString, valueAt, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest } from "../behaviour";
import { type Network, containsAddress, contains, overlap, parseNetwork } from "./address";
import { profilesOf, refusePool } from "./agent-pool";
import { assignedIdentities } from "./identity";
import { isDelegatedTo } from "./network";
import { badRequest, requireReference } from "./reference";
import { isAllowed } from "./role-assignment";

/** Throws what AKS would refuse the creation or the update of a cluster with. */
export function refuseCluster(request: ArmRequest): void {
    refuseIncomplete(request);
    refusePools(request);
    refuseAccess(request.inputs);
    refuseSecurity(request.inputs);
    refuseNetwork(request);
    refusePrivateZone(request);
    refuseApiServerSubnet(request);
    refuseIdentities(request);
}

function invalid(message: string): never {
    throw new ArmError(400, "InvalidParameter", message);
}

function refuseIncomplete({ name, inputs, existing }: ArmRequest): void {
    if (!/^(?=.{1,63}$)[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/i.test(name)) {
        invalid(
            `Cluster name '${name}' is invalid: it must have 1 to 63 letters, digits, hyphens and underscores, and begin and end with a letter or digit.`,
        );
    }
    if (existing !== undefined) return;
    if (knownString(inputs.dnsPrefix) === undefined && knownString(inputs.fqdnSubdomain) === undefined) {
        invalid("Required parameter dnsPrefix is missing (null).");
    }
    if (
        inputs.dnsPrefix !== undefined &&
        !/^(?=.{1,54}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/i.test(textOf(inputs.dnsPrefix))
    ) {
        invalid(
            `DNS prefix '${textOf(inputs.dnsPrefix)}' is invalid: it must have 1 to 54 letters, digits and hyphens, and begin and end with a letter or digit.`,
        );
    }
    if (inputs.identity === undefined && inputs.servicePrincipalProfile === undefined) {
        invalid("Required parameter servicePrincipalProfile is missing (null).");
    }
    if (profilesOf(inputs).length === 0 && valueAt(inputs, "sku", "name") !== "Automatic") {
        invalid("Required parameter agentPoolProfiles is missing (null).");
    }
}

function refusePools({ id, inputs, existing, cloud }: ArmRequest): void {
    const pools = profilesOf(inputs);
    const names = pools.map((pool) => textOf(pool.name));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) invalid(`Agent pool name '${twice}' is used more than once.`);
    for (const pool of pools) {
        const current = cloud.get(`${id}/agentPools/${textOf(pool.name)}`);
        if (existing !== undefined && current === undefined) {
            badRequest(
                `A new agent pool was introduced: ${textOf(pool.name)}. Adding agent pools to an existing cluster is not allowed through managed cluster operations. Use agent pool operations instead.`,
            );
        }
        refusePool(pool, current);
        requireReference(cloud, id, pool.vnetSubnetID);
    }
    if (existing === undefined && pools.length > 0 && !pools.some((pool) => pool.mode === "System")) {
        invalid("At least one agent pool of mode System is required.");
    }
}

function refuseAccess(inputs: PropertyMap): void {
    const access = valueAt(inputs, "apiServerAccessProfile");
    const ranges = valueAt(access, "authorizedIPRanges");
    const isPrivate = valueAt(access, "enablePrivateCluster") === true;
    if (Array.isArray(ranges) && ranges.length > 0) {
        if (isPrivate) badRequest("Authorized IP ranges are not supported for a private cluster.");
        for (const range of ranges) parseNetwork(textOf(range), "apiServerAccessProfile.authorizedIPRanges");
    }
    if (
        valueAt(access, "privateDNSZone") === "none" &&
        isPrivate &&
        valueAt(access, "enablePrivateClusterPublicFQDN") === false
    ) {
        badRequest("A private cluster whose privateDNSZone is none must have its public FQDN enabled.");
    }
}

function refuseSecurity(inputs: PropertyMap): void {
    const aad = inputs.aadProfile;
    const addons = isMap(inputs.addonProfiles) ? inputs.addonProfiles : {};
    if (valueAt(addons, "kubeDashboard", "enabled") === true) {
        throw new ArmError(
            400,
            "AddonInvalid",
            "The kube-dashboard add-on is not supported by this version of Kubernetes.",
        );
    }
    const workloadIdentity = valueAt(inputs, "securityProfile", "workloadIdentity", "enabled") === true;
    if (workloadIdentity && valueAt(inputs, "oidcIssuerProfile", "enabled") !== true) {
        badRequest("Workload identity requires the OIDC issuer: set oidcIssuerProfile.enabled to true.");
    }
    if (inputs.disableLocalAccounts === true && !isMap(aad)) {
        badRequest("Disabling local accounts is only supported on clusters with Entra ID: set aadProfile.");
    }
    if (valueAt(aad, "enableAzureRBAC") === true && valueAt(aad, "managed") !== true) {
        badRequest(
            "Azure RBAC for Kubernetes authorization requires a managed Entra ID profile: set aadProfile.managed to true.",
        );
    }
    if (valueAt(aad, "enableAzureRBAC") === true && inputs.enableRBAC === false) {
        badRequest("Azure RBAC for Kubernetes authorization requires enableRBAC.");
    }
}

/** Subnets of the nodes: those of the listed pools. */
function nodeSubnets({ inputs, cloud }: ArmRequest): CloudResource[] {
    const ids = new Set(profilesOf(inputs).flatMap((pool) => knownString(pool.vnetSubnetID) ?? []));
    return [...ids].flatMap((id) => cloud.get(id) ?? []);
}

function refuseNetwork(request: ArmRequest): void {
    const { inputs, id } = request;
    const profile = inputs.networkProfile;
    const subnets = nodeSubnets(request);
    const service = knownString(valueAt(profile, "serviceCidr"));
    const dns = knownString(valueAt(profile, "dnsServiceIP"));
    if (service !== undefined) {
        const network = parseNetwork(service, id);
        if (dns !== undefined && !containsAddress(network, dns)) {
            invalid(`The dnsServiceIP ${dns} is not within the serviceCidr ${service}.`);
        }
        refuseOverlap(subnets, network, service);
    }
    const outbound = valueAt(profile, "outboundType");
    if (outbound === "managedNATGateway" && subnets.length > 0) {
        badRequest(
            "Outbound type managedNATGateway is not supported with a custom virtual network: use userAssignedNATGateway.",
        );
    }
    for (const subnet of subnets) {
        if (outbound === "userDefinedRouting" && subnet.outputs.routeTable === undefined) {
            throw new ArmError(
                400,
                "ExistingRouteTableNotAssociatedWithSubnet",
                `An existing route table has not been associated with subnet ${subnet.id}. Please update the route table association.`,
            );
        }
        if (outbound === "userAssignedNATGateway" && subnet.outputs.natGateway === undefined) {
            badRequest(`Outbound type userAssignedNATGateway requires a NAT gateway on subnet ${subnet.id}.`);
        }
    }
    if (
        isMap(profile) &&
        valueAt(profile, "networkPolicy") === "cilium" &&
        valueAt(profile, "networkDataplane") !== "cilium"
    ) {
        badRequest("Network policy cilium requires network dataplane cilium.");
    }
    if (valueAt(profile, "networkPluginMode") === "overlay" && valueAt(profile, "networkPlugin") !== "azure") {
        badRequest("Network plugin mode overlay requires network plugin azure.");
    }
}

function refuseOverlap(subnets: readonly CloudResource[], service: Network, text: string): void {
    for (const subnet of subnets) {
        const { addressPrefix, addressPrefixes } = subnet.outputs;
        const prefixes = [
            ...(Array.isArray(addressPrefixes) ? addressPrefixes : []),
            ...(addressPrefix === undefined ? [] : [addressPrefix]),
        ];
        if (prefixes.some((prefix) => overlap(parseNetwork(textOf(prefix), subnet.id), service))) {
            throw new ArmError(
                400,
                "ServiceCidrOverlapExistingSubnetsCidr",
                `The specified service CIDR ${text} is conflicted with an existing subnet CIDR ${textOf(prefixes[0])}.`,
            );
        }
    }
}

/** The custom private DNS zone of the request, if it has one. */
function customZone(inputs: PropertyMap): string | undefined {
    const zone = knownString(valueAt(inputs, "apiServerAccessProfile", "privateDNSZone"));
    return zone?.startsWith("/") === true ? zone : undefined;
}

function refusePrivateZone({ id, inputs, cloud, existing }: ArmRequest): void {
    const zone = customZone(inputs);
    if (zone === undefined) {
        if (inputs.fqdnSubdomain !== undefined)
            badRequest("fqdnSubdomain is supported with a custom private DNS zone only.");
        return;
    }
    requireReference(cloud, id, zone);
    const region = textOf(inputs.location ?? existing?.outputs.location)
        .toLowerCase()
        .replaceAll(" ", "");
    const word =
        valueAt(inputs, "apiServerAccessProfile", "enableVnetIntegration") === true ? "private" : "privatelink";
    const name = nameOf(zone);
    if (!new RegExp(`^([a-z0-9-]{1,32}\\.)?${word}\\.${region}\\.azmk8s\\.io$`, "i").test(name)) {
        invalid(
            `Private DNS zone '${name}' is invalid: its name must be ${word}.${region}.azmk8s.io or <subzone>.${word}.${region}.azmk8s.io.`,
        );
    }
}

function refuseApiServerSubnet({ id, inputs, cloud }: ArmRequest): void {
    const access = valueAt(inputs, "apiServerAccessProfile");
    const subnetId = knownString(valueAt(access, "subnetId"));
    if (valueAt(access, "enableVnetIntegration") !== true) {
        if (subnetId !== undefined) badRequest("apiServerAccessProfile.subnetId requires enableVnetIntegration.");
        return;
    }
    const ownNetwork = profilesOf(inputs).some((pool) => knownString(pool.vnetSubnetID) !== undefined);
    if (subnetId === undefined) {
        if (ownNetwork)
            badRequest(
                "API server VNet integration in a custom virtual network requires apiServerAccessProfile.subnetId.",
            );
        return;
    }
    const subnet = requireReference(cloud, id, subnetId);
    if (subnet === undefined) return;
    if (!isDelegatedTo(subnet, "Microsoft.ContainerService/managedClusters")) {
        badRequest(`API server subnet ${subnetId} must be delegated to Microsoft.ContainerService/managedClusters.`);
    }
    const prefix = knownString(subnet.outputs.addressPrefix) ?? textOf(valueAt(subnet.outputs, "addressPrefixes"));
    if (
        !contains(
            { address: parseNetwork(prefix, subnetId).address, length: parseNetwork(prefix, subnetId).length },
            { address: parseNetwork(prefix, subnetId).address, length: 28 },
        )
    ) {
        badRequest(`API server subnet ${subnetId} must be at least a /28.`);
    }
    if (profilesOf(inputs).some((pool) => knownString(pool.vnetSubnetID)?.toLowerCase() === subnetId.toLowerCase())) {
        badRequest(`API server subnet ${subnetId} cannot be used by an agent pool as well.`);
    }
}

/** Rights that the control plane needs before it can be created; a system-assigned identity cannot have any yet. */
function refuseIdentities(request: ArmRequest): void {
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
            invalid(`The ${property} of identityProfile.kubeletidentity is not that of ${kubelet}.`);
        }
    }
}

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

/** Throws AKS' refusal of a maintenance configuration of another name than the three that mean something. */
export function refuseMaintenanceName({ name }: ArmRequest): void {
    const names = ["default", "aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"];
    if (!names.includes(name))
        invalid(`Maintenance configuration name '${name}' is invalid: it must be one of ${names.join(", ")}.`);
}
