/**
 * What AKS hands out for a cluster with local accounts is a credential. While a kubeconfig is unknown, its cluster says
 * whether it can be one: with local accounts disabled, AKS refuses to hand out any.
 *
 * Checked property:  ManagedCluster `disableLocalAccounts`, of the clusters that the unknown `kubeconfig` of a
 *                    kubernetes Provider is made from
 * Compliant values:  `true`
 * When unset:        violation (AKS enables local accounts by default; AKS Automatic disables them)
 * Rulings:           undetermined where an unknown kubeconfig is made from no cluster of the program, or also from
 *                    something that its clusters do not depend on: that may be a credential;
 *                    not applicable once it is known: kubernetes-provider-credentials-absent then judges it
 */
import { mustBe, quote } from "../../message";
import { each, notApplicable } from "../../policy";
import { Undetermined } from "../../property";
import { managedCluster } from "../../resources/managed-cluster";
import { kubernetesProvider } from "../../resources/kubernetes-provider";
import { defineStackPolicy, type StackResource } from "../../stack-policy";

export const kubernetesProviderLocalAccountsDisabled = defineStackPolicy({
    name: "kubernetes-provider-local-accounts-disabled",
    description: "Kubernetes providers must sign in to clusters without local accounts.",
    remediationSteps: "Disable the local accounts of the cluster, and sign in by kubelogin.",
    severity: "high",
    practice: 3,
    equivalents: [],
    subject: kubernetesProvider,
    related: [managedCluster],
    *judge({ kubeconfig }, provider) {
        if (kubeconfig.isKnown) {
            return notApplicable("the kubeconfig is known, and kubernetes-provider-credentials-absent judges it");
        }
        const sources = provider.dependenciesOf("kubeconfig");
        const clusters = sources.filter(({ type }) => managedCluster.matches(type));
        for (const doubt of doubts(sources, clusters)) {
            yield new Undetermined(kubeconfig.path, `is not known before the update, and ${doubt}`);
        }
        const views = clusters.flatMap((cluster) => [...managedCluster.views(cluster)]);
        yield* each(views, function* ({ disableLocalAccounts }) {
            const consequence = "and its kubeconfig can then hold the certificate of a local account";
            yield* mustBe(disableLocalAccounts, true, { unset: consequence, wrong: consequence });
        });
    },
});

/** Why a kubeconfig may be more than what AKS hands out for these clusters, each in a clause. */
function* doubts(sources: readonly StackResource[], clusters: readonly StackResource[]): Generator<string> {
    if (clusters.length === 0) {
        yield "Pulumi knows of no cluster that it is made from";
        return;
    }
    const usual = new Set([...clusters, ...clusters.flatMap(({ dependencies }) => dependencies)].map(({ urn }) => urn));
    for (const { name } of sources.filter(({ urn, isComponent }) => !isComponent && !usual.has(urn))) {
        yield `it is also made from ${quote(name)}`;
    }
}
