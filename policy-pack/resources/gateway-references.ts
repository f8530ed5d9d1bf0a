import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { applicationGateway } from "./application-gateway";
import { azureClassic } from "./type-token";

/** What an application gateway refers to. */
export interface GatewayReferences {
    /** The id of the firewall policy. */
    readonly firewallPolicyId: Property;
    /** The names of its certificates. */
    readonly certificateNames: () => readonly Property[];
    /** Where its certificates are, in vaults. */
    readonly certificateSecrets: () => readonly Property[];
    /** Its identities: a list, or a map by id. */
    readonly identities: Property;
    /** The subnets that it is in. */
    readonly subnetIds: () => readonly Property[];
}

const isClassic = azureClassic("network", "ApplicationGateway");

/** Application gateways of both providers. */
export const gatewayReferences: ResourceKind<GatewayReferences> = {
    name: applicationGateway.name,
    matches: (type) => applicationGateway.matches(type),
    *views({ type, properties }) {
        const certificates = () => properties.at("sslCertificates").elements();
        yield {
            firewallPolicyId: isClassic(type)
                ? properties.at("firewallPolicyId")
                : properties.in("firewallPolicy", "id"),
            certificateNames: () => certificates().map((certificate) => certificate.at("name")),
            certificateSecrets: () =>
                certificates()
                    .map((certificate) => certificate.at("keyVaultSecretId"))
                    .filter(({ isGiven }) => isGiven),
            identities: properties.in("identity", isClassic(type) ? "identityIds" : "userAssignedIdentities"),
            subnetIds: () =>
                isClassic(type)
                    ? configurations(properties, "gatewayIpConfigurations").map((one) => one.at("subnetId"))
                    : configurations(properties, "gatewayIPConfigurations").map((one) => one.in("subnet", "id")),
        };
    },
};

function configurations(gateway: Property, name: string): Property[] {
    return gateway.at(name).elements();
}
