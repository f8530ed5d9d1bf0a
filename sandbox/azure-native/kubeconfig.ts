import { stringify } from "yaml";

import type { CertificateAuthority } from "../kube-apiserver/authority";
import { account } from "../providers/account";
import type { CloudResource } from "../providers/cloud";
import { isMap, knownString, textOf } from "../providers/property";
import { nameOf, resourceGroupId } from "./arm-path";

/** Ids of AKS' own applications in Entra ID, the same in every tenant. */
const serverApplication = "6dae42f8-4368-4678-94ff-3960e28e3630";
const clientApplication = "80faf920-1908-4b52-b5ef-a8e7bedfc67a";

/** The kubeconfig that AKS hands out: with Entra ID a login by device code, else a client certificate. */
export function kubeconfigOf(
    cluster: CloudResource,
    role: "clusterUser" | "clusterAdmin",
    authority: CertificateAuthority,
): string {
    const name = nameOf(cluster.id);
    const group = nameOf(resourceGroupId(cluster.id) ?? "");
    const { privateFQDN, fqdn, aadProfile } = cluster.outputs;
    const context = role === "clusterAdmin" ? `${name}-admin` : name;
    const user = `${role}_${group}_${name}`;
    return stringify({
        apiVersion: "v1",
        clusters: [
            {
                cluster: {
                    "certificate-authority-data": base64(authority.certificate),
                    server: `https://${knownString(privateFQDN) ?? textOf(fqdn)}:443`,
                },
                name,
            },
        ],
        contexts: [{ context: { cluster: name, user }, name: context }],
        "current-context": context,
        kind: "Config",
        preferences: {},
        users: [
            {
                name: user,
                user: role === "clusterUser" && isMap(aadProfile) ? deviceCode : certificate(name, authority),
            },
        ],
    });
}

const deviceCode = {
    exec: {
        apiVersion: "client.authentication.k8s.io/v1beta1",
        args: [
            "get-token",
            "--environment",
            "AzurePublicCloud",
            "--server-id",
            serverApplication,
            "--client-id",
            clientApplication,
            "--tenant-id",
            account.tenantId,
            "--login",
            "devicecode",
        ],
        command: "kubelogin",
        env: null,
        provideClusterInfo: false,
    },
};

function certificate(name: string, authority: CertificateAuthority) {
    const { certificate, key } = authority.issue({ commonName: "masterclient", organization: "system:masters" });
    return {
        "client-certificate-data": base64(certificate),
        "client-key-data": base64(key),
        token: Buffer.from(`sandbox token of ${name}`).toString("hex"),
    };
}

function base64(text: string): string {
    return Buffer.from(text).toString("base64");
}
