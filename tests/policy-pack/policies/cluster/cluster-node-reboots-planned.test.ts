import { clusterNodeRebootsPlanned } from "../../../../policy-pack/policies/cluster/cluster-node-reboots-planned";
import { classicCluster, cluster, object, podSpec } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { providerFrom, testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const channel = "autoUpgradeProfile.nodeOSUpgradeChannel";
const unmanaged = cluster({ [channel]: "Unmanaged" });
const image = "ghcr.io/kubereboot/kured:1.23.0";

function daemonSet(container: object): Member {
    const template = { spec: podSpec({ containers: [container] }) };
    return object("apps/v1", "DaemonSet", { metadata: { name: "kured", namespace: "kured" }, spec: { template } });
}

const kured = daemonSet({ name: "kured", image });
const chart = (chart: string): Member => ({ type: "kubernetes:helm.sh/v4:Chart", props: { chart }, isComponent: true });

const without = (channel: string) =>
    `\`subject.${channel}\` is \`Unmanaged\`, and nothing in the stack restarts nodes that have patched themselves; set it to \`NodeImage\` or \`SecurityPatch\`, or deploy kured.`;
const both = (found: string) =>
    `\`subject.autoUpgradeProfile.nodeOSUpgradeChannel\` is ${found}, and \`kured.spec.template.spec.containers[0].image\` is kured: AKS replaces the nodes, and kured holds its rights for nothing; set it to \`Unmanaged\`, or remove kured.`;

testStackPolicy(clusterNodeRebootsPlanned, {
    compliant: {
        "AKS replacing nodes": { subject: cluster() },
        "security patches by AKS": { subject: cluster({ [channel]: "SecurityPatch" }) },
        "an unset channel": { subject: cluster({ [channel]: undefined }) },
        "upgrade channel node-image, whatever the other is": {
            subject: cluster({ [channel]: "Unmanaged", "autoUpgradeProfile.upgradeChannel": "node-image" }),
        },
        "kured for nodes that patch themselves": { subject: unmanaged, kured },
        "kured for a classic cluster": { subject: classicCluster({ nodeOsUpgradeChannel: "Unmanaged" }), kured },
        ...Object.fromEntries(
            ["kured", "oci://ghcr.io/kubereboot/charts/kured"].map((name): [string, Stack] => [
                `chart ${name}`,
                { subject: unmanaged, kured: chart(name) },
            ]),
        ),
        "a release of kured": {
            subject: unmanaged,
            kured: { type: "kubernetes:helm.sh/v3:Release", props: { chart: "kured" } },
        },
        "the manifest of kured": {
            subject: unmanaged,
            kured: {
                type: "kubernetes:yaml/v2:ConfigFile",
                props: { file: "https://github.com/kubereboot/kured/releases/download/1.23.0/kured-1.23.0.yaml" },
            },
        },
        "kured in the cluster that its provider is made from": {
            subject: unmanaged,
            other: cluster(),
            apps: providerFrom("subject"),
            kured: { ...kured, provider: "apps" },
        },
        "kured in a cluster that a provider of two clusters is made from": {
            subject: unmanaged,
            other: cluster({ [channel]: "Unmanaged" }),
            apps: providerFrom("other", "subject"),
            kured: { ...kured, provider: "apps" },
        },
        "a channel of upgrades that is not known": {
            subject: cluster({ "autoUpgradeProfile.upgradeChannel": UNKNOWN }),
        },
        "kured in another cluster": {
            subject: cluster(),
            other: unmanaged,
            apps: providerFrom("other"),
            kured: { ...kured, provider: "apps" },
        },
        "a daemon of another name": {
            subject: cluster(),
            agent: daemonSet({ image: "contoso.azurecr.io/kuredish:1" }),
        },
        "kured behind containers that are not known": {
            subject: unmanaged,
            kured: object("apps/v1", "DaemonSet", {
                metadata: { name: "kured" },
                spec: { template: { spec: { initContainers: UNKNOWN, containers: [{ name: "kured", image }] } } },
            }),
        },
        "a daemon whose image is no text": { subject: cluster(), agent: daemonSet({ image: ["kured"] }) },
        "a daemon that has what only charts and manifests have": {
            subject: cluster(),
            agent: object("apps/v1", "DaemonSet", { chart: "kured", file: "kured.yaml" }),
        },
        "a chart that has what only pods have": {
            subject: cluster(),
            agent: {
                type: "kubernetes:helm.sh/v3:Release",
                props: { chart: "agent", spec: { template: { spec: { containers: [{ image }] } } } },
            },
        },
        "a daemon whose image is not known": { subject: cluster(), agent: daemonSet({ image: UNKNOWN }) },
        "a daemon whose containers are not known": {
            subject: cluster(),
            agent: object("apps/v1", "DaemonSet", {
                metadata: { name: "agent" },
                spec: { template: { spec: { containers: UNKNOWN } } },
            }),
        },
    },
    violating: {
        "nodes that patch themselves, and nothing that restarts them": {
            stack: { subject: unmanaged },
            message: without(channel),
        },
        "the same (classic)": {
            stack: { subject: classicCluster({ nodeOsUpgradeChannel: "unmanaged" }) },
            message: without("nodeOsUpgradeChannel").replace("`Unmanaged`", "`unmanaged`"),
        },
        "kured in another cluster only": {
            stack: {
                subject: unmanaged,
                other: unmanaged,
                apps: providerFrom("other"),
                kured: { ...kured, provider: "apps" },
            },
            message: without(channel),
        },
        "no updates": {
            stack: { subject: cluster({ [channel]: "None" }) },
            message:
                "`subject.autoUpgradeProfile.nodeOSUpgradeChannel` is `None`, and nobody updates or restarts the nodes; set it to `NodeImage` or `SecurityPatch`.",
        },
        "no updates, and kured": {
            stack: { subject: cluster({ [channel]: "None" }), kured },
            message:
                "`subject.autoUpgradeProfile.nodeOSUpgradeChannel` is `None`, and `kured.spec.template.spec.containers[0].image` is kured, which then waits for patches that nobody installs; set it to `Unmanaged`.",
        },
        "AKS and kured": { stack: { subject: cluster(), kured }, message: both("`NodeImage`") },
        "AKS by default, and kured": {
            stack: { subject: cluster({ [channel]: undefined }), kured },
            message: both("unset, which is `NodeImage`"),
        },
    },
    undetermined: {
        "a channel that is not known": {
            stack: { subject: cluster({ [channel]: UNKNOWN }) },
            undetermined: ["`subject.autoUpgradeProfile.nodeOSUpgradeChannel` is not known before the update"],
        },
        "kured in one of two clusters": {
            stack: { subject: unmanaged, other: cluster(), kured },
            undetermined: ["`kured` is kured in a cluster that Pulumi does not know"],
        },
    },
    notApplicable: { "a stack without a cluster": { stack: { kured }, reason: "has no ManagedCluster" } },
});
