/**
 * Without an engine, network policies are accepted and do nothing: every pod reaches every other.
 *
 * Checked property:  ManagedCluster `networkProfile.networkPolicy`
 * Compliant values:  `cilium`, `calico`, `azure`
 * When unset:        violation (AKS installs no engine by default); compliant on AKS Automatic (`cilium`)
 * Ruling:            `cilium` passes, which PSRule refuses; a cluster with a network plugin of its own has its engine from there
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterNetworkPolicyEngineEnabled = definePolicy({
    name: "cluster-network-policy-engine-enabled",
    description: "AKS clusters must have an engine for network policies.",
    remediationSteps: "Choose Cilium as the data plane and the network policy engine.",
    severity: "high",
    practice: "beyond",
    equivalents: ["psrule:AZR-000027", "checkov:CKV_AZURE_7", "trivy:AZU-0043", "cis-aks-1.8:5.4.4"],
    checks: [
        check(managedCluster, function* ({ networkPolicy, networkPlugin }) {
            if (networkPolicy.effective !== "none") return;
            if (networkPlugin.effective === "none") return notApplicable("the cluster brings its own network plugin");
            const found = networkPolicy.value === undefined ? "unset" : quote(networkPolicy.value);
            yield `\`${networkPolicy.path}\` is ${found}, and every pod then reaches every other; set it to \`cilium\`.`;
        }),
    ],
});
