import type * as pulumi from "@pulumi/pulumi";
import { parseNetwork } from "../arguments/addresses";
import { isText } from "../arguments/entries";
import {
    choiceProblems,
    flagProblems,
    isNamespaceName,
    namesAreKnown,
    partProblems,
    rangeProblems,
} from "../arguments/forms";
import { dnsLabel } from "../arguments/names";
import type { Problem } from "../arguments/problem";
import { orderProblems, quantityProblems } from "../arguments/quantity";
import type { Rule } from "../arguments/rules";
import { isOfTheSystem } from "../arguments/system-namespaces";
import { ingressHostSuffixLabel, podSecurityPrefix } from "./namespace-labels";
import { resourceDefaults, withDefaults } from "./resource-limits";
import {
    NamespacePodSecurityLevel,
    NetworkPolicyEngine,
    TrafficProtocol,
    type ContainerDefaultsArgs,
    type ContainerMaximumArgs,
    type NamespaceLimitsArgs,
    type NamespaceTrafficArgs,
    type NetworkTrafficArgs,
    type SecureNamespaceArgs,
    type TrafficPortArgs,
} from "./secure-namespace-args";

type Args = pulumi.Unwrap<SecureNamespaceArgs>;

/** What must hold between the arguments of a secure namespace, and of its name. */
export function secureNamespaceRules(name: string): Rule<SecureNamespaceArgs>[] {
    return [
        namesAreKnown<SecureNamespaceArgs>({
            namespaceName: true,
            podSecurityLevel: true,
            podSecurityVersion: true,
            networkPolicyEngine: true,
            sameNamespaceTraffic: true,
            ingressFromNamespaces: true,
            ingressFromNetworks: true,
            egressToNamespaces: true,
            egressToNetworks: true,
            containerDefaults: true,
            containerMaximum: true,
            quota: true,
            ingressHostSuffix: true,
            labels: true,
            annotations: true,
        }),
        ({ namespaceName }) => ownNameProblems(namespaceName ?? dnsLabel(name, 63)),
        choicesAreKnown,
        versionHasForm,
        namespacesAreNamed,
        networksAreNetworks,
        partsAreKnown,
        defaultsFit,
        maximumFits,
        quotaFits,
        countsAreCounts,
        hostSuffixIsDomain,
        labelsAreFree,
    ];
}

function* namespaceNameProblems(argument: string, found: unknown): Iterable<Problem> {
    if (!isNamespaceName(found)) {
        yield {
            argument,
            found,
            why: "where Kubernetes takes 1 to 63 lower-case letters, digits and inner hyphens",
            remedy: "Set the name of a namespace, such as shop",
        };
    }
}

function* ownNameProblems(found: unknown): Iterable<Problem> {
    yield* namespaceNameProblems("namespaceName", found);
    if (typeof found === "string" && isOfTheSystem(found)) {
        yield {
            argument: "namespaceName",
            found,
            why: "a namespace of Kubernetes or AKS, whose pods would not run under these rules",
            remedy: "Set a name of its own",
        };
    }
}

function* choicesAreKnown({ podSecurityLevel, networkPolicyEngine, sameNamespaceTraffic }: Args): Iterable<Problem> {
    yield* choiceProblems("podSecurityLevel", podSecurityLevel, NamespacePodSecurityLevel);
    yield* choiceProblems("networkPolicyEngine", networkPolicyEngine, NetworkPolicyEngine);
    yield* flagProblems("sameNamespaceTraffic", sameNamespaceTraffic);
}

function* versionHasForm({ podSecurityVersion }: Args): Iterable<Problem> {
    if (podSecurityVersion !== undefined && !isText(podSecurityVersion, /^(v1\.(0|[1-9]\d{0,2})|latest)$/)) {
        yield {
            argument: "podSecurityVersion",
            found: podSecurityVersion,
            why: "which is no minor version of Kubernetes",
            remedy: 'Set one such as "v1.36", or "latest"',
        };
    }
}

