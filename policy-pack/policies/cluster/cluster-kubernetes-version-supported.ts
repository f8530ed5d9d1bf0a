/**
 * A version out of support gets no more fixes, also not for vulnerabilities that everyone knows.
 *
 * Checked property:  ManagedCluster `kubernetesVersion`
 * Compliant values:  a version that is not older than the configured one
 * When unset:        compliant (AKS takes a supported version by default)
 * Ruling:            not applicable with channel `rapid` or `stable`, which leave old versions, as in PSRule; nor with long-term support
 */
import {
    isOlder,
    minimumVersionSchema,
    parseKubernetesVersion,
    type MinimumVersion,
} from "../../values/kubernetes-version";
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

const upgradedByItself = "AKS upgrades the cluster to supported versions by itself";

function leavesOldVersions(channel: string | undefined): boolean {
    return ["rapid", "stable"].includes(channel?.toLowerCase() ?? "");
}

export const clusterKubernetesVersionSupported = definePolicy<MinimumVersion>({
    name: "cluster-kubernetes-version-supported",
    description: "AKS clusters must run a Kubernetes version that is supported.",
    remediationSteps: "Upgrade the cluster, one minor version at a time, or choose an upgrade channel.",
    severity: "high",
    practice: 4,
    equivalents: ["azure-policy:fb893a29-21bb-418c-a157-e99480ec364c", "psrule:AZR-000015"],
    configSchema: minimumVersionSchema,
    checks: [
        check(managedCluster, function* ({ kubernetesVersion, upgradeChannel, supportPlan }, config) {
            if (kubernetesVersion.known === "") return undefined;
            if (kubernetesVersion.known === undefined && leavesOldVersions(upgradeChannel.known)) {
                return notApplicable(upgradedByItself);
            }
            const minimum = quote(config.minimumKubernetesVersion);
            const version = parseKubernetesVersion(kubernetesVersion.effective);
            if (version !== undefined && !isOlder(version, config.minimumKubernetesVersion)) return undefined;

            if (leavesOldVersions(upgradeChannel.effective)) return notApplicable(upgradedByItself);
            if (supportPlan.effective === "AKSLongTermSupport") {
                return notApplicable("the cluster has long-term support, with versions of its own");
            }
            const problem = version === undefined ? "is no Kubernetes version" : "gets no more security fixes";
            yield `\`${kubernetesVersion.path}\` is ${quote(kubernetesVersion.effective)}, which ${problem}; set it to ${minimum} or newer.`;
            return undefined;
        }),
    ],
});
