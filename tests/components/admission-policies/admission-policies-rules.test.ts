import assert from "node:assert/strict";
import type * as aksguard from "../../../components";
import { admissionPoliciesRules } from "../../../components/admission-policies/admission-policies-rules";
import { judgeAll } from "../../../components/arguments/rules";

/** Arguments that cannot work, with everything that is said of them. */
const refused: Record<string, [aksguard.AdmissionPoliciesArgs, ...string[]]> = {
    "an action that is none": [
        { users: { action: "Block" as aksguard.AdmissionAction } },
        'users.action is "Block", which is not among its values. Set one of Deny, Warn, Audit.',
    ],
    "names of namespaces": [
        { excludedNamespaces: ["legacy-*"], users: { excludedNamespaces: [""] } },
        'excludedNamespaces[0] is "legacy-*", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
        'users.excludedNamespaces[0] is "", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
    ],
    "a misspelt argument of a policy": [
        { hostPaths: { allowedPath: [] } as aksguard.HostPathAdmissionArgs, users: { effect: "Audit" } as object },
        'hostPaths.allowedPath is "given", and there is no argument of this name. Similar ones are allowedPaths.',
        'users.effect is "given", and there is no argument of this name. The arguments are action, excludedNamespaces.',
    ],
    "a policy that is switched off by false": [
        { sysctls: false as unknown as object },
        "sysctls is false, which is no object with arguments. Set one with any of action, excludedNamespaces, allowedSysctls.",
    ],
    "a registry that others can pretend to be": [
        { containerImages: { allowedImages: "prod.azurecr.io" } },
        'containerImages.allowedImages is "prod.azurecr.io", which also allows attacker.example/prod.azurecr.io/app:1.0, of another registry. Begin it with "^", before a group that holds all alternatives.',
    ],
    "a registry without its end": [
        { containerImages: { allowedImages: String.raw`^prod\.azurecr\.io` } },
        String.raw`containerImages.allowedImages is "^prod\\.azurecr\\.io", which also allows prod.azurecr.io.attacker.example/app:1.0, of another registry. End the name of each registry with "/".`,
    ],
    "kured without a tag": [
        { kured: { namespaceName: "kured", image: "ghcr.io/kubereboot/kured" } },
        'kured.image is "ghcr.io/kubereboot/kured", which does not name one image in one registry. Set what `Kured.image` says, with its tag or digest.',
    ],
    "types of volumes": [
        { volumeTypes: { allowedTypes: ["config-map", "hostPath"] } },
        'volumeTypes.allowedTypes[0] is "config-map", which is no field of a volume in Kubernetes. Set one such as configMap or persistentVolumeClaim.',
        'volumeTypes.allowedTypes[1] is "hostPath", which has a policy of its own. Set hostPaths, and leave it out here.',
    ],
    "no types of volumes": [
        { volumeTypes: { allowedTypes: [] } },
        "volumeTypes.allowedTypes is [], which has no entry. Set at least one, or leave it out.",
    ],
    "paths of nodes": [
        {
            hostPaths: {
                allowedPaths: [{ pathPrefix: "/" }, { pathPrefix: "var/log" }, { pathPrefix: "/var/../etc" }],
            },
        },
        'hostPaths.allowedPaths[0].pathPrefix is "/", which is the whole disk of the node. Set the path that the pods need, such as /var/log/app.',
        'hostPaths.allowedPaths[1].pathPrefix is "var/log", which is no absolute path below the root of the node. Set the path that the pods need, such as /var/log/app.',
        'hostPaths.allowedPaths[2].pathPrefix is "/var/../etc", which is no absolute path below the root of the node. Set the path that the pods need, such as /var/log/app.',
    ],
    "a driver": [
        { flexVolumes: { allowedDrivers: ["a driver"] } },
        'flexVolumes.allowedDrivers[0] is "a driver", which is no name of a driver. Set one such as example.com/driver.',
    ],
    "ranges of groups": [
        {
            groups: {
                allowedRanges: [
                    { min: -1, max: 5 },
                    { min: 10, max: 9 },
                ],
            },
        },
        "groups.allowedRanges[0].min is -1, which is out of range. Set a whole number from 0 to 2147483647.",
        "groups.allowedRanges[1].max is 9, which is out of range. Set a whole number from 10 to 2147483647.",
    ],
    "a type of SELinux": [
        { seLinux: { allowedTypes: ["container"] } },
        'seLinux.allowedTypes[0] is "container", which is no type of SELinux. Set one such as container_t.',
    ],
    capabilities: [
        { capabilities: { allowedCapabilities: ["CAP_NET_RAW", "ALL"] } },
        'capabilities.allowedCapabilities[0] is "CAP_NET_RAW", which is no single capability without CAP_. Set one such as NET_BIND_SERVICE.',
        'capabilities.allowedCapabilities[1] is "ALL", which is no single capability without CAP_. Set one such as NET_BIND_SERVICE.',
    ],
    "a wildcard of sysctls": [
        { sysctls: { allowedSysctls: ["net.*"] } },
        'sysctls.allowedSysctls[0] is "net.*", which is no name of one setting. Set one such as net.core.somaxconn; there are no wildcards.',
    ],
    "an expression that RE2 does not know": [
        { containerImages: { allowedImages: "^(?!docker)" } },
        String.raw`containerImages.allowedImages is "^(?!docker)", which is no regular expression of RE2 (no lookaround, no backreferences). Set one such as "^(mcr\\.microsoft\\.com|prod\\.azurecr\\.io)/.+$".`,
    ],
    "an expression that allows everything": [
        { containerImages: { allowedImages: ".+" } },
        'containerImages.allowedImages is ".+", which allows images of every registry, attacker.example/app:1.0 among them. Name the registries whose images may run.',
    ],
    ports: [
        { containerPorts: { allowedPorts: [] }, servicePorts: { allowedPorts: ["443", "0", "9-8", "70000"] } },
        "containerPorts.allowedPorts is [], which has no entry. Set at least one, or leave the policy out.",
        'servicePorts.allowedPorts[1] is "0", which is neither a port nor a range of ports. Set it as text, such as "443" or "8000-8999".',
        'servicePorts.allowedPorts[2] is "9-8", which is neither a port nor a range of ports. Set it as text, such as "443" or "8000-8999".',
        'servicePorts.allowedPorts[3] is "70000", which is neither a port nor a range of ports. Set it as text, such as "443" or "8000-8999".',
    ],
    labels: [
        { podLabels: { labels: ["team=a"] } },
        'podLabels.labels[0] is "team=a", which is no key of a label. Set a key without a value, such as team or app.kubernetes.io/name.',
    ],
    amounts: [
        { resourceLimits: { cpu: "two", memory: "0" } },
        'resourceLimits.cpu is "two", which is no amount of Kubernetes above zero. Set it as text, such as "2".',
        'resourceLimits.memory is "0", which is no amount of Kubernetes above zero. Set it as text, such as "4Gi".',
    ],
    "an address": [
        { externalIps: { allowedIps: ["10.0.0.0/8"] } },
        'externalIps.allowedIps[0] is "10.0.0.0/8", which is no address. Set one address, such as 10.240.0.10.',
    ],
    "a misspelt argument": [
        { hostpaths: {} } as aksguard.AdmissionPoliciesArgs,
        'hostpaths is "given", and there is no argument of this name. Write hostPaths.',
    ],
};

