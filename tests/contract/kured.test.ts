import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const program = (args: aksguard.KuredArgs) => () => {
    new aksguard.Kured("kit", args);
};

const wildcard = "role-wildcards-disallowed";
const exec = "role-pod-exec-limited";
const node = "role-node-proxy-disallowed";
const secrets = "role-secrets-access-limited";
const workloads = "role-pods-creation-limited";

/** Rights that policies guard: each made a right to everything. */
const guardedRights: Record<string, string[]> = {
    "rules[0].resources[0]": [
        "role-config-maps-writing-limited",
        "role-networking-writing-limited",
        node,
        exec,
        workloads,
        secrets,
        wildcard,
    ],
    "rules[0].verbs[0]": [wildcard],
    "rules[0].verbs[1]": [wildcard],
    "rules[1].resources[0]": [node, exec, secrets, wildcard],
    "rules[1].verbs[0]": [workloads, wildcard],
    "rules[1].verbs[1]": [workloads, wildcard],
    "rules[2].resources[0]": [
        "role-config-maps-writing-limited",
        "role-networking-writing-limited",
        node,
        exec,
        workloads,
        "role-token-creation-limited",
        "role-volumes-creation-limited",
        wildcard,
    ],
    "rules[2].verbs[0]": [wildcard],
    "rules[3].resources[0]": [wildcard],
    "rules[3].verbs[0]": [workloads, wildcard],
};

/** Advisory: kured sees the processes of nodes, which no lesser namespace lets it. */
const privileged = "namespace-pod-security-privileged-absent";

/** What only kured may do, and not another program in its image nor its image from elsewhere. */
const excused = [
    "pod-app-armor-profile-limited",
    "pod-capabilities-dropped",
    "pod-host-paths-limited",
    "pod-host-pid-disallowed",
    "pod-run-as-non-root-required",
    "pod-run-as-user-non-root",
    "pod-service-account-token-unmounted",
    "pod-volume-types-limited",
];

/** Advisory: the image has a tag, so that its version can be read. */
const digest = "pod-image-digest-used";

