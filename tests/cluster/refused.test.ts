import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { everyPolicy } from "./every-policy";
import {
    annotated,
    makers,
    metadata,
    mounting,
    pod,
    secureContainer,
    sent,
    withContainer,
    withPodSecurity,
    withSecurity,
    type Fields,
    type Written,
} from "./pods";
import { RealCluster } from "./real-cluster";

/** A pod that breaks one thing. */
interface Row {
    broken: Written;
    /** What the standard Restricted says to the pod; without it, the admission policy says it to the pod as well. */
    standard?: string;
    policy: string;
    /** What the admission policy says to whatever makes the pod, after the place. */
    says: string;
}

/** The deck's table of controls, and what standards have added to it since. */
const controls: Record<string, Row> = {
    privileged: {
        broken: withSecurity({ privileged: true, allowPrivilegeEscalation: undefined }),
        standard:
            'privileged (container "app" must not set securityContext.privileged=true), allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false)',
        policy: "privileged-containers",
        says: "securityContext.privileged is true in container app; set it to false, or leave it out.",
    },
    hostPID: {
        broken: pod({ hostPID: true }),
        standard: "host namespaces (hostPID=true)",
        policy: "host-namespaces",
        says: "namespaces of the node are shared by hostPID; set each to false, or leave it out.",
    },
    hostIPC: {
        broken: pod({ hostIPC: true }),
        standard: "host namespaces (hostIPC=true)",
        policy: "host-namespaces",
        says: "namespaces of the node are shared by hostIPC; set each to false, or leave it out.",
    },
    hostNetwork: {
        broken: pod({ hostNetwork: true, containers: [{ ...secureContainer, ports: [] }] }),
        standard: "host namespaces (hostNetwork=true)",
        policy: "host-network",
        says: "the network of the node is shared by hostNetwork; set it to false, or leave it out.",
    },
    hostPorts: {
        broken: withContainer({ ports: [{ containerPort: 8080, hostPort: 80 }] }),
        standard: 'hostPort (container "app" uses hostPort 80)',
        policy: "host-network",
        says: "ports[].hostPort is set in container app; leave it out, and use a Service.",
    },
    volumes: {
        broken: pod({ volumes: [{ name: "share", nfs: { server: "10.0.0.1", path: "/" } }] }),
        standard: 'restricted volume types (volume "share" uses restricted volume type "nfs")',
        policy: "volume-types",
        says: "volumes[] is of another type in share; use one of configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret.",
    },
    allowedHostPaths: {
        broken: mounting("/var/log", { readOnly: true }),
        standard: 'restricted volume types (volume "host" uses restricted volume type "hostPath")',
        policy: "host-paths",
        says: "volumes[].hostPath is set in host (/var/log); leave it out.",
    },
    allowedFlexVolumes: {
        broken: pod({ volumes: [{ name: "disk", flexVolume: { driver: "example.com/disk" } }] }),
        standard: 'restricted volume types (volume "disk" uses restricted volume type "flexVolume")',
        policy: "flex-volumes",
        says: "volumes[].flexVolume is set in disk (example.com/disk); use a CSI driver.",
    },
    fsGroup: {
        broken: withPodSecurity({ fsGroup: 0 }),
        policy: "groups",
        says: "securityContext of the pod has another group in fsGroup; set groups in the range 1-2147483647.",
    },
    runAsUser: {
        broken: withSecurity({ runAsUser: 0 }),
        standard: 'runAsUser=0 (container "app" must not set runAsUser=0)',
        policy: "users",
        says: "securityContext.runAsUser is 0 in container app; set another user.",
    },
    "runAsNonRoot, unset": {
        broken: withPodSecurity({ runAsNonRoot: undefined }),
        standard: 'runAsNonRoot != true (pod or container "app" must set securityContext.runAsNonRoot=true)',
        policy: "users",
        says: "securityContext.runAsNonRoot is not true in container app; set it to true, in the container or in the pod.",
    },
    runAsGroup: {
        broken: withSecurity({ runAsGroup: 0 }),
        policy: "groups",
        says: "securityContext.runAsGroup is another group in container app; set groups in the range 1-2147483647.",
    },
    supplementalGroups: {
        broken: withPodSecurity({ supplementalGroups: [0] }),
        policy: "groups",
        says: "securityContext of the pod has another group in supplementalGroups 0; set groups in the range 1-2147483647.",
    },
    "SELinux type": {
        broken: withSecurity({ seLinuxOptions: { type: "spc_t" } }),
        standard: 'seLinuxOptions (container "app" set forbidden securityContext.seLinuxOptions: type "spc_t")',
        policy: "se-linux",
        says: "securityContext.seLinuxOptions.type is another one in container app; set one of container_t, container_init_t, container_kvm_t, container_engine_t, or leave it out.",
    },
    "SELinux user": {
        broken: withPodSecurity({ seLinuxOptions: { user: "root" } }),
        standard: "seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: user may not be set)",
        policy: "se-linux",
        says: "securityContext.seLinuxOptions has a user or a role in the pod; leave them out.",
    },
    "privilege escalation": {
        broken: withSecurity({ allowPrivilegeEscalation: undefined }),
        standard:
            'allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false)',
        policy: "privilege-escalation",
        says: "securityContext.allowPrivilegeEscalation is not false in container app; set it to false.",
    },
    "capabilities that are kept": {
        broken: withSecurity({ capabilities: undefined }),
        standard: 'unrestricted capabilities (container "app" must set securityContext.capabilities.drop=["ALL"])',
        policy: "capabilities",
        says: 'securityContext.capabilities.drop is without ALL in container app; set it to ["ALL"].',
    },
    "capabilities that are added": {
        broken: withSecurity({ capabilities: { drop: ["ALL"], add: ["NET_RAW"] } }),
        standard:
            'unrestricted capabilities (container "app" must not include "NET_RAW" in securityContext.capabilities.add)',
        policy: "capabilities",
        says: "securityContext.capabilities.add has another one in container app; add only NET_BIND_SERVICE.",
    },
    procMount: {
        broken: withSecurity({ procMount: "Unmasked" }, { hostUsers: false }),
        standard: 'procMount (container "app" must not set securityContext.procMount to "Unmasked")',
        policy: "proc-mount",
        says: "securityContext.procMount is not Default in container app; leave it out.",
    },
    AppArmor: {
        broken: withSecurity({ appArmorProfile: { type: "Unconfined" } }),
        standard: 'forbidden AppArmor profile (container "app" must not set AppArmor profile type to "Unconfined")',
        policy: "app-armor",
        says: "securityContext.appArmorProfile.type is neither RuntimeDefault nor Localhost in container app; set it to RuntimeDefault, or leave it out.",
    },
    "AppArmor, by annotation": {
        broken: annotated({ "container.apparmor.security.beta.kubernetes.io/app": "unconfined" }),
        standard:
            'forbidden AppArmor profiles (container "app" and annotation must not set AppArmor profile type to "Unconfined", "container.apparmor.security.beta.kubernetes.io/app="unconfined"")',
        policy: "app-armor",
        says: "another profile than runtime/default and localhost/… is in the annotations container.apparmor.security.beta.kubernetes.io/app; set runtime/default, or leave them out.",
    },
    seccomp: {
        broken: withPodSecurity({ seccompProfile: undefined }),
        standard:
            'seccompProfile (pod or container "app" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
        policy: "seccomp",
        says: "securityContext.seccompProfile.type is neither RuntimeDefault nor Localhost in container app; set it to RuntimeDefault, in the container or in the pod.",
    },
    sysctls: {
        broken: withPodSecurity({ sysctls: [{ name: "kernel.msgmax", value: "1" }] }),
        standard: "forbidden sysctls (kernel.msgmax)",
        policy: "sysctls",
        says: "securityContext.sysctls has kernel.msgmax; leave it out.",
    },
    "host of a probe": {
        broken: withContainer({ livenessProbe: { httpGet: { host: "169.254.169.254", port: 80 } } }),
        standard: 'probe or lifecycle host (container "app" uses probe or lifecycle host "169.254.169.254")',
        policy: "host-probes",
        says: "a probe has httpGet.host or tcpSocket.host in container app; leave it out.",
    },
};

