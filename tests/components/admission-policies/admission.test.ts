import assert from "node:assert/strict";
import type * as aksguard from "../../../components";
import { heldPolicies } from "../../../components/admission-policies/held-policies";
import { compileErrors, judge, type KubernetesObject, type Request, type Spec } from "./api-server";

/** Values for the policies that need some. */
const everything: aksguard.AdmissionPoliciesArgs = {
    kured: { namespaceName: "kured", image: "ghcr.io/kubereboot/kured:1.23.0" },
    containerImages: { allowedImages: String.raw`^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$` },
    containerPorts: { allowedPorts: ["8080", "9000-9009"] },
    podLabels: { labels: ["team"] },
    resourceLimits: { cpu: "1500m", memory: "1Gi" },
    servicePorts: { allowedPorts: ["443", "8000-8999"] },
};

function specOf(name: string, args: aksguard.AdmissionPoliciesArgs = everything): Spec {
    const found = heldPolicies(args).find((policy) => policy.name === name);
    assert.ok(found !== undefined, `no policy is called ${name}`);
    return found.spec as Spec;
}

const secureContainer = {
    name: "app",
    image: "prod.azurecr.io/app:1.0",
    ports: [{ containerPort: 8080 }],
    resources: { limits: { cpu: "500m", memory: "256Mi" } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
};
const securePodSpec = {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [secureContainer],
    volumes: [{ name: "data", emptyDir: {} }],
};
type Fields = Record<string, unknown>;

const metadata = { namespace: "shop", labels: { team: "a" } };
const pod = (changes: Fields = {}): KubernetesObject => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata,
    spec: { ...securePodSpec, ...changes },
});
const withContainer = (changes: Fields) => pod({ containers: [{ ...secureContainer, ...changes }] });
const withSecurity = (changes: Fields) =>
    withContainer({ securityContext: { ...secureContainer.securityContext, ...changes } });
const withPodSecurity = (changes: Fields) => pod({ securityContext: { ...securePodSpec.securityContext, ...changes } });
const service = (spec: Fields, annotations?: Fields): KubernetesObject => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { namespace: "shop", ...(annotations && { annotations }) },
    spec,
});
const ingress = (spec: Fields, annotations?: Fields): KubernetesObject => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { namespace: "shop", ...(annotations && { annotations }) },
    spec,
});
const route = (kind: string, spec: Fields): KubernetesObject => ({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind,
    metadata: { namespace: "shop" },
    spec,
});
const tls = (...hosts: string[]) => ({ tls: [{ hosts, secretName: "certificate" }] });
const host = (name?: string) => ({ rules: [name === undefined ? {} : { host: name }] });

/** What has a template for pods, by its kind: the object that makes a given pod. */
const makers: Record<string, (pod: KubernetesObject) => KubernetesObject> = {
    Pod: (made) => made,
    PodTemplate: (made) => ({ apiVersion: "v1", kind: "PodTemplate", metadata, template: template(made) }),
    ReplicationController: (made) => controller("v1", "ReplicationController", made),
    Deployment: (made) => controller("apps/v1", "Deployment", made),
    ReplicaSet: (made) => controller("apps/v1", "ReplicaSet", made),
    StatefulSet: (made) => controller("apps/v1", "StatefulSet", made),
    DaemonSet: (made) => controller("apps/v1", "DaemonSet", made),
    Job: (made) => controller("batch/v1", "Job", made),
    CronJob: (made) => ({
        apiVersion: "batch/v1",
        kind: "CronJob",
        metadata,
        spec: { jobTemplate: { spec: { template: template(made) } } },
    }),
};
const places: Record<string, string> = {
    Pod: "spec",
    PodTemplate: "template.spec",
    CronJob: "spec.jobTemplate.spec.template.spec",
};
const template = ({ metadata: { labels } = {}, spec }: KubernetesObject) => ({ metadata: { labels }, spec });
const controller = (apiVersion: string, kind: string, made: KubernetesObject): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: { namespace: "shop" },
    spec: { replicas: 1, template: template(made) },
});

interface Cases {
    args?: aksguard.AdmissionPoliciesArgs;
    namespaceLabels?: Record<string, string>;
    accepted: Record<string, KubernetesObject>;
    /** With the whole messages. */
    refused: Record<string, [KubernetesObject, ...string[]]>;
}

