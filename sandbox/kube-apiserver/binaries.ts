import { existsSync } from "node:fs";
import { join } from "node:path";

import { builtOnce } from "../go/build";
import { UserError } from "../user-error";

/** The Kubernetes that is built where nobody has installed one; pinned in go.mod. */
const builtVersion = "1.37.2";

/** Executables of a control plane. */
export interface Binaries {
    readonly apiServer: string;
    readonly etcd: string;
}

/**
 * kube-apiserver and etcd of the folder in `KUBEBUILDER_ASSETS`, where setup-envtest puts them, else those that are built
 * once. https://book.kubebuilder.io/reference/envtest
 */
export async function findBinaries(log: (line: string) => void): Promise<Binaries> {
    const assets = process.env.KUBEBUILDER_ASSETS ?? "";
    const folder = assets === "" ? await buildBinaries(log) : assets;
    const found = { apiServer: join(folder, "kube-apiserver"), etcd: join(folder, "etcd") };
    for (const executable of Object.values(found)) {
        if (!existsSync(executable)) {
            throw new UserError(
                `KUBEBUILDER_ASSETS is ${assets}, and there is no ${executable}. Set it to a folder that has kube-apiserver ` +
                    "and etcd (setup-envtest use -p path), or unset it to have them built.",
            );
        }
    }
    return found;
}

async function buildBinaries(log: (line: string) => void): Promise<string> {
    const version = "k8s.io/component-base/version";
    const [major = "", minor = ""] = builtVersion.split(".");
    return await builtOnce(
        {
            title: `the API server of Kubernetes ${builtVersion}`,
            cacheName: `kubernetes-${builtVersion}`,
            module: __dirname,
            packages: ["k8s.io/kubernetes/cmd/kube-apiserver", "./etcd"],
            // Without these it says that it is version 0.0.0.
            linkerFlags: [
                `-X ${version}.gitVersion=v${builtVersion}`,
                `-X ${version}.gitMajor=${major}`,
                `-X ${version}.gitMinor=${minor}`,
            ].join(" "),
            minutes: 4,
            missing: "Kubernetes objects need an API server, KUBEBUILDER_ASSETS names none",
            remedies: [
                "set KUBEBUILDER_ASSETS to a folder with kube-apiserver and etcd: " +
                    "https://book.kubebuilder.io/reference/envtest",
            ],
        },
        log,
    );
}
