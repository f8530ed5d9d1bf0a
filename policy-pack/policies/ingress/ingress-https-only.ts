/**
 * What goes over HTTP can be read and changed on its way, sessions and passwords among it.
 *
 * Checked property:  Ingress `spec.tls`, `spec.rules[*].host` and the annotations that close HTTP for its class
 * Compliant values:  TLS for every host; and with nginx a redirect, with a class that is not known here
 *                    `kubernetes.io/ingress.allow-http: "false"`
 * When unset:        violation; not applicable to a patch without TLS
 * Rulings:           each class is judged by what its controller does, see the page
 */
import { isFilled } from "../../values/filled";
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable, some, type Judgement } from "../../policy";
import { Undetermined, type Property } from "../../property";
import { ingress, type Ingress } from "../../resources/ingress";

const gatewayCertificate = "appgw.ingress.kubernetes.io/appgw-ssl-certificate";
const extension = "alb.networking.azure.io/alb-ingress-extension";
const allowHttp = "kubernetes.io/ingress.allow-http";
const sslRedirect = "nginx.ingress.kubernetes.io/ssl-redirect";
const forceSslRedirect = "nginx.ingress.kubernetes.io/force-ssl-redirect";
const sslPassthrough = "nginx.ingress.kubernetes.io/ssl-passthrough";
const clientCertificates = "nginx.ingress.kubernetes.io/auth-tls-secret";
const vaultCertificate = "kubernetes.azure.com/tls-cert-keyvault-uri";
const vaultManaged = "kubernetes.azure.com/tls-cert-keyvault-managed";

export const ingressHttpsOnly = definePolicy({
    name: "ingress-https-only",
    description: "Ingresses must be served by HTTPS only.",
    remediationSteps: "Give every host of the ingress TLS, and let the controller redirect or refuse HTTP.",
    severity: "high",
    practice: 9,
    equivalents: ["azure-policy:1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", "cis-aks-1.8:5.4.5"],
    checks: [
        check(ingress, function* (found) {
            if (found.isPatch && !found.tls.isGiven) return notApplicable("the patch leaves TLS alone");
            if (!hasAnyCertificate(found)) {
                yield noCertificate(found);
                return undefined;
            }
            switch (found.controller()) {
                case "application gateway":
                    yield* byApplicationGateway(found);
                    break;
                case "gateway for containers":
                    yield* byGatewayForContainers(found);
                    break;
                case "nginx":
                    yield* byNginx(found);
                    break;
                case "other":
                    yield* byOther(found);
            }
            return undefined;
        }),
    ],
});

/** Whether there is anything that some controller takes for TLS. */
function hasAnyCertificate({ tls, annotation }: Ingress): boolean {
    const texts = [gatewayCertificate, extension, clientCertificates, vaultCertificate];
    return some(
        () => tls.elements().length > 0,
        ...texts.map((name) => () => isFilled(annotation(name))),
        () => isTrue(annotation(sslPassthrough)),
    );
}

function noCertificate({ tls }: Ingress): string {
    const state = tls.isGiven ? "empty" : "unset";
    return `\`${tls.path}\` is ${state}, and the ingress is then served by HTTP; set it to its hosts, with the secret that holds their certificate.`;
}

/** With a certificate it opens HTTPS only, or HTTP that redirects; a host without one is served by HTTP. */
function* byApplicationGateway(found: Ingress): Judgement {
    if (isFilled(found.annotation(gatewayCertificate))) return;
    const entries = found.tls.elements().filter((entry) => isFilled(entry.at("secretName")));
    yield* eachHost(found, (host) => anyCovers(entries, host, { wildcards: false }));
}

