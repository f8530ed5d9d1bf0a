import type * as pulumi from "@pulumi/pulumi";
import type { DayOfWeek } from "../maintenance-windows/maintenance-windows-args";

/** Namespace of kured where nobody set another: policies of the cluster must leave it out. */
export const kuredNamespaceName = "kured";

/** Image of kured where nobody set another. */
export const kuredImage = "ghcr.io/kubereboot/kured:1.23.0";

/** When and how nodes are restarted. All arguments are optional. */
export interface KuredArgs {
    /**
     * Name of the namespace that is created. Its pods may do what others may not, so put nothing else into it, and leave
     * it out of policies on pods. Default: kured.
     *
     * @default "kured"
     */
    namespaceName?: pulumi.Input<string>;

    /**
     * Image of kured with its registry, pinned by a tag or a digest: a copy in a registry of yours, for clusters that
     * do not reach ghcr.io. Default: ghcr.io/kubereboot/kured:1.23.0, which policies on images must let pass. The policy
     * pack excuses only that image from its policies on pods: another one needs exemptions in its configuration.
     *
     * @default "ghcr.io/kubereboot/kured:1.23.0"
     */
    image?: pulumi.Input<string>;

    /**
     * Days on which nodes are restarted. Default: every day. Each day that is left out is one that a patched kernel is
     * not in use yet.
     *
     * @default - every day
     */
    days?: DayOfWeek[];

    /**
     * When restarts begin, as HH:MM. Default: 01:00.
     *
     * @default "01:00"
     */
    startTime?: pulumi.Input<string>;

    /**
     * When no further restart begins, as HH:MM. Default: 05:00.
     *
     * @default "05:00"
     */
    endTime?: pulumi.Input<string>;

    /**
     * Time zone of the times and days, by its name such as "Europe/Berlin". Default: UTC.
     *
     * @default "UTC"
     */
    timeZone?: pulumi.Input<string>;

    /**
     * How many nodes are restarted at once. More than one costs room: the pods of all of them need another node.
     * Default: 1.
     *
     * @default 1
     */
    concurrency?: pulumi.Input<number>;

    /**
     * How often each node looks whether it must be restarted, in minutes, 1 to 1440. Default: 15.
     *
     * @default 15
     */
    checkPeriodInMinutes?: pulumi.Input<number>;

    /**
     * How long pods have to leave a node, in minutes, 1 to 1440. After that the node is not restarted, and tried again
     * later. Default: 30.
     *
     * @default 30
     */
    drainTimeoutInMinutes?: pulumi.Input<number>;

    /**
     * How long a pod has to stop, in seconds, in place of its own `terminationGracePeriodSeconds`. Default: as each pod
     * says itself.
     *
     * @default - as each pod says
     */
    drainGracePeriodInSeconds?: pulumi.Input<number>;

    /**
     * Restarts a node also where pods have not left it in time. What it costs: PodDisruptionBudgets do not hold, and
     * what runs on the node is cut off. Default: false.
     *
     * @default false
     */
    forceReboot?: pulumi.Input<boolean>;

    /**
     * After how many minutes a node that never came back loses its turn to the others; at least 10 more than
     * `drainTimeoutInMinutes`. Without an end, a node that the autoscaler removed would block all restarts.
     * Default: 60, or 30 more than `drainTimeoutInMinutes` where that is more.
     *
     * @default 60
     */
    lockTtlInMinutes?: pulumi.Input<number>;

    /**
     * Selectors of labels, such as "job=long". A node with a pod that matches one of them is not restarted. What it
     * costs: a pod that never ends keeps its node unpatched. Default: none.
     *
     * @default - none
     */
    blockingPodSelectors?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Where messages about restarts go, as a URL of shoutrrr such as "teams://…". It is kept as a secret.
     * https://containrrr.dev/shoutrrr/ Default: nowhere.
     *
     * @default - nowhere
     */
    notifyUrl?: pulumi.Input<string>;

    /**
     * Namespace that collects metrics: the only one that reaches kured, at port 8080. Default: none, and nobody does.
     *
     * @default - none
     */
    metricsNamespaceName?: pulumi.Input<string>;
}
