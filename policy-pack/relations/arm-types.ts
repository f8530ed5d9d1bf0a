/** The ARM types of the kinds that ids name, in lower case. */
const armTypes: Readonly<Record<string, string>> = {
    ApplicationGateway: "microsoft.network/applicationgateways",
    ManagedCluster: "microsoft.containerservice/managedclusters",
    Registry: "microsoft.containerregistry/registries",
    ResourceGroup: "microsoft.resources/resourcegroups",
    TrafficController: "microsoft.servicenetworking/trafficcontrollers",
    UserAssignedIdentity: "microsoft.managedidentity/userassignedidentities",
    Vault: "microsoft.keyvault/vaults",
    WebApplicationFirewallPolicy: "microsoft.network/applicationgatewaywebapplicationfirewallpolicies",
};

/** Whether an ARM id is that of another kind, by the type in it. */
export function isOfOtherKind(id: string, kind: string): boolean {
    const [expected, found] = [armTypes[kind], armTypeOf(id)];
    return expected !== undefined && found !== undefined && found !== expected;
}

/** The type in an ARM id, in lower case: its parts stand between names. `undefined` for what is none. */
function armTypeOf(id: string): string | undefined {
    const below = /\/providers\/(?!.*\/providers\/)(.+?)\/?$/i.exec(id)?.[1];
    if (below === undefined) {
        return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/?$/i.test(id)
            ? "microsoft.resources/resourcegroups"
            : undefined;
    }
    const [namespace = "", ...parts] = below.toLowerCase().split("/");
    return [namespace, ...parts.filter((_, index) => index % 2 === 0)].join("/");
}