/** The rows of practice 9 that are about pods, and practice 5. */
const demands: Record<string, Row> = {
    "a port that is not allowed": {
        broken: withContainer({ ports: [{ containerPort: 22 }] }),
        policy: "container-ports",
        says: "ports[].containerPort is another one in container app; use 8080, 9000-9009.",
    },
    "no label": {
        broken: { ...pod(), metadata: { ...metadata, labels: { app: "app" } } },
        policy: "pod-labels",
        says: "labels of the pod (metadata.labels beside it) are without team; set each of them.",
    },
    "an image of another place": {
        broken: withContainer({ image: "docker.io/library/nginx:1" }),
        policy: "container-images",
        says: String.raw`image comes from another place in container app (docker.io/library/nginx:1); use an image that matches ^(prod\.azurecr\.io|mcr\.microsoft\.com)/.+$.`,
    },
    "too much CPU": {
        broken: withContainer({ resources: { limits: { cpu: "1700m", memory: "256Mi" } } }),
        policy: "resource-limits",
        says: "resources.limits.cpu is above 1500m in container app; set it to at most 1500m.",
    },
    "too much memory": {
        broken: withContainer({ resources: { limits: { cpu: "1", memory: "2Gi" } } }),
        policy: "resource-limits",
        says: "resources.limits.memory is above 1Gi in container app; set it to at most 1Gi.",
    },
    "the dashboard": {
        broken: withContainer({ image: "prod.azurecr.io/kubernetesui/dashboard:v2.7.0" }),
        policy: "dashboards",
        says: "image is one of the Kubernetes dashboard in container app; use the Azure portal or kubectl, which act with the rights of the user.",
    },
};