function* namespacesAreNamed({ ingressFromNamespaces, egressToNamespaces }: Args): Iterable<Problem> {
    for (const [argument, list] of Object.entries({ ingressFromNamespaces, egressToNamespaces })) {
        for (const [index, traffic] of (list ?? []).entries()) {
            const path = `${argument}[${String(index)}]`;
            const names = { namespaceName: true, podLabels: true, ports: true } as const;
            yield* partProblems<NamespaceTrafficArgs>(path, traffic, names);
            const { namespaceName, ports } = traffic;
            yield* namespaceNameProblems(`${path}.namespaceName`, namespaceName);
            yield* portsProblems(`${path}.ports`, ports);
        }
    }
}

function* networksAreNetworks({ ingressFromNetworks, egressToNetworks }: Args): Iterable<Problem> {
    for (const [argument, list] of Object.entries({ ingressFromNetworks, egressToNetworks })) {
        for (const [index, traffic] of (list ?? []).entries()) {
            const path = `${argument}[${String(index)}]`;
            yield* partProblems<NetworkTrafficArgs>(path, traffic, { cidr: true, ports: true });
            const { cidr, ports } = traffic;
            const parsed = parseNetwork(cidr);
            if ("why" in parsed) {
                yield { argument: `${path}.cidr`, found: cidr, ...parsed };
            }
            yield* portsProblems(`${path}.ports`, ports);
        }
    }
}

/** A rule of Kubernetes without ports allows all of them, so an empty list would say the opposite of what it looks. */
function* portsProblems(
    argument: string,
    ports: readonly pulumi.Unwrap<TrafficPortArgs>[] | undefined,
): Iterable<Problem> {
    if (ports === undefined || ports.length === 0) {
        yield { argument, found: ports, why: "which has no port", remedy: "Set each port that is meant" };
        return;
    }
    for (const [index, entry] of ports.entries()) {
        const path = `${argument}[${String(index)}]`;
        yield* partProblems<TrafficPortArgs>(path, entry, { port: true, endPort: true, protocol: true });
        const { port, endPort = port, protocol } = entry;
        yield* choiceProblems(`${path}.protocol`, protocol, TrafficProtocol);
        yield* rangeProblems(`${path}.port`, port, 1, 65535);
        yield* rangeProblems(`${path}.endPort`, endPort, typeof port === "number" ? port : 1, 65535);
    }
}

function* partsAreKnown({ containerDefaults, containerMaximum, quota }: Args): Iterable<Problem> {
    const defaults = { cpuRequest: true, cpuLimit: true, memoryRequest: true, memoryLimit: true } as const;
    yield* partProblems<ContainerDefaultsArgs>("containerDefaults", containerDefaults, defaults);
    yield* partProblems<ContainerMaximumArgs>("containerMaximum", containerMaximum, { cpu: true, memory: true });
    yield* partProblems<NamespaceLimitsArgs>("quota", quota, {
        cpuRequests: true,
        cpuLimits: true,
        memoryRequests: true,
        memoryLimits: true,
        pods: true,
        loadBalancers: true,
        nodePorts: true,
    });
}

function* defaultsFit({ containerDefaults, containerMaximum }: Args): Iterable<Problem> {
    const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = withDefaults(
        resourceDefaults.containerDefaults,
        containerDefaults,
    );
    const { cpu, memory } = withDefaults(resourceDefaults.containerMaximum, containerMaximum);
    const path = "containerDefaults";
    for (const [argument, found] of Object.entries({ cpuRequest, cpuLimit })) {
        yield* quantityProblems(`${path}.${argument}`, found, "500m");
    }
    for (const [argument, found] of Object.entries({ memoryRequest, memoryLimit })) {
        yield* quantityProblems(`${path}.${argument}`, found, "256Mi");
    }
    yield* orderProblems(`${path}.cpuRequest`, cpuRequest, { argument: `${path}.cpuLimit`, value: cpuLimit });
    yield* orderProblems(`${path}.memoryRequest`, memoryRequest, {
        argument: `${path}.memoryLimit`,
        value: memoryLimit,
    });
    yield* orderProblems(`${path}.cpuLimit`, cpuLimit, { argument: "containerMaximum.cpu", value: cpu });
    yield* orderProblems(`${path}.memoryLimit`, memoryLimit, { argument: "containerMaximum.memory", value: memory });
}

