import * as pulumi from "@pulumi/pulumi";
import type { ClusterTier, Egress, NetworkIngress } from "../components";

/** The configuration of a stack, as Pulumi.yaml declares it: defaults and descriptions stand there. */
export interface StackConfig {
    clusterId: string;
    authorizedIpRanges: string[];
    egress: Egress;
    ingress: NetworkIngress | "";
    tier: ClusterTier;
    vmSize: string;
    minNodes: number;
    maxNodes: number;
    zones: string[];
    hardenedNodes: boolean;
    ownKeys: boolean;
    registry: boolean;
    namespaces: string[];
    admissionPolicies: boolean;
    allowedImages: string;
    podLabels: string[];
    servicePorts: string[];
    cpuLimit: string;
    memoryLimit: string;
    threatDetection: boolean;
    backup: boolean;
    entraGroups: boolean;
    protect: boolean;
}

/** Reads the configuration of the current stack. */
export function readConfig(): StackConfig {
    const config = new pulumi.Config();
    return {
        clusterId: config.require("clusterId"),
        authorizedIpRanges: config.requireObject("authorizedIpRanges"),
        // A value that is none of the choices is refused by the component, with the choices.
        egress: config.require<Egress>("egress"),
        ingress: config.require<NetworkIngress | "">("ingress"),
        tier: config.require<ClusterTier>("tier"),
        vmSize: config.require("vmSize"),
        minNodes: config.requireNumber("minNodes"),
        maxNodes: config.requireNumber("maxNodes"),
        zones: config.requireObject("zones"),
        hardenedNodes: config.requireBoolean("hardenedNodes"),
        ownKeys: config.requireBoolean("ownKeys"),
        registry: config.requireBoolean("registry"),
        namespaces: config.requireObject("namespaces"),
        admissionPolicies: config.requireBoolean("admissionPolicies"),
        allowedImages: config.require("allowedImages"),
        podLabels: config.requireObject("podLabels"),
        servicePorts: config.requireObject("servicePorts"),
        cpuLimit: config.require("cpuLimit"),
        memoryLimit: config.require("memoryLimit"),
        threatDetection: config.requireBoolean("threatDetection"),
        backup: config.requireBoolean("backup"),
        entraGroups: config.requireBoolean("entraGroups"),
        protect: config.requireBoolean("protect"),
    };
}
