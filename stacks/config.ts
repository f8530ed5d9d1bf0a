import * as pulumi from "@pulumi/pulumi";
import type { ClusterTier } from "../components";

/** The configuration of a stack, as Pulumi.yaml declares it: defaults and descriptions stand there. */
export interface StackConfig {
    authorizedIpRanges: string[];
    tier: ClusterTier;
    vmSize: string;
    minNodes: number;
    maxNodes: number;
    zones: string[];
    entraGroups: boolean;
    protect: boolean;
}

/** Reads the configuration of the current stack. */
export function readConfig(): StackConfig {
    const config = new pulumi.Config();
    return {
        authorizedIpRanges: config.requireObject("authorizedIpRanges"),
        // A value that is no tier is refused by the component, with the choices.
        tier: config.require<ClusterTier>("tier"),
        vmSize: config.require("vmSize"),
        minNodes: config.requireNumber("minNodes"),
        maxNodes: config.requireNumber("maxNodes"),
        zones: config.requireObject("zones"),
        entraGroups: config.requireBoolean("entraGroups"),
        protect: config.requireBoolean("protect"),
    };
}
