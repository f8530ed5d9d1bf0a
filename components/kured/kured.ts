import { DaemonSet } from "@pulumi/kubernetes/apps/v1/index.js";
import { Namespace, Secret, ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/index.js";
import { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from "@pulumi/kubernetes/rbac/v1/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { propagationHooks } from "../roles/propagation";
import { podSecurityPrefix } from "../secure-namespace/namespace-labels";
import { kuredImage, kuredNamespaceName, type KuredArgs } from "./kured-args";
import { kuredDaemonSet, kuredName, kuredSelector, metricsPort, type SecretKey } from "./kured-daemon-set";
import { clusterRules, lockRules } from "./kured-rights";
import { kuredRules } from "./kured-rules";

/**
 * Restarts nodes that have patched themselves and wait for it, one after the other and within a window: the Kubernetes
 * reboot daemon (kured) on each Linux node, made of plain objects that policies can see. Works on any cluster, by
 * `opts.provider`.
 *
 * Practice 4. Only for clusters whose node OS upgrade channel is Unmanaged: with NodeImage and SecurityPatch, AKS
 * replaces nodes itself, and kured waits for nothing. What it costs: its pods see the processes of the node and
 * `/var/run`, as root but not privileged, so policies on pods must leave out its namespace.
 * https://learn.microsoft.com/azure/aks/upgrade-node-image-kured
 */
export class Kured extends pulumi.ComponentResource {
    /** Namespace of kured, which policies on pods must leave out. */
    readonly namespaceName: pulumi.Output<string>;
    /** Image of kured, which policies on images must let pass. */
    readonly image: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: KuredArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("Kured", name, args, kuredRules, opts);
        super("aksguard:index:Kured", name, {}, opts);

        const options = {
            parent: this,
            hooks: propagationHooks(`aksguard:Kured:${name}:role-propagation`, "the API server"),
        };
        // The plain name, which policies see at preview; that the namespace is there first is stated.
        const namespaceName = args.namespaceName ?? kuredNamespaceName;
        const namespace = createNamespace(name, namespaceName, { ...options, dependsOn: checked });
        const inNamespace = { ...options, dependsOn: [namespace] };

        const rights = createRights(name, namespaceName, inNamespace);
        const isolation = createIsolation(name, namespaceName, args.metricsNamespaceName, inNamespace);
        const notifyUrl = createNotifySecret(name, namespaceName, args.notifyUrl, inNamespace);
        const daemonSet = new DaemonSet(name, kuredDaemonSet(args, notifyUrl), {
            ...options,
            dependsOn: [...rights, isolation],
        });

        // Known when the namespace is: whoever uses it finds it in place.
        this.namespaceName = pulumi.all([namespaceName, namespace.id]).apply(([known]) => known);
        this.image = pulumi.all([args.image ?? kuredImage, daemonSet.id]).apply(([known]) => known);
        this.registerOutputs({ namespaceName: this.namespaceName, image: this.image });
    }
}

/**
 * The API server itself would refuse kured in a namespace of lower level; what runs here beside the rules is written to
 * the audit log. There is no warning: it would only ever be about kured.
 */
function createNamespace(name: string, namespaceName: pulumi.Input<string>, options: pulumi.CustomResourceOptions) {
    const labels = {
        ...kuredSelector,
        [`${podSecurityPrefix}enforce`]: "privileged",
        [`${podSecurityPrefix}audit`]: "restricted",
        [`${podSecurityPrefix}warn`]: "privileged",
    };
    return new Namespace(name, { metadata: { name: namespaceName, labels } }, options);
}

/** An account with the rights to drain nodes and to take turns. Objects of the whole cluster get names of their own. */
function createRights(
    name: string,
    namespace: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
    const metadata = { name: kuredName, namespace, labels: kuredSelector };
    const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, options);
    const subjects = [{ kind: "ServiceAccount", name: kuredName, namespace }];

    const clusterName = objectName(name);
    const clusterRole = new ClusterRole(
        clusterName,
        { metadata: { labels: kuredSelector }, rules: clusterRules },
        options,
    );
    const clusterRoleBinding = new ClusterRoleBinding(
        clusterName,
        {
            metadata: { labels: kuredSelector },
            roleRef: { apiGroup: rbac, kind: "ClusterRole", name: clusterRole.metadata.name },
            subjects,
        },
        options,
    );
    const role = new Role(name, { metadata, rules: lockRules }, options);
    const roleBinding = new RoleBinding(
        name,
        { metadata, roleRef: { apiGroup: rbac, kind: "Role", name: role.metadata.name }, subjects },
        options,
    );
    return [account, clusterRoleBinding, roleBinding];
}

/** What Kubernetes takes as a name, with room for what Pulumi adds. */
function objectName(name: string): string {
    return dnsLabel(name, 240);
}

const rbac = "rbac.authorization.k8s.io";

/**
 * Nobody reaches the pods but the collector of metrics; probes of the node always do. Egress is not limited: it goes to
 * the API server, whose address a NetworkPolicy cannot name.
 */
function createIsolation(
    name: string,
    namespace: pulumi.Input<string>,
    metricsNamespaceName: pulumi.Input<string> | undefined,
    options: pulumi.CustomResourceOptions,
): NetworkPolicy {
    const collector =
        metricsNamespaceName === undefined
            ? []
            : [
                  {
                      from: [
                          {
                              namespaceSelector: {
                                  matchLabels: { "kubernetes.io/metadata.name": metricsNamespaceName },
                              },
                          },
                      ],
                      ports: [{ protocol: "TCP", port: metricsPort }],
                  },
              ];
    return new NetworkPolicy(
        name,
        {
            metadata: { name: kuredName, namespace, labels: kuredSelector },
            // An empty list is not kept: whoever sends one sends a change each time.
            spec: { podSelector: {}, policyTypes: ["Ingress"], ...(collector.length > 0 && { ingress: collector }) },
        },
        options,
    );
}

/** A URL with a credential in it. Another URL is another Secret, so that pods begin anew with it. */
function createNotifySecret(
    name: string,
    namespace: pulumi.Input<string>,
    notifyUrl: pulumi.Input<string> | undefined,
    options: pulumi.CustomResourceOptions,
): SecretKey | undefined {
    if (notifyUrl === undefined) {
        return undefined;
    }
    const secret = new Secret(
        objectName(name),
        {
            metadata: { namespace, labels: kuredSelector },
            type: "Opaque",
            immutable: true,
            stringData: { url: pulumi.secret(notifyUrl) },
        },
        options,
    );
    return { name: secret.metadata.name, key: "url" };
}
