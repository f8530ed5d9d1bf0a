/**
 * A gate must say what it cannot see: a stack without violations is only as good as what was looked at.
 *
 * Checked property:  every resource of the stack
 * Compliant values:  resources whose whole content passes through the policies
 * When unset:        compliant
 */
import type { PolicyResource } from "@pulumi/policy";

import { quote } from "../../message";
import { Property } from "../../property";
import { reportRun } from "../../report-run";
import { isSeenThrough, isSubscriptionTemplate } from "../../resources/subscription-template";
import { nameOfUrn } from "../../urn";

/** Resources that bring about what no policy sees, by their type. */
const opaque: readonly { readonly type: RegExp; readonly what: string }[] = [
    {
        type: /^kubernetes:helm\.sh\/v3:Release$/,
        what: "Installed by Helm, so that only name, repository and values are judged (use Chart to have the objects judged)",
    },
    {
        type: /^(?:azure-native(?:_\w+)?:resources(?:\/\w+)?:(?:Deployment\w*|DeploymentStack\w*)|azure:core\/\w*[tT]emplateDeployment:\w+)$/,
        what: "Deployed by templates, of which only plans of Defender are judged",
    },
    {
        type: /^(?:command:(?:local|remote):Command|azure-native(?:_\w+)?:resources(?:\/\w+)?:Azure(?:Cli|PowerShell)Script|pulumi-(?:nodejs|python):dynamic:Resource)$/,
        what: "Commands, scripts and dynamic resources, which can change anything",
    },
    {
        type: /^(?:azure-native(?:_\w+)?:resources(?:\/\w+)?:Resource|azapi:[\w/]+:\w+)$/,
        what: "Written in ARM's own words, which no policy reads",
    },
    {
        type: /^(?:azure-native(?:_\w+)?:kubernetesconfiguration(?:\/\w+)?:FluxConfiguration|azure:\w+\/fluxConfiguration:FluxConfiguration|kubernetes:(?:helm\.toolkit\.fluxcd\.io\/\w+:HelmRelease|kustomize\.toolkit\.fluxcd\.io\/\w+:Kustomization|argoproj\.io\/\w+:Application(?:Set)?))$/,
        what: "Brought from a repository by Flux or Argo CD, so that no object is judged",
    },
    { type: /^kubernetes:(?:core\/)?v1:List$/, what: "Lists of objects of any kind, which no policy looks into" },
    {
        type: /^(?:aws:eks\/cluster:Cluster|eks:index:Cluster|gcp:container\/cluster:Cluster|(?:azure-native(?:_\w+)?:redhatopenshift(?:\/\w+)?:OpenShiftCluster)|(?:azure-native(?:_\w+)?:kubernetes(?:\/\w+)?:ConnectedCluster)|\w+:\w+\/kubernetesCluster:KubernetesCluster)$/,
        what: "Clusters of another kind than AKS, which no policy judges",
    },
];

/** Components that bring objects of Kubernetes with them. */
const rendering =
    /^kubernetes:(?:helm\.sh\/v[34]:Chart|yaml(?:\/v2)?:Config(?:File|Group)|kustomize(?:\/v2)?:Directory)$/;

const aks = "azure:containerservice/kubernetesCluster:KubernetesCluster";

/** Kinds of Kubernetes itself: those with pods are judged. */
const ofKubernetes = /^kubernetes:(?:(?:core|apps|batch|extensions)\/|[\w.]+\.k8s\.io\/)/;

/** Whether an object of somebody else's kind has pods: by what they are called nearly everywhere. */
function hasUnknownPods({ type, props }: PolicyResource): boolean {
    if (!type.startsWith("kubernetes:") || ofKubernetes.test(type)) return false;
    if (/^kubernetes:argoproj\.io\/\w+:Rollout$/.test(type)) return true;
    const containers = Property.root(props).in("spec", "template", "spec", "containers");
    try {
        return containers.isGiven;
    } catch {
        // What is unknown or of another shape is no pod that anybody could name.
        return false;
    }
}

export const stackBlindSpotsAbsent = reportRun({
    name: "stack-blind-spots-absent",
    description: "Policies should see everything that a stack brings about.",
    remediationSteps: "Look at what is listed by other means, or write it so that policies see it.",
    severity: "low",
    advisory: "what cannot be seen may be as it should",
    *report({ unseen, ignoredChanges, undetermined }, { resources }) {
        const byType = (type: RegExp) =>
            resources.filter((resource) => type.test(resource.type) && resource.type !== aks);
        for (const { type, what } of opaque) {
            const found = byType(type).filter(
                (resource) => !isSubscriptionTemplate(resource.type) || !isSeenThrough(Property.root(resource.props)),
            );
            yield* sentence(
                found.map(({ name }) => name),
                what,
            );
        }
        yield* sentence(
            resources.filter(hasUnknownPods).map(({ name }) => name),
            "With pods in an object of a kind that no policy judges",
        );
        const parents = new Set(resources.map(({ parent }) => parent?.urn));
        const empty = byType(rendering).filter(({ urn }) => !parents.has(urn));
        yield* sentence(
            empty.map(({ name }) => name),
            "Without an object that policies could see before the update",
        );
        yield* sentence([...unseen].map(nameOfUrn), "Read and not registered, so that nobody judged them");
        const ignored = [...ignoredChanges].map(
            ([urn, properties]) => `${nameOfUrn(urn)}.${[...properties].join(", ")}`,
        );
        yield* sentence(
            ignored,
            "In `ignoreChanges`, so that they are judged by what they were, not by what they are now",
        );
        yield* sentence([...undetermined].map(nameOfUrn), "With values that are known only after the update");
    },
});

const longest = 5;

function* sentence(names: readonly string[], what: string): Generator<string> {
    if (names.length === 0) return;
    const more = names.length > longest ? ` and ${String(names.length - longest)} more` : "";
    yield `${what}: ${names.slice(0, longest).map(quote).join(", ")}${more}.`;
}
