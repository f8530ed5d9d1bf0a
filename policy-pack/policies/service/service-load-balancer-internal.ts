/**
 * A service of type LoadBalancer has a public address by default: past the gateway, its firewall and its TLS.
 *
 * Checked property:  Service `metadata.annotations["service.beta.kubernetes.io/azure-load-balancer-internal"]` and
 *                    `spec.loadBalancerClass`, where `spec.type` is `LoadBalancer`
 * Compliant values:  annotation `"true"`, no class
 * When unset:        violation without the annotation (the address is public); not applicable to other types, and to a
 *                    patch that says nothing of it
 * Rulings:           `loadBalancerIP` and `loadBalancerSourceRanges` change nothing: a firewall in front of a public
 *                    address is not a private one
 */
import { quote } from "../../message";
import { check, definePolicy, guarded, notApplicable } from "../../policy";
import { service } from "../../resources/service";

const annotationName = "service.beta.kubernetes.io/azure-load-balancer-internal";

export const serviceLoadBalancerInternal = definePolicy({
    name: "service-load-balancer-internal",
    description: "Load balancers of services must be internal.",
    remediationSteps: "Annotate the service as internal, and expose it by an ingress or a gateway with a firewall.",
    severity: "high",
    practice: 9,
    equivalents: ["azure-policy:3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e"],
    checks: [
        check(service, function* ({ type, annotation, spec, isPatch }) {
            const internal = annotation(annotationName);
            const controller = spec.at("loadBalancerClass");
            // The type is asked only where it matters: it may not be known.
            if (internal.isKnown && internal.value === "true" && controller.isKnown && !controller.isGiven)
                return undefined;
            if (isPatch && !internal.isGiven && !controller.isGiven) {
                return notApplicable("the patch leaves the load balancer alone");
            }
            // A patch need not say the type.
            if (type.effective !== "LoadBalancer" && !(isPatch && type.value === undefined)) {
                return notApplicable("the service has no load balancer");
            }
            yield* guarded(function* () {
                const value = internal.string();
                if (value === "true" || (value === undefined && isPatch)) return;
                const found = value === undefined ? "unset" : quote(value);
                yield `\`${internal.path}\` is ${found}, and the load balancer then has a public address; set it to \`true\`.`;
            });
            const value = controller.string();
            if (value === undefined) return undefined;
            yield `\`${controller.path}\` is ${quote(value)}, which leaves the load balancer to another controller than that of Azure; leave it unset.`;
            return undefined;
        }),
    ],
});
