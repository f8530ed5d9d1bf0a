/**
 * Two namespaces with one host share its requests: whoever comes later takes paths, cookies and passwords of the other.
 *
 * Checked property:  Ingress `spec.rules[*].host` and annotation `appgw.ingress.kubernetes.io/hostname-extension`, routes of
 *                    the Gateway API `spec.hostnames[*]`
 * Compliant values:  hosts that no object of another namespace of the same cluster serves, by name or by wildcard
 * When unset:        compliant (ingress-host-required judges that)
 * Rulings:           the same host in the same namespace is compliant, whatever the class
 */
import { HostIndex, namespaceName, type Claim } from "../../relations/host-index";
import { quote } from "../../message";
import { each, type Finding } from "../../policy";
import { Undetermined, type Property } from "../../property";
import { hostClaim } from "../../resources/host-claim";
import { kubernetesProvider } from "../../resources/kubernetes-provider";
import { managedCluster } from "../../resources/managed-cluster";
import { defineStackPolicy, isElsewhere, type Stack, type StackResource } from "../../stack-policy";

/** Made once for a stack. */
const indexOf = (stack: Stack) => new HostIndex(stack);

export const ingressHostsUnique = defineStackPolicy({
    name: "ingress-hosts-unique",
    description: "Hosts must be served by one namespace only.",
    remediationSteps: "Give the ingress a host of its own, or move both ingresses into one namespace.",
    severity: "medium",
    practice: 9,
    equivalents: ["azure-policy:b2fd3e59-6390-4f2b-8247-ea676bd03e2d"],
    subject: hostClaim,
    related: [kubernetesProvider, managedCluster],
    *judge({ namespace, sources }, resource, stack) {
        const index = stack.once(indexOf);
        yield* each(sources(), function* ({ property, hosts }) {
            for (const host of hosts()) {
                yield* conflict(index.claimsOn(host), { host, property, namespace, resource });
            }
        });
    },
});

/** The first claim of another namespace; where there is none for sure, the first that may be one. */
function* conflict(claims: Iterable<Claim>, own: Omit<Claim, "hasDeepWildcards">): Generator<Finding> {
    let doubt: Undetermined | undefined;
    for (const claim of claims) {
        const isOwn = claim.resource.urn === own.resource.urn && claim.property.path === own.property.path;
        if (isOwn || isElsewhere(claim.resource, own.resource)) continue;
        const [here, there] = [namespaceName(own.namespace), namespaceName(claim.namespace)];
        if (here !== undefined && here === there) continue;
        if (here === undefined || there === undefined) {
            doubt ??= unknownNamespace(here === undefined ? own.namespace : claim.namespace, own.host);
        } else if (!isSameCluster(claim.resource, own.resource)) {
            doubt ??= new Undetermined(
                own.property.path,
                `is also a host of ${quote(claim.property.path)}, which may be of another cluster`,
            );
        } else {
            const as = claim.host === own.host ? "" : ` as ${quote(claim.host)}`;
            yield `\`${own.property.path}\` is ${quote(own.host)}, which namespace ${quote(there)} serves too${as}, by ${quote(claim.property.path)}; set it to a host of its own.`;
            return;
        }
    }
    if (doubt !== undefined) yield doubt;
}

function unknownNamespace(namespace: Property, host: string): Undetermined {
    return new Undetermined(
        namespace.path,
        `is not known before the update, and another object serves ${quote(host)} too`,
    );
}

/** Whether two objects, which are not in clusters that differ, are in one for sure. */
function isSameCluster(one: StackResource, other: StackResource): boolean {
    return one.providerUrn === other.providerUrn || (one.clusters.length > 0 && other.clusters.length > 0);
}
