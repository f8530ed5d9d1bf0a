/**
 * A node that patched itself runs the old kernel until somebody restarts it: either AKS replaces nodes, or kured restarts
 * them. With neither, patches wait for ever; with both, kured holds far-reaching rights for nothing.
 *
 * Checked property:  ManagedCluster `autoUpgradeProfile.nodeOSUpgradeChannel`, and the DaemonSets, charts and manifests of
 *                    kured in the same cluster
 * Compliant values:  `NodeImage` or `SecurityPatch` without kured, `Unmanaged` with kured
 * When unset:        as `NodeImage`, which AKS makes it
 * Rulings:           an object is in the clusters that the kubeconfig of its provider is made from, or else in the only
 *                    one of the stack; upgrade channel `node-image` replaces nodes whatever the other channel is
 */
import { quote } from "../../message";
import type { Property } from "../../property";
import { Undetermined } from "../../property";
import { clustersOf } from "../../relations/cluster-of-object";
import { kured } from "../../resources/kured";
import { kubernetesProvider } from "../../resources/kubernetes-provider";
import { managedCluster } from "../../resources/managed-cluster";
import { defineStackPolicy, type Stack, type StackResource } from "../../stack-policy";

export const clusterNodeRebootsPlanned = defineStackPolicy({
    name: "cluster-node-reboots-planned",
    description: "Nodes of AKS clusters must be restarted after updates, by AKS or by kured.",
    remediationSteps:
        "Let AKS replace the nodes (`NodeImage`, `SecurityPatch`), or choose `Unmanaged` and deploy kured.",
    severity: "high",
    practice: 4,
    equivalents: [],
    subject: managedCluster,
    related: [kured, kubernetesProvider],
    *judge({ nodeOSUpgradeChannel: channel, upgradeChannel }, cluster, stack) {
        const replacesImages = upgradeChannel.known?.toLowerCase() === "node-image";
        const effective = replacesImages ? "NodeImage" : channel.effective;
        const daemon = kuredOf(cluster, stack);
        const found =
            channel.value === undefined ? `unset, which is ${quote(channel.effective)}` : quote(channel.value);
        const where = daemon === undefined ? "" : `${quote(daemon.path)} is kured`;
        switch (effective.toLowerCase()) {
            case "unmanaged":
                if (daemon !== undefined) return;
                yield `\`${channel.path}\` is ${found}, and nothing in the stack restarts nodes that have patched themselves; set it to \`NodeImage\` or \`SecurityPatch\`, or deploy kured.`;
                return;
            case "none":
                yield daemon === undefined
                    ? `\`${channel.path}\` is ${found}, and nobody updates or restarts the nodes; set it to \`NodeImage\` or \`SecurityPatch\`.`
                    : `\`${channel.path}\` is ${found}, and ${where}, which then waits for patches that nobody installs; set it to \`Unmanaged\`.`;
                return;
            default:
                if (daemon === undefined) return;
                yield `\`${channel.path}\` is ${found}, and ${where}: AKS replaces the nodes, and kured holds its rights for nothing; set it to \`Unmanaged\`, or remove kured.`;
        }
    },
});

/** What tells that there is kured in a cluster. */
function kuredOf(cluster: StackResource, stack: Stack): Property | undefined {
    let undecided: StackResource | undefined;
    for (const { view, resource } of stack.of(kured)) {
        const clusters = clustersOf(resource, stack);
        if (clusters?.some(({ urn }) => urn === cluster.urn)) return view.property;
        if (clusters === undefined) undecided = resource;
    }
    if (undecided === undefined) return undefined;
    throw new Undetermined(undecided.properties.path, "is kured in a cluster that Pulumi does not know");
}