const service = (changes: Fields, annotations?: Fields): Written => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "app", namespace: "shop", annotations },
    spec: { selector: { app: "app" }, ports: [{ port: 443 }], ...changes },
});
const internal = { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" };
const ingress = (host: string, changes: Fields = {}): Written => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "app", namespace: "shop" },
    spec: {
        ingressClassName: "nginx",
        rules: [
            {
                host,
                http: {
                    paths: [
                        { path: "/", pathType: "Prefix", backend: { service: { name: "app", port: { number: 443 } } } },
                    ],
                },
            },
        ],
        tls: [{ hosts: [host], secretName: "certificate" }],
        ...changes,
    },
});

/** The rows of practice 9 that are about services and ingresses: what is compliant, what is not, and what is said of it. */
const exposed: Record<string, { compliant: Written; broken: Written; policy: string; says: string }> = {
    "a service on a port that is not allowed": {
        compliant: service({}),
        broken: service({ ports: [{ port: 80 }] }),
        policy: "service-ports",
        says: "spec: ports[].port is 80; use 443, 8000-8999.",
    },
    "a public load balancer": {
        compliant: service({ type: "LoadBalancer" }, internal),
        broken: service({ type: "LoadBalancer" }),
        policy: "internal-load-balancers",
        says: 'spec: the address is public with type LoadBalancer; set the annotation service.beta.kubernetes.io/azure-load-balancer-internal to "true".',
    },
    "an address outside of Kubernetes": {
        compliant: service({}),
        broken: service({ externalIPs: ["203.0.113.7"] }),
        policy: "external-ips",
        says: "spec: externalIPs has 203.0.113.7; leave it out.",
    },
    "an ingress without HTTPS": {
        compliant: ingress("shop.example.com"),
        broken: ingress("shop.example.com", { tls: undefined }),
        policy: "https-ingress",
        says: "spec: tls is missing for shop.example.com; set tls with each host, or on the Application Gateway the annotation appgw.ingress.kubernetes.io/appgw-ssl-certificate.",
    },
    "a host of another namespace": {
        compliant: ingress("a.shop.example.com"),
        broken: ingress("bank.example.com"),
        policy: "ingress-host-suffixes",
        says: "spec: a host is outside of the domain of the namespace (label aksguard/ingress-host-suffix): bank.example.com; use a host in that domain.",
    },
};

