import { podDefaultNamespaceUnused } from "../../../../policy-pack/policies/pod/pod-default-namespace-unused";
import { change, deployment, kindsWithPods, object, podSpec, workloadWith, type Change } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const unset = "`metadata.namespace` is unset, which is `default`; set it to the namespace of the application.";
const found = "`metadata.namespace` is `default`, which nobody owns; set it to the namespace of the application.";

/** A deployment, with changes to the object itself. */
function deployed(changes: Change) {
    const { type, props } = deployment();
    return { type, props: change(props, changes) };
}

function account(metadata: unknown) {
    return object("v1", "ServiceAccount", { metadata, automountServiceAccountToken: false });
}

testPolicy(podDefaultNamespaceUnused, {
    compliant: {
        "another namespace": deployment(),
        "a service elsewhere": object("v1", "Service", { metadata: { name: "shop", namespace: "shop" } }),
        "an account elsewhere": account({ name: "shop", namespace: "shop" }),
        "the service of the API server": object("v1", "Service", {
            metadata: { name: "kubernetes", namespace: "default" },
        }),
        "the account that Kubernetes makes": account({ name: "default", namespace: "default" }),
        "an object in the namespace of its provider": {
            ...deployed({ "metadata.namespace": undefined }),
            providerProps: { namespace: "shop" },
        },
        "a service in the namespace of its provider": {
            ...object("v1", "Service", { metadata: { name: "shop", namespace: "" } }),
            providerProps: { namespace: "shop" },
        },
        "another namespace than that of its provider": { ...deployment(), providerProps: { namespace: "default" } },
        "another namespace, where that of the provider is not known": {
            ...deployment(),
            providerProps: { namespace: UNKNOWN },
        },
        "a patch with a provider of the default namespace": {
            ...object("apps/v1", "DeploymentPatch", { metadata: { name: "shop" } }),
            providerProps: { namespace: "default" },
        },
        "a patch that names no namespace": object("apps/v1", "DeploymentPatch", { metadata: { name: "shop" } }),
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => {
                const { type, props } = workloadWith(apiVersion, kind, path, podSpec());
                const placed = { type, props: change(props, { "metadata.namespace": "default" }) };
                return [`${kind} of ${apiVersion}`, { ...placed, message: found }];
            }),
        ),
        unset: { ...deployed({ "metadata.namespace": undefined }), message: unset },
        null: { ...deployed({ "metadata.namespace": null }), message: unset },
        "an empty text": { ...deployed({ "metadata.namespace": "" }), message: unset },
        "a list": {
            ...deployed({ "metadata.namespace": ["shop"] }),
            message: "`metadata.namespace` is a list; set it to a string.",
        },
        "a provider without a namespace": {
            ...deployed({ "metadata.namespace": undefined }),
            providerProps: { kubeconfig: "config" },
            message: unset,
        },
        "a provider of the default namespace": {
            ...object("v1", "Service", { metadata: { name: "shop" } }),
            providerProps: { namespace: "default" },
            message: unset,
        },
        "the default namespace, with a provider of another": {
            ...deployed({ "metadata.namespace": "default" }),
            providerProps: { namespace: "shop" },
            message: found,
        },
        "a service": { ...object("v1", "Service", { metadata: { name: "shop" } }), message: unset },
        "a service that is called as the account": {
            ...object("v1", "Service", { metadata: { name: "default", namespace: "default" } }),
            message: found,
        },
        "an account": { ...account({ name: "shop", namespace: "default" }), message: found },
        "an account without a name": { ...account({}), message: unset },
        "a service in a list": {
            ...object("v1", "ServiceList", { items: [{ metadata: { name: "shop" } }] }),
            message:
                "`items[0].metadata.namespace` is unset, which is `default`; set it to the namespace of the application.",
        },
        "a patch in the default namespace": {
            ...object("apps/v1", "DeploymentPatch", { metadata: { name: "shop", namespace: "default" } }),
            message: found,
        },
    },
    undetermined: {
        "an unknown namespace of its provider": {
            ...deployed({ "metadata.namespace": undefined }),
            providerProps: { namespace: UNKNOWN },
            undetermined: ["`provider.namespace` is not known before the update"],
        },
        "an unknown namespace": {
            ...deployed({ "metadata.namespace": UNKNOWN }),
            undetermined: ["`metadata.namespace` is not known before the update"],
        },
        "an unknown namespace of an account": {
            ...account({ name: UNKNOWN, namespace: UNKNOWN }),
            undetermined: ["`metadata.namespace` is not known before the update"],
        },
    },
});
