import { Namespace } from "@pulumi/kubernetes/core/v1/index.js";
import { Release } from "@pulumi/kubernetes/helm/v3/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { namespaceLabels } from "../secure-namespace/namespace-labels";
import { NamespacePodSecurityLevel } from "../secure-namespace/secure-namespace-args";
import { albControllerNamespaceName, albControllerVersion } from "./gateway-for-containers-ingress-args";

/** Name of the service account that the chart makes: its token is exchanged for one of the identity. */
export const albControllerServiceAccountName = "alb-controller-sa";

const controllerName = "alb-controller";
const timeoutInSeconds = 600;

/**
 * The controller in a namespace of its own, by Microsoft's chart: it brings the definitions of the Gateway API as well.
 * Policies see nothing of what is in a chart; the level of the namespace holds its pods, as AKS Automatic does.
 */
export function installAlbController(
    name: string,
    { clientId, version }: { clientId: pulumi.Input<string>; version: pulumi.Input<string> | undefined },
    /** What the controller needs before it starts. */
    rights: pulumi.Input<pulumi.Resource>[],
    options: pulumi.CustomResourceOptions,
): Release {
    const namespace = new Namespace(
        `${name}-controller`,
        {
            metadata: {
                name: albControllerNamespaceName,
                labels: namespaceLabels({ podSecurityLevel: NamespacePodSecurityLevel.Baseline }),
            },
        },
        options,
    );
    return new Release(
        `${name}-controller`,
        {
            name: controllerName,
            namespace: albControllerNamespaceName,
            chart: "oci://mcr.microsoft.com/application-lb/charts/alb-controller",
            version: version ?? albControllerVersion,
            timeout: timeoutInSeconds,
            values: {
                albController: { namespace: albControllerNamespaceName, podIdentity: { clientID: clientId } },
            },
        },
        { ...options, dependsOn: [namespace, ...rights] },
    );
}
