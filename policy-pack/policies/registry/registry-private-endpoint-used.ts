/**
 * A registry without a public endpoint is reached by private endpoints only: without one, no node pulls an image.
 *
 * Checked property:  PrivateEndpoint `privateLinkServiceConnections[].privateLinkServiceId`, of a Registry of the stack
 * Compliant values:  one names the registry
 * When unset:        violation where public access is disabled; else not applicable
 */
import { notApplicable } from "../../policy";
import { privateEndpoint } from "../../resources/private-endpoint";
import { registry } from "../../resources/registry";
import { endpointOf, isReachedPrivately } from "../../relations/private-endpoints";
import { defineStackPolicy } from "../../stack-policy";

const endpointOfRegistry = endpointOf(registry);

export const registryPrivateEndpointUsed = defineStackPolicy({
    name: "registry-private-endpoint-used",
    description: "Container registries without public access should have a private endpoint.",
    remediationSteps: "Make a private endpoint for the registry in the network of the cluster.",
    severity: "medium",
    practice: 8,
    equivalents: ["azure-policy:e8eef0a8-67cf-4eb4-9386-14b0e78733d4"],
    advisory: "private endpoints are often made by the program that makes the network",
    subject: registry,
    related: [privateEndpoint],
    *judge({ publicNetworkAccess }, resource, stack) {
        if (publicNetworkAccess.effective !== "Disabled") return notApplicable("the registry has a public endpoint");
        yield* isReachedPrivately(resource, stack, endpointOfRegistry, "nobody reaches the registry");
        return undefined;
    },
});
