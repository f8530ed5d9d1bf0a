import type { CloudResource } from "../providers/cloud";
import { type PropertyValue, isMap, textOf, valueAt } from "../providers/property";
import type { ObjectType } from "./object-type";

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
    { group: "templates.gatekeeper.sh", clusterScoped: ["*"], isInstalled: addOn("azurepolicy") },
    { group: "constraints.gatekeeper.sh", clusterScoped: ["*"], isInstalled: addOn("azurepolicy") },
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

/** Whether objects of a custom type lie in namespaces; undefined if the cluster has no definition of the type. */
export function isNamespacedCustomKind(
    type: ObjectType,
    cluster: CloudResource,
    charts: readonly string[],
    definitions: readonly CloudResource[],
): boolean | undefined {
    const definition = definitions.find(({ outputs }) => defines(outputs.spec, type));
    if (definition !== undefined) return valueAt(definition.outputs, "spec", "scope") === "Namespaced";
    const installed = installedGroups.find(({ group }) => group === type.group);
    if (installed?.isInstalled(cluster, charts) !== true) return undefined;
    return !installed.clusterScoped.some((kind) => kind === "*" || kind === type.kind);
}

function defines(spec: PropertyValue | undefined, { group, version, kind }: ObjectType): boolean {
    const versions = valueAt(spec, "versions");
    return (
        textOf(valueAt(spec, "group")) === group &&
        textOf(valueAt(spec, "names", "kind")) === kind &&
        Array.isArray(versions) &&
        versions.some((served) => valueAt(served, "name") === version && valueAt(served, "served") !== false)
    );
}