/** Objects that each policy accepts and refuses, beside the secure pod that all accept. */
const policies: Record<string, Cases> = {
    "privileged-containers": {
        accepted: { "`false`": withSecurity({ privileged: false }) },
        refused: {
            "a privileged container": [
                withSecurity({ privileged: true }),
                "spec: securityContext.privileged is true in container app; set it to false, or leave it out.",
            ],
            "privileged containers of each list": [
                pod({
                    initContainers: [{ name: "setup", securityContext: { privileged: true } }],
                    ephemeralContainers: [{ name: "debug", securityContext: { privileged: true } }],
                }),
                "spec: securityContext.privileged is true in container setup, container debug; set it to false, or leave it out.",
            ],
            "a process of a Windows node": [
                withPodSecurity({ windowsOptions: { hostProcess: true } }),
                "spec: securityContext.windowsOptions.hostProcess is true in the pod; set it to false, or leave it out.",
            ],
            "one by the container": [
                withSecurity({ windowsOptions: { hostProcess: true } }),
                "spec: securityContext.windowsOptions.hostProcess is true in container app; set it to false, or leave it out.",
            ],
        },
    },
    "host-namespaces": {
        accepted: { "`false`": pod({ hostPID: false, hostIPC: false }) },
        refused: {
            both: [
                pod({ hostPID: true, hostIPC: true }),
                "spec: namespaces of the node are shared by hostPID, hostIPC; set each to false, or leave it out.",
            ],
        },
    },
    "host-network": {
        accepted: { "port 0, which is none": withContainer({ ports: [{ containerPort: 8080, hostPort: 0 }] }) },
        refused: {
            "the network": [
                pod({ hostNetwork: true }),
                "spec: the network of the node is shared by hostNetwork; set it to false, or leave it out.",
            ],
            "a port": [
                withContainer({ ports: [{ containerPort: 8080, hostPort: 80 }] }),
                "spec: ports[].hostPort is set in container app; leave it out, and use a Service.",
            ],
        },
    },
    "volume-types": {
        args: { volumeTypes: { allowedTypes: ["emptyDir", "azureFile"] } },
        accepted: {
            "no volumes": pod({ volumes: undefined }),
            "an allowed type": pod({ volumes: [{ name: "share", azureFile: {} }] }),
            "types with policies of their own": pod({
                volumes: [
                    { name: "logs", hostPath: { path: "/var/log" } },
                    { name: "flex", flexVolume: {} },
                ],
            }),
        },
        refused: {
            "other types": [
                pod({
                    volumes: [
                        { name: "share", nfs: {} },
                        { name: "data", emptyDir: {} },
                        { name: "keys", secret: {} },
                    ],
                }),
                "spec: volumes[] is of another type in share, keys; use one of emptyDir, azureFile.",
            ],
        },
    },
    "host-paths": {
        args: { hostPaths: { allowedPaths: [{ pathPrefix: "/var/log/" }, { pathPrefix: "/data", readOnly: false }] } },
        accepted: {
            "an allowed path that is written": mounting("/data", {}),
            "a path below a read-only one, read": mounting("/var/log/pods", { readOnly: true }),
            "the read-only one itself, read": mounting("/var/log", { readOnly: true }),
        },
        refused: {
            "another path, which only begins in the same way": [
                mounting("/var/logs", { readOnly: true }),
                "spec: volumes[].hostPath is set in host (/var/logs); use a path below /var/log, /data.",
            ],
            "a read-only path that is written": [
                mounting("/var/log", {}),
                "spec: volumeMounts[].readOnly is not true for a path of the node in container app; set it to true.",
            ],
            "the root": [
                mounting("/", { readOnly: true }),
                "spec: volumes[].hostPath is set in host (/); use a path below /var/log, /data.",
            ],
        },
    },
    "flex-volumes": {
        args: { flexVolumes: { allowedDrivers: ["example.com/good"] } },
        accepted: {
            "an allowed driver": pod({ volumes: [{ name: "v", flexVolume: { driver: "example.com/good" } }] }),
        },
        refused: {
            "another driver": [
                pod({ volumes: [{ name: "v", flexVolume: { driver: "example.com/bad" } }] }),
                "spec: volumes[].flexVolume is set in v (example.com/bad); use a CSI driver, or the driver example.com/good.",
            ],
        },
    },
    users: {
        accepted: {
            "a number in place of a word": pod({
                securityContext: { runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
            }),
            "a container that overrides its pod": {
                ...pod({
                    securityContext: { runAsUser: 0 },
                    containers: [{ ...secureContainer, securityContext: { runAsUser: 1000 } }],
                }),
            },
        },
        refused: {
            "user 0": [
                withSecurity({ runAsUser: 0 }),
                "spec: securityContext.runAsUser is 0 in container app; set another user.",
            ],
            "user 0 of the pod": [
                withPodSecurity({ runAsUser: 0 }),
                "spec: securityContext.runAsUser is 0 in container app; set another user.",
            ],
            "nothing said": [
                pod({ securityContext: undefined, initContainers: [{ name: "setup" }] }),
                "spec: securityContext.runAsNonRoot is not true in container app, container setup; set it to true, in the container or in the pod.",
            ],
            "a container that takes the word back": [
                withSecurity({ runAsNonRoot: false }),
                "spec: securityContext.runAsNonRoot is not true in container app; set it to true, in the container or in the pod.",
            ],
        },
    },
    groups: {
        accepted: {
            "groups above 0": withPodSecurity({ fsGroup: 1, runAsGroup: 1000, supplementalGroups: [2_147_483_647] }),
        },
        refused: {
            "the group of root, in each field of the pod": [
                withPodSecurity({ fsGroup: 0, runAsGroup: 0, supplementalGroups: [5, 0] }),
                "spec: securityContext of the pod has another group in fsGroup, runAsGroup, supplementalGroups 0; set groups in the range 1-2147483647.",
            ],
            "the group of root in a container": [
                withSecurity({ runAsGroup: 0 }),
                "spec: securityContext.runAsGroup is another group in container app; set groups in the range 1-2147483647.",
            ],
        },
    },
    "se-linux": {
        accepted: { "a type of the standard": withSecurity({ seLinuxOptions: { type: "container_t", level: "s0" } }) },
        refused: {
            "another type, in the pod and in a container": [
                {
                    ...pod({
                        securityContext: { seLinuxOptions: { type: "spc_t" } },
                        containers: [{ name: "app", securityContext: { seLinuxOptions: { type: "spc_t" } } }],
                    }),
                },
                "spec: securityContext.seLinuxOptions.type is another one in the pod, container app; set one of container_t, container_init_t, container_kvm_t, container_engine_t, or leave it out.",
            ],
            "a role": [
                withPodSecurity({ seLinuxOptions: { role: "sysadm_r" } }),
                "spec: securityContext.seLinuxOptions has a user or a role in the pod; leave them out.",
            ],
        },
    },
    "privilege-escalation": {
        accepted: { "a pod of Windows": pod({ os: { name: "windows" }, containers: [{ name: "app" }] }) },
        refused: {
            unset: [
                withContainer({ securityContext: undefined }),
                "spec: securityContext.allowPrivilegeEscalation is not false in container app; set it to false.",
            ],
            "`true`": [
                withSecurity({ allowPrivilegeEscalation: true }),
                "spec: securityContext.allowPrivilegeEscalation is not false in container app; set it to false.",
            ],
        },
    },
    capabilities: {
        accepted: {
            "the allowed one": withSecurity({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } }),
        },
        refused: {
            "not all dropped": [
                withSecurity({ capabilities: { drop: ["NET_RAW"] } }),
                'spec: securityContext.capabilities.drop is without ALL in container app; set it to ["ALL"].',
            ],
            "another one added": [
                withSecurity({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } }),
                "spec: securityContext.capabilities.add has another one in container app; add only NET_BIND_SERVICE.",
            ],
        },
    },
    seccomp: {
        accepted: {
            "a profile of the container": {
                ...pod({
                    securityContext: undefined,
                    containers: [{ name: "app", securityContext: { seccompProfile: { type: "Localhost" } } }],
                }),
            },
        },
        refused: {
            unset: [
                pod({ securityContext: {} }),
                "spec: securityContext.seccompProfile.type is neither RuntimeDefault nor Localhost in container app; set it to RuntimeDefault, in the container or in the pod.",
            ],
            "switched off in the container": [
                withSecurity({ seccompProfile: { type: "Unconfined" } }),
                "spec: securityContext.seccompProfile.type is neither RuntimeDefault nor Localhost in container app; set it to RuntimeDefault, in the container or in the pod.",
            ],
        },
    },
    "app-armor": {
        accepted: {
            "a profile of the runtime": withSecurity({ appArmorProfile: { type: "RuntimeDefault" } }),
            "an annotation": annotated({ "container.apparmor.security.beta.kubernetes.io/app": "runtime/default" }),
        },
        refused: {
            "switched off": [
                withSecurity({ appArmorProfile: { type: "Unconfined" } }),
                "spec: securityContext.appArmorProfile.type is neither RuntimeDefault nor Localhost in container app; set it to RuntimeDefault, or leave it out.",
            ],
            "switched off by annotation": [
                annotated({ "container.apparmor.security.beta.kubernetes.io/app": "unconfined", other: "unconfined" }),
                "spec: another profile than runtime/default and localhost/… is in the annotations container.apparmor.security.beta.kubernetes.io/app; set runtime/default, or leave them out.",
            ],
        },
    },
    "proc-mount": {
        accepted: { "`Default`": withSecurity({ procMount: "Default" }) },
        refused: {
            "`Unmasked`": [
                withSecurity({ procMount: "Unmasked" }),
                "spec: securityContext.procMount is not Default in container app; leave it out.",
            ],
        },
    },
    sysctls: {
        accepted: { "a safe one": withPodSecurity({ sysctls: [{ name: "net.ipv4.tcp_syncookies", value: "1" }] }) },
        refused: {
            "one of the node": [
                withPodSecurity({ sysctls: [{ name: "kernel.msgmax", value: "1" }] }),
                "spec: securityContext.sysctls has kernel.msgmax; leave it out.",
            ],
        },
    },
    "host-probes": {
        accepted: {
            "probes of the container itself": withContainer({
                livenessProbe: { httpGet: { path: "/", port: 8080 } },
                readinessProbe: { tcpSocket: { port: 8080, host: "" } },
                lifecycle: { preStop: { exec: { command: ["sync"] } } },
            }),
        },
        refused: {
            "a host in a probe": [
                pod({
                    containers: [{ ...secureContainer, livenessProbe: { httpGet: { host: "169.254.169.254" } } }],
                    initContainers: [{ name: "setup", startupProbe: { tcpSocket: { host: "10.0.0.1" } } }],
                }),
                "spec: a probe has httpGet.host or tcpSocket.host in container app, container setup; leave it out.",
            ],
            "a host in a hook": [
                withContainer({ lifecycle: { postStart: { httpGet: { host: "example.com" } } } }),
                "spec: a hook of lifecycle has httpGet.host or tcpSocket.host in container app; leave it out.",
            ],
        },
    },
    dashboards: {
        accepted: {
            "a tag that only names it": withContainer({ image: "prod.azurecr.io/shop:kubernetes-dashboard-1" }),
            "another dashboard": withContainer({ image: "prod.azurecr.io/grafana/dashboard:1" }),
        },
        refused: Object.fromEntries(
            [
                "kubernetesui/dashboard:v2.7.0",
                "docker.io/kubernetesui/metrics-scraper",
                "k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1",
                "registry.example.com:5000/KubernetesUI/dashboard-web",
                "registry.k8s.io/kubernetes/dashboard@sha256:0",
            ].map((image) => [
                image,
                [
                    withContainer({ image }),
                    "spec: image is one of the Kubernetes dashboard in container app; use the Azure portal or kubectl, which act with the rights of the user.",
                ],
            ]),
        ),
    },
    "default-namespace": {
        accepted: {},
        refused: {
            "no namespace": [
                { ...pod(), metadata: {} },
                "spec: metadata.namespace is default for the pod; set a namespace of its own.",
            ],
        },
    },
    "container-images": {
        accepted: { "an image of Microsoft": withContainer({ image: "mcr.microsoft.com/oss/pause:3.10" }) },
        refused: {
            "another registry that only looks like it": [
                pod({ containers: [], initContainers: [{ name: "setup", image: "prod.azurecr.io.example/app" }] }),
                String.raw`spec: image comes from another place in container setup (prod.azurecr.io.example/app); use an image that matches ^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$.`,
            ],
            "no image": [
                withContainer({ image: undefined }),
                String.raw`spec: image comes from another place in container app (no image); use an image that matches ^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$.`,
            ],
        },
    },
    "container-ports": {
        accepted: {
            "no ports": withContainer({ ports: undefined }),
            "the end of a range": withContainer({ ports: [{ containerPort: 9009 }] }),
        },
        refused: {
            "a port after a range": [
                withContainer({ ports: [{ containerPort: 8080 }, { containerPort: 9010 }] }),
                "spec: ports[].containerPort is another one in container app; use 8080, 9000-9009.",
            ],
        },
    },
    "pod-labels": {
        accepted: {},
        refused: {
            "no labels": [
                { ...pod(), metadata: { namespace: "shop" } },
                "spec: labels of the pod (metadata.labels beside it) are without team; set each of them.",
            ],
            "an empty label": [
                { ...pod(), metadata: { namespace: "shop", labels: { team: "" } } },
                "spec: labels of the pod (metadata.labels beside it) are without team; set each of them.",
            ],
        },
    },
    "resource-limits": {
        accepted: {
            "the most, in another notation": limited({ cpu: "1.5", memory: "1024Mi" }),
            "a container that looks into the pod": pod({ ephemeralContainers: [{ name: "debug" }] }),
        },
        refused: {
            "no limits": [
                withContainer({ resources: undefined }),
                "spec: resources.limits.cpu is unset in container app; set it to at most 1500m.",
                "spec: resources.limits.memory is unset in container app; set it to at most 1Gi.",
            ],
            "more than the most": [
                limited({ cpu: "2", memory: "1025Mi" }),
                "spec: resources.limits.cpu is above 1500m in container app; set it to at most 1500m.",
                "spec: resources.limits.memory is above 1Gi in container app; set it to at most 1Gi.",
            ],
            "no limit of a container that begins": [
                pod({ initContainers: [{ name: "setup", resources: { limits: { memory: "1Gi" } } }] }),
                "spec: resources.limits.cpu is unset in container setup; set it to at most 1500m.",
            ],
        },
    },
    "service-ports": {
        accepted: {
            "allowed ports": service({ ports: [{ port: 443 }, { port: 8999 }] }),
            "no ports": service({ type: "ExternalName" }),
        },
        refused: {
            "another port": [
                service({ ports: [{ port: 443 }, { port: 80 }, { port: 9000 }] }),
                "spec: ports[].port is 80, 9000; use 443, 8000-8999.",
            ],
        },
    },
    "internal-load-balancers": {
        accepted: {
            "another type": service({ type: "NodePort" }),
            "no type": service({}),
            "a private address": service(
                { type: "LoadBalancer" },
                { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" },
            ),
        },
        refused: {
            "no annotation": [
                service({ type: "LoadBalancer" }),
                'spec: the address is public with type LoadBalancer; set the annotation service.beta.kubernetes.io/azure-load-balancer-internal to "true".',
            ],
            "`false`": [
                service(
                    { type: "LoadBalancer" },
                    { "service.beta.kubernetes.io/azure-load-balancer-internal": "false" },
                ),
                'spec: the address is public with type LoadBalancer; set the annotation service.beta.kubernetes.io/azure-load-balancer-internal to "true".',
            ],
        },
    },
    "external-ips": {
        args: { externalIps: { allowedIps: ["10.0.0.10"] } },
        accepted: { none: service({}), "an allowed one": service({ externalIPs: ["10.0.0.10"] }) },
        refused: {
            "another one": [
                service({ externalIPs: ["10.0.0.10", "203.0.113.7"] }),
                "spec: externalIPs has 203.0.113.7; use only 10.0.0.10.",
            ],
        },
    },
    "https-ingress": {
        accepted: {
            "a host with TLS": ingress({ ...host("a.example.com"), ...tls("a.example.com") }),
            "a host below a wildcard": ingress({ ...host("a.example.com"), ...tls("*.example.com") }),
            "TLS for whatever comes": ingress({ ...host("a.example.com"), tls: [{ secretName: "certificate" }] }),
            "a certificate of the gateway, by class": ingress(
                { ingressClassName: "azure-application-gateway", ...host("a.example.com") },
                { "appgw.ingress.kubernetes.io/appgw-ssl-certificate": "shop" },
            ),
            "a certificate of the gateway, by annotation": ingress(host("a.example.com"), {
                "kubernetes.io/ingress.class": "azure/application-gateway",
                "appgw.ingress.kubernetes.io/appgw-ssl-certificate": "shop",
            }),
        },
        refused: {
            "no TLS": [
                ingress({ ingressClassName: "azure-application-gateway", ...host("a.example.com") }),
                "spec: tls is missing for a.example.com; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
            ],
            "another controller with the annotation of the gateway": [
                ingress(
                    { ingressClassName: "nginx", ...host("a.example.com") },
                    { "appgw.ingress.kubernetes.io/appgw-ssl-certificate": "shop" },
                ),
                "spec: tls is missing for a.example.com; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
            ],
            "TLS for other hosts": [
                ingress({
                    rules: [{ host: "a.example.com" }, { host: "a.b.example.com" }],
                    tls: [{ hosts: ["c.example.com"] }, { hosts: ["*.b.example.org"] }],
                }),
                "spec: tls is missing for a.example.com, a.b.example.com; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
            ],
            "two levels below a wildcard": [
                ingress({ ...host("a.b.example.com"), ...tls("*.example.com") }),
                "spec: tls is missing for a.b.example.com; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
            ],
            "a default backend only": [
                ingress({ defaultBackend: {} }),
                "spec: tls is missing for *; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
            ],
            "a host by annotation": [
                ingress(
                    { ...host("a.example.com"), ...tls("a.example.com") },
                    { "appgw.ingress.kubernetes.io/hostname-extension": "b.example.com, c.example.com" },
                ),
                "spec: tls is missing for b.example.com, c.example.com; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
            ],
            "HTTP that is not redirected": [
                ingress(
                    { ...host("a.example.com"), ...tls("a.example.com") },
                    { "nginx.ingress.kubernetes.io/ssl-redirect": "false" },
                ),
                'spec: HTTP is served too, by "false" in the annotation nginx.ingress.kubernetes.io/ssl-redirect; leave it out.',
            ],
        },
    },
    "ingress-hosts": {
        accepted: { "a host": ingress(host("a.example.com")) },
        refused: {
            "no host, and a wildcard": [
                ingress({ rules: [{}, { host: "*.example.com" }] }),
                "spec: rules[].host is no host, *.example.com; set one host in each rule.",
            ],
            "a default backend": [
                ingress({ ...host("a.example.com"), defaultBackend: {} }),
                "spec: every host is answered by defaultBackend; leave it out, and set rules with hosts.",
            ],
        },
    },
    "ingress-host-suffixes": {
        namespaceLabels: { "aksguard/ingress-host-suffix": "shop.example.com" },
        accepted: {
            "the domain itself": ingress(host("shop.example.com")),
            "a host below it": ingress(host("a.b.shop.example.com")),
            "a route": route("HTTPRoute", { parentRefs: [{ name: "gateway" }], hostnames: ["a.shop.example.com"] }),
            "a route of a mesh": route("GRPCRoute", { parentRefs: [{ kind: "Service", name: "cart" }] }),
        },
        refused: {
            "a host that only ends in the same way": [
                ingress({ rules: [{ host: "bigshop.example.com" }, { host: "shop.example.com" }] }),
                "spec: a host is outside of the domain of the namespace (label aksguard/ingress-host-suffix): bigshop.example.com; use a host in that domain.",
            ],
            "no host": [
                ingress(host()),
                "spec: a host is outside of the domain of the namespace (label aksguard/ingress-host-suffix): no host; use a host in that domain.",
            ],
            "a host by annotation": [
                ingress(host("shop.example.com"), { "nginx.ingress.kubernetes.io/server-alias": "other.example.com" }),
                "spec: a host is outside of the domain of the namespace (label aksguard/ingress-host-suffix): other.example.com; use a host in that domain.",
            ],
            "a route to another domain": [
                route("TLSRoute", { parentRefs: [{ name: "gateway" }], hostnames: ["*.example.com"] }),
                "spec: a host is outside of the domain of the namespace (label aksguard/ingress-host-suffix): *.example.com; use a host in that domain.",
            ],
            "a route for every host": [
                route("HTTPRoute", { parentRefs: [{ name: "gateway" }] }),
                "spec: every host of the gateway is answered, without hostnames; set it to hosts in the domain of the namespace.",
            ],
        },
    },
    "https-gateways": {
        accepted: {
            HTTPS: route("Gateway", { listeners: [{ name: "web", protocol: "HTTPS" }] }),
            TLS: route("ListenerSet", { listeners: [{ name: "web", protocol: "TLS" }] }),
        },
        refused: {
            HTTP: [
                route("Gateway", {
                    listeners: [
                        { name: "web", protocol: "HTTPS" },
                        { name: "plain", protocol: "HTTP" },
                    ],
                }),
                "spec.listeners: protocol is neither HTTPS nor TLS in plain (HTTP); set it to HTTPS.",
            ],
        },
    },
};

