import { listManagedClusterUserCredentialsOutput } from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { KubeloginMode } from "./cluster-args";

/** Application id of the AKS server in Entra ID, the same in every tenant. */
const aksServerApplicationId = "6dae42f8-4368-4678-94ff-3960e28e3630";

interface Kubeconfig {
    users: { name: string; user: Record<string, unknown> }[];
}

/**
 * Rewrites the kubeconfig that AKS hands out, which asks a person to type a device code, into one that signs in by
 * kubelogin without a question. It holds no credential of its own, and none of the source's is kept.
 *
 * @param source YAML, as `listClusterUserCredential` returns it (decoded).
 * @throws where the source is no kubeconfig with users.
 */
export async function kubeloginKubeconfig(
    source: string,
    mode: KubeloginMode = KubeloginMode.AzureCli,
): Promise<string> {
    // Loaded on demand: no preview of a new cluster has a kubeconfig to read.
    const { parse, stringify } = await import("yaml");
    const kubeconfig: unknown = parse(source);
    if (!hasUsers(kubeconfig)) {
        throw new Error("Azure returned a kubeconfig without users, which cannot be rewritten for kubelogin.");
    }
    const users = kubeconfig.users.map(({ name }) => ({
        name,
        user: {
            exec: {
                apiVersion: "client.authentication.k8s.io/v1beta1",
                command: "kubelogin",
                args: ["get-token", "--login", mode, "--server-id", aksServerApplicationId],
                env: null,
                installHint: "kubelogin is not on PATH: https://azure.github.io/kubelogin/install.html",
                interactiveMode: "Never",
                provideClusterInfo: false,
            },
        },
    }));
    return stringify({ ...kubeconfig, users });
}

function hasUsers(value: unknown): value is Kubeconfig {
    const users = (value as Partial<Kubeconfig> | null)?.users;
    return Array.isArray(users) && users.length > 0;
}

/** The kubeconfig of a user of a cluster, rewritten for kubelogin; secret. */
export function userKubeconfig(
    cluster: pulumi.Input<{ resourceGroupName: pulumi.Input<string>; resourceName: pulumi.Input<string> }>,
    mode: KubeloginMode | undefined,
    parent: pulumi.Resource,
): pulumi.Output<string> {
    const { resourceGroupName, resourceName } = pulumi.output(cluster);
    const credentials = listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName }, { parent });
    // A call with an argument that is not known yet forgets what its result depends on: the name remembers the cluster.
    return pulumi.secret(
        pulumi.all([credentials.kubeconfigs, resourceName]).apply(([[first]]) => {
            const source = Buffer.from(first?.value ?? "", "base64").toString("utf8");
            return kubeloginKubeconfig(source, mode);
        }),
    );
}
