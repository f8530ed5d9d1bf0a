import { stringify } from "yaml";

import { account } from "../providers/account";
import type { CloudResource } from "../providers/cloud";
import { isMap, knownString, textOf } from "../providers/property";
import { nameOf, resourceGroupId } from "./arm-path";

/** Ids of AKS' own applications in Entra ID, the same in every tenant. */
const serverApplication = "6dae42f8-4368-4678-94ff-3960e28e3630";
const clientApplication = "80faf920-1908-4b52-b5ef-a8e7bedfc67a";

/** The kubeconfig that AKS hands out: with Entra ID a login by device code, else a client certificate. */
export function kubeconfigOf(cluster: CloudResource, role: "clusterUser" | "clusterAdmin"): string {
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
                    "certificate-authority-data": pem("CERTIFICATE", name),
                    server: `https://${knownString(privateFQDN) ?? textOf(fqdn)}:443`,
                },
                name,
            },
        ],
        contexts: [{ context: { cluster: name, user }, name: context }],
        "current-context": context,
        kind: "Config",
        preferences: {},
        users: [{ name: user, user: role === "clusterUser" && isMap(aadProfile) ? deviceCode : certificate(name) }],
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

function certificate(name: string) {
    return {
        "client-certificate-data": pem("CERTIFICATE", `${name} user`),
        "client-key-data": pem("RSA PRIVATE KEY", `${name} user`),
        token: Buffer.from(`sandbox token of ${name}`).toString("hex"),
    };
}

/** Not a certificate, and it does not pretend to be a valid one: no API server is behind it. */
function pem(kind: string, of: string): string {
    const body = Buffer.from(`sandbox: ${of}`).toString("base64");
    return Buffer.from(`-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`).toString("base64");
}
