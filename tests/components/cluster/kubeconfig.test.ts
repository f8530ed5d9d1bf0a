import assert from "node:assert/strict";
import { parse } from "yaml";
import { KubeloginMode } from "../../../components";
import { kubeloginKubeconfig } from "../../../components/cluster/kubeconfig";

const source = `
apiVersion: v1
kind: Config
current-context: prod
clusters:
  - name: prod
    cluster:
      server: https://prod-x.private.westeurope.azmk8s.io:443
      certificate-authority-data: Y2E=
contexts:
  - name: prod
    context: { cluster: prod, user: clusterUser_group_prod }
users:
  - name: clusterUser_group_prod
    user:
      client-certificate-data: Y2VydA==
      client-key-data: a2V5
      token: secret-token
      exec:
        apiVersion: client.authentication.k8s.io/v1beta1
        command: kubelogin
        args: [get-token, --login, devicecode, --server-id, 6dae42f8-4368-4678-94ff-3960e28e3630]
`;

interface Rewritten {
    clusters: unknown;
    contexts: unknown;
    users: { name: string; user: { exec: { command: string; args: string[]; interactiveMode: string } } }[];
}

describe("kubeloginKubeconfig", () => {
    for (const mode of Object.values(KubeloginMode)) {
        it(`signs in by kubelogin with mode ${mode}`, async () => {
            const { users } = parse(await kubeloginKubeconfig(source, mode)) as Rewritten;
            assert.equal(users.length, 1);
            assert.equal(users[0]?.name, "clusterUser_group_prod");
            assert.deepEqual(Object.keys(users[0].user), ["exec"]);
            assert.equal(users[0].user.exec.command, "kubelogin");
            assert.deepEqual(users[0].user.exec.args, [
                "get-token",
                "--login",
                mode,
                "--server-id",
                "6dae42f8-4368-4678-94ff-3960e28e3630",
            ]);
            assert.equal(users[0].user.exec.interactiveMode, "Never");
        });
    }

    it("signs in by the Azure CLI unless told otherwise", async () => {
        assert.equal(await kubeloginKubeconfig(source), await kubeloginKubeconfig(source, KubeloginMode.AzureCli));
    });

    it("keeps clusters and contexts, and no credential", async () => {
        const text = await kubeloginKubeconfig(source);
        const rewritten = parse(text) as Rewritten;
        const original = parse(source) as Rewritten;
        assert.deepEqual(rewritten.clusters, original.clusters);
        assert.deepEqual(rewritten.contexts, original.contexts);
        for (const credential of ["Y2VydA==", "a2V5", "secret-token"]) {
            assert.ok(!text.includes(credential), `${credential} is still there`);
        }
    });

    for (const broken of ["", "users: []", "hello", "users: {}"]) {
        it(`refuses ${JSON.stringify(broken)}`, async () => {
            await assert.rejects(kubeloginKubeconfig(broken), {
                message: "Azure returned a kubeconfig without users, which cannot be rewritten for kubelogin.",
            });
        });
    }
});
