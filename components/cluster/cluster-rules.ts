import type * as pulumi from "@pulumi/pulumi";
import { choiceProblems, duplicateNameProblems, flagProblems, namesAreKnown, partProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { clusterAccessRules } from "../cluster-access/cluster-access-rules";
import type { ClusterSafeguardsArgs } from "../deployment-safeguards/deployment-safeguards-args";
import { safeguardsRules } from "../deployment-safeguards/deployment-safeguards-rules";
import { kuredProblems } from "../kured/kured-rules";
import { maintenanceScheduleProblems } from "../maintenance-windows/maintenance-windows-rules";
import { clusterMonitoringProblems } from "../monitoring/monitoring-rules";
import { OutboundType, type NetworkArgs } from "../network/network-args";
import { networkRules } from "../network/network-rules";
import {
    clusterNodePoolArgumentNames,
    nodePoolNameProblems,
    nodePoolProblems,
    nodePoolShapeArgumentNames,
} from "../node-pool/node-pool-rules";
import { clusterPolicyRules } from "../policy-assignments/policy-assignments-rules";
import { NodePoolMode } from "../node-pool/node-pool-args";
import { apiServerRules } from "./api-server-rules";
import {
    ApiServerConnection,
    ClusterTier,
    KubeloginMode,
    NodeResourceGroupRestriction,
    NodeUpdates,
    type ClusterArgs,
} from "./cluster-args";
import { ingressRules } from "./ingress-rules";
import { inheriting, judgedPolicies } from "./cluster-policies";
import { encryptionRules } from "./encryption-rules";
import { systemNodePoolName } from "./managed-cluster-args";
import { placementRules } from "./placement-rules";
import { clusterRegistryRules } from "./registry-rules";
import { updateRules } from "./update-rules";

type Args = pulumi.Unwrap<ClusterArgs>;

/** What must hold between the arguments of a cluster, and of its name. */
export function clusterRules(name: string): Rule<ClusterArgs>[] {
    return [
        () => nameProblems(name),
        namesAreKnown<ClusterArgs>(names),
        valuesHaveForm,
        locationHasForm,
        kuredIsWanted,
        nodePoolsFit,
        ...updateRules,
        ...encryptionRules,
        ...apiServerRules,
        ...placementRules,
        ...clusterRegistryRules,
        ...ingressRules,
        ...networkRules.map(ofNetwork),
        ({ maintenance }) => (maintenance ? maintenanceScheduleProblems("maintenance", maintenance) : []),
        ({ monitoring }) => (monitoring ? clusterMonitoringProblems("monitoring", monitoring) : []),
        ...clusterPolicyRules.map(
            (rule): Rule<ClusterArgs> =>
                (args) =>
                    rule(judgedPolicies(name, args)),
        ),
        ({ kured }) => (kured ? kuredProblems("kured", kured) : []),
        ({ safeguards }) =>
            partProblems<ClusterSafeguardsArgs>("safeguards", safeguards, { level: true, excludedNamespaces: true }),
        ...safeguardsRules("safeguards.").map(within("safeguards")),
        ...(clusterAccessRules as unknown as Rule<ClusterArgs>[]),
    ];
}

/** A rule of the network, which knows the kind of gateway only. */
function ofNetwork(rule: Rule<NetworkArgs>): Rule<ClusterArgs> {
    return (args) =>
        rule(
            inheriting(args as unknown as pulumi.Unwrap<NetworkArgs>, {
                ingress: args.ingress?.gateway,
            }),
        );
}

/** A rule of an argument that has arguments of its own: where it is left out, there is nothing to judge. */
function within<Name extends keyof ClusterArgs>(name: Name) {
    return (rule: Rule<NonNullable<ClusterArgs[Name]>>): Rule<ClusterArgs> =>
        (args) => {
            const inner = args[name];
            return inner === undefined ? [] : rule(inner as pulumi.Unwrap<NonNullable<ClusterArgs[Name]>>);
        };
}

const names = {
    location: true,
    resourceGroupName: true,
    tags: true,
    lock: true,
    authorizedIpRanges: true,
    apiServerConnection: true,
    privateDnsZoneId: true,
    existingNetwork: true,
    addressSpace: true,
    firewallPrivateIpAddress: true,
    egress: true,
    firewall: true,
    firewallPublicIpAddress: true,
    podCidr: true,
    serviceCidr: true,
    kubernetesVersion: true,
    tier: true,
    upgradeChannel: true,
    nodeUpdates: true,
    kured: true,
    maintenance: true,
    monitoring: true,
    policies: true,
    safeguards: true,
    registry: true,
    attachedRegistries: true,
    bootstrapRegistryId: true,
    ingress: true,
    kms: true,
    diskEncryptionSetId: true,
    nodeResourceGroupRestriction: true,
    systemNodePool: true,
    nodePools: true,
    grants: true,
    groups: true,
    kubeloginMode: true,
} as const;

/** AKS takes 63 characters, Pulumi's automatic names add 8. */
const longestName = 55;

/** Problems of the name of a cluster. */
export function* nameProblems(name: string): Iterable<Problem> {
    if (name.length > longestName || !/^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(name)) {
        yield {
            argument: "name",
            found: name,
            why: `where AKS takes letters, digits, inner hyphens and underscores, at most ${String(longestName)} before the random suffix`,
            remedy: "Set a shorter name of these characters",
        };
    }
}

function* valuesHaveForm(args: Args): Iterable<Problem> {
    yield* choiceProblems("apiServerConnection", args.apiServerConnection, ApiServerConnection);
    yield* choiceProblems("tier", args.tier, ClusterTier);
    yield* choiceProblems("kubeloginMode", args.kubeloginMode, KubeloginMode);
    yield* choiceProblems(
        "nodeResourceGroupRestriction",
        args.nodeResourceGroupRestriction,
        NodeResourceGroupRestriction,
    );
    yield* flagProblems("lock", args.lock);
    yield* choiceProblems("existingNetwork.outboundType", args.existingNetwork?.outboundType, OutboundType);
}

function* kuredIsWanted({ kured, nodeUpdates }: Args): Iterable<Problem> {
    if (kured !== undefined && nodeUpdates !== NodeUpdates.Kured) {
        yield {
            argument: "kured",
            found: kured,
            why: `and with nodeUpdates ${nodeUpdates ?? NodeUpdates.NodeImage} nodes are restarted by AKS`,
            remedy: `Leave it out, or set nodeUpdates "${NodeUpdates.Kured}"`,
        };
    }
}

/** A region has the form of a name. Which regions there are is Azure's to say. */
export function* locationHasForm({ location }: Pick<Args, "location">): Iterable<Problem> {
    if (location !== undefined && !/^[a-z][a-z0-9 ]*$/i.test(location)) {
        yield {
            argument: "location",
            found: location,
            why: "which is no name of a region",
            remedy: "Set a region such as westeurope (`az account list-locations --query [].name`)",
        };
    }
}

function* nodePoolsFit({ systemNodePool, nodePools }: Args): Iterable<Problem> {
    yield* partProblems("systemNodePool", systemNodePool, nodePoolShapeArgumentNames);
    yield* nodePoolProblems("systemNodePool.", { ...systemNodePool, mode: NodePoolMode.System });
    yield* duplicateNameProblems("nodePools", nodePools ?? [], [systemNodePoolName]);
    for (const [index, pool] of (nodePools ?? []).entries()) {
        yield* partProblems(`nodePools[${String(index)}]`, pool, clusterNodePoolArgumentNames);
        yield* nodePoolNameProblems(`nodePools[${String(index)}].name`, pool.name);
        yield* nodePoolProblems(`nodePools[${String(index)}].`, pool);
    }
}
