import { kubernetesProviderLocalAccountsDisabled } from "../../../../policy-pack/policies/kubernetes-provider/kubernetes-provider-local-accounts-disabled";
import { change, classicCluster, cluster, nativeTokens, type Change } from "../../fixtures";
import { UNKNOWN, type Registered } from "../../policy-tester";
import { testStackPolicy, type Member, type Stack } from "../../stack-policy-tester";

/** A provider whose kubeconfig is made from other resources, and is not known. */
function provider(...madeFrom: string[]): Member {
    const props = { kubeconfig: UNKNOWN };
    return { type: "pulumi:providers:kubernetes", props, madeFrom: { kubeconfig: madeFrom } };
}

/** What azure-native makes of a cluster at preview: what was not given is not known. */
function previewed({ type, props }: Registered, changes: Change = {}): Member {
    const outputs = change({ disableLocalAccounts: UNKNOWN, sku: UNKNOWN, ...props, fqdn: UNKNOWN }, changes);
    return { type, props, outputs };
}

const group: Member = { type: "azure-native:resources:ResourceGroup", props: {} };
const password: Member = { type: "azuread:index/applicationPassword:ApplicationPassword", props: {} };
const inGroup: Pick<Member, "madeFrom"> = { madeFrom: { resourceGroupName: ["group"] } };
const held = previewed(cluster());
const unset = previewed(cluster({ disableLocalAccounts: undefined }));

/** The same program with the cluster under each of its tokens. */
function eachToken(title: string, program: (type: string) => Stack): Record<string, Stack> {
    const tokens = nativeTokens("azure-native:containerservice:ManagedCluster");
    return Object.fromEntries(tokens.map((type) => [`${title} (${type})`, program(type)]));
}

testStackPolicy(kubernetesProviderLocalAccountsDisabled, {
    compliant: {
        ...eachToken("a kubeconfig of a cluster without local accounts", (type) => ({
            prod: { ...held, type },
            subject: provider("prod"),
        })),
        "a kubeconfig of a cluster and of its resource group": {
            group,
            prod: { ...held, ...inGroup },
            subject: provider("group", "prod"),
        },
        "a kubeconfig of a component that makes a cluster": {
            prod: held,
            component: { type: "aksguard:index:Cluster", props: {}, isComponent: true },
            subject: provider("component", "prod"),
        },
        "a kubeconfig of two clusters without local accounts": {
            one: held,
            two: previewed(classicCluster()),
            subject: provider("one", "two"),
        },
        "an AKS Automatic cluster, which has none by itself": {
            prod: previewed(cluster({ disableLocalAccounts: undefined, sku: { name: "Automatic" } })),
            subject: provider("prod"),
        },
        "a cluster that is read, by its outputs": {
            prod: { ...held, isRead: true },
            subject: provider("prod"),
        },
        "a cluster without local accounts, whatever other clusters have": {
            prod: held,
            other: previewed(cluster({ disableLocalAccounts: false })),
            subject: provider("prod"),
        },
    },
    violating: {
        "a cluster with local accounts": {
            stack: { prod: previewed(cluster({ disableLocalAccounts: false })), subject: provider("prod") },
            message:
                "`prod.disableLocalAccounts` is `false`, and its kubeconfig can then hold the certificate of a local account; set it to `true`.",
        },
        "unset, although its output is not known": {
            stack: { prod: unset, subject: provider("prod") },
            message:
                "`prod.disableLocalAccounts` is unset, and its kubeconfig can then hold the certificate of a local account; set it to `true`.",
        },
        "unset (classic)": {
            stack: {
                prod: previewed(classicCluster({ localAccountDisabled: undefined })),
                subject: provider("prod"),
            },
            message:
                "`prod.localAccountDisabled` is unset, and its kubeconfig can then hold the certificate of a local account; set it to `true`.",
        },
        "one of two clusters": {
            stack: {
                one: held,
                two: previewed(cluster({ disableLocalAccounts: "false" })),
                subject: provider("one", "two"),
            },
            message: "`two.disableLocalAccounts` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "a setting that is not known": {
            stack: { prod: previewed(cluster({ disableLocalAccounts: UNKNOWN })), subject: provider("prod") },
            undetermined: ["`prod.disableLocalAccounts` is not known before the update"],
        },
        "a cluster that is read before it exists": {
            stack: { prod: { ...unset, isRead: true }, subject: provider("prod") },
            undetermined: ["`prod.disableLocalAccounts` is not known before the update"],
        },
        "a kubeconfig of nowhere": {
            stack: { prod: held, subject: provider() },
            undetermined: [
                "`subject.kubeconfig` is not known before the update, and Pulumi knows of no cluster that it is made from",
            ],
        },
        "a kubeconfig of something else": {
            stack: { prod: held, password, subject: provider("password") },
            undetermined: [
                "`subject.kubeconfig` is not known before the update, and Pulumi knows of no cluster that it is made from",
            ],
        },
        "a kubeconfig with a password": {
            stack: { prod: held, password, subject: provider("prod", "password") },
            undetermined: ["`subject.kubeconfig` is not known before the update, and it is also made from `password`"],
        },
        "one of two providers, and refuses the other": {
            stack: { prod: unset, subject: provider("prod"), other: provider() },
            undetermined: [
                "`other.kubeconfig` is not known before the update, and Pulumi knows of no cluster that it is made from",
            ],
            violations: [
                "`prod.disableLocalAccounts` is unset, and its kubeconfig can then hold the certificate of a local account; set it to `true`.",
            ],
        },
    },
    notApplicable: {
        "a known kubeconfig": {
            stack: { prod: unset, subject: { ...provider("prod"), props: { kubeconfig: "{}" } } },
            reason: "the kubeconfig is known, and kubernetes-provider-credentials-absent judges it",
        },
        "no kubeconfig": {
            stack: { prod: unset, subject: { ...provider(), props: {} } },
            reason: "the kubeconfig is known, and kubernetes-provider-credentials-absent judges it",
        },
        "a stack without a provider": {
            stack: { prod: unset },
            reason: "has no kubernetes Provider",
        },
    },
});
