import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const program = (args: aksguard.KuredArgs) => () => {
    new aksguard.Kured("kit", args);
};

const wildcard = "role-wildcards-disallowed";
const everythingInCore = ["role-node-proxy-disallowed", "role-secrets-access-limited", wildcard];

/** Rights that policies guard: each made a right to everything. */
const guardedRights: Record<string, string[]> = {
    "rules[0].resources[0]": everythingInCore,
    "rules[0].verbs[0]": [wildcard],
    "rules[0].verbs[1]": [wildcard],
    "rules[1].resources[0]": everythingInCore,
    "rules[1].verbs[0]": [wildcard],
    "rules[1].verbs[1]": [wildcard],
    "rules[2].resources[0]": ["role-node-proxy-disallowed", wildcard],
    "rules[2].verbs[0]": [wildcard],
    "rules[3].resources[0]": [wildcard],
    "rules[3].verbs[0]": [wildcard],
};

/** Advisory: kured sees the processes of nodes, which no lesser namespace lets it. */
const privileged = "namespace-pod-security-privileged-absent";

describe("contract of kured and policies", () => {
    it("a privileged namespace is all that a policy says of kured", async () => {
        assert.deepEqual(await objectionsTo(program({})), [privileged]);
    });

    it("and of kured with everything named", async () => {
        const everything: aksguard.KuredArgs = {
            namespaceName: "reboots",
            image: "registry.example.com/kured:1.23.0",
            days: ["Sunday"],
            notifyUrl: "teams://secret",
            metricsNamespaceName: "monitoring",
            forceReboot: true,
        };
        assert.deepEqual(await objectionsTo(program(everything)), [privileged]);
    });

    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:Namespace",
        guarded: {
            apiVersion: [privileged],
            kind: [privileged],
            'metadata.labels["app.kubernetes.io/name"]': [privileged],
            'metadata.labels["pod-security.kubernetes.io/audit"]': ["namespace-pod-security-enforced", privileged],
            'metadata.labels["pod-security.kubernetes.io/enforce"]': [
                "namespace-pod-security-enforced",
                "namespace-pod-security-version-pinned",
            ],
            'metadata.labels["pod-security.kubernetes.io/warn"]': [privileged],
            "metadata.name": [privileged],
        },
        held: {},
    });
    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "kubernetes:core/v1:ServiceAccount",
        guarded: {},
        held: {
            apiVersion: "v1",
            automountServiceAccountToken: false,
            kind: "ServiceAccount",
            'metadata.labels["app.kubernetes.io/name"]': "kured",
            "metadata.name": "kured",
            "metadata.namespace": "kured",
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
        guarded: {},
        held: {
            apiVersion: "apps/v1",
            kind: "DaemonSet",
            'metadata.labels["app.kubernetes.io/name"]': "kured",
            "metadata.name": "kured",
            "metadata.namespace": "kured",
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
            "spec.template.spec.containers[0].args[3]": "--reboot-method=signal",
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
            "spec.template.spec.containers[0].command[0]": "/usr/bin/kured",
            "spec.template.spec.containers[0].env[0].name": "KURED_NODE_ID",
            "spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath": "spec.nodeName",
            "spec.template.spec.containers[0].image": "ghcr.io/kubereboot/kured:1.23.0",
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
            "spec.template.spec.containers[0].resources.limits.cpu": "200m",
            "spec.template.spec.containers[0].resources.limits.memory": "128Mi",
            "spec.template.spec.containers[0].resources.requests.cpu": "10m",
            "spec.template.spec.containers[0].resources.requests.memory": "32Mi",
            "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation": false,
            "spec.template.spec.containers[0].securityContext.appArmorProfile.type": "Unconfined",
            "spec.template.spec.containers[0].securityContext.capabilities.add[0]": "KILL",
            "spec.template.spec.containers[0].securityContext.capabilities.drop[0]": "ALL",
            "spec.template.spec.containers[0].securityContext.privileged": false,
            "spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem": true,
            "spec.template.spec.containers[0].securityContext.runAsGroup": 0,
            "spec.template.spec.containers[0].securityContext.runAsUser": 0,
            "spec.template.spec.containers[0].securityContext.seccompProfile.type": "RuntimeDefault",
            "spec.template.spec.containers[0].volumeMounts[0].mountPath": "/sentinel",
            "spec.template.spec.containers[0].volumeMounts[0].name": "sentinel",
            "spec.template.spec.containers[0].volumeMounts[0].readOnly": true,
            "spec.template.spec.enableServiceLinks": false,
            "spec.template.spec.hostIPC": false,
            "spec.template.spec.hostNetwork": false,
            "spec.template.spec.hostPID": true,
            'spec.template.spec.nodeSelector["kubernetes.io/os"]': "linux",
            "spec.template.spec.priorityClassName": "system-node-critical",
            "spec.template.spec.serviceAccountName": "kured",
            "spec.template.spec.tolerations[0].operator": "Exists",
            "spec.template.spec.volumes[0].hostPath.path": "/var/run",
            "spec.template.spec.volumes[0].hostPath.type": "Directory",
            "spec.template.spec.volumes[0].name": "sentinel",
            "spec.updateStrategy.rollingUpdate.maxUnavailable": 1,
            "spec.updateStrategy.type": "RollingUpdate",
        },
    });
});
