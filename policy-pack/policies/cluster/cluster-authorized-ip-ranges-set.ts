/**
 * Without authorized ranges, a public API server answers to the whole internet.
 *
 * Checked property:  ManagedCluster `apiServerAccessProfile.authorizedIPRanges`
 * Compliant values:  a list with at least one range
 * When unset:        violation; an empty list too
 * Ruling:            a private cluster has no public endpoint, so the policy does not apply to it
 */
import { missing } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterAuthorizedIpRangesSet = definePolicy({
    name: "cluster-authorized-ip-ranges-set",
    description: "AKS clusters with a public API server must limit it to authorized IP ranges.",
    remediationSteps: "List the networks of your administrators and pipelines, or make the cluster private.",
    severity: "critical",
    practice: 1,
    equivalents: [
        "azure-policy:0e246bcf-5f6f-4f87-bc6f-775d4712c7ea",
        "psrule:AZR-000030",
        "checkov:CKV_AZURE_6",
        "trivy:AZU-0041",
        "cis-aks-1.8:5.4.1",
    ],
    checks: [
        check(managedCluster, function* ({ authorizedIPRanges, enablePrivateCluster }) {
            if (enablePrivateCluster.known === true) return notApplicable("the API server is private");
            if (authorizedIPRanges.effective.length > 0) return;
            if (enablePrivateCluster.effective) return notApplicable("the API server is private");
            yield missing(authorizedIPRanges, {
                consequence: "and the whole internet then reaches the API server",
                advice: "the networks that may reach it",
            });
        }),
    ],
});
