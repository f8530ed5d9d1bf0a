import { ingresses } from "../judged";
import type { AdmissionPolicy } from "../policy";

const certificate = "appgw.ingress.kubernetes.io/appgw-ssl-certificate";
const redirect = "nginx.ingress.kubernetes.io/ssl-redirect";

/** Whether an ingress belongs to the Application Gateway, by its class in either spelling. */
const ofApplicationGateway = `(
object.spec.?ingressClassName.orValue("") == "azure-application-gateway" ||
object.metadata.?annotations[?"kubernetes.io/ingress.class"].orValue("") == "azure/application-gateway")`;

/** Whether an entry of spec.tls is for a host: by its name, by a wildcard one level above, or for all that it has no list. */
const covers = `(
!has(entry.hosts) ||
entry.hosts.exists(name, name == host || (name.startsWith("*.") && host.indexOf(".") > 0 && host.substring(host.indexOf(".")) == name.substring(1))))`;

export function httpsIngress(): AdmissionPolicy {
    return {
        judges: ingresses,
        demands: [
            {
                name: "plain",
                must: "Hosts of ingresses must be served by HTTPS",
                offenders: `
${ofApplicationGateway} && object.metadata.?annotations[?"${certificate}"].orValue("") != ""
? []
: (variables.rules.size() == 0 ? ["*"] : variables.rules.map(rule, string(rule.?host.orValue("*"))) + variables.annotatedHosts)
  .filter(host, !object.spec.?tls.orValue([]).exists(entry, ${covers}))`,
                found: "tls is missing for",
                remedy: `set tls with each host, or on the Application Gateway the annotation ${certificate}`,
            },
            {
                name: "unredirected",
                must: "Ingresses must not serve HTTP beside HTTPS",
                offenders: `["${redirect}"].filter(key, object.metadata.?annotations[?key].orValue("") == "false")`,
                found: 'HTTP is served too, by "false" in the annotation',
                remedy: "leave it out",
            },
        ],
    };
}
