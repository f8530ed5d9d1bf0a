import type { CloudResource } from "../../providers/cloud";
import { type PropertyMap, knownString, valueAt } from "../../providers/property";
import type { ArmRequest } from "../behaviour";
import { profilesOf } from "./agent-pool";

/** Subnets of the nodes that AKS Automatic runs and provisions. */
export function hostedSubnetIds(inputs: PropertyMap): string[] {
    const names = ["nodeSubnetID", "systemNodeSubnetID"];
    return names.flatMap((name) => knownString(valueAt(inputs, "hostedSystemProfile", name)) ?? []);
}

/** Subnets of the nodes: those of the listed pools, and of AKS Automatic. */
export function nodeSubnets({ inputs, cloud }: ArmRequest): CloudResource[] {
    const ofPools = profilesOf(inputs).flatMap((pool) => knownString(pool.vnetSubnetID) ?? []);
    const ids = new Set([...ofPools, ...hostedSubnetIds(inputs)]);
    return [...ids].flatMap((id) => cloud.get(id) ?? []);
}

/** The custom private DNS zone of the request, if it has one. */
export function customZone(inputs: PropertyMap): string | undefined {
    const zone = knownString(valueAt(inputs, "apiServerAccessProfile", "privateDNSZone"));
    return zone?.startsWith("/") === true ? zone : undefined;
}
