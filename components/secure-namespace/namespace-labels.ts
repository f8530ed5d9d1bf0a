import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { NamespacePodSecurityLevel, type SecureNamespaceArgs } from "./secure-namespace-args";

/** Label that binds hosts of ingresses to a namespace; `AdmissionPolicies` reads it. */
export const ingressHostSuffixLabel = "aksguard/ingress-host-suffix";

/** What labels of pod security begin with. */
export const podSecurityPrefix = "pod-security.kubernetes.io/";

/** Newest version of Kubernetes that AKS offers outside of previews. */
export const defaultPodSecurityVersion = "v1.36";

type Labels = pulumi.Input<Record<string, pulumi.Input<string>>>;

/**
 * Labels of the namespace. What is above Restricted is audited at every level; there is a warning where it would help,
 * which is not where everything is allowed on purpose.
 */
export function namespaceLabels(args: SecureNamespaceArgs): Labels {
    const { podSecurityLevel: level = NamespacePodSecurityLevel.Restricted, ingressHostSuffix } = args;
    const version = args.podSecurityVersion ?? defaultPodSecurityVersion;
    const warn = level === NamespacePodSecurityLevel.Privileged ? level : NamespacePodSecurityLevel.Restricted;
    const own = {
        [`${podSecurityPrefix}enforce`]: level.toLowerCase(),
        [`${podSecurityPrefix}enforce-version`]: version,
        [`${podSecurityPrefix}audit`]: "restricted",
        [`${podSecurityPrefix}audit-version`]: version,
        [`${podSecurityPrefix}warn`]: warn.toLowerCase(),
        [`${podSecurityPrefix}warn-version`]: version,
        ...(ingressHostSuffix === undefined ? {} : { [ingressHostSuffixLabel]: ingressHostSuffix }),
    };
    return lift(args.labels ?? {}, (labels) => ({ ...labels, ...own }));
}
