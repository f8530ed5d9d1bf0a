/**
 * An ingress controller owns its gateway: it deletes what it did not write. Two of them undo each other's routes.
 *
 * Checked property:  the clusters of the stack whose ingress add-on names an ApplicationGateway
 * Compliant values:  none or one
 * When unset:        compliant (nobody configures the gateway)
 */
import { quote } from "../../message";
import { clusterReferences, type ClusterReferences } from "../../resources/cluster-references";
import { gatewayReferences, type GatewayReferences } from "../../resources/gateway-references";
import { defineStackPolicy, type Relation } from "../../stack-policy";

const controllerOfGateway: Relation<ClusterReferences, GatewayReferences> = {
    from: clusterReferences,
    to: gatewayReferences,
    reference: ({ ingressGatewayId }) => ingressGatewayId(),
};

export const applicationGatewayControllerSingle = defineStackPolicy({
    name: "application-gateway-controller-single",
    description: "An application gateway must be configured by the ingress controller of one cluster only.",
    remediationSteps: "Give each cluster a gateway of its own.",
    severity: "medium",
    practice: 10,
    equivalents: [],
    subject: gatewayReferences,
    related: [clusterReferences],
    *judge(_, gateway, stack) {
        const { found, undecided } = stack.sources(controllerOfGateway, gateway);
        const [first, ...others] = found;
        for (const { view } of others) {
            yield `\`${view.ingressGatewayId().path}\` is gateway ${quote(gateway.name)}, which cluster ${quote(first?.resource.name ?? "")} configures too, and each controller removes the routes of the other; set it to a gateway of its own.`;
        }
        const [doubt] = undecided;
        if (others.length === 0 && doubt !== undefined) throw doubt;
    },
});
