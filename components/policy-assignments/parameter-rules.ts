import { IPv4 } from "ipaddr.js";
import type * as pulumi from "@pulumi/pulumi";
import { entryProblems, isPort, isPortOrRange, isText, requiredEntryProblems } from "../arguments/entries";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import type { ClusterPolicyArgs } from "./policy-assignments-args";
import { deadIngressHostDefinitions } from "./policy-definitions";

type Policies = pulumi.Unwrap<ClusterPolicyArgs>;

/** What Azure Policy would take, and then enforce nothing by: each value that a policy needs has the right form. */
export const parameterProblems: Rule<ClusterPolicyArgs>[] = [
    portsOfContainers,
    portsOfServices,
    labelsHaveForm,
    cpuHasForm,
    memoryHasForm,
    addressesHaveForm,
    ingressHostDefinitionWorks,
];

function* portsOfContainers({ containerPorts }: Policies): Iterable<Problem> {
    if (containerPorts !== undefined) {
        yield* requiredEntryProblems("containerPorts.allowedPorts", containerPorts.allowedPorts, isPort, {
            why: "which is no port (the definition of Azure knows no ranges here)",
            remedy: 'Set a port between 1 and 65535 as text, such as "8080"',
        });
    }
}

function* portsOfServices({ servicePorts }: Policies): Iterable<Problem> {
    if (servicePorts !== undefined) {
        yield* requiredEntryProblems("servicePorts.allowedPorts", servicePorts.allowedPorts, isPortOrRange, {
            why: "which is neither a port nor a range of ports",
            remedy: 'Set it as text, such as "443" or "4000-5000"',
        });
    }
}

function* labelsHaveForm({ podLabels }: Policies): Iterable<Problem> {
    if (podLabels !== undefined) {
        yield* requiredEntryProblems("podLabels.labels", podLabels.labels, isLabelKey, {
            why: "which is no key of a label",
            remedy: "Set a key without a value, such as team or app.kubernetes.io/name",
        });
    }
}

/** The template of Azure reads whole numbers only: above a limit that it cannot read, it lets everything pass. */
function* cpuHasForm({ resourceLimits }: Policies): Iterable<Problem> {
    if (resourceLimits !== undefined && !isText(resourceLimits.cpu, /^[1-9][0-9]*m?$/)) {
        yield {
            argument: "resourceLimits.cpu",
            found: resourceLimits.cpu,
            why: "which is neither a whole number of cores nor of thousandths, and Azure Policy enforces no other",
            remedy: 'Set it as text, such as "2" or "1500m"',
        };
    }
}

function* memoryHasForm({ resourceLimits }: Policies): Iterable<Problem> {
    if (resourceLimits !== undefined && !isText(resourceLimits.memory, /^[1-9][0-9]*([KMGT]i|[MGT])$/)) {
        yield {
            argument: "resourceLimits.memory",
            found: resourceLimits.memory,
            why: "which is no whole number with a unit of memory, and Azure Policy enforces no other",
            remedy: 'Set it as text, such as "512Mi" or "4Gi"',
        };
    }
}

function* addressesHaveForm({ externalIps }: Policies): Iterable<Problem> {
    if (externalIps?.allowedIps !== undefined) {
        const isAddress = (address: unknown) => typeof address === "string" && IPv4.isValidFourPartDecimal(address);
        yield* entryProblems("externalIps.allowedIps", externalIps.allowedIps, isAddress, {
            why: "which is no IPv4 address",
            remedy: "Set one address, such as 10.240.0.10",
        });
    }
}

function* ingressHostDefinitionWorks({ uniqueIngressHosts }: Policies): Iterable<Problem> {
    if (uniqueIngressHosts === undefined) {
        return;
    }
    const { policyDefinitionId: found } = uniqueIngressHosts;
    const argument = "uniqueIngressHosts.policyDefinitionId";
    const guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    const builtIn = new RegExp(`^/providers/Microsoft\\.Authorization/policyDefinitions/${guid}$`, "i");
    if (!isText(found, builtIn)) {
        yield {
            argument,
            found,
            why: "which is not the id of a built-in definition, and a custom one cannot see the ingresses of other namespaces",
            remedy: "Set /providers/Microsoft.Authorization/policyDefinitions/ and the GUID of the definition",
        };
    } else if (deadIngressHostDefinitions.some((dead) => found.toLowerCase().endsWith(dead))) {
        yield {
            argument,
            found,
            why: "which is deprecated and judges no cluster of AKS",
            remedy: "Leave uniqueIngressHosts out until the new definition is there (https://github.com/Azure/AKS/issues/5513)",
        };
    }
}

function isLabelKey(key: unknown): boolean {
    if (typeof key !== "string") {
        return false;
    }
    const [name = "", prefix, ...others] = key.split("/").reverse();
    const subdomain = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
    return (
        others.length === 0 &&
        /^(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/.test(name) &&
        (prefix === undefined || subdomain.test(prefix))
    );
}
