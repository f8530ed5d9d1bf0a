/**
 * Where no network policy selects a pod, every other pod of the cluster reaches it, and a pod that was taken over reaches
 * all of them.
 *
 * Checked property:  NetworkPolicy objects of a Namespace of the stack: `spec.podSelector`, `spec.policyTypes`, rules
 * Compliant values:  for each configured direction one that selects every pod, and has no rule that allows everything
 * When unset:        violation (Kubernetes allows all traffic)
 * Rulings:           network policies of Cilium and Calico are not read: with one of them in the stack, a namespace without
 *                    another is left open; namespaces of Kubernetes itself (`kube-…`) and that of Microsoft's controller of
 *                    gateways are not judged
 */
import { each, notApplicable, some } from "../../policy";
import { Undetermined } from "../../property";
import { namespace, type Namespace } from "../../resources/namespace";
import { networkPolicy, otherNetworkPolicy, type Direction, type NetworkPolicy } from "../../resources/network-policy";
import { kubernetesProvider } from "../../resources/kubernetes-provider";
import { defineStackPolicy, doubts, type Relation } from "../../stack-policy";

interface Config {
    readonly policyTypes: readonly Direction[];
}

const consequences: Readonly<Record<Direction, string>> = {
    Ingress: "every pod of the cluster reaches its pods",
    Egress: "its pods reach every address",
};

/** Of Application Gateway for Containers. What must reach its pods is for Microsoft's chart to know, as in `kube-system`. */
const controllerOfGateways = "azure-alb-system";

const policyOfNamespace: Relation<NetworkPolicy, Namespace> = {
    from: networkPolicy,
    to: namespace,
    reference: (policy) => policy.namespace,
};

export const namespaceNetworkPolicyDefaultDeny = defineStackPolicy<Namespace, Config>({
    name: "namespace-network-policy-default-deny",
    description: "Namespaces must have a network policy that refuses what no other one allows.",
    remediationSteps: "Give the namespace a NetworkPolicy with an empty `podSelector`, the policy types, and no rules.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["checkov:CKV2_K8S_6", "trivy:KSV-0038", "cis-aks-1.8:4.4.2"],
    configSchema: {
        properties: {
            policyTypes: {
                type: "array",
                items: { type: "string", enum: ["Ingress", "Egress"] },
                minItems: 1,
                default: ["Ingress"],
                description: "The directions of traffic that are refused by default.",
            },
        },
    },
    subject: namespace,
    related: [networkPolicy, otherNetworkPolicy, kubernetesProvider],
    *judge({ name, isPatch }, resource, stack, { policyTypes }) {
        if (isPatch) return notApplicable("a patch leaves the policies of its namespace alone");
        if (name.isKnown && /^kube-/.test(name.string() ?? "")) {
            return notApplicable("the namespace is one of Kubernetes itself");
        }
        if (name.isKnown && name.string() === controllerOfGateways) {
            return notApplicable("the namespace is that of Microsoft's controller of gateways");
        }
        if (resource.type.endsWith("List")) {
            throw new Undetermined(resource.properties.path, "is a list, whose namespaces are not told apart");
        }
        const { found, undecided } = stack.sources(policyOfNamespace, resource);
        const [other] = stack.of(otherNetworkPolicy);
        yield* each(policyTypes, function* (direction) {
            const isIsolated = some(
                ...found.map(
                    ({ view }) =>
                        () =>
                            view.isolates(direction),
                ),
                ...doubts(undecided),
            );
            if (isIsolated) return;
            if (other !== undefined) {
                throw new Undetermined(
                    other.resource.properties.path,
                    "is a policy that is not read, and may be about it",
                );
            }
            yield `\`${resource.properties.path}\` is without a NetworkPolicy that refuses ${direction}, and ${consequences[direction]}; set it to one with an empty \`podSelector\`, that policy type and no rule.`;
        });
        return undefined;
    },
});