function mounting(path: string, mount: Fields): KubernetesObject {
    return pod({
        containers: [{ ...secureContainer, volumeMounts: [{ name: "host", mountPath: "/host", ...mount }] }],
        volumes: [{ name: "host", hostPath: { path } }],
    });
}
function annotated(annotations: Fields): KubernetesObject {
    return { ...pod(), metadata: { ...metadata, annotations } };
}
function limited(limits: Fields): KubernetesObject {
    return withContainer({ resources: { limits } });
}

const ofPods = (name: string) =>
    specOf(name).matchConstraints.resourceRules.some(({ resources }) => resources.includes("pods"));

describe("policies that the API server holds", () => {
    it("are all tried here", () => {
        assert.deepEqual(
            heldPolicies(everything)
                .map(({ name }) => name)
                .sort(),
            Object.keys(policies).sort(),
        );
    });

    for (const [name, { args, namespaceLabels = {}, accepted, refused }] of Object.entries(policies)) {
        describe(name, () => {
            const spec = () => specOf(name, { ...everything, ...args });
            const verdict = (object: KubernetesObject, request: Partial<Request> = {}) =>
                judge(spec(), { object, namespaceLabels, ...request });

            it("compiles", () => {
                assert.deepEqual(compileErrors(spec()), []);
            });

            for (const [what, object] of Object.entries(accepted)) {
                it(`accepts ${what}`, () => {
                    assert.deepEqual(verdict(object), []);
                });
            }
            for (const [what, [object, ...messages]] of Object.entries(refused)) {
                it(`refuses ${what}`, () => {
                    assert.deepEqual(verdict(object), messages);
                });
            }

            if (ofPods(name)) {
                const [first] = Object.values(refused);
                assert.ok(first !== undefined);
                const [bad, ...messages] = first;
                for (const [kind, make] of Object.entries(makers)) {
                    it(`judges a ${kind}, where it says what its pods are`, () => {
                        const place = places[kind] ?? "spec.template.spec";
                        assert.deepEqual(
                            verdict({ ...make(bad), metadata: bad.metadata ?? {} }),
                            messages.map((message) => message.replace(/^spec:/, `${place}:`)),
                        );
                        assert.deepEqual(verdict(make(pod())), []);
                    });
                }
                it("judges containers that are added to a running pod", () => {
                    const request = { oldObject: pod(), resource: "pods/ephemeralcontainers" };
                    assert.deepEqual(verdict(pod({ ephemeralContainers: [secureContainer] }), request), []);
                });
            }
        });
    }

    it("accept the secure pod, as each kind makes it", () => {
        for (const { name, spec } of heldPolicies(everything)) {
            for (const make of Object.values(makers)) {
                assert.deepEqual(judge(spec as Spec, { object: make(pod()) }) ?? [], [], name);
            }
        }
    });
});

