import * as pulumi from "@pulumi/pulumi";
import { chosenEgress, outboundTypes } from "../network/egress";
import { defaultAddresses, OutboundType } from "../network/network-args";
import { nodePoolDefaults } from "../node-pool/agent-pool-profile";
import { ApiServerConnection, type ClusterArgs } from "./cluster-args";

/**
 * What a cluster is made with for as long as it lives, by the argument that decides it. Another value would make Azure
 * refuse the update, or the provider delete the cluster for another one, with all that runs in it. Values that come late
 * are not in it.
 */
export type MadeWith = Readonly<Record<string, string>>;

/** Stands for what the component makes itself. */
const created = "created";

/** Stands for what is there and has no value that is known at once. */
const given = "given";

export function madeWith(args: ClusterArgs): MadeWith {
    const { existingNetwork, resourceGroupName, location, podCidr, serviceCidr, diskEncryptionSetId } = args;
    const outboundType =
        existingNetwork === undefined
            ? outboundTypes[chosenEgress(args)]
            : (existingNetwork.outboundType ?? OutboundType.NatGateway);
    const entries = {
        [existingNetwork === undefined ? "egress" : "existingNetwork.outboundType"]: outboundType,
        existingNetwork: existingNetwork === undefined ? created : given,
        resourceGroupName: resourceGroupName === undefined ? created : plain(resourceGroupName, given),
        location: plain(location)?.replaceAll(" ", ""),
        podCidr: plain(podCidr ?? defaultAddresses.podCidr),
        serviceCidr: plain(serviceCidr ?? defaultAddresses.serviceCidr),
        diskEncryptionSetId: diskEncryptionSetId === undefined ? "none" : plain(diskEncryptionSetId, given),
        ...systemNodePoolOf(args),
        ...zoneOf(args),
    };
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as MadeWith;
}

/** The pool inside of the cluster, which no other one can take the place of. */
function systemNodePoolOf({ systemNodePool = {} }: ClusterArgs) {
    const { vmSize, hostEncryption } = systemNodePool;
    return {
        "systemNodePool.vmSize": plain(vmSize ?? nodePoolDefaults.vmSize),
        "systemNodePool.hostEncryption": String(hostEncryption ?? false),
    };
}

/** The zone of a private API server. A public one has none, and gets it when it is closed. */
function zoneOf({ authorizedIpRanges, privateDnsZoneId, apiServerConnection }: ClusterArgs) {
    if (authorizedIpRanges !== undefined) {
        return {};
    }
    return {
        apiServerConnection: apiServerConnection ?? ApiServerConnection.VnetIntegration,
        privateDnsZoneId: privateDnsZoneId === undefined ? created : plain(privateDnsZoneId, given),
    };
}

function plain(value: pulumi.Input<string> | undefined, late?: string): string | undefined {
    return typeof value === "string" ? value : late;
}

/** Why a cluster that was made with one set of values cannot go on with another, or `undefined`. */
export function refusedReplacement(before: MadeWith, after: MadeWith): string | undefined {
    const changed = Object.keys(after).filter((argument) => {
        const [old, now] = [before[argument], after[argument]].map((value) => value?.toLowerCase());
        // One that was written and comes late now may be the same.
        const isLate = (value: string | undefined, other: string | undefined) =>
            value === given && other !== created && other !== "none";
        return old !== undefined && old !== now && !isLate(old, now) && !isLate(now, old);
    });
    if (changed.length === 0) {
        return undefined;
    }
    const [first = ""] = changed;
    return (
        `${changed.join(", ")} changed (${first} from ${before[first] ?? ""} to ${after[first] ?? ""}). ` +
        "A cluster keeps what it was made with: Azure would refuse the change halfway, or the cluster be deleted for " +
        "another one, with all that runs in it. Take the change back, or make a new cluster under another name."
    );
}

/** The option `hooks` of the component that refuses such a change, before anything else is touched. */
export function replacementHooks(name: string, hooks: pulumi.ResourceHookBinding = {}): pulumi.ResourceHookBinding {
    if (!pulumi.runtime.hasEngine()) {
        return hooks;
    }
    const hook = new pulumi.ResourceHook(
        name,
        ({ name: cluster, oldInputs, newInputs }) => {
            const values = (inputs: unknown) => (inputs as { madeWith?: MadeWith } | undefined)?.madeWith ?? {};
            const reason = refusedReplacement(values(oldInputs), values(newInputs));
            if (reason !== undefined) {
                throw new Error(`Cluster "${cluster}": ${reason}`);
            }
        },
        { onDryRun: true },
    );
    return { ...hooks, beforeUpdate: [...(hooks.beforeUpdate ?? []), hook] };
}
