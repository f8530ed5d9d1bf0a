import type * as aksguard from "../../components";
import { everyPolicy } from "./every-policy";
import {
    annotated,
    image,
    metadata,
    mounting,
    pod,
    secureContainer,
    withContainer,
    withPodSecurity,
    withSecurity,
    withSetup,
    type Fields,
    type Written,
} from "./pods";

/** Values for all policies, some of which no user would want together. */
export const tried: aksguard.AdmissionPoliciesArgs = {
    ...everyPolicy,
    volumeTypes: { allowedTypes: ["emptyDir", "azureFile"] },
    hostPaths: { allowedPaths: [{ pathPrefix: "/var/log/" }, { pathPrefix: "/data", readOnly: false }] },
    flexVolumes: { allowedDrivers: ["example.com/good"] },
    externalIps: { allowedIps: ["10.0.0.10"] },
};

/** Domain that the hosts of a namespace lie in. */
export const domain = { name: "domain", suffix: "shop.example.com" };

const service = (spec: Fields, annotations?: Fields): Written => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "app", namespace: "shop", annotations },
    spec: { ports: [{ port: 443 }], ...spec },
});
const ports = (...all: number[]) => all.map((port) => ({ name: `p${String(port)}`, port }));
const ingress = (spec: Fields, annotations?: Fields): Written => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "app", namespace: "shop", annotations },
    spec,
});
const ofGatewayApi = (kind: string, spec: Fields): Written => ({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind,
    metadata: { name: "app", namespace: "shop" },
    spec,
});
const toHttps = { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] };
const tls = (...hosts: string[]) => ({ tls: [{ hosts, secretName: "certificate" }] });
const backend = { service: { name: "app", port: { number: 443 } } };
const host = (name?: string) => ({ rules: [name === undefined ? {} : { host: name }] });

interface Cases {
    /** Where the objects are, if not where they say. */
    namespace?: string;
    accepted: Record<string, Written>;
    /** With the whole messages. */
    refused: Record<string, [Written, ...string[]]>;
    /** Fields of a container that is added to a running pod, with the whole messages. */
    added?: Record<string, [Fields, ...string[]]>;
}

