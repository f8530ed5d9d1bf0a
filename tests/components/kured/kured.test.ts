import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../../../components";
import { kuredImage } from "../../../components/kured/kured-args";
import { record, registered, type Registration } from "../../recorded-program";

const daemonSet = "kubernetes:apps/v1:DaemonSet";

/** What a test reads of a DaemonSet. */
interface DaemonSet {
    metadata: Record<string, unknown>;
    spec: {
        updateStrategy: unknown;
        template: { spec: { containers: [Record<string, unknown>] } & Record<string, unknown> };
    };
}

async function daemonSetOf(args: aksguard.KuredArgs): Promise<DaemonSet> {
    const registrations = await record(() => new aksguard.Kured("kit", args));
    return registered(registrations, daemonSet).inputs as unknown as DaemonSet;
}

/** Flags of kured, by name. */
async function flagsOf(args: aksguard.KuredArgs): Promise<Record<string, string>> {
    const [container] = (await daemonSetOf(args)).spec.template.spec.containers;
    const flags = (container["args"] as string[]).map((flag) => /^--([a-z-]+)=(.*)$/.exec(flag) ?? []);
    return Object.fromEntries(flags.map(([, name, value]) => [name, value])) as Record<string, string>;
}

function problemsOf(args: object): string[] {
    try {
        new aksguard.Kured("kit", args);
    } catch (error) {
        const [, ...lines] = (error as Error).message.split("\n");
        return lines.map((line) => line.replace("  - ", ""));
    }
    return [];
}

function logicalNames(urns: readonly string[]): string[] {
    return urns.map((urn) => urn.split("$").at(-1) ?? "").sort();
}

