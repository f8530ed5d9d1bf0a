import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { account } from "../providers/account";

/** What a token begins with. No Entra ID signs it: the API servers of the sandbox ask nobody else. */
export const tokenPrefix = "sandbox-token-of-";

/** Names the object id of somebody else than the deployer, to see a cluster with other eyes. */
const variable = "AKSGUARD_SANDBOX_PRINCIPAL";

/** The credential plugin that kubeconfigs of AKS name. Clients ask it once: its tokens do not expire. */
const script = `#!/bin/sh
# kubelogin in the aksguard sandbox
if [ "$1" != get-token ]; then
    echo "kubelogin in the sandbox knows get-token only" >&2
    exit 1
fi
case "$KUBERNETES_EXEC_INFO" in
    *client.authentication.k8s.io/v1\\"*) version=v1 ;;
    *) version=v1beta1 ;;
esac
token="${tokenPrefix}\${${variable}:-${account.objectId}}"
status="{\\"token\\":\\"$token\\",\\"expirationTimestamp\\":\\"2999-01-01T00:00:00Z\\"}"
echo "{\\"apiVersion\\":\\"client.authentication.k8s.io/$version\\",\\"kind\\":\\"ExecCredential\\",\\"status\\":$status}"
`;

/** Puts a kubelogin into the folder that says who the deployer is, without asking anybody. */
export async function installKubelogin(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "kubelogin"), script, { mode: 0o755 });
}
