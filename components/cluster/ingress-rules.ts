import type * as pulumi from "@pulumi/pulumi";
import { namesAreKnown, requiredChoiceProblems, resourceForms, resourceIdProblems } from "../arguments/forms";
import { problemsBelow, type Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import type { ApplicationGatewayIngressArgs } from "../application-gateway-ingress/application-gateway-ingress-args";
import { gatewayRules } from "../application-gateway-ingress/application-gateway-ingress-rules";
import { NetworkIngress } from "../network/network-args";
import { ClusterTier, NodeResourceGroupRestriction, type ClusterArgs, type ClusterIngressArgs } from "./cluster-args";
import { inheriting } from "./cluster-policies";

type Args = pulumi.Unwrap<ClusterArgs>;

/** How workloads are exposed: practice 10. */
export const ingressRules: Rule<ClusterArgs>[] = [
    ingressIsKnown,
    ...gatewayRules.map(ofApplicationGateway),
    ingressHasSubnet,
    ingressFitsCluster,
];

const names = namesAreKnown<ClusterIngressArgs>({
    gateway: true,
    certificates: true,
    keyVaultId: true,
    zones: true,
    minCapacity: true,
    maxCapacity: true,
    webApplicationFirewall: true,
});

function* ingressIsKnown({ ingress }: Args): Iterable<Problem> {
    if (ingress === undefined) {
        return;
    }
    yield* problemsBelow("ingress", names(ingress));
    yield* requiredChoiceProblems("ingress.gateway", ingress.gateway, NetworkIngress);
    if (ingress.gateway === NetworkIngress.GatewayForContainers) {
        const { certificates, keyVaultId, zones, minCapacity, maxCapacity } = ingress;
        for (const [name, found] of Object.entries({ certificates, keyVaultId, zones, minCapacity, maxCapacity })) {
            if (found !== undefined) {
                yield {
                    argument: `ingress.${name}`,
                    found,
                    why: "and nothing would be made of it with GatewayForContainers",
                    remedy: `Leave it out, or set gateway "${NetworkIngress.ApplicationGateway}"`,
                };
            }
        }
    }
}

/** Stands for the subnet that the cluster's network brings, whose own rule is below. */
const subnetOfNetwork =
    "/subscriptions/0/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/network/subnets/ingress";

/** A rule of the gateway, for a gateway that is an argument of a cluster. */
function ofApplicationGateway(rule: Rule<ApplicationGatewayIngressArgs>): Rule<ClusterArgs> {
    return function* ({ ingress }) {
        if (ingress?.gateway !== NetworkIngress.ApplicationGateway) {
            return;
        }
        const complete = inheriting<pulumi.Unwrap<Partial<ApplicationGatewayIngressArgs>>>(ingress, {
            subnetId: subnetOfNetwork,
        });
        yield* problemsBelow("ingress", rule(complete as pulumi.Unwrap<ApplicationGatewayIngressArgs>));
    };
}

function* ingressHasSubnet({ ingress, existingNetwork }: Args): Iterable<Problem> {
    const argument = "existingNetwork.ingressSubnetId";
    const found = existingNetwork?.ingressSubnetId;
    yield* resourceIdProblems(argument, found, resourceForms.subnet);
    if (existingNetwork !== undefined && ingress !== undefined && found === undefined) {
        yield {
            argument,
            found,
            why: "and the gateway of ingress needs a subnet of its own",
            remedy: "Set the id of a subnet with nothing else in it",
        };
    }
    if (existingNetwork !== undefined && ingress === undefined && found !== undefined) {
        yield {
            argument,
            found,
            why: "and without ingress nothing is put into it",
            remedy: "Leave it out, or set ingress",
        };
    }
}

function* ingressFitsCluster({ ingress, tier, nodeResourceGroupRestriction }: Args): Iterable<Problem> {
    if (ingress?.gateway === NetworkIngress.ApplicationGateway && tier === ClusterTier.Premium) {
        yield {
            argument: "ingress.gateway",
            found: ingress.gateway,
            why: "and AKS has no long-term support, which tier Premium is, with its ingress controller",
            remedy: `Set gateway "${NetworkIngress.GatewayForContainers}", or tier "${ClusterTier.Standard}"`,
        };
    }
    const locked =
        (nodeResourceGroupRestriction ?? NodeResourceGroupRestriction.ReadOnly) ===
        NodeResourceGroupRestriction.ReadOnly;
    if (ingress?.gateway === NetworkIngress.GatewayForContainers && locked) {
        yield {
            argument: "nodeResourceGroupRestriction",
            found: nodeResourceGroupRestriction,
            why: "so that nobody can give the controller of GatewayForContainers its right to read the resource group of the nodes",
            remedy: `Set "${NodeResourceGroupRestriction.Unrestricted}", or gateway "${NetworkIngress.ApplicationGateway}"`,
        };
    }
}
