import { kubernetesProviderCredentialsAbsent } from "../../../../policy-pack/policies/kubernetes-provider/kubernetes-provider-credentials-absent";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const secret = "hunter2";
const kubelogin = { command: "kubelogin", args: ["get-token", "--login", "azurecli", "--server-id", "id"] };

function provider(kubeconfig: unknown) {
    return { type: "pulumi:providers:kubernetes", props: kubeconfig === undefined ? {} : { kubeconfig } };
}

function config(user: object) {
    return { apiVersion: "v1", kind: "Config", users: [{ name: "clusterUser", user }] };
}

function yaml(user: string) {
    return `apiVersion: v1\nkind: Config\nusers:\n  - name: clusterUser\n    user:\n      ${user}\n`;
}

testPolicy(kubernetesProviderCredentialsAbsent, {
    compliant: {
        "kubelogin, as JSON": provider(JSON.stringify(config({ exec: kubelogin }))),
        "kubelogin, as YAML": provider(yaml("exec: { command: kubelogin, args: [get-token, --login, azurecli] }")),
        "kubelogin, as an object": provider(config({ exec: kubelogin })),
        "kubelogin in a folder": provider(config({ exec: { command: "/usr/local/bin/kubelogin" } })),
        "kubelogin of Windows": provider(config({ exec: { command: "C:\\tools\\kubelogin.exe" } })),
        "no users": provider(JSON.stringify({ kind: "Config", clusters: [] })),
    },
    violating: {
        "every kind of credential": {
            ...provider(
                JSON.stringify(
                    config({
                        "client-certificate-data": secret,
                        "client-key-data": secret,
                        token: secret,
                        username: "admin",
                        password: secret,
                        "auth-provider": { config: { "access-token": secret } },
                    }),
                ),
            ),
            message: [
                "`kubeconfig.users[0].user.client-certificate-data` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.client-key-data` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.token` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.username` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.password` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.auth-provider` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
            ],
        },
        "files of credentials": {
            ...provider(config({ "client-certificate": "/a.crt", "client-key": "/a.key", tokenFile: "/token" })),
            message: [
                "`kubeconfig.users[0].user.client-certificate` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.client-key` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.tokenFile` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
            ],
        },
        "a token in YAML": {
            ...provider(yaml(`token: ${secret}`)),
            message:
                "`kubeconfig.users[0].user.token` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
        },
        "a token in YAML of the flow style": {
            ...provider(`{ users: [ { name: a, user: { "token": ${secret} } } ] }`),
            message:
                "`kubeconfig.users[0].user.token` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
        },
        "a credential of the second user": {
            ...provider({ users: [{ user: { exec: kubelogin } }, { user: { token: UNKNOWN } }] }),
            message:
                "`kubeconfig.users[1].user.token` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
        },
        "secrets of kubelogin": {
            ...provider(
                config({
                    exec: {
                        command: "kubelogin",
                        args: ["get-token", "--client-secret", secret, `--password=${secret}`],
                        env: [
                            { name: "AZURE_CONFIG_DIR", value: "/tmp" },
                            { name: "AAD_SERVICE_PRINCIPAL_CLIENT_SECRET", value: secret },
                        ],
                    },
                }),
            ),
            message: [
                "`kubeconfig.users[0].user.exec.args[1]` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.exec.args[3]` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
                "`kubeconfig.users[0].user.exec.env[1].value` is a credential, which Pulumi's state then keeps; set it to an `exec` entry with kubelogin.",
            ],
        },
        "other programs": {
            ...provider({
                users: ["/bin/sh", "kubelogin/sh", "mykubelogin", "kubelogin2", "", null].map((command) => ({
                    user: { exec: { command } },
                })),
            }),
            message: ["`sh`", "`sh`", "`mykubelogin`", "`kubelogin2`", "unset", "unset"].map(
                (found, index) =>
                    `\`kubeconfig.users[${index}].user.exec.command\` is ${found}, and only kubelogin is known to sign in by Entra ID; set it to \`kubelogin\`.`,
            ),
        },
        "malformed variables, and another program all the same": {
            ...provider(config({ exec: { command: "sh", env: "none" } })),
            message: [
                "`kubeconfig.users[0].user.exec.env` is a string; set it to a list.",
                "`kubeconfig.users[0].user.exec.command` is `sh`, and only kubelogin is known to sign in by Entra ID; set it to `kubelogin`.",
            ],
        },
        "malformed users": {
            ...provider({ users: "admin" }),
            message: "`kubeconfig.users` is a string; set it to a list.",
        },
    },
    undetermined: {
        "users that are not known": {
            ...provider({ users: UNKNOWN }),
            undetermined: ["`kubeconfig.users` is not known before the update"],
        },
        "a program that is not known": {
            ...provider(config({ exec: { command: UNKNOWN } })),
            undetermined: ["`kubeconfig.users[0].user.exec.command` is not known before the update"],
        },
        "the path of a file": {
            ...provider("~/.kube/config"),
            undetermined: ["`kubeconfig` is the path of a file, which a policy does not read"],
        },
        "a secret that cannot be decrypted": {
            ...provider("[secret]"),
            undetermined: ["`kubeconfig` is encrypted"],
        },
        "a text that is no YAML, which is not printed": {
            ...provider(`users: [ { token: "${secret}`),
            undetermined: ["`kubeconfig` is neither YAML nor JSON"],
        },
    },
    notApplicable: {
        "an unknown kubeconfig": {
            ...provider(UNKNOWN),
            reason: "the kubeconfig is not known before the update, and kubernetes-provider-local-accounts-disabled judges its cluster",
        },
        "no kubeconfig": { ...provider(undefined), reason: "the kubeconfig is that of whoever runs Pulumi" },
        "an empty kubeconfig": { ...provider(""), reason: "the kubeconfig is that of whoever runs Pulumi" },
    },
});
