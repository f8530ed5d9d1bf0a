import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { findBinaries } from "../../../sandbox/kube-apiserver/binaries";
import { temporaryFolder } from "../../temporary-folders";

describe("the binaries of an API server", () => {
    const { KUBEBUILDER_ASSETS, PATH, XDG_CACHE_HOME } = process.env;
    afterEach(() => {
        for (const [name, value] of Object.entries({ KUBEBUILDER_ASSETS, PATH, XDG_CACHE_HOME })) {
            if (value === undefined) Reflect.deleteProperty(process.env, name);
            else process.env[name] = value;
        }
    });
    const find = () => findBinaries(() => undefined);

    it("are those of KUBEBUILDER_ASSETS", async () => {
        const folder = (process.env.KUBEBUILDER_ASSETS = temporaryFolder());
        for (const name of ["kube-apiserver", "etcd"]) writeFileSync(join(folder, name), "");
        assert.deepEqual(await find(), { apiServer: join(folder, "kube-apiserver"), etcd: join(folder, "etcd") });
    });

    it("are missed where KUBEBUILDER_ASSETS has only one of them", async () => {
        const folder = (process.env.KUBEBUILDER_ASSETS = temporaryFolder());
        writeFileSync(join(folder, "kube-apiserver"), "");
        await assert.rejects(find(), {
            message:
                `KUBEBUILDER_ASSETS is ${folder}, and there is no ${join(folder, "etcd")}. Set it to a folder that has ` +
                "kube-apiserver and etcd (setup-envtest use -p path), or unset it to have them built.",
        });
    });

    it("cannot be built without Go, and both remedies are named", async () => {
        process.env.KUBEBUILDER_ASSETS = "";
        process.env.XDG_CACHE_HOME = process.env.PATH = temporaryFolder();
        await assert.rejects(find(), {
            message: [
                "Kubernetes objects need an API server, KUBEBUILDER_ASSETS names none, and it cannot be built from source: there is no Go on PATH.",
                "Do one of these:",
                "  - set KUBEBUILDER_ASSETS to a folder with kube-apiserver and etcd: https://book.kubebuilder.io/reference/envtest",
                "  - install Go as recent as sandbox/kube-apiserver/go.mod says: https://go.dev/doc/install",
            ].join("\n"),
        });
    });
});
