/**
 * An Application Gateway takes the certificate of a secret in `spec.tls`, and then ignores the one of the annotation, which
 * comes from Key Vault and is renewed there.
 *
 * Checked property:  Ingress of class `azure-application-gateway`: annotation
 *                    `appgw.ingress.kubernetes.io/appgw-ssl-certificate` beside `spec.tls[*].secretName`
 * Compliant values:  one of them
 * When unset:        not applicable
 */
import { isFilled } from "../../values/filled";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { ingress } from "../../resources/ingress";

const certificate = "appgw.ingress.kubernetes.io/appgw-ssl-certificate";

export const ingressCertificateUnshadowed = definePolicy({
    name: "ingress-certificate-unshadowed",
    description: "Certificates of the gateway must not be shadowed by those of secrets.",
    remediationSteps:
        "Remove the secret from the TLS of the ingress, or the annotation with the certificate of the gateway.",
    severity: "medium",
    practice: 10,
    equivalents: [],
    checks: [
        check(ingress, function* ({ annotation, tls, controller }) {
            const named = annotation(certificate);
            if (!isFilled(named)) return notApplicable("names no certificate of a gateway");
            if (controller() !== "application gateway") return notApplicable("is served by no Application Gateway");
            yield* each(tls.elements(), function* (entry) {
                const secret = entry.at("secretName");
                if (!isFilled(secret)) return;
                yield `\`${secret.path}\` is given, and the gateway then ignores the certificate of \`${named.path}\`; leave it unset.`;
            });
            return undefined;
        }),
    ],
});
