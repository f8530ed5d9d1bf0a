/**
 * Kubenet is retired on 31 March 2028, and has neither Cilium nor the Azure engine for network policies.
 *
 * Checked property:  ManagedCluster `networkProfile.networkPlugin`
 * Compliant values:  `azure`
 * When unset:        violation (AKS takes kubenet where the API is not told otherwise); compliant on AKS Automatic
 * Ruling:            not applicable to a cluster that brings its own plugin (`none`), which Azure Policy refuses
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterNetworkPluginAzure = definePolicy({
    name: "cluster-network-plugin-azure",
    description: "AKS clusters should use Azure CNI.",
    remediationSteps: "Use Azure CNI, in overlay mode where addresses are scarce.",
    severity: "low",
    practice: "beyond",
    equivalents: ["azure-policy:46238e2f-3f6f-4589-9f3f-77bed4116e67", "checkov:CKV2_AZURE_29", "cis-aks-1.8:4.4.1"],
    advisory: "kubenet is supported until 2028, and leaving it is a migration",
    checks: [
        check(managedCluster, function* ({ networkPlugin }) {
            if (networkPlugin.effective === "none") return notApplicable("the cluster brings its own network plugin");
            yield* mustBe(networkPlugin, "azure", {
                unset: "and AKS then uses kubenet",
                wrong: "which is retired in 2028",
            });
            return undefined;
        }),
    ],
});
