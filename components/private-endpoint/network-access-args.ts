import type * as pulumi from "@pulumi/pulumi";

/** From where a service with an address on the internet is reached, beside the network of a cluster. */
export interface FurtherAccessArgs {
    /**
     * ARM id of the private DNS zone that holds the record of the private endpoint, such as a zone of a hub; it must be
     * linked to the networks that look the name up. Default: a zone of its own, linked to the network of
     * `privateEndpointSubnetId`.
     *
     * A resource group holds one zone of a name, and a network can be linked to one: give a second component of this
     * kind the `privateDnsZoneId` of the first.
     *
     * @default - a zone of its own
     */
    privateDnsZoneId?: pulumi.Input<string>;

    /**
     * Public IPv4 networks that may reach the service over the internet, in CIDR notation: pipelines and people outside
     * of the network. Default: none, and the service has no public endpoint at all.
     *
     * What it costs: a stolen credential can be used from these networks, and the name of the service is on the
     * internet.
     *
     * @default - no public endpoint
     */
    allowedIpRanges?: pulumi.Input<pulumi.Input<string>[]>;
}

/** From where a service with an address on the internet is reached. */
export interface NetworkAccessArgs extends FurtherAccessArgs {
    /**
     * ARM id of the subnet of a private endpoint: `Network.privateEndpointSubnetId`. With it, the service is reached by
     * a private address from the network of this subnet, and what is connected to it. Needed unless `allowedIpRanges`
     * is given. A private endpoint costs by the hour and by the gigabyte.
     *
     * @default - no private endpoint
     */
    privateEndpointSubnetId?: pulumi.Input<string>;
}
