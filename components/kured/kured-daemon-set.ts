import type { DaemonSetArgs } from "@pulumi/kubernetes/apps/v1/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { DayOfWeek } from "../maintenance-windows/maintenance-windows-args";
import { kuredImage, kuredNamespaceName, type KuredArgs } from "./kured-args";

/** Values that nobody set. */
export const kuredDefaults = {
    startTime: "01:00",
    endTime: "05:00",
    timeZone: "UTC",
    concurrency: 1,
    checkPeriodInMinutes: 15,
    drainTimeoutInMinutes: 30,
} as const;

/** Longest time that one node can hold up the others, where only the time to drain was set. */
export function defaultLockTtl(drainTimeoutInMinutes: number): number {
    return Math.max(60, drainTimeoutInMinutes + 30);
}

/** Name of the objects in the namespace: kured looks for its DaemonSet by it. */
export const kuredName = "kured";

/** Labels that the pods are found by. They cannot be changed. */
export const kuredSelector = { "app.kubernetes.io/name": "kured" } as const;

/** Port of the metrics. */
export const metricsPort = 8080;

/** A key of a Secret. */
export interface SecretKey {
    name: pulumi.Input<string>;
    key: string;
}

/** The daemon: one pod on each Linux node. */
export function kuredDaemonSet(args: KuredArgs, notifyUrl?: SecretKey): DaemonSetArgs {
    const namespace = args.namespaceName ?? kuredNamespaceName;
    const concurrency = args.concurrency ?? kuredDefaults.concurrency;
    return {
        metadata: { name: kuredName, namespace, labels: kuredSelector },
        spec: {
            selector: { matchLabels: kuredSelector },
            updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: concurrency } },
            template: {
                metadata: { labels: kuredSelector },
                spec: {
                    serviceAccountName: kuredName,
                    // The account itself hands out no token: this pod asks for one.
                    automountServiceAccountToken: true,
                    enableServiceLinks: false,
                    priorityClassName: "system-node-critical",
                    ...everyLinuxNode,
                    // The signal goes to the first process of the node.
                    hostPID: true,
                    hostNetwork: false,
                    hostIPC: false,
                    containers: [
                        {
                            name: kuredName,
                            image: args.image ?? kuredImage,
                            imagePullPolicy: "IfNotPresent",
                            command: ["/usr/bin/kured"],
                            args: flags(args, namespace),
                            env: environment(notifyUrl),
                            ports: [{ name: "metrics", containerPort: metricsPort, protocol: "TCP" }],
                            livenessProbe: probe,
                            readinessProbe: probe,
                            resources: {
                                requests: { cpu: "10m", memory: "32Mi" },
                                limits: { cpu: "200m", memory: "128Mi" },
                            },
                            securityContext,
                            volumeMounts: [{ name: "sentinel", mountPath: "/sentinel", readOnly: true }],
                        },
                    ],
                    // A folder, because the file in it comes and goes.
                    volumes: [{ name: "sentinel", hostPath: { path: "/var/run", type: "Directory" } }],
                },
            },
        },
    };
}

/** Also those with taints, system pools among them: a node without kured is never restarted. */
const everyLinuxNode = {
    nodeSelector: { "kubernetes.io/os": "linux" },
    tolerations: [{ operator: "Exists" }],
    affinity: {
        nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                    // Container instances that look like a node have no kernel to restart.
                    { matchExpressions: [{ key: "type", operator: "NotIn", values: ["virtual-kubelet"] }] },
                ],
            },
        },
    },
};

/**
 * Not privileged: the right to send a signal is all that is left of root. Ubuntu's AppArmor profile for containers
 * forbids signals to processes of the node, so it cannot be in use; Azure Linux has none.
 */
const securityContext = {
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsUser: 0,
    runAsGroup: 0,
    capabilities: { drop: ["ALL"], add: ["KILL"] },
    seccompProfile: { type: "RuntimeDefault" },
    appArmorProfile: { type: "Unconfined" },
};

const probe = {
    httpGet: { path: "/metrics", port: "metrics", scheme: "HTTP" },
    initialDelaySeconds: 10,
    periodSeconds: 30,
    timeoutSeconds: 5,
    failureThreshold: 5,
};

function environment(notifyUrl: SecretKey | undefined) {
    return [
        { name: "KURED_NODE_ID", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
        ...(notifyUrl ? [{ name: "KURED_NOTIFY_URL", valueFrom: { secretKeyRef: notifyUrl } }] : []),
    ];
}

/** https://kured.dev/docs/configuration/ */
function flags(args: KuredArgs, namespace: pulumi.Input<string>): pulumi.Input<pulumi.Input<string>[]> {
    const drain = args.drainTimeoutInMinutes ?? kuredDefaults.drainTimeoutInMinutes;
    const days = args.days ?? Object.values(DayOfWeek);
    const fixed = [
        flag("ds-name", kuredName),
        flag("ds-namespace", namespace),
        flag("reboot-sentinel", "/sentinel/reboot-required"),
        flag("reboot-method", "signal"),
        flag("reboot-days", days.map((day) => day.toLowerCase()).join(",")),
        flag("start-time", args.startTime ?? kuredDefaults.startTime),
        flag("end-time", args.endTime ?? kuredDefaults.endTime),
        flag("time-zone", args.timeZone ?? kuredDefaults.timeZone),
        flag("concurrency", args.concurrency ?? kuredDefaults.concurrency),
        flag("period", minutes(args.checkPeriodInMinutes ?? kuredDefaults.checkPeriodInMinutes)),
        flag("drain-timeout", minutes(drain)),
        flag("lock-ttl", minutes(args.lockTtlInMinutes ?? lift(drain, defaultLockTtl))),
        // Negative: as each pod says.
        flag("drain-grace-period", args.drainGracePeriodInSeconds ?? -1),
        flag("force-reboot", args.forceReboot ?? false),
        flag("metrics-port", metricsPort),
        flag("log-format", "json"),
    ];
    return lift(args.blockingPodSelectors ?? [], (selectors) => [
        ...fixed,
        ...selectors.map((selector) => flag("blocking-pod-selector", selector)),
    ]);
}

function flag(name: string, value: pulumi.Input<string | number | boolean>): pulumi.Input<string> {
    return lift(value, (known) => `--${name}=${String(known)}`);
}

function minutes(value: pulumi.Input<number>): pulumi.Input<string> {
    return lift(value, (known) => `${String(known)}m`);
}
