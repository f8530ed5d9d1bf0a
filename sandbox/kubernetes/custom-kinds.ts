import type { CloudResource } from "../providers/cloud";
import { type PropertyMap, isMap, valueAt } from "../providers/property";
import { type ObjectType, pluralOf } from "./object-type";

/** What a cluster has of custom resource definitions that no program made. */
interface InstalledGroup {
    readonly group: string;
    /** Kinds whose objects lie in no namespace; `*` for all of them. */
    readonly clusterScoped: readonly string[];
    /** Whether the cluster, or a Helm chart that is installed in it, brings the group. */
    readonly isInstalled: (cluster: CloudResource, charts: readonly string[]) => boolean;
}

const on =
    (...path: string[]) =>
    (cluster: CloudResource) =>
        valueAt(cluster.outputs, ...path) === true;
const addOn = (name: string) => (cluster: CloudResource) => {
    const profiles = cluster.outputs.addonProfiles;
    return Object.entries(isMap(profiles) ? profiles : {}).some(
        ([key, profile]) => key.toLowerCase() === name.toLowerCase() && valueAt(profile, "enabled") === true,
    );
};
/** Whether Azure Policy holds pods in the cluster. */
export const hasAzurePolicy = addOn("azurepolicy");
const albController = (cluster: CloudResource, charts: readonly string[]) =>
    charts.includes("alb-controller") || on("ingressProfile", "applicationLoadBalancer", "enabled")(cluster);

const installedGroups: readonly InstalledGroup[] = [
    {
        group: "secrets-store.csi.x-k8s.io",
        clusterScoped: [],
        isInstalled: addOn("azureKeyvaultSecretsProvider"),
    },
    { group: "alb.networking.azure.io", clusterScoped: [], isInstalled: albController },
    {
        group: "gateway.networking.k8s.io",
        clusterScoped: ["GatewayClass"],
        isInstalled: (cluster, charts) =>
            albController(cluster, charts) ||
            valueAt(cluster.outputs, "ingressProfile", "gatewayAPI", "installation") === "Standard",
    },
    { group: "templates.gatekeeper.sh", clusterScoped: ["*"], isInstalled: hasAzurePolicy },
    { group: "constraints.gatekeeper.sh", clusterScoped: ["*"], isInstalled: hasAzurePolicy },
    {
        group: "snapshot.storage.k8s.io",
        clusterScoped: ["VolumeSnapshotClass", "VolumeSnapshotContent"],
        isInstalled: on("storageProfile", "snapshotController", "enabled"),
    },
    {
        group: "cilium.io",
        clusterScoped: ["CiliumClusterwideNetworkPolicy"],
        isInstalled: (cluster) => valueAt(cluster.outputs, "networkProfile", "networkDataplane") === "cilium",
    },
    {
        group: "keda.sh",
        clusterScoped: ["ClusterTriggerAuthentication"],
        isInstalled: on("workloadAutoScalerProfile", "keda", "enabled"),
    },
    {
        group: "autoscaling.k8s.io",
        clusterScoped: [],
        isInstalled: on("workloadAutoScalerProfile", "verticalPodAutoscaler", "enabled"),
    },
];

/** Where objects of a custom type lie, if an add-on or a chart brings the type; undefined if none does. */
export function installedScope(
    { group, kind }: ObjectType,
    cluster: CloudResource,
    charts: readonly string[],
): "Namespaced" | "Cluster" | undefined {
    const installed = installedGroups.find((candidate) => candidate.group === group);
    if (installed?.isInstalled(cluster, charts) !== true) return undefined;
    return installed.clusterScoped.some((name) => name === "*" || name === kind) ? "Cluster" : "Namespaced";
}

/** A definition of the type, which takes objects as they come: what an add-on's own one would refuse is not known here. */
export function definitionOf(type: ObjectType, scope: "Namespaced" | "Cluster"): PropertyMap {
    const plural = pluralOf(type);
    return {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: {
            name: `${plural}.${type.group}`,
            // Kubernetes wants to see that somebody has approved of types in its own groups.
            annotations: { "api-approved.kubernetes.io": "unapproved, a stand-in" },
        },
        spec: {
            group: type.group,
            scope,
            names: { kind: type.kind, plural },
            versions: [
                {
                    name: type.version,
                    served: true,
                    storage: true,
                    schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
                    subresources: { status: {} },
                },
            ],
        },
    };
}
