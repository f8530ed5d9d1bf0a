import { ingressCertificateInstalled } from "../../../../policy-pack/policies/ingress/ingress-certificate-installed";
import { applicationGateway, classicApplicationGateway, object } from "../../fixtures";
import { UNKNOWN } from "../../policy-tester";
import { testStackPolicy, type Member } from "../../stack-policy-tester";

/** An ingress that an application gateway serves with this certificate. */
function ingress(certificate: unknown, ingressClassName = "azure-application-gateway"): Member {
    const annotations = { "appgw.ingress.kubernetes.io/appgw-ssl-certificate": certificate };
    return object("networking.k8s.io/v1", "Ingress", {
        metadata: { name: "shop", annotations },
        spec: { ingressClassName },
    });
}

const gateway = applicationGateway();
const path = 'subject.metadata.annotations["appgw.ingress.kubernetes.io/appgw-ssl-certificate"]';
const message = `\`${path}\` is \`other\`, which no gateway of the stack has, and the ingress then gets no listener for HTTPS; set it to the name of one of its certificates.`;

testStackPolicy(ingressCertificateInstalled, {
    compliant: {
        "a certificate of the gateway": { gateway, subject: ingress("shop") },
        "a certificate of the gateway (classic)": { gateway: classicApplicationGateway(), subject: ingress("shop") },
        "a certificate in other letters": { gateway, subject: ingress("SHOP") },
        "a certificate of one of two gateways": {
            other: applicationGateway({ sslCertificates: UNKNOWN }),
            gateway,
            subject: ingress("shop"),
        },
    },
    violating: {
        "another certificate": { stack: { gateway, subject: ingress("other") }, message },
        "a gateway whose certificate has no name": {
            stack: { gateway: applicationGateway({ sslCertificates: [{ name: null }] }), subject: ingress("other") },
            message,
        },
        "a gateway without certificates": {
            stack: { gateway: applicationGateway({ sslCertificates: undefined }), subject: ingress("other") },
            message,
        },
        "a certificate that is no text": {
            stack: { gateway, subject: ingress(7) },
            message: `\`${path}\` is a number; set it to a string.`,
        },
    },
    undetermined: {
        "certificates that are not known": {
            stack: { gateway: applicationGateway({ sslCertificates: UNKNOWN }), subject: ingress("shop") },
            undetermined: ["`gateway.sslCertificates` is not known before the update"],
        },
        "a certificate that is not known": {
            stack: { gateway, subject: ingress(UNKNOWN) },
            undetermined: [`\`${path}\` is not known before the update`],
        },
    },
    notApplicable: {
        "another controller": {
            stack: { gateway, subject: ingress("other", "nginx") },
            reason: "no application gateway serves it",
        },
        "no certificate": {
            stack: { gateway, subject: ingress(null) },
            reason: "it names no certificate of a gateway",
        },
        "a gateway of another stack": {
            stack: { subject: ingress("other") },
            reason: "there is no application gateway in the stack",
        },
        "a stack without ingresses": { stack: { gateway }, reason: "has no Ingress" },
    },
});
