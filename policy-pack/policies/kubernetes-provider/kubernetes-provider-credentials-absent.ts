/**
 * A credential in a kubeconfig lies in Pulumi's state, outlives whoever made it, and bypasses Entra ID.
 *
 * Checked property:  kubernetes Provider `kubeconfig`, as YAML, JSON or object: `users[*].user`
 * Compliant values:  `exec` with kubelogin and no secret among its arguments and variables
 * When unset:        not applicable (the kubeconfig of whoever runs Pulumi is not part of the program)
 * Rulings:           not applicable while the kubeconfig is unknown: its cluster then decides, in
 *                    kubernetes-provider-local-accounts-disabled; the update judges it before the provider is used;
 *                    the path of a file is undetermined: a policy reads no files
 */
import { quote } from "../../message";
import { check, definePolicy, each, guarded, notApplicable } from "../../policy";
import { kubernetesProvider } from "../../resources/kubernetes-provider";

export const kubernetesProviderCredentialsAbsent = definePolicy({
    name: "kubernetes-provider-credentials-absent",
    description: "Kubernetes providers must not hold credentials.",
    remediationSteps: "Sign in by kubelogin: an `exec` entry that gets a token from Entra ID.",
    severity: "high",
    practice: 3,
    equivalents: [],
    checks: [
        check(kubernetesProvider, function* ({ kubeconfig, credentials, programs }) {
            if (!kubeconfig.isKnown) {
                return notApplicable(
                    "the kubeconfig is not known before the update, and kubernetes-provider-local-accounts-disabled judges its cluster",
                );
            }
            if (!kubeconfig.isGiven || kubeconfig.value === "") {
                return notApplicable("the kubeconfig is that of whoever runs Pulumi");
            }
            // The path says which credential it is; its value is never printed.
            yield* guarded(() =>
                each(credentials(), function* ({ path }) {
                    yield `\`${path}\` is a credential, which Pulumi's state then keeps; set it to an \`exec\` entry with kubelogin.`;
                }),
            );
            yield* each(programs(), function* (command) {
                const name = command.string()?.split(/[\\/]/).at(-1) ?? "";
                if (/^kubelogin(?:\.exe)?$/.test(name)) return;
                yield `\`${command.path}\` is ${name === "" ? "unset" : quote(name)}, and only kubelogin is known to sign in by Entra ID; set it to \`kubelogin\`.`;
            });
            return undefined;
        }),
    ],
});
