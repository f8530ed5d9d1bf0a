import { clusterKubernetesVersionSupported } from "../../../../policy-pack/policies/cluster/cluster-kubernetes-version-supported";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

/** A version with the channel that keeps it. */
const pinned = (kubernetesVersion: unknown) => ({
    kubernetesVersion,
    "autoUpgradeProfile.upgradeChannel": "patch",
});

const old = (version: string, minimum = "1.34") =>
    `\`kubernetesVersion\` is \`${version}\`, which gets no more security fixes; set it to \`${minimum}\` or newer.`;

testPolicy(clusterKubernetesVersionSupported, {
    compliant: {
        unset: cluster(pinned(undefined)),
        null: cluster(pinned(null)),
        empty: cluster(pinned("")),
        "unset beside a channel that is not known": cluster({ "autoUpgradeProfile.upgradeChannel": UNKNOWN }),
        "the oldest version that passes": cluster(pinned("1.34")),
        "its first patch": cluster(pinned("1.34.0")),
        "a newer version": cluster(pinned("1.36.3")),
        "a newer version whose minor number is smaller as text": { ...cluster(pinned("1.100.1")) },
        "an old version that is configured": {
            ...cluster(pinned("1.33.7")),
            config: { minimumKubernetesVersion: "1.33.7" },
        },
        "the newest patch of a minor version": {
            ...cluster(pinned("1.33")),
            config: { minimumKubernetesVersion: "1.33.7" },
        },
        "a newer version, beside a channel that leaves old ones": cluster({ kubernetesVersion: "1.36.3" }),
        "a version of the future": cluster(pinned("2.0.0")),
        "a version of a far future": cluster(pinned("10.0.0")),
        "a new version (classic)": classicCluster({ kubernetesVersion: "1.35", automaticUpgradeChannel: "patch" }),
    },
    violating: {
        "an old version": { ...cluster(pinned("1.33.12")), message: old("1.33.12") },
        "an old minor version": { ...cluster(pinned("1.33")), message: old("1.33") },
        "a minor version that is larger as text": { ...cluster(pinned("1.4.9")), message: old("1.4.9") },
        "a version before the first": { ...cluster(pinned("0.99.0")), message: old("0.99.0") },
        "an old patch, where patches are configured": {
            ...cluster(pinned("1.34.9")),
            config: { minimumKubernetesVersion: "1.34.10" },
            message: old("1.34.9", "1.34.10"),
        },
        "no channel at all": {
            ...cluster({ kubernetesVersion: "1.30.1", "autoUpgradeProfile.upgradeChannel": "none" }),
            message: old("1.30.1"),
            also: ["cluster-upgrade-channel-enabled"],
        },
        "what is no version": {
            ...cluster(pinned("latest")),
            message: "`kubernetesVersion` is `latest`, which is no Kubernetes version; set it to `1.34` or newer.",
        },
        "what goes on behind a version": {
            ...cluster(pinned("1.36.3-beta")),
            message: "`kubernetesVersion` is `1.36.3-beta`, which is no Kubernetes version; set it to `1.34` or newer.",
        },
        "a version with a letter": {
            ...cluster(pinned("v1.35.1")),
            message: "`kubernetesVersion` is `v1.35.1`, which is no Kubernetes version; set it to `1.34` or newer.",
        },
        "a number": { ...cluster(pinned(1.35)), message: "`kubernetesVersion` is a number; set it to a string." },
        "an old version (classic)": {
            ...classicCluster({ kubernetesVersion: "1.29.2", automaticUpgradeChannel: "patch" }),
            message: old("1.29.2"),
        },
    },
    undetermined: {
        "an unknown version": {
            ...cluster(pinned(UNKNOWN)),
            undetermined: ["`kubernetesVersion` is not known before the update"],
        },
        "an unknown version, and an unknown channel": {
            ...cluster({ kubernetesVersion: UNKNOWN, "autoUpgradeProfile.upgradeChannel": UNKNOWN }),
            undetermined: ["`kubernetesVersion` is not known before the update"],
        },
        "an old version, and an unknown channel": {
            ...cluster({ kubernetesVersion: "1.29", "autoUpgradeProfile.upgradeChannel": UNKNOWN }),
            undetermined: ["`autoUpgradeProfile.upgradeChannel` is not known before the update"],
        },
        "an old version, and an unknown plan": {
            ...cluster({ ...pinned("1.29"), supportPlan: UNKNOWN }),
            undetermined: ["`supportPlan` is not known before the update"],
        },
    },
    notApplicable: {
        "an old version that channel `stable` leaves": {
            ...cluster({ kubernetesVersion: "1.29" }),
            reason: "AKS upgrades the cluster to supported versions by itself",
        },
        "an old version that channel `rapid` leaves": {
            ...cluster({ kubernetesVersion: "1.29", "autoUpgradeProfile.upgradeChannel": "Rapid" }),
            reason: "AKS upgrades the cluster to supported versions by itself",
        },
        "an unknown version, with channel `stable`": {
            ...cluster({ kubernetesVersion: UNKNOWN }),
            reason: "AKS upgrades the cluster to supported versions by itself",
        },
        "long-term support": {
            ...cluster({ ...pinned("1.31.9"), supportPlan: "AKSLongTermSupport" }),
            reason: "the cluster has long-term support, with versions of its own",
        },
        "long-term support (classic)": {
            ...classicCluster({
                kubernetesVersion: "1.31.9",
                automaticUpgradeChannel: "patch",
                supportPlan: "AKSLongTermSupport",
            }),
            reason: "the cluster has long-term support, with versions of its own",
        },
    },
});
