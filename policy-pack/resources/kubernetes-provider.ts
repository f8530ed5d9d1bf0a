import type { ResourceKind } from "../policy";
import { Undetermined, type Property } from "../property";
import { documentsOf } from "../values/yaml-text";

/** A provider of the kubernetes package: how a program signs in to a cluster. */
export interface KubernetesProvider {
    /** The kubeconfig: YAML, JSON, an object, or the path of a file. */
    readonly kubeconfig: Property;
    /** The properties of the kubeconfig that are credentials. Throws `Undetermined` when it cannot be seen into. */
    readonly credentials: () => Iterable<Property>;
    /** The programs that it gets tokens from. Throws `Undetermined` when it cannot be seen into. */
    readonly programs: () => Iterable<Property>;
}

const token = "pulumi:providers:kubernetes";

/** Providers of the kubernetes package. */
export const kubernetesProvider: ResourceKind<KubernetesProvider> = {
    name: "kubernetes Provider",
    matches: (type) => type === token,
    *views({ properties }) {
        const kubeconfig = properties.at("kubeconfig");
        yield { kubeconfig, credentials: () => credentialsOf(kubeconfig), programs: () => programsOf(kubeconfig) };
    },
};

const credentialNames = [
    "client-certificate",
    "client-certificate-data",
    "client-key",
    "client-key-data",
    "token",
    "tokenFile",
    "username",
    "password",
    "auth-provider",
];

const secretArgument = /^--?(?:client-secret|password|token|client-certificate|client-certificate-password)(?:=|$)/;
const secretVariable = /SECRET|PASSWORD|TOKEN$|CERTIFICATE/;

function* credentialsOf(kubeconfig: Property): Generator<Property> {
    for (const document of documents(kubeconfig)) {
        for (const entry of document.at("users").elements()) {
            const user = entry.at("user");
            yield* credentialNames.map((name) => user.at(name)).filter(({ isGiven }) => isGiven);
            yield* user
                .in("exec", "args")
                .elements()
                .filter((argument) => secretArgument.test(argument.string() ?? ""));
            for (const variable of user.in("exec", "env").elements()) {
                if (secretVariable.test(variable.at("name").string() ?? "")) yield variable.at("value");
            }
        }
    }
}

function* programsOf(kubeconfig: Property): Generator<Property> {
    for (const document of documents(kubeconfig)) {
        const plugins = document
            .at("users")
            .elements()
            .map((entry) => entry.in("user", "exec"));
        yield* plugins.filter(({ isGiven }) => isGiven).map((plugin) => plugin.at("command"));
    }
}

function documents(kubeconfig: Property): Property[] {
    if (typeof kubeconfig.value !== "string") return kubeconfig.isGiven ? [kubeconfig] : [];
    // What `pulumi policy analyze` shows of a secret that it cannot decrypt.
    if (kubeconfig.value === "[secret]") throw new Undetermined(kubeconfig.path, "is encrypted");

    const found = documentsOf(kubeconfig);
    if (found.length === 0)
        throw new Undetermined(kubeconfig.path, "is the path of a file, which a policy does not read");
    return found;
}
