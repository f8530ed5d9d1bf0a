import assert from "node:assert/strict";

import { namespaceOf } from "../../../policy-pack/serving/namespace-of";
import { unknownCheckingProxy, UNKNOWN } from "../sdk-server";

const inShop = { metadata: { namespace: "shop" } };
const provider = { props: { namespace: "app" } };

/** Type, inputs and perhaps the provider, with the namespace. */
const cases: [string, string, object, string | undefined, { props: object }?][] = [
    ["an object", "kubernetes:core/v1:Pod", inShop, "shop"],
    ["one without", "kubernetes:core/v1:Pod", {}, "default"],
    ["one of an empty name", "kubernetes:core/v1:Pod", { metadata: { namespace: "" } }, "default"],
    ["one without, by its provider", "kubernetes:core/v1:Pod", {}, "app", provider],
    ["one of another than its provider's", "kubernetes:core/v1:Pod", inShop, "shop", provider],
    ["an unknown one", "kubernetes:core/v1:Pod", { metadata: { namespace: UNKNOWN } }, undefined],
    ["a malformed one", "kubernetes:core/v1:Pod", { metadata: "shop" }, undefined],
    ["a namespace", "kubernetes:core/v1:Namespace", { metadata: { name: "shop" } }, "shop"],
    ["a patch of a namespace", "kubernetes:core/v1:NamespacePatch", { metadata: { name: "shop" } }, "shop"],
    ["a role of the cluster", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", inShop, undefined],
    ["its binding", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", {}, undefined],
    ["an admission policy", "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy", {}, undefined],
    ["a list of one namespace", "kubernetes:apps/v1:DeploymentList", { items: [inShop, inShop] }, "shop"],
    ["a list of several", "kubernetes:apps/v1:DeploymentList", { items: [inShop, {}] }, undefined],
    ["an empty list", "kubernetes:apps/v1:DeploymentList", { items: [] }, undefined],
    ["a release", "kubernetes:helm.sh/v3:Release", { namespace: "shop" }, "shop"],
    ["a release without", "kubernetes:helm.sh/v3:Release", {}, "default"],
    ["a chart", "kubernetes:helm.sh/v4:Chart", { namespace: "shop" }, undefined],
    ["a manifest", "kubernetes:yaml/v2:ConfigGroup", {}, undefined],
    ["what is not of Kubernetes", "azure-native:keyvault:Vault", inShop, undefined],
];

describe("the namespace of", () => {
    for (const [title, type, inputs, expected, ofProvider] of cases) {
        it(title, () => {
            const resource = { type, props: unknownCheckingProxy(inputs) };
            assert.equal(
                namespaceOf(ofProvider === undefined ? resource : { ...resource, provider: ofProvider }),
                expected,
            );
        });
    }
});