function* maximumFits({ containerMaximum, quota }: Args): Iterable<Problem> {
    const { cpu, memory } = withDefaults(resourceDefaults.containerMaximum, containerMaximum);
    const { cpuLimits, memoryLimits } = withDefaults(resourceDefaults.quota, quota);
    yield* quantityProblems("containerMaximum.cpu", cpu, "2");
    yield* quantityProblems("containerMaximum.memory", memory, "4Gi");
    yield* orderProblems("containerMaximum.cpu", cpu, { argument: "quota.cpuLimits", value: cpuLimits });
    yield* orderProblems("containerMaximum.memory", memory, { argument: "quota.memoryLimits", value: memoryLimits });
}

function* quotaFits({ quota }: Args): Iterable<Problem> {
    const { cpuRequests, cpuLimits, memoryRequests, memoryLimits } = withDefaults(resourceDefaults.quota, quota);
    for (const [argument, found] of Object.entries({ cpuRequests, cpuLimits })) {
        yield* quantityProblems(`quota.${argument}`, found, "8");
    }
    for (const [argument, found] of Object.entries({ memoryRequests, memoryLimits })) {
        yield* quantityProblems(`quota.${argument}`, found, "16Gi");
    }
    yield* orderProblems("quota.cpuRequests", cpuRequests, { argument: "quota.cpuLimits", value: cpuLimits });
    yield* orderProblems("quota.memoryRequests", memoryRequests, {
        argument: "quota.memoryLimits",
        value: memoryLimits,
    });
}

function* countsAreCounts({ quota }: Args): Iterable<Problem> {
    const { pods, loadBalancers, nodePorts } = withDefaults(resourceDefaults.quota, quota);
    yield* rangeProblems("quota.pods", pods, 1, 100_000);
    yield* rangeProblems("quota.loadBalancers", loadBalancers, 0, 1000);
    yield* rangeProblems("quota.nodePorts", nodePorts, 0, 2768);
    if (Number.isInteger(nodePorts) && nodePorts < loadBalancers) {
        yield {
            argument: "quota.nodePorts",
            found: nodePorts,
            why: `and each of the load balancers (${String(loadBalancers)}) needs a port of nodes for each of its own`,
            remedy: "Set the number of their ports",
        };
    }
}

/** It becomes the value of a label, which is shorter than the longest domain. */
function* hostSuffixIsDomain({ ingressHostSuffix: found }: Args): Iterable<Problem> {
    const domain = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
    if (found !== undefined && !isText(found, domain)) {
        yield {
            argument: "ingressHostSuffix",
            found,
            why: "which is no domain of two or more lower-case parts and at most 63 characters",
            remedy: 'Set one such as "shop.example.com", with no dot and no wildcard before it',
        };
    }
}

function* labelsAreFree({ labels = {} }: Args): Iterable<Problem> {
    for (const [label, found] of Object.entries(labels)) {
        const argument = `labels["${label}"]`;
        if (label.startsWith(podSecurityPrefix)) {
            yield {
                argument,
                found,
                why: "and podSecurityLevel sets the labels of pod security",
                remedy: "Set podSecurityLevel, and leave this label out",
            };
        } else if (label === ingressHostSuffixLabel) {
            yield {
                argument,
                found,
                why: "and ingressHostSuffix sets it",
                remedy: "Set ingressHostSuffix, and leave this label out",
            };
        }
    }
}
