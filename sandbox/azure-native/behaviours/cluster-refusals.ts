import type { CloudResource } from "../../providers/cloud";
import { type PropertyMap, isMap, knownString, valueAt, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { nameOf } from "../arm-path";
import type { ArmRequest } from "../behaviour";
import { type Network, containsAddress, contains, overlap, parseNetwork } from "./address";
import { profilesOf, refusePool } from "./agent-pool";
import { customZone, nodeSubnets } from "./cluster-inputs";
import { refuseFeatures } from "./cluster-features";
import { refuseMissingRights } from "./cluster-permissions";
import { isDelegatedTo } from "./network";
import { badRequest, invalidParameter, requireReference } from "./reference";

/** Throws what AKS would refuse the creation or the update of a cluster with. */
export function refuseCluster(request: ArmRequest): void {
    refuseIncomplete(request);
    refusePools(request);
    refuseAccess(request.inputs);
    refuseSecurity(request.inputs);
    refuseNetwork(request);
    refusePrivateZone(request);
    refuseApiServerSubnet(request);
    refuseMissingRights(request);
    refuseFeatures(request);
}

function refuseIncomplete({ name, inputs, existing }: ArmRequest): void {
    if (!/^(?=.{1,63}$)[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/i.test(name)) {
        invalidParameter(
            `Cluster name '${name}' is invalid: it must have 1 to 63 letters, digits, hyphens and underscores, and begin and end with a letter or digit.`,
        );
    }
    if (existing !== undefined) return;
    if (knownString(inputs.dnsPrefix) === undefined && knownString(inputs.fqdnSubdomain) === undefined) {
        invalidParameter("Required parameter dnsPrefix is missing (null).");
    }
    if (
        inputs.dnsPrefix !== undefined &&
        !/^(?=.{1,54}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/i.test(textOf(inputs.dnsPrefix))
    ) {
        invalidParameter(
            `DNS prefix '${textOf(inputs.dnsPrefix)}' is invalid: it must have 1 to 54 letters, digits and hyphens, and begin and end with a letter or digit.`,
        );
    }
    if (inputs.identity === undefined && inputs.servicePrincipalProfile === undefined) {
        invalidParameter("Required parameter servicePrincipalProfile is missing (null).");
    }
    if (profilesOf(inputs).length === 0 && valueAt(inputs, "sku", "name") !== "Automatic") {
        invalidParameter("Required parameter agentPoolProfiles is missing (null).");
    }
}

function refusePools({ id, inputs, existing, cloud }: ArmRequest): void {
    const pools = profilesOf(inputs);
    const names = pools.map((pool) => textOf(pool.name));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) invalidParameter(`Agent pool name '${twice}' is used more than once.`);
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
        invalidParameter("At least one agent pool of mode System is required.");
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

function refuseNetwork(request: ArmRequest): void {
    const { inputs, id } = request;
    const profile = inputs.networkProfile;
    const subnets = nodeSubnets(request);
    const service = knownString(valueAt(profile, "serviceCidr"));
    const dns = knownString(valueAt(profile, "dnsServiceIP"));
    if (service !== undefined) {
        const network = parseNetwork(service, id);
        if (dns !== undefined && !containsAddress(network, dns)) {
            invalidParameter(`The dnsServiceIP ${dns} is not within the serviceCidr ${service}.`);
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
        invalidParameter(
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
