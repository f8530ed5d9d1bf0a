import { existsSync } from "node:fs";
import { join } from "node:path";

import { findOnPath } from "../engine/engine";
import { type GoProgram, builtOnce } from "../go/build";
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

/** The kubectl on PATH or in `KUBEBUILDER_ASSETS`, else one that is built once: nobody needs it but people. */
export async function findKubectl(log: (line: string) => void): Promise<string> {
    const installed = findOnPath("kubectl");
    if (installed !== undefined) return installed;
    const inAssets = join(process.env.KUBEBUILDER_ASSETS ?? "", "kubectl");
    if (existsSync(inAssets)) return inAssets;
    const folder = await built(
        {
            title: `kubectl ${builtVersion}`,
            cacheName: `kubectl-${builtVersion}`,
            packages: ["k8s.io/kubernetes/cmd/kubectl"],
            minutes: 1,
            missing: "There is no kubectl on PATH",
            remedies: ["install kubectl: https://kubernetes.io/docs/tasks/tools/"],
        },
        log,
    );
    return join(folder, "kubectl");
}

async function buildBinaries(log: (line: string) => void): Promise<string> {
    return await built(
        {
            title: `the API server of Kubernetes ${builtVersion}`,
            cacheName: `kubernetes-${builtVersion}`,
            packages: ["k8s.io/kubernetes/cmd/kube-apiserver", "./etcd"],
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

async function built(program: Omit<GoProgram, "module" | "linkerFlags">, log: (line: string) => void): Promise<string> {
    const version = "k8s.io/component-base/version";
    const [major = "", minor = ""] = builtVersion.split(".");
    // Without these it says that it is version 0.0.0.
    const linkerFlags = [
        `-X ${version}.gitVersion=v${builtVersion}`,
        `-X ${version}.gitMajor=${major}`,
        `-X ${version}.gitMinor=${minor}`,
    ].join(" ");
    return await builtOnce({ ...program, module: __dirname, linkerFlags }, log);
}