const accepted: Record<string, aksguard.AdmissionPoliciesArgs> = {
    nothing: {},
    everything: {
        excludedNamespaces: ["legacy"],
        kured: { namespaceName: "kured", image: `registry.example.com:5000/kured@sha256:${"0".repeat(64)}` },
        users: { action: "Audit" },
        hostPaths: { allowedPaths: [{ pathPrefix: "/var/log/", readOnly: true }] },
        flexVolumes: { allowedDrivers: [] },
        groups: { allowedRanges: [{ min: 0, max: 0 }] },
        capabilities: { allowedCapabilities: [] },
        servicePorts: { allowedPorts: ["443", "8000-8999"] },
        resourceLimits: { cpu: "1.5", memory: "1G" },
        externalIps: { allowedIps: ["10.0.0.1", "2001:db8::1"] },
    },
};

describe("arguments of AdmissionPolicies", () => {
    for (const [what, [args, ...messages]] of Object.entries(refused)) {
        it(`refuses ${what}`, () => {
            assert.deepEqual(judgeAll(args, admissionPoliciesRules).now, messages);
        });
    }
    for (const [what, args] of Object.entries(accepted)) {
        it(`accepts ${what}`, () => {
            assert.deepEqual(judgeAll(args, admissionPoliciesRules).now, []);
        });
    }
});
