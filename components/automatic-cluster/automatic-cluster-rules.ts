import type * as pulumi from "@pulumi/pulumi";
import { choiceProblems, namesAreKnown, requiredResourceIdProblems, resourceForms } from "../arguments/forms";
import { problemsBelow, type Problem } from "../arguments/problem";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import { clusterAccessRules } from "../cluster-access/cluster-access-rules";
import { apiServerRules } from "../cluster/api-server-rules";
import { KubeloginMode } from "../cluster/cluster-args";
import { judgedPolicies } from "../cluster/cluster-policies";
import { locationHasForm, nameProblems } from "../cluster/cluster-rules";
import { oneNetworkIsChosen, serviceCidrStandsApart } from "../cluster/placement-rules";
import { attachedRegistriesAreRegistries, registryIsInNetwork, registryIsPossible } from "../cluster/registry-rules";
import { maintenanceScheduleProblems } from "../maintenance-windows/maintenance-windows-rules";
import { clusterMonitoringProblems } from "../monitoring/monitoring-rules";
import { Egress, OutboundType } from "../network/network-args";
import { networkRules } from "../network/network-rules";
import { clusterPolicyRules } from "../policy-assignments/policy-assignments-rules";
import type { AutomaticClusterArgs, AutomaticNetworkArgs } from "./automatic-cluster-args";

type Args = pulumi.Unwrap<AutomaticClusterArgs>;

/** What must hold between the arguments of an AKS Automatic cluster, and of its name. */
export function automaticClusterRules(name: string): Rule<AutomaticClusterArgs>[] {
    return [
        () => nameProblems(name),
        namesAreKnown<AutomaticClusterArgs>(names),
        ({ kubeloginMode }) => choiceProblems("kubeloginMode", kubeloginMode, KubeloginMode),
        locationHasForm,
        // These read nothing that an Automatic cluster does not have as well, or take it for left out.
        ...(apiServerRules as unknown as Rule<AutomaticClusterArgs>[]),
        existingSubnetsFit,
        nodesHaveAWayOut,
        oneNetworkIsChosen,
        serviceCidrStandsApart,
        ...(networkRules as unknown as Rule<AutomaticClusterArgs>[]),
        registryIsPossible,
        registryIsInNetwork,
        attachedRegistriesAreRegistries,
        ({ maintenance }) => (maintenance ? maintenanceScheduleProblems("maintenance", maintenance) : []),
        ({ monitoring }) => (monitoring ? clusterMonitoringProblems("monitoring", monitoring) : []),
        ...clusterPolicyRules.map(
            (rule): Rule<AutomaticClusterArgs> =>
                (args) =>
                    rule(judgedPolicies(name, args)),
        ),
        ...(clusterAccessRules as unknown as Rule<AutomaticClusterArgs>[]),
    ];
}

const names = {
    location: true,
    resourceGroupName: true,
    tags: true,
    lock: true,
    authorizedIpRanges: true,
    privateDnsZoneId: true,
    existingNetwork: true,
    addressSpace: true,
    egress: true,
    firewallPrivateIpAddress: true,
    firewall: true,
    podCidr: true,
    serviceCidr: true,
    maintenance: true,
    monitoring: true,
    policies: true,
    registry: true,
    attachedRegistries: true,
    grants: true,
    groups: true,
    kubeloginMode: true,
} as const;

const namesOfNetwork = namesAreKnown<AutomaticNetworkArgs>({
    nodeSubnetId: true,
    systemNodeSubnetId: true,
    apiServerSubnetId: true,
    privateEndpointSubnetId: true,
    outboundType: true,
});

/** Three subnets of one virtual network: AKS refuses some of them alone, and two in one. */
function* existingSubnetsFit({ existingNetwork }: Args): Iterable<Problem> {
    if (existingNetwork === undefined) {
        return;
    }
    yield* problemsBelow("existingNetwork", namesOfNetwork(existingNetwork));
    const { nodeSubnetId, systemNodeSubnetId, apiServerSubnetId } = existingNetwork;
    const subnets = Object.entries({ nodeSubnetId, systemNodeSubnetId, apiServerSubnetId });
    for (const [name, id] of subnets) {
        yield* requiredResourceIdProblems(`existingNetwork.${name}`, id, resourceForms.subnet);
    }
    if (subnets.some(([, id]) => typeof id !== "string")) {
        return;
    }
    for (const [index, [name, id]] of subnets.entries()) {
        const earlier = subnets.slice(0, index);
        const same = earlier.find(([, other]) => other.toLowerCase() === id.toLowerCase());
        if (same !== undefined) {
            yield {
                argument: `existingNetwork.${name}`,
                found: id,
                why: `which is also existingNetwork.${same[0]}, and AKS Automatic wants a subnet for each`,
                remedy: "Set another subnet of the same virtual network",
            };
        } else if (index > 0 && networkOf(id) !== networkOf(nodeSubnetId)) {
            yield {
                argument: `existingNetwork.${name}`,
                found: id,
                why: "which is in another virtual network than existingNetwork.nodeSubnetId",
                remedy: "Set a subnet of the same virtual network",
            };
        }
    }
}

function networkOf(subnetId: string): string {
    return virtualNetworkIdOf(subnetId).toLowerCase();
}

/** https://learn.microsoft.com/azure/aks/intro-aks-automatic#networking */
function* nodesHaveAWayOut({ egress, existingNetwork }: Args): Iterable<Problem> {
    const why = "and AKS Automatic has no cluster without a way out";
    if (egress === Egress.None) {
        yield {
            argument: "egress",
            found: egress,
            why,
            remedy: `Leave it out, or set "${Egress.Firewall}"; a \`Cluster\` can be isolated`,
        };
    }
    const outboundType = existingNetwork?.outboundType;
    yield* choiceProblems("existingNetwork.outboundType", outboundType, OutboundType);
    if (outboundType === OutboundType.None) {
        yield {
            argument: "existingNetwork.outboundType",
            found: outboundType,
            why,
            remedy: `Leave it out, or set "${OutboundType.UserDefinedRouting}"; a \`Cluster\` can be isolated`,
        };
    }
}
