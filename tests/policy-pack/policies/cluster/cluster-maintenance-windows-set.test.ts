import { clusterMaintenanceWindowsSet } from "../../../../policy-pack/policies/cluster/cluster-maintenance-windows-set";
import { classicCluster, cluster, nativeTokens } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

const upgrades = "aksManagedAutoUpgradeSchedule";
const nodes = "aksManagedNodeOSUpgradeSchedule";

/** A window of the cluster `subject`, which is not there yet. */
function windowOf(configName: unknown, changes: object = {}, madeFrom: readonly string[] = ["subject"]): Member {
    return {
        type: "azure-native:containerservice:MaintenanceConfiguration",
        props: { configName, resourceName: UNKNOWN, resourceGroupName: "shop", ...changes },
        madeFrom: { resourceName: madeFrom },
    };
}

const subject = cluster({ resourceName: "prod", resourceGroupName: "shop" });
const own = { maintenanceWindowAutoUpgrade: { duration: 4 }, maintenanceWindowNodeOs: { duration: 4 } };
const withoutUpgrades =
    "`subject` is without a MaintenanceConfiguration `aksManagedAutoUpgradeSchedule`, and AKS upgrades Kubernetes at any hour; set it to a window of four hours or more.";
const withoutNodes =
    "`subject` is without a MaintenanceConfiguration `aksManagedNodeOSUpgradeSchedule`, and AKS updates the nodes at any hour; set it to a window of four hours or more.";

function eachToken(title: string, program: (type: string) => Stack): Record<string, Stack> {
    const tokens = nativeTokens("azure-native:containerservice:MaintenanceConfiguration");
    return Object.fromEntries(tokens.map((type) => [`${title} (${type})`, program(type)]));
}

testStackPolicy(clusterMaintenanceWindowsSet, {
    compliant: {
        ...eachToken("both windows", (type) => ({
            subject,
            one: { ...windowOf(upgrades), type },
            two: { ...windowOf(nodes), type },
        })),
        "windows that name the cluster in any case": {
            subject,
            one: windowOf(upgrades.toUpperCase(), { resourceName: "PROD" }, []),
            two: windowOf(nodes, { resourceName: "prod" }, []),
        },
        "windows inside of the cluster (classic)": { subject: classicCluster(own) },
        "windows of a classic cluster by azure-native": {
            subject: classicCluster({ name: "prod" }),
            one: windowOf(upgrades),
            two: windowOf(nodes, { resourceName: "prod" }, []),
        },
        "both windows beside one of which nobody knows the cluster": {
            subject,
            one: windowOf(upgrades),
            two: windowOf(nodes),
            three: windowOf(nodes, {}, []),
        },
    },
    violating: {
        "no windows": { stack: { subject }, message: [withoutUpgrades, withoutNodes] },
        "the window of nodes only": { stack: { subject, two: windowOf(nodes) }, message: withoutUpgrades },
        "the window of upgrades only": { stack: { subject, one: windowOf(upgrades) }, message: withoutNodes },
        "the window for AKS itself": {
            stack: { subject, one: windowOf("default"), two: windowOf(nodes) },
            message: withoutUpgrades,
        },
        "windows of another cluster": {
            stack: {
                subject,
                other: cluster({ resourceName: "other", resourceGroupName: "shop" }),
                one: windowOf(upgrades, {}, ["other"]),
                two: windowOf(nodes, { resourceName: "other" }, []),
                three: windowOf(upgrades),
                four: windowOf(nodes, { resourceName: "elsewhere" }, []),
                five: windowOf(nodes, { resourceName: "prod", resourceGroupName: "other" }, ["other"]),
            },
            message: withoutNodes,
        },
        "a window without a name": {
            stack: { subject, one: windowOf(null), two: windowOf(nodes) },
            message: withoutUpgrades,
        },
        "unset (classic)": {
            stack: { subject: classicCluster({ maintenanceWindowAutoUpgrade: { duration: 4 } }) },
            message:
                "`subject.maintenanceWindowNodeOs` is unset, and AKS updates the nodes at any hour; set it to a window of four hours or more.",
        },
        "null (classic)": {
            stack: { subject: classicCluster({ ...own, maintenanceWindowAutoUpgrade: null }) },
            message:
                "`subject.maintenanceWindowAutoUpgrade` is unset, and AKS upgrades Kubernetes at any hour; set it to a window of four hours or more.",
        },
    },
    undetermined: {
        "a window of which nobody knows the cluster": {
            stack: { subject, one: windowOf(upgrades), two: windowOf(nodes, {}, []) },
            undetermined: ["`two.resourceName` is not known before the update"],
        },
        "a window made from two clusters": {
            stack: {
                subject: classicCluster(own),
                other: cluster({ resourceName: "other" }),
                one: windowOf(upgrades, {}, ["subject", "other"]),
                two: windowOf(nodes, {}, ["other"]),
            },
            undetermined: [
                "`one.resourceName` is not known before the update, and is made from more than one ManagedCluster",
            ],
        },
        "a window of which nobody knows the name": {
            stack: { subject, one: windowOf(UNKNOWN), two: windowOf(nodes) },
            undetermined: ["`one.configName` is not known before the update"],
        },
    },
    notApplicable: {
        "a stack without a cluster": { stack: { one: windowOf(nodes, {}, []) }, reason: "has no ManagedCluster" },
    },
});
