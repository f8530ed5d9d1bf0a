import { isIP } from "node:net";
import type * as pulumi from "@pulumi/pulumi";
import { entryProblems, isPortOrRange, isText, requiredEntryProblems } from "../arguments/entries";
import {
    choiceProblems,
    isNamespaceName,
    namesAreKnown,
    namespaceProblems,
    partProblems,
    rangeProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { quantityProblems } from "../arguments/quantity";
import type { Rule } from "../arguments/rules";
import { hostPathProblems } from "../policy-assignments/host-paths";
import { allowedImageProblems } from "../policy-assignments/image-expression";
import {
    AdmissionAction,
    type AdmissionPoliciesArgs,
    type AdmissionPolicyArgs,
    type GroupRangeArgs,
    type KuredExemptionArgs,
} from "./admission-policies-args";
import { alwaysHeld, heldOnDemand } from "./policies";
import { judgedElsewhere } from "./policies/volume-types";

type Args = pulumi.Unwrap<AdmissionPoliciesArgs>;

/** What must hold between the arguments of admission policies. */
export const admissionPoliciesRules: Rule<AdmissionPoliciesArgs>[] = [
    namesAreKnown<AdmissionPoliciesArgs>({
        excludedNamespaces: true,
        kured: true,
        privilegedContainers: true,
        hostNamespaces: true,
        hostNetwork: true,
        volumeTypes: true,
        hostPaths: true,
        flexVolumes: true,
        users: true,
        groups: true,
        seLinux: true,
        privilegeEscalation: true,
        capabilities: true,
        seccomp: true,
        appArmor: true,
        procMount: true,
        sysctls: true,
        hostProbes: true,
        dashboards: true,
        defaultNamespace: true,
        containerImages: true,
        containerPorts: true,
        podLabels: true,
        resourceLimits: true,
        servicePorts: true,
        internalLoadBalancers: true,
        externalIps: true,
        httpsIngress: true,
        ingressHosts: true,
        ingressHostSuffixes: true,
        httpsGateways: true,
    }),
    (args) => namespaceProblems("excludedNamespaces", args.excludedNamespaces),
    ...[...Object.keys(alwaysHeld), ...Object.keys(heldOnDemand)].map(settingProblems),
    kuredIsOne,
    volumeTypesAreFields,
    hostPathsAreAbsolute,
    driversHaveForm,
    rangesAreRanges,
    typesHaveForm,
    capabilitiesHaveForm,
    sysctlsHaveForm,
    imagesAreOfSomewhere,
    portsArePorts,
    labelsAreKeys,
    limitsAreAmounts,
    addressesAreAddresses,
];

/** Arguments of a policy beside those that each has. */
const ownArguments: Readonly<Record<string, Readonly<Record<string, true>>>> = {
    volumeTypes: { allowedTypes: true },
    hostPaths: { allowedPaths: true },
    flexVolumes: { allowedDrivers: true },
    groups: { allowedRanges: true },
    seLinux: { allowedTypes: true },
    capabilities: { allowedCapabilities: true },
    sysctls: { allowedSysctls: true },
    containerImages: { allowedImages: true },
    containerPorts: { allowedPorts: true },
    podLabels: { labels: true },
    resourceLimits: { cpu: true, memory: true },
    servicePorts: { allowedPorts: true },
    externalIps: { allowedIps: true },
};

function settingProblems(argument: string): Rule<AdmissionPoliciesArgs> {
    return function* (args) {
        const setting = (args as Readonly<Record<string, pulumi.Unwrap<AdmissionPolicyArgs> | undefined>>)[argument];
        yield* partProblems(argument, setting, { action: true, excludedNamespaces: true, ...ownArguments[argument] });
        yield* choiceProblems(`${argument}.action`, setting?.action, AdmissionAction);
        yield* namespaceProblems(`${argument}.excludedNamespaces`, setting?.excludedNamespaces);
    };
}

function* kuredIsOne({ kured }: Args): Iterable<Problem> {
    if (kured === undefined) {
        return;
    }
    yield* partProblems<KuredExemptionArgs>("kured", kured, { namespaceName: true, image: true });
    if (!isNamespaceName(kured.namespaceName)) {
        yield {
            argument: "kured.namespaceName",
            found: kured.namespaceName,
            why: "which is no name of a namespace",
            remedy: "Set what `Kured.namespaceName` says",
        };
    }
    if (!isText(kured.image, /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+[:@][\w.:-]+(@sha256:[0-9a-f]{64})?$/)) {
        yield {
            argument: "kured.image",
            found: kured.image,
            why: "which does not name one image in one registry",
            remedy: "Set what `Kured.image` says, with its tag or digest",
        };
    }
}

function* volumeTypesAreFields({ volumeTypes }: Args): Iterable<Problem> {
    const allowed = volumeTypes?.allowedTypes;
    yield* listProblems("volumeTypes.allowedTypes", allowed, /^[a-z][A-Za-z]*$/, {
        why: "which is no field of a volume in Kubernetes",
        remedy: "Set one such as configMap or persistentVolumeClaim",
    });
    for (const [index, found] of (allowed ?? []).entries()) {
        if (judgedElsewhere.includes(found)) {
            const argument = `${found}s`;
            yield {
                argument: `volumeTypes.allowedTypes[${String(index)}]`,
                found,
                why: "which has a policy of its own",
                remedy: `Set ${argument}, and leave it out here`,
            };
        }
    }
}

function* hostPathsAreAbsolute({ hostPaths }: Args): Iterable<Problem> {
    for (const [index, path] of (hostPaths?.allowedPaths ?? []).entries()) {
        yield* hostPathProblems(`hostPaths.allowedPaths[${String(index)}]`, path);
    }
}

function* driversHaveForm({ flexVolumes }: Args): Iterable<Problem> {
    const driver = /^[\w.-]+(\/[\w.-]+)?$/;
    yield* entryProblems("flexVolumes.allowedDrivers", flexVolumes?.allowedDrivers, (name) => isText(name, driver), {
        why: "which is no name of a driver",
        remedy: "Set one such as example.com/driver",
    });
}

const highestGroup = 2_147_483_647;

function* rangesAreRanges({ groups }: Args): Iterable<Problem> {
    const ranges = groups?.allowedRanges;
    if (ranges?.length === 0) {
        yield { argument: "groups.allowedRanges", found: ranges, ...emptyList };
    }
    for (const [index, range] of (ranges ?? []).entries()) {
        const path = `groups.allowedRanges[${String(index)}]`;
        const { min, max } = range;
        yield* partProblems<GroupRangeArgs>(path, range, { min: true, max: true });
        yield* rangeProblems(`${path}.min`, min, 0, highestGroup);
        yield* rangeProblems(`${path}.max`, max, Number.isInteger(min) ? min : 0, highestGroup);
    }
}

function* typesHaveForm({ seLinux }: Args): Iterable<Problem> {
    yield* listProblems("seLinux.allowedTypes", seLinux?.allowedTypes, /^[\w.]+_t$/, {
        why: "which is no type of SELinux",
        remedy: "Set one such as container_t",
    });
}

function* capabilitiesHaveForm({ capabilities }: Args): Iterable<Problem> {
    yield* entryProblems(
        "capabilities.allowedCapabilities",
        capabilities?.allowedCapabilities,
        (name) => isText(name, /^(?!ALL$|CAP_)[A-Z][A-Z_]*$/),
        { why: "which is no single capability without CAP_", remedy: "Set one such as NET_BIND_SERVICE" },
    );
}

function* sysctlsHaveForm({ sysctls }: Args): Iterable<Problem> {
    const sysctl = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;
    yield* entryProblems("sysctls.allowedSysctls", sysctls?.allowedSysctls, (name) => isText(name, sysctl), {
        why: "which is no name of one setting",
        remedy: "Set one such as net.core.somaxconn; there are no wildcards",
    });
}

function* imagesAreOfSomewhere({ containerImages }: Args): Iterable<Problem> {
    if (containerImages !== undefined) {
        yield* allowedImageProblems("containerImages.allowedImages", containerImages.allowedImages);
    }
}

function* portsArePorts({ containerPorts, servicePorts }: Args): Iterable<Problem> {
    for (const [argument, setting] of Object.entries({ containerPorts, servicePorts })) {
        if (setting !== undefined) {
            yield* requiredEntryProblems(`${argument}.allowedPorts`, setting.allowedPorts, isPortOrRange, {
                why: "which is neither a port nor a range of ports",
                remedy: 'Set it as text, such as "443" or "8000-8999"',
            });
        }
    }
}

function* labelsAreKeys({ podLabels }: Args): Iterable<Problem> {
    if (podLabels !== undefined) {
        const key = /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
        yield* requiredEntryProblems("podLabels.labels", podLabels.labels, (label) => isText(label, key), {
            why: "which is no key of a label",
            remedy: "Set a key without a value, such as team or app.kubernetes.io/name",
        });
    }
}

function* limitsAreAmounts({ resourceLimits }: Args): Iterable<Problem> {
    if (resourceLimits !== undefined) {
        yield* quantityProblems("resourceLimits.cpu", resourceLimits.cpu, "2");
        yield* quantityProblems("resourceLimits.memory", resourceLimits.memory, "4Gi");
    }
}

function* addressesAreAddresses({ externalIps }: Args): Iterable<Problem> {
    const isAddress = (address: unknown) => typeof address === "string" && isIP(address) !== 0;
    yield* entryProblems("externalIps.allowedIps", externalIps?.allowedIps, isAddress, {
        why: "which is no address",
        remedy: "Set one address, such as 10.240.0.10",
    });
}

type Words = Pick<Problem, "why" | "remedy">;

const emptyList: Words = { why: "which has no entry", remedy: "Set at least one, or leave it out" };

/** Problems of a list that may be left out, and not be empty. */
function* listProblems(
    argument: string,
    list: readonly string[] | undefined,
    form: RegExp,
    words: Words,
): Iterable<Problem> {
    if (list?.length === 0) {
        yield { argument, found: list, ...emptyList };
    }
    yield* entryProblems(argument, list, (entry) => isText(entry, form), words);
}