/** With TLS it opens HTTPS only. Without, an extension may make it redirect, which is another object. */
function* byGatewayForContainers(found: Ingress): Judgement {
    const { tls, annotation } = found;
    const redirect = annotation(extension);
    if (tls.elements().length === 0) {
        if (!isFilled(redirect)) yield noCertificate(found);
        else
            yield new Undetermined(
                redirect.path,
                "names an IngressExtension, which alone says whether it redirects HTTP",
            );
        return;
    }
    yield* eachHost(found, (host) => anyCovers(tls.elements(), host));
}

/** It serves HTTP beside HTTPS, unless it redirects: for hosts with a certificate, or always. */
function* byNginx(found: Ingress): Judgement {
    const { tls, annotation } = found;
    const terminated = some(
        () => tls.elements().length > 0,
        () => isTrue(annotation(vaultManaged)) && isFilled(annotation(vaultCertificate)),
        () => isFilled(annotation(clientCertificates)),
        () => isTrue(annotation(sslPassthrough)),
    );
    if (!terminated) {
        yield noCertificate(found);
        return;
    }
    if (isTrue(annotation(forceSslRedirect))) return;
    const redirect = annotation(sslRedirect);
    if (isFalse(redirect)) {
        yield `\`${redirect.path}\` is ${quote(redirect.string() ?? "")}, and HTTP is then served beside HTTPS; set it to \`true\`.`;
        return;
    }
    const entries = tls.elements();
    yield* eachHost(found, (host) => host !== "" && (entries.length === 0 || anyCovers(entries, host)));
}

/** Nobody knows here what its controller does: TLS for each host, and the one annotation that all have in common. */
function* byOther(found: Ingress): Judgement {
    const { tls, annotation } = found;
    if (tls.elements().length === 0) {
        yield noCertificate(found);
        return;
    }
    yield* eachHost(found, (host) => anyCovers(tls.elements(), host));
    const closed = annotation(allowHttp);
    if (
        some(
            () => isFalse(closed),
            () => isTrue(annotation(forceSslRedirect)),
        )
    )
        return;
    const value = closed.string();
    yield `\`${closed.path}\` is ${value === undefined ? "unset" : quote(value)}, and a controller of this class may then serve HTTP beside HTTPS; set it to \`false\`.`;
}

/** Demands that each rule has a host with a certificate. An ingress without rules serves every host. */
function* eachHost({ tls, rules }: Ingress, isServedByHttps: (host: string) => boolean): Judgement {
    const list = rules.elements();
    if (list.length === 0) {
        if (isServedByHttps("")) return;
        yield `\`${rules.path}\` is ${rules.isGiven ? "empty" : "unset"}, and requests to every host are then served by HTTP; set it to rules for the hosts of \`${tls.path}\`.`;
        return;
    }
    yield* each(list, function* (rule) {
        const host = rule.at("host");
        const value = host.string() ?? "";
        if (isServedByHttps(value)) return;
        const state = value === "" ? "unset" : quote(value);
        yield `\`${host.path}\` is ${state}, which has no certificate in \`${tls.path}\` and is served by HTTP; set it to a host that has one.`;
    });
}

function anyCovers(entries: readonly Property[], host: string, options?: { wildcards: boolean }): boolean {
    return some(...entries.map((entry) => () => covers(entry, host, options)));
}

/** Whether an entry of TLS is for a host; one without hosts is for all of them. */
function covers(entry: Property, host: string, { wildcards = true } = {}): boolean {
    const hosts = entry.at("hosts").elements();
    if (hosts.length === 0) return true;
    const parent = `*.${host.split(".").slice(1).join(".")}`;
    return some(
        ...hosts.map((property) => () => {
            const value = property.string() ?? "";
            return value === host || (wildcards && host.includes(".") && value === parent);
        }),
    );
}

/** Controllers read booleans as Go does. */
function isTrue(annotation: Property): boolean {
    return ["1", "t", "T", "TRUE", "true", "True"].includes(annotation.string() ?? "");
}

function isFalse(annotation: Property): boolean {
    return ["0", "f", "F", "FALSE", "false", "False"].includes(annotation.string() ?? "");
}