/** Objects that each policy accepts and refuses, beside the secure pod that all accept. */
export const cases: Record<string, Cases> = {
    "privileged-containers": {
        accepted: { "`false`": withSecurity({ privileged: false }) },
        added: {
            "a privileged one": [
                { securityContext: { privileged: true } },
                "spec: securityContext.privileged is true in container debug; set it to false, or leave it out.",
            ],
        },
        refused: {
            "a privileged container": [
                withSecurity({ privileged: true, allowPrivilegeEscalation: undefined }),
                "spec: securityContext.privileged is true in container app; set it to false, or leave it out.",
            ],
            "privileged containers of each list": [
                withSetup(
                    { securityContext: { privileged: true } },
                    { containers: [{ ...secureContainer, securityContext: { privileged: true } }] },
                ),
                "spec: securityContext.privileged is true in container app, container setup; set it to false, or leave it out.",
            ],
            "a process of a Windows node": [
                withPodSecurity({ windowsOptions: { hostProcess: true } }, { hostNetwork: true }),
                "spec: securityContext.windowsOptions.hostProcess is true in the pod; set it to false, or leave it out.",
            ],
            "one by the container": [
                withSecurity({ windowsOptions: { hostProcess: true } }, { hostNetwork: true }),
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
                pod({ hostNetwork: true, containers: [{ ...secureContainer, ports: [] }] }),
                "spec: the network of the node is shared by hostNetwork; set it to false, or leave it out.",
            ],
            "a port": [
                withContainer({ ports: [{ containerPort: 8080, hostPort: 80 }] }),
                "spec: ports[].hostPort is set in container app; leave it out, and use a Service.",
            ],
        },
    },
    "volume-types": {
        accepted: {
            "no volumes": pod({ volumes: undefined }),
            "an allowed type": pod({
                volumes: [{ name: "share", azureFile: { secretName: "share", shareName: "share" } }],
            }),
            "types with policies of their own": pod({
                volumes: [
                    { name: "logs", hostPath: { path: "/var/log" } },
                    { name: "flex", flexVolume: { driver: "example.com/good" } },
                ],
            }),
        },
        refused: {
            "other types": [
                pod({
                    volumes: [
                        { name: "share", nfs: { server: "10.0.0.1", path: "/" } },
                        { name: "data", emptyDir: {} },
                        { name: "keys", secret: { secretName: "keys" } },
                    ],
                }),
                "spec: volumes[] is of another type in share, keys; use one of emptyDir, azureFile.",
            ],
        },
    },
    "host-paths": {
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
            "root that is nobody on the node": pod({ hostUsers: false, securityContext: { runAsUser: 0 } }),
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
                withSetup({}, { securityContext: undefined }),
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
                        containers: [{ name: "app", image, securityContext: { seLinuxOptions: { type: "spc_t" } } }],
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
        accepted: {
            "a privileged container, which can do everything anyway": withSecurity({
                privileged: true,
                allowPrivilegeEscalation: undefined,
            }),
            "a pod of Windows": pod({
                os: { name: "windows" },
                securityContext: {},
                containers: [{ name: "app", image }],
            }),
        },
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
                    containers: [
                        {
                            name: "app",
                            image,
                            securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "own.json" } },
                        },
                    ],
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
                "spec: securityContext.appArmorProfile.type is neither RuntimeDefault nor Localhost in container app; set it to RuntimeDefault, or leave it out.",
                "spec: another profile than runtime/default and localhost/… is in the annotations container.apparmor.security.beta.kubernetes.io/app; set runtime/default, or leave them out.",
            ],
        },
    },
    "proc-mount": {
        accepted: { "`Default`": withSecurity({ procMount: "Default" }) },
        refused: {
            "`Unmasked`": [
                withSecurity({ procMount: "Unmasked" }, { hostUsers: false }),
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
                    containers: [
                        { ...secureContainer, livenessProbe: { httpGet: { host: "169.254.169.254", port: 80 } } },
                    ],
                    initContainers: [
                        {
                            name: "setup",
                            image,
                            restartPolicy: "Always",
                            startupProbe: { tcpSocket: { host: "10.0.0.1", port: 80 } },
                        },
                    ],
                }),
                "spec: a probe has httpGet.host or tcpSocket.host in container app, container setup; leave it out.",
            ],
            "a host in a hook": [
                withContainer({ lifecycle: { postStart: { httpGet: { host: "example.com", port: 80 } } } }),
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
                { ...pod(), metadata: { name: "app", labels: metadata.labels } },
                "spec: metadata.namespace is default for the pod; set a namespace of its own.",
            ],
        },
    },
    "container-images": {
        accepted: { "an image of Microsoft": withContainer({ image: "mcr.microsoft.com/oss/pause:3.10" }) },
        refused: {
            "another registry that only looks like it": [
                withSetup({ image: "prod.azurecr.io.example/app" }),
                String.raw`spec: image comes from another place in container setup (prod.azurecr.io.example/app); use an image that matches ^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$.`,
            ],
        },
        added: {
            "one of another place": [
                { image: "busybox" },
                String.raw`spec: image comes from another place in container debug (busybox); use an image that matches ^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$.`,
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
                { ...pod(), metadata: { ...metadata, labels: { app: "app" } } },
                "spec: labels of the pod (metadata.labels beside it) are without team; set each of them.",
            ],
            "an empty label": [
                { ...pod(), metadata: { ...metadata, labels: { app: "app", team: "" } } },
                "spec: labels of the pod (metadata.labels beside it) are without team; set each of them.",
            ],
        },
    },
    "resource-limits": {
        accepted: {
            "the most, in another notation": withContainer({ resources: { limits: { cpu: "1.5", memory: "1024Mi" } } }),
        },
        refused: {
            "no limits": [
                withContainer({ resources: undefined }),
                "spec: resources.limits.cpu is unset in container app; set it to at most 1500m.",
                "spec: resources.limits.memory is unset in container app; set it to at most 1Gi.",
            ],
            "more than the most": [
                withContainer({ resources: { limits: { cpu: "2", memory: "1025Mi" } } }),
                "spec: resources.limits.cpu is above 1500m in container app; set it to at most 1500m.",
                "spec: resources.limits.memory is above 1Gi in container app; set it to at most 1Gi.",
            ],
            "no limit of a container that begins": [
                withSetup({ resources: { limits: { memory: "1Gi" } } }),
                "spec: resources.limits.cpu is unset in container setup; set it to at most 1500m.",
            ],
        },
    },
    "service-ports": {
        accepted: {
            "allowed ports": service({ ports: ports(443, 8999) }),
            "no ports": service({ type: "ExternalName", externalName: "example.com", ports: undefined }),
        },
        refused: {
            "another port": [
                service({ ports: ports(443, 80, 9000) }),
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
                ingress({ defaultBackend: backend }),
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
                ingress({ ...host("a.example.com"), defaultBackend: backend }),
                "spec: every host is answered by defaultBackend; leave it out, and set rules with hosts.",
            ],
        },
    },
    "ingress-host-suffixes": {
        namespace: domain.name,
        accepted: {
            "the domain itself": ingress(host("shop.example.com")),
            "a host below it": ingress(host("a.b.shop.example.com")),
            "a route": ofGatewayApi("HTTPRoute", {
                parentRefs: [{ name: "gateway" }],
                hostnames: ["a.shop.example.com"],
            }),
            "a redirect of every host to HTTPS": ofGatewayApi("HTTPRoute", {
                parentRefs: [{ name: "gateway" }],
                rules: [toHttps],
            }),
            "a route of a mesh": ofGatewayApi("GRPCRoute", { parentRefs: [{ kind: "Service", name: "cart" }] }),
        },
        refused: {
            "a redirect of every host to another one": [
                ofGatewayApi("HTTPRoute", {
                    parentRefs: [{ name: "gateway" }],
                    rules: [
                        {
                            filters: [
                                {
                                    type: "RequestRedirect",
                                    requestRedirect: { scheme: "https", hostname: "a.shop.example.com" },
                                },
                            ],
                        },
                    ],
                }),
                "spec: every host of the gateway is answered, without hostnames; set it to hosts in the domain of the namespace.",
            ],
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
                ofGatewayApi("TLSRoute", { parentRefs: [{ name: "gateway" }], hostnames: ["*.example.com"] }),
                "spec: a host is outside of the domain of the namespace (label aksguard/ingress-host-suffix): *.example.com; use a host in that domain.",
            ],
            "a route for every host": [
                ofGatewayApi("HTTPRoute", { parentRefs: [{ name: "gateway" }] }),
                "spec: every host of the gateway is answered, without hostnames; set it to hosts in the domain of the namespace.",
            ],
        },
    },
    "https-gateways": {
        accepted: {
            HTTPS: ofGatewayApi("Gateway", { listeners: [{ name: "web", protocol: "HTTPS" }] }),
            TLS: ofGatewayApi("ListenerSet", { listeners: [{ name: "web", protocol: "TLS" }] }),
            "HTTP to redirect": ofGatewayApi("Gateway", { listeners: [{ name: "http", protocol: "HTTP" }] }),
            "a route that redirects": ofGatewayApi("HTTPRoute", {
                parentRefs: [{ name: "gateway" }],
                rules: [toHttps],
            }),
            "a route on HTTPS": ofGatewayApi("GRPCRoute", { parentRefs: [{ name: "gateway", sectionName: "https" }] }),
            "a route of a mesh": ofGatewayApi("HTTPRoute", { parentRefs: [{ kind: "Service", name: "cart" }] }),
        },
        refused: {
            "HTTP by any other name": [
                ofGatewayApi("Gateway", {
                    listeners: [
                        { name: "web", protocol: "HTTPS" },
                        { name: "plain", protocol: "HTTP" },
                        { name: "http", protocol: "TCP" },
                    ],
                }),
                "spec.listeners: protocol is neither HTTPS nor TLS in plain (HTTP), http (TCP); set it to HTTPS; one of HTTP whose routes only redirect is called http.",
            ],
            "routes on HTTP and on every listener": [
                ofGatewayApi("GRPCRoute", {
                    parentRefs: [
                        { name: "one", sectionName: "http" },
                        { name: "two" },
                        { name: "three", sectionName: "https" },
                    ],
                }),
                "spec.parentRefs: the route is attached to HTTP, by sectionName or without it, in one, two; set sectionName to a listener of HTTPS, or only redirect to the scheme https.",
            ],
            "a route that serves beside redirecting": [
                ofGatewayApi("HTTPRoute", { parentRefs: [{ name: "gateway" }], rules: [toHttps, { backendRefs: [] }] }),
                "spec.parentRefs: the route is attached to HTTP, by sectionName or without it, in gateway; set sectionName to a listener of HTTPS, or only redirect to the scheme https.",
            ],
            "a redirect that keeps HTTP": [
                ofGatewayApi("HTTPRoute", {
                    parentRefs: [{ name: "gateway" }],
                    rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { hostname: "a.example.com" } }] }],
                }),
                "spec.parentRefs: the route is attached to HTTP, by sectionName or without it, in gateway; set sectionName to a listener of HTTPS, or only redirect to the scheme https.",
            ],
        },
    },
};