describe("Kured", () => {
    let registrations: Registration[];
    const inputsOf = (type: string) => registered(registrations, type).inputs;

    before(async () => {
        registrations = await record(() => new aksguard.Kured("kit"));
    });

    it("has a namespace of its own, open to kured alone by its labels", () => {
        assert.deepEqual(inputsOf("kubernetes:core/v1:Namespace")["metadata"], {
            name: "kured",
            labels: {
                "app.kubernetes.io/name": "kured",
                "pod-security.kubernetes.io/enforce": "privileged",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/warn": "privileged",
            },
        });
    });

    it("may drain nodes and take its turn, and nothing else", () => {
        assert.deepEqual(inputsOf("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole")["rules"], [
            { apiGroups: [""], resources: ["nodes"], verbs: ["get", "patch"] },
            { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
            { apiGroups: [""], resources: ["pods/eviction"], verbs: ["create"] },
            { apiGroups: ["apps"], resources: ["daemonsets"], verbs: ["get"] },
        ]);
        assert.deepEqual(inputsOf("kubernetes:rbac.authorization.k8s.io/v1:Role")["rules"], [
            { apiGroups: ["apps"], resources: ["daemonsets"], resourceNames: ["kured"], verbs: ["update"] },
        ]);
        const subjects = [{ kind: "ServiceAccount", name: "kured", namespace: "kured" }];
        const apiGroup = "rbac.authorization.k8s.io";
        assert.deepEqual(
            [
                inputsOf("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding"),
                inputsOf("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"),
            ].map(({ roleRef, subjects: bound }) => ({ roleRef, bound })),
            [
                { roleRef: { apiGroup, kind: "ClusterRole", name: "kit" }, bound: subjects },
                { roleRef: { apiGroup, kind: "Role", name: "kured" }, bound: subjects },
            ],
        );
    });

    it("hands its token to its own pods only", async () => {
        assert.equal(inputsOf("kubernetes:core/v1:ServiceAccount")["automountServiceAccountToken"], false);
        assert.equal((await daemonSetOf({})).spec.template.spec["automountServiceAccountToken"], true);
    });

    it("runs on every Linux node, as root but not privileged", async () => {
        const { metadata, spec } = await daemonSetOf({});
        assert.deepEqual(metadata, {
            name: "kured",
            namespace: "kured",
            labels: { "app.kubernetes.io/name": "kured" },
        });
        const { containers, volumes, ...pod } = spec.template.spec;
        assert.deepEqual(pod, {
            serviceAccountName: "kured",
            automountServiceAccountToken: true,
            enableServiceLinks: false,
            priorityClassName: "system-node-critical",
            nodeSelector: { "kubernetes.io/os": "linux" },
            tolerations: [{ operator: "Exists" }],
            affinity: {
                nodeAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: {
                        nodeSelectorTerms: [
                            { matchExpressions: [{ key: "type", operator: "NotIn", values: ["virtual-kubelet"] }] },
                        ],
                    },
                },
            },
            hostPID: true,
            hostNetwork: false,
            hostIPC: false,
        });
        assert.deepEqual(volumes, [{ name: "sentinel", hostPath: { path: "/var/run", type: "Directory" } }]);
        const [{ image, securityContext, resources, volumeMounts, env }] = containers;
        assert.deepEqual(
            { image, securityContext, resources, volumeMounts, env },
            {
                image: "ghcr.io/kubereboot/kured:1.23.0",
                securityContext: {
                    privileged: false,
                    allowPrivilegeEscalation: false,
                    readOnlyRootFilesystem: true,
                    runAsUser: 0,
                    runAsGroup: 0,
                    capabilities: { drop: ["ALL"], add: ["KILL"] },
                    seccompProfile: { type: "RuntimeDefault" },
                    appArmorProfile: { type: "Unconfined" },
                },
                resources: {
                    requests: { cpu: "10m", memory: "32Mi" },
                    limits: { cpu: "200m", memory: "128Mi" },
                },
                volumeMounts: [{ name: "sentinel", mountPath: "/sentinel", readOnly: true }],
                env: [{ name: "KURED_NODE_ID", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } }],
            },
        );
    });

    it("restarts one node at a time, every night, and gives up on pods that do not leave", async () => {
        assert.deepEqual(await flagsOf({}), {
            "ds-name": "kured",
            "ds-namespace": "kured",
            "reboot-sentinel": "/sentinel/reboot-required",
            "reboot-method": "signal",
            "reboot-days": "monday,tuesday,wednesday,thursday,friday,saturday,sunday",
            "start-time": "01:00",
            "end-time": "05:00",
            "time-zone": "UTC",
            concurrency: "1",
            period: "15m",
            "drain-timeout": "30m",
            "lock-ttl": "60m",
            "drain-grace-period": "-1",
            "force-reboot": "false",
            "metrics-port": "8080",
            "log-format": "json",
        });
    });

    it("restarts as the arguments say", async () => {
        const flags = await flagsOf({
            namespaceName: "reboots",
            days: ["Saturday", "Sunday"],
            startTime: "22:00",
            endTime: "23:30",
            timeZone: "Europe/Berlin",
            concurrency: 2,
            checkPeriodInMinutes: 5,
            drainTimeoutInMinutes: 90,
            drainGracePeriodInSeconds: 30,
            forceReboot: true,
            blockingPodSelectors: ["job=long,team!=one"],
        });
        assert.deepEqual(
            Object.entries(flags).map(([name, value]) => `${name}=${value}`),
            [
                "ds-name=kured",
                "ds-namespace=reboots",
                "reboot-sentinel=/sentinel/reboot-required",
                "reboot-method=signal",
                "reboot-days=saturday,sunday",
                "start-time=22:00",
                "end-time=23:30",
                "time-zone=Europe/Berlin",
                "concurrency=2",
                "period=5m",
                "drain-timeout=90m",
                "lock-ttl=120m",
                "drain-grace-period=30",
                "force-reboot=true",
                "metrics-port=8080",
                "log-format=json",
                "blocking-pod-selector=job=long,team!=one",
            ],
        );
    });

    it("is reached by nobody, or by the collector of metrics", async () => {
        const policy = inputsOf("kubernetes:networking.k8s.io/v1:NetworkPolicy");
        assert.deepEqual(policy["spec"], { podSelector: {}, policyTypes: ["Ingress"] });
        const collected = await record(() => new aksguard.Kured("kit", { metricsNamespaceName: "monitoring" }));
        const { spec } = registered(collected, "kubernetes:networking.k8s.io/v1:NetworkPolicy").inputs;
        assert.deepEqual((spec as { ingress: unknown }).ingress, [
            {
                from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } }],
                ports: [{ protocol: "TCP", port: 8080 }],
            },
        ]);
    });

    it("keeps the URL of notifications in a Secret of its own", async () => {
        const notifying = await record(() => new aksguard.Kured("kit", { notifyUrl: "teams://secret" }));
        const { immutable, stringData, metadata } = registered(notifying, "kubernetes:core/v1:Secret").inputs;
        assert.deepEqual(
            { immutable, stringData, metadata },
            {
                immutable: true,
                stringData: { url: "teams://secret" },
                metadata: { namespace: "kured", labels: { "app.kubernetes.io/name": "kured" } },
            },
        );
        const { spec } = registered(notifying, daemonSet).inputs as unknown as DaemonSet;
        assert.deepEqual((spec.template.spec.containers[0]["env"] as unknown[])[1], {
            name: "KURED_NOTIFY_URL",
            valueFrom: { secretKeyRef: { name: "kit", key: "url" } },
        });
    });

    it("creates rights and isolation before the daemon, and the namespace before all", () => {
        const urns = registered(registrations, daemonSet).dependencies;
        assert.deepEqual(logicalNames(urns), [
            "kubernetes:core/v1:ServiceAccount::kit",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy::kit",
            "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding::kit",
            "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::kit",
        ]);
        for (const { type, dependencies } of registrations) {
            if (type.startsWith("kubernetes:") && !/Namespace$|DaemonSet$/.test(type)) {
                assert.ok(logicalNames(dependencies).includes("kubernetes:core/v1:Namespace::kit"), type);
            }
        }
    });

    it("gives namespace and image, which policies of the cluster must leave out", async () => {
        const image = pulumi.output("registry.example.com/kured:1.23.0");
        const outputs = await new Promise((resolve, reject) => {
            record(() => {
                const kured = new aksguard.Kured("kit", { image });
                pulumi.all([kured.namespaceName, kured.image]).apply(resolve);
            }).catch(reject);
        });
        assert.deepEqual(outputs, ["kured", "registry.example.com/kured:1.23.0"]);
        assert.match(kuredImage, /^ghcr\.io\/kubereboot\/kured[:@].+$/);
    });

    it("rejects what is not one image", () => {
        const digest = `sha256:${"0".repeat(64)}`;
        for (const image of [
            "kubereboot/kured:1.23.0",
            "ghcr.io/kubereboot/kured",
            "ghcr.io/kubereboot/kured:latest",
        ]) {
            assert.deepEqual(problemsOf({ image }), [
                `image is "${image}", which does not name one image in one registry. Set the registry, the path, and a tag other than latest or a digest, such as registry.example.com/kured:1.23.0.`,
            ]);
        }
        for (const image of [
            `ghcr.io/kubereboot/kured@${digest}`,
            `ghcr.io/kubereboot/kured:1.23.0@${digest}`,
            "registry.example.com:5000/mirror/kured:latest-1",
        ]) {
            assert.deepEqual(problemsOf({ image }), []);
        }
    });

    it("rejects namespaces that others have", () => {
        assert.deepEqual(problemsOf({ namespaceName: "kube-system", metricsNamespaceName: "Monitoring" }), [
            'metricsNamespaceName is "Monitoring", where Kubernetes takes 1 to 63 lower-case letters, digits and inner hyphens. Set a name such as "kured".',
            'namespaceName is "kube-system", which is not kured\'s own, and would be opened to privileged pods. Set the name of a namespace that does not exist yet.',
        ]);
    });

    it("rejects windows that restart nothing, or that kured reads in another way", () => {
        assert.deepEqual(problemsOf({ days: [], startTime: "1am", endTime: "01:00", timeZone: "Mars/Olympus" }), [
            "days is [], so that no node is ever restarted. Set a day, or leave it out.",
            'startTime is "1am", which is no time of day. Set hours and minutes, from "00:00" to "23:59".',
            'endTime is "01:00", which is on the day after startTime (1am), and kured looks at each day by itself. Set a later time on the same day, or leave out days.',
            'timeZone is "Mars/Olympus", which is no time zone. Set a name such as "Europe/Berlin".',
        ]);
        assert.deepEqual(problemsOf({ days: ["Sat"], startTime: "05:00", timeZone: "europe/berlin" }), [
            'days[0] is "Sat", which is not among its values. Set one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.',
            'endTime is "05:00", when restarts begin. Set a later time.',
            'timeZone is "europe/berlin", which is no time zone. Write "Europe/Berlin".',
        ]);
        assert.deepEqual(problemsOf({ startTime: "22:00", endTime: "04:00" }), [], "every night, past midnight");
    });

    it("rejects periods that may miss the window", () => {
        assert.deepEqual(problemsOf({ startTime: "23:50", endTime: "00:20", checkPeriodInMinutes: 31 }), [
            "checkPeriodInMinutes is 31, which is longer than the window (30 minutes), and nodes could miss it. Set less, or a longer window.",
        ]);
        assert.deepEqual(problemsOf({ startTime: "23:50", endTime: "00:20", checkPeriodInMinutes: 30 }), []);
    });

    it("rejects values of another shape in words, as JavaScript may give them", () => {
        assert.deepEqual(problemsOf({ days: "Sunday", image: 5, blockingPodSelectors: [7] }), [
            "image is 5, which does not name one image in one registry. Set the registry, the path, and a tag other than latest or a digest, such as registry.example.com/kured:1.23.0.",
            'days is "Sunday", which has another shape than this argument. Compare it with the documentation of the argument.',
            'blockingPodSelectors[0] is 7, which selects no labels. Set labels such as "job=long", joined by commas where all must match.',
        ]);
    });

    it("rejects numbers out of range, and locks that end before the drain", () => {
        assert.deepEqual(
            problemsOf({
                concurrency: 0,
                checkPeriodInMinutes: 0.5,
                drainTimeoutInMinutes: 0,
                drainGracePeriodInSeconds: -1,
                forceReboot: "yes",
            }),
            [
                "concurrency is 0, which is out of range. Set a whole number from 1 to 100.",
                "checkPeriodInMinutes is 0.5, which is out of range. Set a whole number from 1 to 1440.",
                "drainTimeoutInMinutes is 0, which is out of range. Set a whole number from 1 to 1440.",
                "drainGracePeriodInSeconds is -1, which is out of range. Set a whole number from 0 to 86400.",
                'forceReboot is "yes", which is neither true nor false. Set true or false.',
            ],
        );
        assert.deepEqual(problemsOf({ drainTimeoutInMinutes: 60, lockTtlInMinutes: 60 }), [
            "lockTtlInMinutes is 60, so that the next node would begin while one is still on its way. Set at least 70, 10 more than drainTimeoutInMinutes.",
        ]);
    });

    it("rejects selectors and URLs that are none, and keeps the URL to itself", () => {
        assert.deepEqual(problemsOf({ blockingPodSelectors: ["job = long"], notifyUrl: "token", image_: "x" }), [
            'image_ is "given", and there is no argument of this name. The arguments are namespaceName, image, days, startTime, endTime, timeZone, concurrency, checkPeriodInMinutes, drainTimeoutInMinutes, drainGracePeriodInSeconds, forceReboot, lockTtlInMinutes, blockingPodSelectors, notifyUrl, metricsNamespaceName.',
            'blockingPodSelectors[0] is "job = long", which selects no labels. Set labels such as "job=long", joined by commas where all must match.',
            'notifyUrl is "given", and it is no URL. Set a URL of shoutrrr, such as teams://….',
        ]);
    });
});
