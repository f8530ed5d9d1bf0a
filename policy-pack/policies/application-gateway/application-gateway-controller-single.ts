/**
 * An ingress controller owns its gateway: it deletes what it did not write. Two of them undo each other's routes.
 *
 * Checked property:  the clusters of the stack whose ingress add-on names an ApplicationGateway
 * Compliant values:  none or one
 * When unset:        compliant (nobody configures the gateway)
 */
import { quote } from "../../message";
import { addOnOfGateway } from "../../relations/controllers-of-gateway";
import { clusterReferences } from "../../resources/cluster-references";
import { gatewayReferences } from "../../resources/gateway-references";
import { defineStackPolicy } from "../../stack-policy";

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
        const { found, undecided } = stack.sources(addOnOfGateway, gateway);
        const [first = ""] = found.map(({ resource }) => quote(resource.name));
        const others = found.slice(1);
        for (const { view } of others) {
            yield `\`${view.ingressGatewayId().path}\` is gateway ${quote(gateway.name)}, which cluster ${first} configures too, and each controller removes the routes of the other; set it to a gateway of its own.`;
        }
        const [doubt] = undecided;
        if (others.length === 0 && doubt !== undefined) throw doubt;
    },
});