describe("whom the policies do not judge", () => {
    const spec = specOf("host-namespaces", {
        excludedNamespaces: ["legacy"],
        hostNamespaces: { excludedNamespaces: ["tracing"] },
    });
    const bad = pod({ hostPID: true });
    const within = (namespace: string) => judge(spec, { object: { ...bad, metadata: { namespace } } });

    it("namespaces of AKS, and those that are excluded", () => {
        for (const namespace of ["kube-system", "gatekeeper-system", "aks-istio-system", "legacy", "tracing"]) {
            assert.equal(within(namespace), undefined, namespace);
        }
        for (const namespace of ["shop", "default", "kured", "kube-system-2"]) {
            assert.notEqual(within(namespace), undefined, namespace);
        }
    });

    it("one policy's exclusion is none of another", () => {
        const other = specOf("host-network", { hostNamespaces: { excludedNamespaces: ["tracing"] } });
        assert.deepEqual(
            judge(other, { object: { ...pod({ hostNetwork: true }), metadata: { namespace: "tracing" } } })?.length,
            1,
        );
    });

    it("what is being deleted", () => {
        const leaving = { ...bad, metadata: { ...metadata, deletionTimestamp: "2026-01-01T00:00:00Z" } };
        assert.equal(judge(spec, { object: leaving, oldObject: bad }), undefined);
    });

    it("what was there before and stays as it is, though more of it", () => {
        const deployment = makers["Deployment"]?.(bad) as KubernetesObject;
        const scaled = { ...deployment, spec: { ...(deployment["spec"] as object), replicas: 5 } };
        assert.equal(judge(spec, { object: scaled, oldObject: deployment }), undefined);
        assert.equal(judge(spec, { object: bad, oldObject: bad }), undefined);
    });

    it("but a change of the pod is judged", () => {
        for (const make of Object.values(makers)) {
            assert.equal(judge(spec, { object: make(bad), oldObject: make(pod()) })?.length, 1);
        }
    });

    it("services and ingresses are judged again by annotation", () => {
        const internal = { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" };
        const balancers = specOf("internal-load-balancers");
        const before = service({ type: "LoadBalancer" }, internal);
        assert.equal(judge(balancers, { object: service({ type: "LoadBalancer" }), oldObject: before })?.length, 1);
        assert.equal(judge(balancers, { object: before, oldObject: before }), undefined);
    });
});

describe("kured under the policies", () => {
    const container = {
        name: "kured",
        image: "ghcr.io/kubereboot/kured:1.23.0",
        command: ["/usr/bin/kured"],
        securityContext: { runAsUser: 0, runAsGroup: 0 },
    };
    const spec = { hostPID: true, containers: [container], volumes: [{ name: "s", hostPath: { path: "/var/run" } }] };
    const daemonSet = (changes: Fields = {}, meta: Fields = {}): KubernetesObject => ({
        apiVersion: "apps/v1",
        kind: "DaemonSet",
        metadata: { name: "kured", namespace: "kured", ...meta },
        spec: { template: { spec: { ...spec, ...changes } } },
    });
    const podOf = (owner: string): KubernetesObject => ({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "kured-x", namespace: "kured", ownerReferences: [{ kind: "DaemonSet", name: owner }] },
        spec,
    });
    const policiesThatBreakIt = ["host-namespaces", "host-paths", "users", "groups", "capabilities", "app-armor"];

    it("may do what it must", () => {
        for (const name of policiesThatBreakIt) {
            assert.equal(judge(specOf(name), { object: daemonSet() }), undefined, name);
            assert.equal(judge(specOf(name), { object: podOf("kured") }), undefined, name);
        }
    });

    it("is refused where nobody said that it is there", () => {
        const { kured, ...others } = everything;
        assert.ok(kured !== undefined);
        assert.equal(judge(specOf("host-namespaces", others), { object: daemonSet() })?.length, 1);
    });

    it("is judged by all other policies", () => {
        const privileged = daemonSet({ containers: [{ ...container, securityContext: { privileged: true } }] });
        assert.equal(judge(specOf("privileged-containers"), { object: privileged })?.length, 1);
    });

    const impostors: Record<string, KubernetesObject> = {
        "another image": daemonSet({ containers: [{ ...container, image: "ghcr.io/kubereboot/kured:1.23.0-evil" }] }),
        "another command": daemonSet({ containers: [{ ...container, command: ["/bin/sh"] }] }),
        "a further container": daemonSet({ containers: [container, { name: "shell", image: "busybox" }] }),
        "a container before it": daemonSet({ initContainers: [container] }),
        "another namespace": daemonSet({}, { namespace: "shop" }),
        "another name": daemonSet({}, { name: "kured2" }),
        "a pod of another DaemonSet": podOf("other"),
        "a pod of nobody": { ...podOf("kured"), metadata: { name: "kured-x", namespace: "kured" } },
    };
    for (const [what, object] of Object.entries(impostors)) {
        it(`is not taken for ${what}`, () => {
            assert.equal(judge(specOf("host-namespaces"), { object })?.length, 1);
        });
    }
});
