/**
 * What is sent by HTTP can be read and changed on its way, the cookies of a session included.
 *
 * Checked property:  ApplicationGateway: where the rules of listeners with protocol `Http` lead
 * Compliant values:  a redirect to a listener with protocol `Https`, or to an `https` URL
 * When unset:        compliant (without such a listener nothing is served by HTTP)
 * Ruling:            not applicable where an ingress controller writes listeners and rules, by its tag on the gateway and by
 *                    an add-on or a role of the stack: its ingresses are judged. The tag alone excuses nothing
 */
import { quote, quoteUrl } from "../../message";
import { each, notApplicable, some } from "../../policy";
import { hasController } from "../../relations/controllers-of-gateway";
import { applicationGateway } from "../../resources/application-gateway";
import { clusterReferences } from "../../resources/cluster-references";
import { roleAssignment } from "../../resources/role-assignment";
import { defineStackPolicy } from "../../stack-policy";

export const applicationGatewayHttpRedirected = defineStackPolicy({
    name: "application-gateway-http-redirected",
    description: "Application gateways must send requests by HTTP to HTTPS.",
    remediationSteps: "Give the rules of HTTP listeners a redirect to an HTTPS listener.",
    severity: "high",
    practice: 10,
    equivalents: ["psrule:AZR-000059", "checkov:CKV_AZURE_217", "cis-aks-1.8:5.4.5"],
    subject: applicationGateway,
    related: [clusterReferences, roleAssignment],
    *judge(gateway, resource, stack) {
        const isOfProgram = some(
            () => !gateway.hasTagOfController,
            () => !hasController(resource, stack),
        );
        if (!isOfProgram) return notApplicable("an ingress controller writes the listeners and rules of the gateway");
        yield* each(gateway.plainListeners(), function* ({ name, destinations }) {
            yield* each(destinations(), function* ({ redirect, target }) {
                if (!redirect.isGiven) {
                    yield `\`${redirect.path}\` is unset, and requests to listener ${quote(name)} are then answered without TLS; set it to a redirect to an HTTPS listener.`;
                    return;
                }
                const leadsTo = target();
                if (leadsTo === undefined || leadsTo.isHttps) return;
                const { property } = leadsTo;
                const found = property.string();
                const words = found === undefined ? "unset" : `${quoteUrl(found)}, which is not HTTPS`;
                yield `\`${property.path}\` is ${words}; set it to an HTTPS listener or an \`https\` URL.`;
            });
        });
        return undefined;
    },
});
