/**
 * An ingress that names a certificate which its gateway does not have gets no listener for HTTPS.
 *
 * Checked property:  Ingress annotation `appgw.ingress.kubernetes.io/appgw-ssl-certificate`, and `sslCertificates[].name` of
 *                    the ApplicationGateways of the stack
 * Compliant values:  the name of one of the certificates
 * When unset:        not applicable (its certificate is a secret of Kubernetes, if it has one)
 */
import { quote } from "../../message";
import { notApplicable, some } from "../../policy";
import { gatewayReferences } from "../../resources/gateway-references";
import { ingress } from "../../resources/ingress";
import { defineStackPolicy } from "../../stack-policy";

const annotation = "appgw.ingress.kubernetes.io/appgw-ssl-certificate";

export const ingressCertificateInstalled = defineStackPolicy({
    name: "ingress-certificate-installed",
    description: "Certificates that ingresses name must be installed in the application gateway.",
    remediationSteps: "Name a certificate of the gateway, or install it from the key vault.",
    severity: "medium",
    practice: 10,
    equivalents: [],
    subject: ingress,
    related: [gatewayReferences],
    *judge(view, _, stack) {
        if (view.controller() !== "application gateway") return notApplicable("no application gateway serves it");
        const named = view.annotation(annotation);
        const name = named.string() ?? "";
        if (name === "") return notApplicable("it names no certificate of a gateway");
        const gateways = stack.of(gatewayReferences);
        if (gateways.length === 0) return notApplicable("there is no application gateway in the stack");
        const isInstalled = some(
            ...gateways.map(
                ({ view: { certificateNames } }) =>
                    () =>
                        some(
                            ...certificateNames().map(
                                (one) => () => one.string()?.toLowerCase() === name.toLowerCase(),
                            ),
                        ),
            ),
        );
        if (isInstalled) return undefined;
        yield `\`${named.path}\` is ${quote(name)}, which no gateway of the stack has, and the ingress then gets no listener for HTTPS; set it to the name of one of its certificates.`;
        return undefined;
    },
});