/** The word for a kind in messages of the API server. */
const resources: Record<string, string> = {
    Pod: "pods",
    PodTemplate: "podtemplates",
    ReplicationController: "replicationcontrollers",
    Deployment: "deployments.apps",
    ReplicaSet: "replicasets.apps",
    StatefulSet: "statefulsets.apps",
    DaemonSet: "daemonsets.apps",
    Job: "jobs.batch",
    CronJob: "cronjobs.batch",
    Service: "services",
    Ingress: "ingresses.networking.k8s.io",
};

function refusal(kind: string, why: string): string {
    return `${resources[kind] ?? kind} "app" is forbidden: ${why}`;
}

function denial(policy: string, says: string): string {
    return `ValidatingAdmissionPolicy 'held-${policy}' with binding 'held-${policy}' denied request: ${says}`;
}

describe("in a namespace of ours, the API server", function () {
    this.timeout(300_000);
    let cluster: RealCluster;
    before(async () => {
        cluster = await RealCluster.start();
        await cluster.install(() => {
            const quota = { loadBalancers: 1, nodePorts: 1 };
            new aksguard.SecureNamespace("shop", { ingressHostSuffix: "shop.example.com", quota });
            new aksguard.AdmissionPolicies("held", everyPolicy);
        });
    });
    after(async () => {
        await cluster.stop();
    });

    const answers = async (object: Written) => {
        const { allowed, message } = await cluster.judge(sent(object));
        return allowed ? "accepted" : message;
    };

    it("accepts what is compliant, in every kind that makes pods, without a warning", async () => {
        for (const [kind, { make }] of Object.entries(makers)) {
            const verdict = await cluster.judge(sent(make(pod())));
            assert.deepEqual({ kind, ...verdict }, { kind, allowed: true, message: "", warnings: [] });
        }
    });

    for (const [what, { broken, standard, policy, says }] of Object.entries({ ...controls, ...demands })) {
        it(`refuses ${what}, in pods and in every kind that makes them`, async () => {
            for (const [kind, { make, place }] of Object.entries(makers)) {
                const why =
                    kind === "Pod" && standard !== undefined
                        ? `violates PodSecurity "restricted:v1.36": ${standard}`
                        : denial(policy, `${place}: ${says}`);
                assert.equal(await answers(make(broken)), refusal(kind, why));
            }
        });
    }

    for (const [what, { compliant, broken, policy, says }] of Object.entries(exposed)) {
        it(`refuses ${what}`, async () => {
            assert.equal(await answers(compliant), "accepted");
            assert.equal(await answers(broken), refusal(broken.kind, denial(policy, says)));
        });
    }

    it("gives a pod the limits that it does not state, and refuses a Deployment without them", async () => {
        const unlimited = withContainer({ resources: undefined });
        assert.equal(await answers(unlimited), "accepted");
        const { make, place } = makers["Deployment"] ?? assert.fail();
        const says = `${place}: resources.limits.cpu is unset in container app; set it to at most 1500m.`;
        assert.equal(await answers(make(unlimited)), refusal("Deployment", denial("resource-limits", says)));
    });

    it("refuses a second load balancer, which the quota has no room for", async () => {
        const first = service({ type: "LoadBalancer" }, internal);
        await cluster.apply(sent(first));
        assert.match(
            await answers({ ...first, metadata: { ...first.metadata, name: "second" } }),
            /exceeded quota: namespace/,
        );
    });
});
