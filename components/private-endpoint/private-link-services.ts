/** How private endpoints name a service. */
export interface PrivateLinkService {
    /** In words, such as "the registry". */
    is: string;
    /** Part of the service that an endpoint is connected to. */
    groupId: string;
    /** Name of the private DNS zone that clients look records up in. */
    zoneName: string;
    /** Most networks that its firewall takes. */
    mostIpRanges: number;
}

/**
 * Services that components put into a network.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export const privateLinkServices = {
    registry: { is: "the registry", groupId: "registry", zoneName: "privatelink.azurecr.io", mostIpRanges: 100 },
    vault: { is: "the vault", groupId: "vault", zoneName: "privatelink.vaultcore.azure.net", mostIpRanges: 1000 },
} as const satisfies Record<string, PrivateLinkService>;
