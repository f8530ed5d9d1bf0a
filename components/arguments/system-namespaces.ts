/**
 * Namespaces that AKS, its add-ons and extensions fill. Their pods are Microsoft's, and need rights of the node.
 * https://learn.microsoft.com/azure/aks/core-aks-concepts
 */
export const namespacesOfAks = [
    "aks-command",
    "aks-istio-egress",
    "aks-istio-ingress",
    "aks-istio-system",
    "app-routing-system",
    "azure-alb-system",
    "azure-arc",
    "azure-extensions-usage-system",
    "calico-apiserver",
    "calico-system",
    "dataprotection-microsoft",
    "gatekeeper-system",
    "kube-node-lease",
    "kube-public",
    "kube-system",
    "tigera-operator",
] as const;

/** Whether a namespace belongs to Kubernetes, AKS or Azure; future ones have names that begin in the same way. */
export function isOfTheSystem(namespace: string): boolean {
    return /^(kube|aks|azure)-|^default$/.test(namespace) || namespacesOfAks.some((name) => name === namespace);
}