describe("contract of kured and policies", () => {
    it("a privileged namespace and an image without a digest are all that policies say of kured", async () => {
        assert.deepEqual(await objectionsTo(program({})), [privileged, digest]);
    });

    it("and of kured with everything named; a copy of the image needs exemptions beside", async () => {
        const everything: aksguard.KuredArgs = {
            namespaceName: "reboots",
            image: "shop.azurecr.io/kured:1.23.0",
            days: ["Sunday"],
            notifyUrl: "teams://secret",
            metricsNamespaceName: "monitoring",
            forceReboot: true,
        };
        assert.deepEqual(await objectionsTo(program(everything)), [privileged, digest, ...excused].sort());
    });

    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:Namespace",
        guarded: {
            'metadata.labels["pod-security.kubernetes.io/audit"]': ["namespace-pod-security-enforced"],
            'metadata.labels["pod-security.kubernetes.io/enforce"]': [
                "namespace-pod-security-enforced",
                "namespace-pod-security-version-pinned",
            ],
        },
        held: {
            apiVersion: "v1",
            kind: "Namespace",
            'metadata.labels["app.kubernetes.io/name"]': "kured",
            'metadata.labels["pod-security.kubernetes.io/warn"]': "privileged",
            "metadata.name": "kured",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:ServiceAccount",
        guarded: {
            automountServiceAccountToken: ["service-account-token-unmounted"],
            "metadata.namespace": ["pod-default-namespace-unused"],
        },
        held: {
            apiVersion: "v1",
            kind: "ServiceAccount",
            'metadata.labels["app.kubernetes.io/name"]': "kured",
            "metadata.name": "kured",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
        opposites: Object.fromEntries(Object.keys(guardedRights).map((path) => [path, "*"])),
        guarded: guardedRights,
        held: {
            apiVersion: "rbac.authorization.k8s.io/v1",
            kind: "ClusterRole",
            'metadata.labels["app.kubernetes.io/name"]': "kured",
            "rules[0].apiGroups[0]": "",
            "rules[1].apiGroups[0]": "",
            "rules[2].apiGroups[0]": "",
            "rules[3].apiGroups[0]": "apps",
        },
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:apps/v1:DaemonSet",
        guarded: {
            "metadata.namespace": ["pod-default-namespace-unused"],
            "spec.template.spec.containers[0].args[3]": ["pod-app-armor-profile-limited", "pod-capabilities-dropped"],
            "spec.template.spec.containers[0].command[0]": excused,
            "spec.template.spec.containers[0].image": [
                "pod-app-armor-profile-limited",
                "pod-capabilities-dropped",
                "pod-host-paths-limited",
                "pod-host-pid-disallowed",
                "pod-image-tag-fixed",
                "pod-images-allowed",
                "pod-run-as-non-root-required",
                "pod-run-as-user-non-root",
                "pod-service-account-token-unmounted",
                "pod-volume-types-limited",
            ],
            "spec.template.spec.containers[0].resources.limits.cpu": ["pod-resource-limits-set"],
            "spec.template.spec.containers[0].resources.limits.memory": ["pod-resource-limits-set"],
            "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation": [
                "pod-privilege-escalation-disallowed",
            ],
            "spec.template.spec.containers[0].securityContext.capabilities.add[0]": [
                "pod-capabilities-dropped",
                "pod-capabilities-limited",
            ],
            "spec.template.spec.containers[0].securityContext.capabilities.drop[0]": ["pod-capabilities-dropped"],
            "spec.template.spec.containers[0].securityContext.privileged": ["pod-privileged-disallowed"],
            "spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem": [
                "pod-root-file-system-read-only",
            ],
            "spec.template.spec.containers[0].securityContext.seccompProfile.type": ["pod-seccomp-profile-limited"],
            "spec.template.spec.containers[0].volumeMounts[0].readOnly": ["pod-host-paths-limited"],
            "spec.template.spec.hostIPC": ["pod-host-ipc-disallowed"],
            "spec.template.spec.hostNetwork": ["pod-host-network-disallowed", "pod-host-ports-limited"],
            "spec.template.spec.volumes[0].hostPath.path": ["pod-host-paths-limited"],
        },
        held: {
            apiVersion: "apps/v1",
            kind: "DaemonSet",
            'metadata.labels["app.kubernetes.io/name"]': "kured",
            "metadata.name": "kured",
            'spec.selector.matchLabels["app.kubernetes.io/name"]': "kured",
            'spec.template.metadata.labels["app.kubernetes.io/name"]': "kured",
            "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key":
                "type",
            "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator":
                "NotIn",
            "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]":
                "virtual-kubelet",
            "spec.template.spec.automountServiceAccountToken": true,
            "spec.template.spec.containers[0].args[0]": "--ds-name=kured",
            "spec.template.spec.containers[0].args[1]": "--ds-namespace=kured",
            "spec.template.spec.containers[0].args[2]": "--reboot-sentinel=/sentinel/reboot-required",
            "spec.template.spec.containers[0].args[4]":
                "--reboot-days=monday,tuesday,wednesday,thursday,friday,saturday,sunday",
            "spec.template.spec.containers[0].args[5]": "--start-time=01:00",
            "spec.template.spec.containers[0].args[6]": "--end-time=05:00",
            "spec.template.spec.containers[0].args[7]": "--time-zone=UTC",
            "spec.template.spec.containers[0].args[8]": "--concurrency=1",
            "spec.template.spec.containers[0].args[9]": "--period=15m",
            "spec.template.spec.containers[0].args[10]": "--drain-timeout=30m",
            "spec.template.spec.containers[0].args[11]": "--lock-ttl=60m",
            "spec.template.spec.containers[0].args[12]": "--drain-grace-period=-1",
            "spec.template.spec.containers[0].args[13]": "--force-reboot=false",
            "spec.template.spec.containers[0].args[14]": "--metrics-port=8080",
            "spec.template.spec.containers[0].args[15]": "--log-format=json",
            "spec.template.spec.containers[0].env[0].name": "KURED_NODE_ID",
            "spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath": "spec.nodeName",
            "spec.template.spec.containers[0].imagePullPolicy": "IfNotPresent",
            "spec.template.spec.containers[0].livenessProbe.failureThreshold": 5,
            "spec.template.spec.containers[0].livenessProbe.httpGet.path": "/metrics",
            "spec.template.spec.containers[0].livenessProbe.httpGet.port": "metrics",
            "spec.template.spec.containers[0].livenessProbe.httpGet.scheme": "HTTP",
            "spec.template.spec.containers[0].livenessProbe.initialDelaySeconds": 10,
            "spec.template.spec.containers[0].livenessProbe.periodSeconds": 30,
            "spec.template.spec.containers[0].livenessProbe.timeoutSeconds": 5,
            "spec.template.spec.containers[0].name": "kured",
            "spec.template.spec.containers[0].ports[0].containerPort": 8080,
            "spec.template.spec.containers[0].ports[0].name": "metrics",
            "spec.template.spec.containers[0].ports[0].protocol": "TCP",
            "spec.template.spec.containers[0].readinessProbe.failureThreshold": 5,
            "spec.template.spec.containers[0].readinessProbe.httpGet.path": "/metrics",
            "spec.template.spec.containers[0].readinessProbe.httpGet.port": "metrics",
            "spec.template.spec.containers[0].readinessProbe.httpGet.scheme": "HTTP",
            "spec.template.spec.containers[0].readinessProbe.initialDelaySeconds": 10,
            "spec.template.spec.containers[0].readinessProbe.periodSeconds": 30,
            "spec.template.spec.containers[0].readinessProbe.timeoutSeconds": 5,
            "spec.template.spec.containers[0].resources.requests.cpu": "10m",
            "spec.template.spec.containers[0].resources.requests.memory": "32Mi",
            "spec.template.spec.containers[0].securityContext.appArmorProfile.type": "Unconfined",
            "spec.template.spec.containers[0].securityContext.runAsGroup": 0,
            "spec.template.spec.containers[0].securityContext.runAsUser": 0,
            "spec.template.spec.containers[0].volumeMounts[0].mountPath": "/sentinel",
            "spec.template.spec.containers[0].volumeMounts[0].name": "sentinel",
            "spec.template.spec.enableServiceLinks": false,
            "spec.template.spec.hostPID": true,
            'spec.template.spec.nodeSelector["kubernetes.io/os"]': "linux",
            "spec.template.spec.priorityClassName": "system-node-critical",
            "spec.template.spec.serviceAccountName": "kured",
            "spec.template.spec.tolerations[0].operator": "Exists",
            "spec.template.spec.volumes[0].hostPath.type": "Directory",
            "spec.template.spec.volumes[0].name": "sentinel",
            "spec.updateStrategy.rollingUpdate.maxUnavailable": 1,
            "spec.updateStrategy.type": "RollingUpdate",
        },
    });
});
