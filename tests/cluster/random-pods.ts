import * as fc from "fast-check";

import { type Fields, type PodParts, podWith } from "./corpus/secure-pod";
import { volumeSources } from "./corpus/volumes";
import {
    port,
    probed,
    profile,
    rarely,
    runAsNonRoot,
    runAsUser,
    seLinuxOptions,
    securityContext,
} from "./random-containers";

interface Container extends Fields {
    readonly port: "none" | "unset" | "zero" | "same";
    readonly goesOn: boolean;
    readonly probed: Fields;
}

/** Names and ports are the container's own, and only what goes on is probed. */
function numbered(list: "containers" | "initContainers", first: number) {
    return ({ port: hostPort, goesOn, probed: handlers, ...fields }: Container, index: number): Fields => {
        const containerPort = first + index;
        const isProbed = list === "containers" || goesOn;
        const ports = { none: undefined, unset: {}, zero: { hostPort: 0 }, same: { hostPort: containerPort } }[
            hostPort
        ];
        return {
            name: `c${containerPort}`,
            image: "registry.example/image:1",
            ...fields,
            ...(isProbed ? handlers : {}),
            ...(list === "initContainers" && goesOn ? { restartPolicy: "Always" } : {}),
            ports: ports === undefined ? undefined : [{ containerPort, ...ports }],
        };
    };
}

function containersOf(security: fc.Arbitrary<Fields | null | undefined>) {
    const container = fc.record({ securityContext: security, port, goesOn: fc.boolean(), probed });
    return fc.record({
        containers: fc.array(container, { minLength: 1, maxLength: 2 }),
        initContainers: fc.array(container, { maxLength: 1 }),
    });
}

const volumes = fc
    .array(
        fc.oneof(
            { weight: 2, arbitrary: fc.constantFrom<(keyof typeof volumeSources)[]>("emptyDir", "secret", "csi") },
            {
                weight: 1,
                arbitrary: fc.constantFrom(...(Object.keys(volumeSources) as (keyof typeof volumeSources)[])),
            },
        ),
        { maxLength: 2 },
    )
    .map((types) => types.map((type, index) => ({ name: `v${index}`, [type]: volumeSources[type] })));

const sysctl = fc.constantFrom(
    "kernel.shm_rmid_forced",
    "kernel.msgmax",
    "net.ipv4.tcp_syncookies",
    "net.core.somaxconn",
);
const flag = rarely<boolean | null | undefined>(undefined, null, false, true);

const linuxPod = fc.constantFrom(undefined, undefined, null, true, false, false).chain((hostUsers) => {
    // Who has users of their own shares no namespace of the node.
    const shared = hostUsers === false ? fc.constantFrom(undefined, null, false) : flag;
    return fc
        .record({
            host: fc.record({ hostNetwork: shared, hostPID: shared, hostIPC: shared }),
            os: fc.constantFrom<Fields | null | undefined>(undefined, undefined, null, { name: "linux" }),
            nodeSelector: rarely<Fields | undefined>(undefined, { "kubernetes.io/os": "windows" }),
            made: containersOf(securityContext(hostUsers === false)),
            security: fc.record({
                runAsNonRoot,
                runAsUser,
                seccompProfile: profile,
                appArmorProfile: profile,
                seLinuxOptions,
                sysctls: fc.uniqueArray(sysctl, { maxLength: 1 }),
            }),
            hasSecurity: rarely(true, false),
            volumes,
            annotation: rarely<string | undefined>(undefined, "runtime/default", "localhost/own", "unconfined", ""),
        })
        .map(({ host, os, nodeSelector, made, security, hasSecurity, volumes: list, annotation }) => {
            // A sysctl of a namespace of the node is the node's.
            const sysctls = security.sysctls
                .filter((name) => !(host.hostNetwork === true && name.startsWith("net.")))
                .filter((name) => !(host.hostIPC === true && name.startsWith("kernel.")))
                .map((name) => ({ name, value: "1" }));
            const securityOfPod = hasSecurity ? { ...security, sysctls } : null;
            // An annotation must not contradict a field.
            const isAnnotated =
                annotation !== undefined &&
                (securityOfPod?.appArmorProfile ?? undefined) === undefined &&
                !made.containers.some(({ securityContext: own }) => own?.["appArmorProfile"]);
            return podWith(
                {
                    ...host,
                    hostUsers,
                    os,
                    nodeSelector,
                    securityContext: securityOfPod,
                    containers: made.containers.map(numbered("containers", 1000)),
                    initContainers: made.initContainers.map(numbered("initContainers", 2000)),
                    volumes: list,
                },
                isAnnotated ? { "container.apparmor.security.beta.kubernetes.io/c1000": annotation } : {},
            );
        });
});

const windowsPod = fc
    .record({
        hostProcess: fc.constantFrom(undefined, null, false, true),
        isOfPod: fc.boolean(),
        hostNetwork: flag,
        runAsNonRoot,
        runAsUserName: rarely<string | undefined>(undefined, "ContainerUser", "ContainerAdministrator"),
        made: containersOf(
            fc.record({ runAsNonRoot: rarely<boolean | null | undefined>(undefined, null, false, true) }),
        ),
        volumes,
    })
    .map(({ hostProcess, isOfPod, hostNetwork, runAsNonRoot: nonRoot, runAsUserName, made, volumes: list }) => {
        const windowsOptions = { hostProcess, runAsUserName };
        const withOptions = (container: Container): Container => ({
            ...container,
            securityContext: { ...(container["securityContext"] as Fields), ...(isOfPod ? {} : { windowsOptions }) },
        });
        return podWith({
            os: { name: "windows" },
            hostNetwork: hostProcess === true ? true : hostNetwork,
            securityContext: { runAsNonRoot: nonRoot, ...(isOfPod ? { windowsOptions } : {}) },
            containers: made.containers.map(withOptions).map(numbered("containers", 1000)),
            initContainers: made.initContainers.map(withOptions).map(numbered("initContainers", 2000)),
            volumes: list,
        });
    });

/** Pods that the API server takes for valid, most of them secure but for a few fields. */
export const randomPod: fc.Arbitrary<PodParts> = fc.oneof(
    { weight: 5, arbitrary: linuxPod },
    { weight: 1, arbitrary: windowsPod },
);
