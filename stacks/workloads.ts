import type { ProviderResource } from "@pulumi/pulumi";
import type * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../components";
import type { StackConfig } from "./config";

/** What a cluster offers to workloads, whether this program made it or not. */
export interface WorkloadHost {
    resourceGroupName: pulumi.Output<string>;
    oidcIssuerUrl: pulumi.Output<string>;
    /** Made on first use: a program without Kubernetes objects needs no kubelogin. */
    provider: ProviderResource;
}

/**
 * What stands ready for the workload: its namespaces, what may run in them, and an identity without a secret.
 *
 * @returns the client id of the identity.
 */
export function deployWorkloads(
    name: string,
    config: StackConfig,
    host: WorkloadHost,
    opts: pulumi.ComponentResourceOptions,
): pulumi.Output<string> {
    for (const namespaceName of config.namespaces) {
        new aksguard.SecureNamespace(
            `${name}-${namespaceName}`,
            { namespaceName, ingressHostSuffix: `${namespaceName}.example.org` },
            { ...opts, provider: host.provider },
        );
    }
    if (config.admissionPolicies) {
        new aksguard.AdmissionPolicies(name, {}, { ...opts, provider: host.provider });
    }
    if (config.threatDetection) {
        new aksguard.ThreatDetection(name);
    }
    return new aksguard.WorkloadIdentity(
        `${name}-workload`,
        {
            resourceGroupName: host.resourceGroupName,
            oidcIssuerUrl: host.oidcIssuerUrl,
            namespace: "workload",
            serviceAccountName: "workload",
        },
        opts,
    ).clientId;
}
